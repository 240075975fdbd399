//! Fields for an uncertain number: low and high first, then the best guess.
//!
//! Asking for the ends first keeps the best guess from pulling them in.

use crate::app::{Field, Picture, Refusal};
use crate::scenario::{Quantity, Scale};
use crate::tell;
use crate::words::faults::problem_sentence;
use crate::words::numbers;

/// Fields of a quantity: low, high, best, and its exact form.
#[must_use]
pub fn quantity_fields(quantity: Option<&Quantity>, hint: &str) -> Vec<Field> {
    let write = |value: f64| numbers::exact(value);
    let (low, high, best, exact) = match quantity {
        None => Default::default(),
        Some(Quantity::Fixed(value)) => {
            (String::new(), String::new(), write(*value), String::new())
        }
        Some(Quantity::Quantiles { p5, p50, p95 }) => {
            (write(*p5), write(*p95), write(*p50), String::new())
        }
        Some(other) => {
            let exact = crate::files::quantity_to_ron(other);
            (String::new(), String::new(), String::new(), exact)
        }
    };
    vec![
        Field::text(tell!("quantity-low"), &low).hint(tell!("quantity-low-hint", range = hint)),
        Field::text(tell!("quantity-high"), &high).hint(tell!("quantity-high-hint", range = hint)),
        Field::text(tell!("quantity-best"), &best).hint(tell!("quantity-best-hint")),
        Field::text(tell!("quantity-exact"), &exact).hint(tell!("quantity-exact-hint")),
    ]
}

/// Reads the four fields, which stand at `first` in a form.
///
/// # Errors
/// Which field is no number, or what is missing.
pub fn read_quantity(values: &[String], first: usize) -> Result<Quantity, Refusal> {
    let value = |place: usize| values.get(first + place).map_or("", |v| v.trim());
    if !value(3).is_empty() {
        return crate::files::quantity_from_ron(value(3))
            .map_err(|fault| Refusal::new(first + 3, problem_sentence(&fault.problem)));
    }
    let number = |place: usize| -> Result<Option<f64>, Refusal> {
        match value(place) {
            "" => Ok(None),
            typed => match numbers::typed(typed) {
                Some(number) => Ok(Some(number)),
                None => {
                    let reason = tell!("quantity-no-number", typed = typed);
                    Err(Refusal::new(first + place, reason))
                }
            },
        }
    };
    match (number(0)?, number(1)?, number(2)?) {
        (None, None, Some(best)) => Ok(Quantity::Fixed(best)),
        (Some(p5), Some(p95), Some(p50)) if p5 <= p50 && p50 <= p95 => {
            Ok(Quantity::Quantiles { p5, p50, p95 })
        }
        (Some(_), Some(_), Some(_)) => Err(Refusal::new(first + 2, tell!("quantity-order"))),
        (_, _, None) => Err(Refusal::new(first + 2, tell!("quantity-best-missing"))),
        (None, ..) => Err(Refusal::new(first, tell!("quantity-end-missing"))),
        (_, None, _) => Err(Refusal::new(first + 1, tell!("quantity-end-missing"))),
    }
}

/// The picture of the quantity whose fields stand first in a form.
#[must_use]
pub fn picture(scale: Scale) -> Picture {
    Picture {
        quantity: |values| read_quantity(values, 0).ok(),
        scale,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(values: [&str; 4]) -> Result<Quantity, Refusal> {
        read_quantity(&values.map(str::to_owned), 0)
    }

    #[test]
    fn low_high_and_best_make_three_points() {
        let quantity = read(["1 %", "0.12", "5%", ""]).unwrap();
        assert_eq!(
            quantity,
            Quantity::Quantiles {
                p5: 0.01,
                p50: 0.05,
                p95: 0.12
            }
        );
    }

    #[test]
    fn a_best_guess_alone_is_certain() {
        assert_eq!(read(["", "", "2", ""]).unwrap(), Quantity::Fixed(2.0));
    }

    #[test]
    fn what_is_missing_or_upside_down_is_said_beside_its_field() {
        assert_eq!(read(["1", "", "2", ""]).unwrap_err().field, 1);
        assert_eq!(read(["3", "4", "2", ""]).unwrap_err().field, 2);
        assert_eq!(read(["x", "4", "2", ""]).unwrap_err().field, 0);
        assert_eq!(read(["", "", "", ""]).unwrap_err().field, 2);
    }

    #[test]
    fn any_other_form_is_written_as_in_the_file() {
        let quantity = read(["", "", "", "Beta(alpha: 2, beta: 5)"]).unwrap();
        assert!(matches!(quantity, Quantity::Beta { .. }));
        let fields = quantity_fields(Some(&quantity), "");
        assert!(fields[3].value().contains("Beta"));
    }
}
