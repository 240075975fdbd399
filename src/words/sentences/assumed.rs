//! "Because we assumed it": what is built in, and how weak it may be before the order changes.

use crate::analysis::assumed::OneWay;
use crate::analysis::breakeven::Turn;
use crate::tell;
use crate::words::tell;

/// A column and what it is measured against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lead<'a> {
    /// Letter or name of the column.
    pub column: &'a str,
    /// Letter or name of the other.
    pub reference: &'a str,
}

/// Whether the order was built in, and where it turns; as many sentences as are true. A column
/// that is not ahead is not said to be.
#[must_use]
pub fn built_in(lead: Lead<'_>, way: OneWay, turn: Option<Turn>) -> String {
    let ahead = !matches!(turn, Some(Turn::Behind | Turn::Level));
    let column = lead.column;
    let mut sentences = Vec::new();
    match way {
        // What stays ahead without its effects is not ahead because of them.
        OneWay::OnlyHelps if ahead && turn != Some(Turn::Never) => {
            sentences.push(tell!("say-assumed", column = column))
        }
        OneWay::OnlyHarms if turn == Some(Turn::Behind) => {
            return tell!("say-assumed-harm", column = column);
        }
        OneWay::Mixed if ahead => sentences.push(tell!("say-mixed", column = column)),
        _ => {}
    }
    // With effects both ways, "it only adds benefits" would be said of what was not assumed so.
    let both_ways = way == OneWay::Mixed && turn == Some(Turn::OnlyGains);
    sentences.extend(turn.filter(|_| !both_ways).map(|turn| turns(lead, turn)));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

/// Where the lead turns; nothing to say where there is no difference.
#[must_use]
pub fn turns(lead: Lead<'_>, turn: Turn) -> String {
    let (column, reference) = (lead.column, lead.reference);
    let say = |id| {
        tell(
            id,
            &[("column", column.into()), ("reference", reference.into())],
        )
    };
    match turn {
        Turn::At(share) => tell!(
            "say-turns",
            column = column,
            reference = reference,
            share = about_share(share)
        ),
        Turn::OnlyGains => say("say-only-gains"),
        Turn::Never => say("say-never-turns"),
        Turn::Behind => say("say-behind"),
        Turn::Level => String::new(),
    }
}

/// The one effect on which most hangs; nothing unless the lead turns on it.
#[must_use]
pub fn hangs_on(effect: &str, turn: Turn) -> Option<String> {
    match turn {
        Turn::At(share) => Some(tell!(
            "say-turns-alone",
            effect = effect,
            share = about_share(share)
        )),
        _ => None,
    }
}

/// Where a success mark or a threshold is no longer reached; `mark` in words: `half online`.
#[must_use]
pub fn mark_in_words(column: &str, mark: &str, turn: Turn) -> String {
    match turn {
        Turn::At(share) => tell!(
            "say-mark-turns",
            column = column,
            mark = mark,
            share = about_share(share)
        ),
        Turn::Never | Turn::OnlyGains => tell!("say-mark-anyway", column = column, mark = mark),
        Turn::Behind | Turn::Level => tell!("say-mark-missed", column = column, mark = mark),
    }
}

/// Shares that have a name, by their size.
const NAMED: [(f64, &str); 13] = [
    (0.05, "share-almost-none"),
    (0.1, "share-tenth"),
    (0.2, "share-fifth"),
    (0.25, "share-quarter"),
    (1.0 / 3.0, "share-third"),
    (0.4, "share-two-fifths"),
    (0.5, "share-half"),
    (0.6, "share-three-fifths"),
    (2.0 / 3.0, "share-two-thirds"),
    (0.75, "share-three-quarters"),
    (0.8, "share-four-fifths"),
    (0.9, "share-nine-tenths"),
    (1.0, "share-almost-all"),
];

/// A share in words, the nearest that has a name: a search among few draws deserves no digits.
#[must_use]
pub fn about_share(share: f64) -> String {
    let far = |named: &f64| (named - share).abs();
    let nearest = NAMED
        .iter()
        .min_by(|one, other| far(&one.0).total_cmp(&far(&other.0)));
    nearest.map_or_else(String::new, |(_, id)| tell(id, &[]))
}
