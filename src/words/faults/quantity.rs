//! What is wrong with an uncertain number.

use super::Said;
use crate::scenario::{QuantityFault, Scale};
use crate::words::numbers::exact;
use crate::words::{Value, tell};

/// The sentence for a quantity that is no distribution.
pub(super) fn of_quantity(fault: &QuantityFault) -> Said {
    let said = |code: &'static str, values: &[(&str, f64)]| {
        let values: Vec<(&str, Value<'_>)> = values
            .iter()
            .map(|(name, x)| (*name, Value::from(exact(*x))))
            .collect();
        Said::new("finding", code, &values)
    };
    match fault {
        QuantityFault::NotFinite => said("not-finite", &[]),
        QuantityFault::TooLarge(value) => said("too-large", &[("value", *value)]),
        QuantityFault::Unordered { p5, p50, p95 } => said(
            "unordered",
            &[("low", *p5), ("middle", *p50), ("high", *p95)],
        ),
        QuantityFault::OffScale { value, scale } => {
            let scale = tell(scale_id(scale), &[]);
            let values = [
                ("value", Value::from(exact(*value))),
                ("scale", Value::from(scale)),
            ];
            Said::new("finding", "off-scale", &values)
        }
        QuantityFault::NegativeSpread(value) => said("negative-spread", &[("value", *value)]),
        QuantityFault::MedianNotPositive(value) => {
            said("median-not-positive", &[("value", *value)])
        }
        QuantityFault::Bounds { min, max } => said("bounds", &[("min", *min), ("max", *max)]),
        QuantityFault::ModeOutside { min, mode, max } => said(
            "mode-outside",
            &[("min", *min), ("value", *mode), ("max", *max)],
        ),
        QuantityFault::ShapeTooSmall(value) => said("shape-too-small", &[("value", *value)]),
        QuantityFault::NoValues => said("no-values", &[]),
        QuantityFault::NegativeWeight(value) => said("negative-weight", &[("value", *value)]),
        QuantityFault::NoWeight => said("no-weight", &[]),
    }
}

fn scale_id(scale: &Scale) -> &'static str {
    match scale {
        Scale::Linear => "kind-scale-linear",
        Scale::Log => "kind-scale-log",
        Scale::Logit => "kind-scale-logit",
    }
}
