//! One quantity as it stands in a file, for fields that people type into.

use serde::Deserialize;

use super::reader::Reader;
use super::{Trouble, canonical, syntax};
use crate::scenario::Quantity;

/// The quantity in the notation of scenario files, on one line.
#[must_use]
pub fn quantity_to_ron(quantity: &Quantity) -> String {
    canonical::quantity_in_line(quantity)
}

/// Reads a quantity in the notation of scenario files.
///
/// # Errors
/// What is wrong with the text.
pub fn quantity_from_ron(text: &str) -> Result<Quantity, Trouble> {
    let value = syntax::parse(text).value?;
    Quantity::deserialize(Reader {
        text,
        value: &value,
    })
    .map_err(|trouble| trouble.or_at(value.head()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_read_as_it_is_written() {
        for text in [
            "Fixed(2.0)",
            "Quantiles(p5: 0.01, p50: 0.03, p95: 0.06)",
            "Discrete([(1.0, 0.5), (2.0, 0.5)])",
        ] {
            let quantity = quantity_from_ron(text).unwrap();
            assert_eq!(quantity_to_ron(&quantity), text);
        }
    }

    #[test]
    fn what_is_no_quantity_is_refused_with_a_reason() {
        assert!(quantity_from_ron("Betta(alpha: 1, beta: 2)").is_err());
        assert!(quantity_from_ron("").is_err());
    }
}
