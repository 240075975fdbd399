//! What the two United Nations documents promise, in our own words.

use serde::{Deserialize, Serialize};

use super::text::list_of;
use crate::seeds::{CatalogueEffect, Certainty, Layer, SeedError, catalogue};

/// What sort of statement an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeasureKind {
    /// A principle of the strategy of 2018.
    Principle,
    /// A commitment of the strategy of 2018.
    StrategyCommitment,
    /// A commitment of the road map of 2019.
    Commitment,
    /// A measure of the road map of 2019.
    Measure,
}

/// A principle, commitment or measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// `S-P1`, `S-C1`, `1` or `1.1`.
    pub id: String,
    /// What it is.
    pub kind: MeasureKind,
    /// The commitment that a measure belongs to.
    #[serde(default)]
    pub commitment: Option<String>,
    /// The road map's cluster: how clear the matter seemed in 2019, not how large an effect is.
    #[serde(default)]
    pub cluster: Option<Certainty>,
    /// Layers it acts on, the main one first.
    #[serde(default)]
    pub layers: Vec<Layer>,
    /// A few words.
    pub title: String,
    /// A sentence or two, in our own words.
    pub text: String,
    /// Why it has no effect in the model; empty if it has some, or is not a measure.
    #[serde(default)]
    pub note: String,
}

impl Measure {
    /// The layer it belongs to above all; principles have none.
    pub fn layer(&self) -> Option<Layer> {
        self.layers.first().copied()
    }

    /// The catalogue effects that adopting it pulls in.
    pub fn effects(&self) -> Vec<&'static CatalogueEffect> {
        catalogue().effects_of(&self.id)
    }
}

pub(crate) fn measures(text: &str) -> Result<Vec<Measure>, SeedError> {
    list_of("measures.ron", text)
}
