//! A workshop from outside: rounds and their numbers, what is adopted, and records of whole days.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may end here")]

mod adopt;
mod rounds;
mod support;
