//! Doubts about base-year figures, which travel with every result.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::seeds::{Cause, Wording, catalogue};

/// One doubt about one input.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Flag {
    /// Name of the input.
    pub input: String,
    /// Why.
    pub cause: Cause,
    /// Why, in words.
    pub reason: String,
    /// Year of the figure, if known; of a group, the oldest.
    pub year: Option<i32>,
    /// The members of a group to whom it applies; empty for a country.
    pub members: Vec<String>,
}

/// Blanks of a wording and what fills them.
pub(super) type Blanks<'a> = &'a [(&'a str, String)];

/// Collects flags while a baseline is built. What the setting replaces is not flagged.
#[derive(Debug, Default)]
pub(super) struct Flags {
    flags: Vec<Flag>,
    replaced: BTreeSet<String>,
}

impl Flags {
    /// An empty collection that ignores doubts about the inputs that a setting replaces.
    pub(super) fn ignoring<'a>(replaced: impl Iterator<Item = &'a String>) -> Self {
        Self {
            flags: Vec::new(),
            replaced: replaced.cloned().collect(),
        }
    }

    /// Records a doubt.
    pub(super) fn add(&mut self, input: &str, cause: Cause, year: Option<i32>, blanks: Blanks<'_>) {
        if self.replaced.contains(input) {
            return;
        }
        let reason = fill(&wording(cause).country, blanks);
        self.flags.push(Flag {
            input: input.to_owned(),
            cause,
            reason,
            year,
            members: Vec::new(),
        });
    }

    /// Records that a share had to be moved, if by half a point or more.
    pub(super) fn held(&mut self, input: &str, from: f64, to: f64) {
        if (from - to).abs() >= 0.005 {
            self.add(input, Cause::HeldInRange, None, &change(from, to));
        }
    }

    /// Whether the setting replaces this input.
    pub(super) fn replaced(&self, input: &str) -> bool {
        self.replaced.contains(input)
    }

    /// The flags, the gravest first.
    pub(super) fn into_vec(mut self) -> Vec<Flag> {
        self.flags.sort_by_key(|flag| flag.cause);
        self.flags
    }
}

/// The flags of a group: one per input and cause, naming its members and the oldest year. Traps
/// stay apart, since each has its own story.
pub(super) fn of_members(flags: Vec<(String, Flag)>) -> Vec<Flag> {
    let mut joined: Vec<Flag> = Vec::new();
    for (iso3, flag) in flags {
        let same = |other: &&mut Flag| {
            other.input == flag.input
                && other.cause == flag.cause
                && (flag.cause != Cause::Trap || other.reason == flag.reason)
        };
        match joined.iter_mut().find(same) {
            Some(other) => {
                other.members.push(iso3);
                other.year = other.year.into_iter().chain(flag.year).min();
            }
            None => joined.push(Flag {
                reason: of_group(&flag),
                members: vec![iso3],
                ..flag
            }),
        }
    }
    joined.sort_by_key(|flag| flag.cause);
    joined
}

fn of_group(flag: &Flag) -> String {
    fill(
        &wording(flag.cause).members,
        &[
            ("reason", flag.reason.clone()),
            ("inputs", ASSUMED.join(", ")),
        ],
    )
}

/// Inputs for which no country data exist: always assumed by income group.
pub(super) const ASSUMED: [&str; 8] = [
    "trade_x",
    "trade_y",
    "reskill_coverage",
    "local_service_share",
    "transfer_share",
    "replacement",
    "coverage_equity",
    "reemploy_mult",
];

fn wording(cause: Cause) -> Wording {
    let empty = Wording {
        cause,
        country: String::new(),
        members: String::new(),
    };
    catalogue()
        .wordings
        .iter()
        .find(|wording| wording.cause == cause)
        .cloned()
        .unwrap_or(empty)
}

fn fill(text: &str, blanks: Blanks<'_>) -> String {
    blanks.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// Fills the blanks `from` and `to` with shares as people read them.
pub(super) fn change(from: f64, to: f64) -> [(&'static str, String); 2] {
    let places = usize::from((100.0 * from).round() == (100.0 * to).round());
    let percent = |share: f64| format!("{:.places$} %", 100.0 * share);
    [("from", percent(from)), ("to", percent(to))]
}
