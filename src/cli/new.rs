//! `foretree new`: a valid scenario to start from.

use std::collections::BTreeMap;
use std::path::Path;

use super::arguments::New;
use super::failure::{Failure, Kind};
use super::source::failed;
use crate::files;
use crate::files::examples::{EXAMPLES, STARTER, example, moved_to};
use crate::scenario::{Exposure, nearest};
use crate::seeds::{CountryRecord, catalogue, country_baseline};
use crate::tell;
use crate::words::faults::of_baseline;

/// Writes the scenario, and tells what to do next.
///
/// # Errors
///
/// Unknown countries and examples, and files that exist or cannot be written.
pub(crate) fn new(asked: &New) -> Result<String, Failure> {
    let country = country(&asked.country)?;
    let scenario = scenario(asked, country)?;
    if asked.output == Path::new("-") {
        return Ok(files::to_ron(&scenario));
    }
    keep_what_is_there(asked)?;
    files::save(&asked.output, &scenario).map_err(|fault| failed(&fault))?;
    let file = asked.output.display().to_string();
    Ok(tell!("new-written", file = &file, name = &country.short_name) + "\n")
}

/// The economy of that code or name, with data enough to start from.
fn country(asked: &str) -> Result<&'static CountryRecord, Failure> {
    let same = |text: &str| text.eq_ignore_ascii_case(asked);
    let known = |country: &&CountryRecord| {
        same(&country.iso3) || same(&country.name) || same(&country.short_name)
    };
    let found = catalogue().countries.iter().find(known);
    let code = found.map_or(asked, |country| country.iso3.as_str());
    match (
        country_baseline(code, Exposure::default(), &BTreeMap::new()),
        found,
    ) {
        (Ok(_), Some(country)) => Ok(country),
        (Ok(_), None) => Err(unknown("country", asked, None)),
        (Err(error), _) => {
            let (_, message, help) = of_baseline(&error);
            Err(Failure::usage(match help {
                Some(help) => tell!("with-hint", message = message, hint = help),
                None => message,
            }))
        }
    }
}

fn scenario(asked: &New, country: &CountryRecord) -> Result<crate::scenario::Scenario, Failure> {
    let name = country.short_name.as_str();
    let Some(from) = &asked.from else {
        let starter = files::parse(STARTER, "starter.ron").map_err(|fault| failed(&fault))?;
        let title = tell!("new-title", name = name);
        let notes = starter.scenario.notes.clone();
        return Ok(moved_to(&starter.scenario, &country.iso3, title, notes));
    };
    let names = || EXAMPLES.iter().map(|(file, _)| *file);
    let (file, text) =
        example(from).ok_or_else(|| unknown("example", from, nearest(from, names())))?;
    let loaded = files::parse(text, file).map_err(|fault| failed(&fault))?;
    let title = tell!(
        "new-title-from",
        name = name,
        title = &loaded.scenario.title
    );
    let notes = tell!(
        "new-notes-from",
        name = name,
        title = &loaded.scenario.title
    );
    Ok(moved_to(&loaded.scenario, &country.iso3, title, notes))
}

/// Something on the command line that does not exist.
pub(crate) fn unknown(kind: &str, asked: &str, nearest: Option<&str>) -> Failure {
    let kind = crate::words::tell(&format!("kind-{kind}"), &[]);
    let message = tell!("unknown", kind = kind, id = asked);
    Failure::usage(match nearest {
        Some(name) => {
            tell!(
                "with-hint",
                message = message,
                hint = tell!("did-you-mean", name = name)
            )
        }
        None => message,
    })
}

/// Refuses to replace a file with something in it, unless asked to.
fn keep_what_is_there(asked: &New) -> Result<(), Failure> {
    let there = std::fs::metadata(&asked.output).is_ok_and(|file| file.is_dir() || file.len() > 0);
    if there && !asked.force {
        let file = asked.output.display().to_string();
        return Err(Failure::new(Kind::File, tell!("new-exists", file = &file)));
    }
    Ok(())
}
