//! `foretree workshop verify`, `replay` and `report`: what a record says.

use std::path::PathBuf;

use clap::Args;

use super::super::arguments::Prose;
use super::super::failure::{Failure, Kind};
use super::super::output;
use super::{Folder, of_record_fault};
use crate::files;
use crate::report::workshop::{Course, HeadCheck, course_text, summary, verify_text};
use crate::tell;
use crate::words::workshop::of_break;
use crate::workshop::record::{Reading, read_file};
use crate::workshop::sandbox::Folder as Sandbox;

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub folder: Folder,
    #[arg(long, value_name = "HASH")]
    pub head: Option<String>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Prose,
}

#[derive(Debug, Args)]
pub(crate) struct Replay {
    #[command(flatten)]
    pub folder: Folder,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Prose,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub folder: Folder,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Looks whether the record and the files that were handed in hold.
pub(super) fn verify(asked: &Verify) -> Result<String, Failure> {
    let folder = Sandbox::at(&asked.folder.folder);
    let found = crate::report::workshop::verify(&folder, asked.head.as_deref());
    let found = found.map_err(|fault| of_record_fault(&fault))?;
    if found.given == Some(HeadCheck::NoHash) {
        return Err(Failure::usage(tell!("course-head-short")));
    }
    let text = verify_text(&found);
    if !found.holds {
        let failure = Failure::new(Kind::Scenario, text.trim_end());
        return Err(failure.with("record", &found));
    }
    Ok(match asked.format {
        Prose::Text => output::look().text(&text),
        Prose::Json => json(&found),
    })
}

/// Tells the course of the day, entry by entry, and the room that follows.
pub(super) fn replay(asked: &Replay) -> Result<String, Failure> {
    let reading = reading(&asked.folder)?;
    let (course, room) = Course::of(&reading);
    Ok(match asked.format {
        Prose::Text => output::look().text(&course_text(&course, &room)),
        Prose::Json => json(&course),
    })
}

/// The summary in Markdown.
pub(super) fn report(asked: &Report) -> Result<String, Failure> {
    let reading = reading(&asked.folder)?;
    let (course, room) = Course::of(&reading);
    let text = summary(&course, &room);
    let Some(path) = &asked.output else {
        return Ok(text);
    };
    let file = path.display().to_string();
    files::write_atomically(path, text.as_bytes()).map_err(|error| {
        let reason = error.to_string();
        Failure::new(
            Kind::File,
            tell!("workshop-record-system", file = &file, reason = reason),
        )
    })?;
    Ok(tell!("workshop-summary-written", file = &file) + "\n")
}

/// The record, which must hold: nobody is told a course of which a part may be made up.
fn reading(folder: &Folder) -> Result<Reading, Failure> {
    let path = Sandbox::at(&folder.folder).record();
    let reading = read_file(&path).map_err(|fault| of_record_fault(&fault))?;
    match &reading.broken {
        None => Ok(reading),
        Some(broken) => {
            let (file, how) = (path.display().to_string(), of_break(broken));
            let message = tell!("workshop-record-broken", file = file, how = how);
            Err(Failure::new(Kind::Scenario, message))
        }
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
