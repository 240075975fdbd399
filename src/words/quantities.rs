//! Uncertain numbers in a few signs.

use super::catalogue::{Value, tell};
use super::numbers::catalogued;
use crate::scenario::Quantity;

/// A quantity in a line: `0.05 [0.01–0.12]` where it has points, else its kind and numbers.
#[must_use]
pub fn quantity(quantity: &Quantity) -> String {
    let say = |id: &str, values: &[(&str, f64)]| {
        let values: Vec<(&str, Value<'_>)> = values
            .iter()
            .map(|(name, x)| (*name, Value::from(catalogued(*x))))
            .collect();
        tell(id, &values)
    };
    match quantity {
        Quantity::Fixed(value) => catalogued(*value),
        Quantity::Quantiles { p5, p50, p95 } => say(
            "value-range",
            &[("middle", *p50), ("low", *p5), ("high", *p95)],
        ),
        Quantity::Normal { mean, sd } => {
            say("quantity-normal", &[("middle", *mean), ("spread", *sd)])
        }
        Quantity::LogNormal { median, sd_log } => say(
            "quantity-log-normal",
            &[("middle", *median), ("spread", *sd_log)],
        ),
        Quantity::Uniform { min, max } => say("quantity-uniform", &[("low", *min), ("high", *max)]),
        Quantity::Triangular { min, mode, max } => say(
            "quantity-triangular",
            &[("low", *min), ("middle", *mode), ("high", *max)],
        ),
        Quantity::Pert { min, mode, max } => say(
            "quantity-pert",
            &[("low", *min), ("middle", *mode), ("high", *max)],
        ),
        Quantity::Beta {
            alpha,
            beta,
            min,
            max,
        } => say(
            "quantity-beta",
            &[
                ("alpha", *alpha),
                ("beta", *beta),
                ("low", *min),
                ("high", *max),
            ],
        ),
        Quantity::Discrete(values) => {
            let told = values.iter().map(|(value, weight)| {
                say(
                    "quantity-weighted",
                    &[("value", *value), ("weight", *weight)],
                )
            });
            told.collect::<Vec<_>>().join(", ")
        }
    }
}
