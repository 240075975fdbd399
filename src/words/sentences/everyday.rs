//! Assumptions in everyday units: what a number would look like in the world.

use crate::seeds::catalogue;
use crate::tell;
use crate::words::numbers::two_digits;

/// What a value of a parameter means, in the words of the catalogue; nothing if it has none.
#[must_use]
pub fn what_if(path: &str, value: f64) -> Option<String> {
    catalogue().observable(path)?.at_value(value)
}

/// A leading assumption: what it says now, and where the answer would go if it were otherwise.
/// `what` names the answer in the middle of a sentence, `answers` its value now and then.
#[must_use]
pub fn leading(
    path: &str,
    (usual, other): (f64, f64),
    what: &str,
    (from, to): (&str, &str),
) -> Option<String> {
    let observable = catalogue().observable(path)?;
    let says = observable.at_value(usual)?;
    let count = |value: f64| {
        let count = observable.rule.count(value);
        two_digits(count, count)
    };
    let (usual, other) = (count(usual), count(other));
    let otherwise = match from == to {
        true => tell!(
            "say-everyday-no-change",
            usual = usual,
            other = other,
            what = what,
            from = from
        ),
        false => tell!(
            "say-everyday-otherwise",
            usual = usual,
            other = other,
            what = what,
            from = from,
            to = to
        ),
    };
    Some(format!("{says} {otherwise}"))
}
