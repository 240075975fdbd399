//! The two labels that every node carries: its layer and its cluster of knowledge.

use serde::{Deserialize, Serialize};

/// Which of the four layers of digital readiness a node belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Layer {
    /// Networks, power, devices, compute.
    Infrastructure,
    /// Statistics, open data, language data.
    Data,
    /// Digital skills and training.
    Skills,
    /// Policy, law and rights.
    Policy,
}

/// How sure the road map is about a measure: its cluster, shown as a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Certainty {
    /// Shown as *act now*.
    High,
    /// Shown as *experiment*.
    Evolving,
    /// Shown as *guardrails*.
    Uncertain,
}
