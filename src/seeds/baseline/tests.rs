//! The baseline rules, one by one.
