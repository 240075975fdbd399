//! Setbacks in words: what they share, on which paths they lie, what announces them.

mod limits;
mod signs;

pub use limits::{count_of, ends, limit, limits_of, rule_limits, title_of_outcome};
pub use signs::{adopted, mark, sign, sign_score, watched};

use crate::analysis::setbacks::Fault;
use crate::analysis::setbacks::signposts::Alarm;
use crate::live::{SetbackBox, SetbackKind, SetbackTrouble, Setbacks, Subject};
use crate::scenario::Scenario;
use crate::tell;
use crate::words::numbers::{Range, Scale, whole};
use crate::words::subjects;

/// A share as so many of 100.
#[must_use]
pub fn of_100(share: f64) -> String {
    Scale::of("probability", &[]).number(Some(share))
}

/// What counts as a setback. `last` is the last year.
#[must_use]
pub fn kind(kind: &SetbackKind, last: i32) -> String {
    match kind {
        SetbackKind::Any => tell!("setbacks-kind-any"),
        SetbackKind::Kind(key) => {
            let label = Subject::Indicator(key.clone()).label();
            tell!("setbacks-kind-one", label = label)
        }
        SetbackKind::Beyond {
            subject,
            year,
            side,
            threshold,
        } => {
            let mark = signs::mark(subject, *threshold);
            let year = year.unwrap_or(last).to_string();
            let what = subject.label();
            match side {
                Alarm::Below => tell!("setbacks-kind-below", what = what, mark = mark, year = year),
                Alarm::Above => tell!("setbacks-kind-above", what = what, mark = mark, year = year),
            }
        }
    }
}

/// How many runs end in one. `option` names the option that it is about; empty = none.
#[must_use]
pub fn share(found: &Setbacks, option: &str) -> String {
    let runs = of_100(found.share);
    match option.is_empty() {
        true => tell!("setbacks-share", runs = runs),
        false => tell!("setbacks-share-option", option = option, runs = runs),
    }
}

/// The kinds of setback, each with its share; `None` where only one is looked at.
#[must_use]
pub fn kinds(found: &Setbacks) -> Option<String> {
    let told = found.kinds.iter().map(|(key, share)| {
        let label = Subject::Indicator((*key).to_owned()).label();
        let label = label
            .split_once(": ")
            .map_or(label.clone(), |(_, what)| what.to_owned());
        tell!("setbacks-kind-share", label = label, runs = of_100(*share))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| tell!("setbacks-kinds", kinds = told.join(", ")))
}

/// What stands above the limits of a box.
#[must_use]
pub fn box_head(one: &SetbackBox, place: usize) -> String {
    let count = one.held.restrictions.len();
    let coverage = one.held.fit.coverage;
    match (count, place) {
        (0, _) => tell!("setbacks-box-none"),
        (_, 0) if coverage > 0.5 => tell!("setbacks-most", count = count),
        (_, 0) => tell!("setbacks-some", coverage = of_100(coverage), count = count),
        _ => tell!(
            "setbacks-further",
            coverage = of_100(coverage),
            count = count
        ),
    }
}

/// Coverage and density of a box, and how it stood up to a check.
#[must_use]
pub fn box_fit(found: &Setbacks, one: &SetbackBox) -> Vec<String> {
    let mut told = Vec::new();
    let (fit, kept) = (one.held.fit, !one.held.restrictions.is_empty());
    // A further box is sought in what earlier ones left, so that is what it is held against.
    let left = one.found.trajectory.first().map(|step| step.found.fit);
    let left = left.filter(|_| one.found.looked_at.contains(&false));
    if let (true, Some(left)) = (kept, left) {
        told.push(tell!(
            "setbacks-box-rest",
            coverage = of_100(fit.coverage),
            left = of_100(left.coverage),
            density = of_100(fit.density),
            share = of_100(left.density),
            mass = of_100(fit.mass)
        ));
    } else if kept {
        told.push(tell!(
            "setbacks-box",
            coverage = of_100(fit.coverage),
            density = of_100(fit.density),
            share = of_100(found.share),
            mass = of_100(fit.mass)
        ));
    }
    match &one.stability {
        Some(stability) => {
            let (coverage, density) = (of_100(stability.coverage), of_100(stability.density));
            match (kept, left) {
                (true, None) => told.push(tell!(
                    "setbacks-box-unseen",
                    coverage = coverage,
                    density = density
                )),
                (true, Some(_)) => told.push(tell!(
                    "setbacks-box-rest-unseen",
                    coverage = coverage,
                    density = density
                )),
                (false, _) => (),
            }
            let places = 0..stability.back.len();
            let dropped = places.filter(|place| !stability.is_stable(*place)).count();
            if dropped > 0 && kept {
                told.push(tell!("setbacks-box-dropped", count = dropped));
            }
        }
        None => told.push(tell!("setbacks-box-unchecked")),
    }
    told
}

/// Everything that is said about boxes, or why nothing is.
#[must_use]
pub fn boxes(scenario: &Scenario, found: &Setbacks) -> Vec<String> {
    let all = match &found.boxes {
        Err(problem) => return vec![trouble(problem)],
        Ok(all) => all,
    };
    let mut told = Vec::new();
    for (place, one) in all.iter().enumerate() {
        told.push(box_head(one, place));
        let limits = limits_of(scenario, &found.dimensions, &one.held.restrictions);
        told.extend(limits);
        told.extend(box_fit(found, one));
    }
    if all.iter().any(|one| !one.held.restrictions.is_empty()) {
        told.push(tell!("setbacks-assumed"));
    }
    told
}

/// Why nothing can be said.
#[must_use]
pub fn trouble(problem: &SetbackTrouble) -> String {
    let runs = |runs: &usize| whole(*runs as f64);
    match problem {
        SetbackTrouble::Cases(fault) => match fault {
            Fault::NoSetbacks { runs: all } => tell!("setbacks-trouble-none", runs = runs(all)),
            Fault::AllSetbacks { runs: all } => tell!("setbacks-trouble-all", runs = runs(all)),
            Fault::TooFewSetbacks {
                runs: all,
                setbacks,
                needed,
            } => tell!(
                "setbacks-trouble-few",
                count = *setbacks,
                runs = runs(all),
                needed = about(*needed)
            ),
            Fault::TooFewOthers {
                runs: all,
                others,
                needed,
            } => tell!(
                "setbacks-trouble-few-others",
                count = *others,
                runs = runs(all),
                needed = about(*needed)
            ),
            Fault::Constant => tell!("setbacks-trouble-constant"),
            Fault::Shape | Fault::NotANumber { .. } | Fault::Weights => {
                tell!("setbacks-trouble-broken")
            }
        },
        SetbackTrouble::NotThere => tell!("setbacks-trouble-missing"),
        SetbackTrouble::Year { first, last } => tell!(
            "setbacks-trouble-year",
            first = first.to_string(),
            last = last.to_string()
        ),
        SetbackTrouble::NoSeries => tell!("setbacks-trouble-series"),
        SetbackTrouble::NoPaths => tell!("setbacks-trouble-paths"),
    }
}

/// A number of draws with two digits.
fn about(draws: usize) -> String {
    let size = 10_f64
        .powf((draws.max(1) as f64).log10().floor() - 1.0)
        .max(1.0);
    whole((draws as f64 / size).ceil() * size)
}

/// A value in the scale of its subject, with its unit.
fn told(subject: &Subject, value: f64) -> String {
    let range = Range::certain(value);
    subjects::scale(subject, &[range]).told(range)
}
