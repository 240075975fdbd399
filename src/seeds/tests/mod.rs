//! What the embedded files promise.
#![allow(clippy::expect_used)]

mod countries;
mod numbers;
mod observables;
mod words;
