//! Every text that a person reads: the message catalogue and the way numbers are written.
//!
//! Other modules name a message and hand over plain values; they hold no sentences of their own.
//! Library errors are enums whose sentences live here. Nothing in here computes a result.
//!
//! To add a text, write it into one of the `en/*.ftl` files and say it with [`tell!`](crate::tell).
//! The tests find messages that are missing, unused or broken, and sentences written elsewhere.

pub mod answers;
mod catalogue;
pub mod choices;
pub mod course;
pub mod faults;
pub mod inputs;
pub mod made;
pub mod numbers;
pub mod paragraph;
pub mod people;
pub mod plain;
pub mod quantities;
pub mod ranked;
pub mod rounds;
pub mod sentences;
#[cfg(feature = "workshop")]
pub mod serving;
pub mod setbacks;
pub mod subjects;
pub mod waiting;
pub mod workshop;

pub use catalogue::{Value, known_message, tell};

/// The text of a message, with its values by name: `tell!("run-draws", draws = 10_000)`.
///
/// Text values appear as they are; numbers also choose between singular and plural.
#[macro_export]
macro_rules! tell {
    ($id:literal) => { $crate::words::tell($id, &[]) };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::tell($id, &[$((stringify!($name), $crate::words::Value::from($value))),+])
    };
}

#[cfg(test)]
mod tests;
