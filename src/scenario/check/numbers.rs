//! Holding numbers and quantities against their limits.

use super::Code;
use super::report::Report;
use crate::scenario::{Place, Quantity, Range, Scale};

/// Checks a quantity used on a scale, within a range.
pub(super) fn quantity(
    report: &mut Report,
    place: Place,
    quantity: &Quantity,
    scale: Scale,
    range: Range,
) {
    let Range { min, max } = range;
    if let Some((field, fault)) = quantity.fault(scale) {
        let place = field.map_or(place.clone(), |field| place.field(field));
        report.add(place, Code::Quantity(fault));
    } else if let Some(fault) = quantity.excess(scale) {
        report.add(place, Code::Quantity(fault));
    } else if let Quantity::Fixed(value) = *quantity {
        self::value(report, place, value, range);
    } else if !range.holds(quantity.central()) {
        let found = quantity.central();
        report.add(place, Code::OutOfRange { found, min, max });
    } else if !range.holds(quantity.reach(scale)) {
        report.add(place, Code::TailOutOfRange { min, max });
    }
}

/// Checks a plain number.
pub(super) fn value(report: &mut Report, place: Place, value: f64, range: Range) {
    let Range { min, max } = range;
    if !range.holds((value, value)) {
        report.add(place, Code::ValueOutOfRange { value, min, max });
    }
}
