//! One column against another, without letting a share of model runs pass for a chance.

use crate::tell;
use crate::words::people::person_of;

/// Shares of runs closer than this are the same answer: 48 and 52 of 100.
const SAME: f64 = 0.105;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Matter<'a> {
    /// How many of a cohort are offline, by the cohort's id.
    Offline(&'a str),
    /// Anything else, by its label, with a direction that is good.
    Better(&'a str),
    /// Anything between two places: neither chose better. Shares are those of runs in which the
    /// column lies below the reference.
    Places(&'a str),
}

/// Two columns and in which share of runs the first is ahead of or behind the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Between<'a> {
    /// Letter or name of the column.
    pub column: &'a str,
    /// What it is measured against.
    pub reference: &'a str,
    /// Share of runs in which it is strictly better, 0..1; for places, lower.
    pub better: f64,
    /// Share of runs in which it is strictly worse, 0..1; for places, higher.
    pub worse: f64,
}

/// The comparison in a sentence, whichever way it goes.
#[must_use]
pub fn comparison(matter: Matter<'_>, between: Between<'_>) -> String {
    let Between {
        column,
        reference,
        better,
        worse,
    } = between;
    let level = better == 0.0 && worse == 0.0;
    match (matter, better - worse) {
        (Matter::Places(what), gap) if gap.abs() < SAME => tell!(
            "say-places-even",
            what = what,
            column = column,
            reference = reference
        ),
        (Matter::Places(what), gap) if gap > 0.0 => places(what, column, reference, better),
        (Matter::Places(what), _) => places(what, reference, column, worse),
        _ if level => tell!(
            "say-level",
            what = what(matter),
            column = column,
            reference = reference
        ),
        (_, gap) if gap.abs() < SAME => even(&what(matter), between),
        (_, gap) if gap > 0.0 => ahead(matter, column, reference, better),
        _ => ahead(matter, reference, column, worse),
    }
}

/// That two columns differ by less than is shown, however often one is ahead by a hair; `None` where
/// `difference`, as it stands in the table, has a digit that is not 0.
#[must_use]
pub fn hardly(what: &str, (column, reference): (&str, &str), difference: &str) -> Option<String> {
    let mut digits = difference.chars().filter(char::is_ascii_digit);
    digits.all(|digit| digit == '0').then(|| {
        tell!(
            "say-hardly",
            what = what,
            column = column,
            reference = reference
        )
    })
}

/// In so many of 100 model runs one is ahead of the other.
#[must_use]
pub fn ahead(matter: Matter<'_>, ahead: &str, behind: &str, share: f64) -> String {
    let runs = super::runs(share);
    match matter {
        Matter::Offline(cohort) => tell!(
            "say-fewer-offline",
            runs = runs,
            ahead = ahead,
            behind = behind,
            who = person_of(cohort),
        ),
        Matter::Better(what) | Matter::Places(what) => tell!(
            "say-ahead",
            what = what,
            runs = runs,
            ahead = ahead,
            behind = behind
        ),
    }
}

/// Neither is ahead.
#[must_use]
pub fn even(what: &str, between: Between<'_>) -> String {
    tell!(
        "say-even",
        what = what,
        column = between.column,
        reference = between.reference,
        better = super::runs(between.better),
        worse = super::runs(between.worse),
    )
}

/// `18 and 19 of 100 are the same answer.`; nothing if the two are far enough apart.
#[must_use]
pub fn same_answer(one: f64, other: f64) -> Option<String> {
    // Two shares of a few thousand runs differ by chance and by taste; five in 100 is little.
    let close = (one - other).abs() <= 0.05;
    let (one, other) = (super::runs(one), super::runs(other));
    (close && one != other).then(|| tell!("say-same-answer", one = one, other = other))
}

fn places(what: &str, lower: &str, upper: &str, share: f64) -> String {
    tell!(
        "say-places",
        what = what,
        runs = super::runs(share),
        lower = lower,
        upper = upper
    )
}

fn what(matter: Matter<'_>) -> String {
    match matter {
        Matter::Offline(cohort) => tell!(
            "gains-offline",
            who = crate::words::people::cohort_name(cohort)
        ),
        Matter::Better(what) | Matter::Places(what) => what.to_owned(),
    }
}
