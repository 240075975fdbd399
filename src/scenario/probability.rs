//! Probabilities in a file: a bare number or a quantity.

use super::Quantity;
use serde::Deserialize;
use serde::de::value::EnumAccessDeserializer;
use serde::de::{Deserializer, EnumAccess, Visitor};
use std::fmt;

/// Reads `0.35` as well as `Beta(…)`, so that an error inside a quantity is reported inside it
/// (an untagged enum would forget where it was).
pub(super) fn number_or_quantity<'de, D: Deserializer<'de>>(from: D) -> Result<Quantity, D::Error> {
    from.deserialize_any(NumberOrQuantity)
}

struct NumberOrQuantity;

impl<'de> Visitor<'de> for NumberOrQuantity {
    type Value = Quantity;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a number such as 0.35 or a quantity such as `Beta(…)`")
    }

    fn visit_f64<E>(self, value: f64) -> Result<Quantity, E> {
        Ok(Quantity::Fixed(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Quantity, E> {
        Ok(Quantity::Fixed(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Quantity, E> {
        Ok(Quantity::Fixed(value as f64))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Quantity, A::Error> {
        Quantity::deserialize(EnumAccessDeserializer::new(data))
    }
}
