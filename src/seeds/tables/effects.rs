//! The catalogue effects of road-map measures.

use serde::{Deserialize, Serialize};

use super::read::{list, rows};
use crate::seeds::{Grade, Kind, Op, SeedError};

/// What we assume an action of the kind that a measure supports would do. Its place in the table
/// numbers its sampling dimension, after the parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CatalogueEffect {
    /// Id such as `1.1-cov`.
    pub id: String,
    /// The measure or range of measures it stands for, such as `7.1-7.5`.
    pub measure: String,
    /// Every measure of that range.
    #[serde(skip_deserializing)]
    pub measures: Vec<String>,
    /// The path it acts on.
    pub path: String,
    /// How it acts.
    pub op: Op,
    /// Our 5 percent point of the magnitude.
    pub p5: f64,
    /// Our middle value of the magnitude.
    pub p50: f64,
    /// Our 95 percent point of the magnitude.
    pub p95: f64,
    /// Scale between the three points of the magnitude.
    pub kind: Kind,
    /// First year if the measure begins in 2026: the delay is `start - 2026`.
    pub start: i32,
    /// Years until it acts in full.
    pub ramp: u32,
    /// Years it lasts; `None` means to the end.
    pub duration: Option<u32>,
    /// Years over which it fades after that.
    pub fade: u32,
    /// Cohort tags it is aimed at (`poor`, `women`); empty means everyone.
    #[serde(deserialize_with = "list")]
    pub cohorts: Vec<String>,
    /// How good the evidence is; never A.
    pub grade: Grade,
    /// Ids of the similar cases behind it; empty means judgement.
    #[serde(deserialize_with = "list")]
    pub sources: Vec<String>,
}

impl CatalogueEffect {
    /// Years between the start of a measure and the first year of this effect.
    pub fn delay(&self) -> i32 {
        self.start - 2026
    }
}

pub(crate) fn effects(text: &str) -> Result<Vec<CatalogueEffect>, SeedError> {
    let mut effects: Vec<CatalogueEffect> = rows("effects.csv", text)?;
    for effect in &mut effects {
        effect.measures = measures_of(&effect.measure).ok_or_else(|| SeedError::Unresolved {
            file: "effects.csv",
            id: effect.id.clone(),
            missing: effect.measure.clone(),
        })?;
    }
    Ok(effects)
}

/// `7.1-7.3` gives 7.1, 7.2 and 7.3; both ends belong to the same commitment.
fn measures_of(range: &str) -> Option<Vec<String>> {
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let (commitment, from) = first.split_once('.')?;
    let (same, to) = last.split_once('.')?;
    let (from, to) = (from.parse::<u32>().ok()?, to.parse::<u32>().ok()?);
    (commitment == same && from <= to)
        .then(|| (from..=to).map(|n| format!("{commitment}.{n}")).collect())
}
