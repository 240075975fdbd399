//! A guess made before the reveal, beside our runs.

use crate::analysis::guess::{Verdict, verdict};
use crate::tell;
use crate::words::numbers::{Range, Scale};

/// A guess and what came out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// Lower end of the guess, in the unit of the model.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Our middle and range.
    pub ours: Range,
    /// Share of model runs inside the guess, 0..1, if known.
    pub inside: Option<f64>,
}

/// How the guess did, in words; nothing where our runs have no value.
#[must_use]
pub fn guess(guess: Guess, scale: Scale) -> Option<String> {
    let (low, high) = (guess.low.min(guess.high), guess.low.max(guess.high));
    let ours = guess.ours;
    let (middle, from, to) = (ours.middle?, ours.low?, ours.high?);
    let found = verdict((low, high), (from, middle, to));
    let id = match found {
        Verdict::Covers => "say-guess-covers",
        Verdict::TooNarrow => "say-guess-narrow",
        Verdict::TooWide => "say-guess-wide",
        Verdict::TooLow(_) => "say-guess-low",
        Verdict::TooHigh(_) => "say-guess-high",
    };
    let by = match found {
        Verdict::TooLow(by) | Verdict::TooHigh(by) => super::value(in_points(scale), by),
        _ => String::new(),
    };
    let first = crate::words::tell(
        id,
        &[
            ("low", scale.number(Some(low)).into()),
            ("high", super::value(scale, high).into()),
            ("middle", super::value(scale, middle).into()),
            ("ours", scale.told(ours).into()),
            ("by", by.into()),
        ],
    );
    let inside = guess
        .inside
        .map(|share| tell!("say-guess-runs", runs = super::runs(share)));
    let mut all = vec![first];
    all.extend(inside);
    all.push(tell!("say-guess-not-truth"));
    Some(all.join(" "))
}

/// A distance between two shares is in points, not in percent.
fn in_points(scale: Scale) -> Scale {
    match scale.unit {
        "percent" => Scale::of("points", &[]),
        _ => scale,
    }
}
