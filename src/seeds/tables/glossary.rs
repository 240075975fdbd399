//! The words of the program in plain language.

use serde::{Deserialize, Serialize};

use super::text::list_of;
use crate::seeds::SeedError;

/// One word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word.
    pub term: String,
    /// The letter that formulas use for it.
    #[serde(default)]
    pub symbol: Option<String>,
    /// What it means.
    pub meaning: String,
}

pub(crate) fn glossary(text: &str) -> Result<Vec<Term>, SeedError> {
    list_of("glossary.ron", text)
}
