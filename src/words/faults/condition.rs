//! What is wrong with a condition such as `frontier_growth > 0.2 and power = slow`.

use crate::sim::condition::{ConditionFault, Kept};
use crate::tell;
use crate::words::numbers::{catalogued, whole};

/// The sentence, with its place in the condition and what would help.
#[must_use]
pub fn of_condition(fault: &ConditionFault) -> String {
    use ConditionFault as Fault;
    match fault {
        Fault::Empty => tell!("condition-empty"),
        Fault::NoName { column, found } => {
            tell!("condition-no-name", column = *column, found = found)
        }
        Fault::NoComparison { column, name } => {
            tell!("condition-no-comparison", column = *column, name = name)
        }
        Fault::NoValue { column, name } => {
            tell!("condition-no-value", column = *column, name = name)
        }
        Fault::NotANumber { column, found } => {
            tell!("condition-no-number", column = *column, found = found)
        }
        Fault::Backwards { column, low, high } => tell!(
            "condition-backwards",
            column = *column,
            low = catalogued(*low),
            high = catalogued(*high)
        ),
        Fault::Unknown {
            column,
            name,
            nearest,
        } => hinted(
            tell!("condition-unknown", column = *column, name = name),
            nearest.as_deref(),
        ),
        Fault::Result { column, name } => {
            tell!("condition-result", column = *column, name = name)
        }
        Fault::UnknownOutcome { .. } | Fault::NodeIsNoNumber { .. } => of_node(fault),
        Fault::NoSuchPart {
            column,
            name,
            found,
        } => tell!(
            "condition-no-part",
            column = *column,
            name = name,
            found = found
        ),
        Fault::Certain {
            column,
            name,
            value,
        } => tell!(
            "condition-certain",
            column = *column,
            name = name,
            value = catalogued(*value)
        ),
        Fault::Median { column, name } => {
            tell!("condition-median", column = *column, name = name)
        }
        Fault::NoPath => tell!("condition-no-path"),
        Fault::NoDraw { draws, kept } => no_draw(*draws, kept),
    }
}

fn of_node(fault: &ConditionFault) -> String {
    match fault {
        ConditionFault::UnknownOutcome {
            column,
            node,
            found,
            known,
            nearest,
        } => hinted(
            tell!(
                "condition-unknown-outcome",
                column = *column,
                node = node,
                found = found,
                known = known.join(", ")
            ),
            nearest.as_deref(),
        ),
        ConditionFault::NodeIsNoNumber {
            column,
            node,
            known,
        } => tell!(
            "condition-node",
            column = *column,
            node = node,
            known = known.join(", ")
        ),
        _ => String::new(),
    }
}

fn hinted(message: String, nearest: Option<&str>) -> String {
    match nearest {
        Some(name) => format!("{message} {}", tell!("condition-did-you-mean", name = name)),
        None => message,
    }
}

/// Nothing is left: which test is to blame, and what would let more through.
fn no_draw(draws: u32, kept: &[Kept]) -> String {
    let mut text = vec![tell!("condition-no-draw", draws = whole(f64::from(draws)))];
    for test in kept {
        let values = (catalogued(test.range.0), catalogued(test.range.1));
        text.push(tell!(
            "condition-alone",
            test = &test.test,
            draws = whole(test.draws as f64),
            low = values.0,
            high = values.1
        ));
    }
    text.push(tell!("condition-no-draw-help"));
    text.join(" ")
}
