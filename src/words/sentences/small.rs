//! Small effects and averages: where the news is in the tail and among a few.

use crate::tell;
use crate::words::numbers::{Range, Scale, two_digits};

/// The middle is small and the bad tail is not: dollars a year for one person, and the letter of
/// the option if there are several.
#[must_use]
pub fn small_effect(middle: f64, loss: f64, option: Option<&str>) -> String {
    let (middle, loss) = (money(middle), money(loss));
    match option {
        None => tell!("doubt-small", middle = middle, loss = loss),
        Some(letter) => tell!(
            "doubt-small-option",
            middle = middle,
            loss = loss,
            letter = letter
        ),
    }
}

/// Averages hide people; `harmed` is how many of the poor are harmed at once in a bad run.
#[must_use]
pub fn average(harmed: Option<f64>) -> String {
    let Some(harmed) = harmed.filter(|people| *people > 0.0) else {
        return tell!("doubt-average");
    };
    let harmed = Range::certain(harmed);
    tell!(
        "doubt-average-harmed",
        people = Scale::of("people", &[harmed]).told(harmed)
    )
}

/// Money in words, without its sign: `30 cents`, `9 dollars`.
#[must_use]
pub fn money(dollars: f64) -> String {
    let dollars = dollars.abs();
    let (amount, id) = match dollars < 0.995 {
        true => (two_digits(dollars * 100.0, 10.0), "money-cents"),
        false => (two_digits(dollars, 10.0), "money-dollars"),
    };
    let count = amount.parse::<i64>().ok();
    let count = count.map_or_else(|| amount.as_str().into(), crate::words::Value::from);
    crate::words::tell(id, &[("amount", count)])
}
