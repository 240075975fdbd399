//! The evidence register.

use serde::{Deserialize, Serialize};

use super::text::list_of;
use crate::seeds::SeedError;

/// How a figure was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadingStatus {
    /// The page or abstract of the authors or issuing body was read.
    Primary,
    /// A report, summary or catalogue entry that quotes it was read.
    Secondary,
    /// Computed from the data of this catalogue.
    Data,
    /// From memory, not confirmed: no figure is shown.
    Recalled,
}

/// One entry of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceEntry {
    /// Id such as `E-01`.
    pub id: String,
    /// What it is about.
    pub topic: String,
    /// How its figures were read.
    pub status: Vec<ReadingStatus>,
    /// Whether further figures were only recalled and are left out.
    #[serde(default)]
    pub left_out: bool,
    /// What was found.
    pub figure: String,
    /// Who found it and where it stands.
    pub source: String,
}

pub(crate) fn evidence(text: &str) -> Result<Vec<EvidenceEntry>, SeedError> {
    list_of("evidence.ron", text)
}
