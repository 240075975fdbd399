//! What is kept from one session to the next.

use crate::look::Look;

/// Choices of the person, not of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Theme, glyphs and depth of colour.
    pub look: Look,
    /// Tasks of the tutorial that are done.
    pub tutorial: Vec<String>,
}
