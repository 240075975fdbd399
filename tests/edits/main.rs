//! Changing scenarios, and what the memory of a room may hold.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod memory;

use foretree::files;
use foretree::scenario::Scenario;

/// One of the embedded examples.
fn example(name: &str) -> Scenario {
    let (file, text) = files::examples::example(name).expect("an example");
    read(text, file)
}

fn read(text: &str, file: &str) -> Scenario {
    match files::parse(text, file) {
        Ok(loaded) => loaded.scenario,
        Err(fault) => panic!("{fault}\n{text}"),
    }
}
