//! Where and when a scenario plays.

use super::Assumption;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// Every scenario starts here: the last year that the data describe.
pub const BASE_YEAR: i32 = 2025;

/// Which jobs count as automatable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Exposure {
    /// The ILO's definition of 2023.
    #[default]
    Ilo2023,
    /// High exposure with low complementarity, the IMF's wider definition.
    ImfLowComplementarity,
}

/// The country, group of countries or made-up place that a scenario starts from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::large_enum_variant, reason = "there is one per scenario")]
pub enum BaselineRef {
    /// A country by its ISO 3166 code of three letters.
    Country(String),
    /// A group of countries such as `ldc`, `low` or `eastern_africa`.
    Group(String),
    /// A place described in the file.
    Custom(CustomBaseline),
}

/// Place, years and definitions.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Where.
    pub baseline: BaselineRef,
    /// Country against which the gap between countries is measured; default by rule.
    #[serde(default)]
    pub reference: Option<String>,
    /// First and last year.
    #[serde(default = "default_horizon")]
    pub horizon: (i32, i32),
    /// Which jobs count as automatable.
    #[serde(default)]
    pub exposure: Exposure,
    /// Country inputs that the room knows better, by input name.
    #[serde(default)]
    pub inputs: IndexMap<String, Assumption>,
}

/// The horizon of a file that gives none.
pub(crate) const fn default_horizon() -> (i32, i32) {
    (BASE_YEAR, 2040)
}

/// A made-up place. Inputs that may be left out take the model's defaults.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomBaseline {
    /// Name shown to people.
    pub name: String,
    /// People in the base year.
    pub population: f64,
    /// Population growth per year.
    #[serde(default)]
    pub growth: Option<f64>,
    /// Share of the population of working age, 0..1.
    #[serde(default)]
    pub working_age: Option<f64>,
    /// Compute and network quality, 0..1.
    pub compute: f64,
    /// Data layer, 0..1.
    pub data: f64,
    /// Policy, law and rights layer, 0..1.
    pub policy: f64,
    /// Adoption by employers of automatable jobs, 0..1.
    pub ai_firms: f64,
    /// Augmentable jobs in which AI is used, 0..1.
    pub ai_workers: f64,
    /// Trust in digital services, 0..1.
    #[serde(default)]
    pub trust: Option<f64>,
    /// Share of automatable jobs that serve foreign customers, 0..1.
    #[serde(default)]
    pub trade_x: Option<f64>,
    /// Share of other jobs that make goods for export, 0..1.
    #[serde(default)]
    pub trade_y: Option<f64>,
    /// Share of displaced workers reached by retraining, 0..1.
    #[serde(default)]
    pub reskill_coverage: Option<f64>,
    /// Share of AI-supported services available in local form, 0..1.
    #[serde(default)]
    pub local_service_share: Option<f64>,
    /// Share of the surplus kept at home that is spread per head, 0..1.
    #[serde(default)]
    pub transfer_share: Option<f64>,
    /// Share of the wage replaced while displaced, 0..1.
    #[serde(default)]
    pub replacement: Option<f64>,
    /// Hazard of losing coverage, per year.
    #[serde(default)]
    pub coverage_loss: Option<f64>,
    /// Decay of the data, policy and compute layers, per year.
    #[serde(default)]
    pub layer_loss: Option<f64>,
    /// Multiplier on the hazard of re-employment.
    #[serde(default)]
    pub reemploy_mult: Option<f64>,
    /// How far a full policy layer protects automatable jobs, 0..1.
    #[serde(default)]
    pub labour_protection: Option<f64>,
    /// One to eight groups of people whose shares sum to 1.
    pub cohorts: Vec<CustomCohort>,
}

/// One group of people of a made-up place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomCohort {
    /// Identifier.
    pub id: String,
    /// In extreme poverty.
    pub poor: bool,
    /// Women (true) or men (false).
    pub female: bool,
    /// Share of the population, 0..1.
    pub share: f64,
    /// Covered by mobile broadband, 0..1.
    pub coverage: f64,
    /// Internet users per head, above 0 and below `coverage`.
    pub usage: f64,
    /// With electricity, 0..1.
    pub electricity: f64,
    /// With basic digital skills, 0..1.
    pub skills: f64,
    /// Employed share of people aged 15 and over, 0..1.
    pub employed: f64,
    /// Automatable share of the employed, 0..1.
    pub auto_share: f64,
    /// Augmentable share of the employed, 0..1.
    pub aug_share: f64,
    /// Dollars a day at purchasing-power parity.
    pub income: f64,
    /// How fast coverage reaches this cohort, 1 = as others.
    #[serde(default)]
    pub coverage_equity: Option<f64>,
}
