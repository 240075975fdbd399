//! What the equations know about a country in its base year.
//!
//! Plain values, already built and repaired by the baseline rules; nothing here reads files.

use super::theta::{Slot, Theta, slot};

/// One group of people whose membership is fixed in the base year.
#[derive(Clone, Debug, PartialEq)]
pub struct Cohort {
    /// Identifier such as `poor_women`.
    pub id: String,
    /// In extreme poverty in the base year (below 3 dollars a day, 2021 purchasing power).
    pub poor: bool,
    /// Women (true) or men (false).
    pub female: bool,
    /// Share of the population, 0..1; all cohorts sum to 1.
    pub share: f64,
    /// Share of the cohort covered by mobile broadband, 0..1.
    pub coverage: f64,
    /// Internet users per head of the cohort, above 0 and below `coverage`.
    pub usage: f64,
    /// Share with electricity, 0..1.
    pub electricity: f64,
    /// Share with basic digital skills, 0..1.
    pub skills: f64,
    /// Employed share of people aged 15 and over, 0..1.
    pub employed: f64,
    /// Share of the employed whose job generative AI could automate, 0..1.
    pub auto_share: f64,
    /// Share of the employed whose job generative AI could augment, 0..1.
    pub aug_share: f64,
    /// Income in dollars a day at purchasing-power parity.
    pub income: f64,
    /// How fast coverage reaches this cohort relative to others (rate multiplier, 1 = equal).
    pub coverage_equity: f64,
}

/// A country, a group of countries or a made-up setting in the base year.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// Name shown to people.
    pub name: String,
    /// One to eight cohorts.
    pub cohorts: Vec<Cohort>,
    /// People in the base year.
    pub population: f64,
    /// Population growth per year.
    pub growth: f64,
    /// Share of the population of working age, 0..1.
    pub working_age: f64,
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
    pub trust: f64,
    /// Share of automatable jobs that serve foreign customers, 0..1.
    pub trade_x: f64,
    /// Share of other jobs that make goods for export, 0..1.
    pub trade_y: f64,
    /// Share of displaced workers reached by retraining, 0..1.
    pub reskill_coverage: f64,
    /// Share of AI-supported services available in local form, 0..1.
    pub local_service_share: f64,
    /// Share of the surplus kept at home that is spread per head, 0..1.
    pub transfer_share: f64,
    /// Share of the wage replaced while displaced, 0..1.
    pub replacement: f64,
    /// Hazard of losing coverage, per year.
    pub coverage_loss: f64,
    /// Decay of the data, policy and compute layers, per year.
    pub layer_loss: f64,
    /// Multiplier on the hazard of re-employment.
    pub reemploy_mult: f64,
    /// How far a full policy layer protects automatable jobs, 0..1.
    pub labour_protection: f64,
}

impl Country {
    /// Puts the country's own inputs into their slots; parameters stay as they are.
    pub fn fill<const G: usize>(&self, theta: &mut Theta<f64, G>) {
        for (name, value) in self.inputs() {
            if let Some(slot) = slot(name) {
                theta.set(slot, value);
            }
        }
        if let Some(Slot::Cohort(i)) = slot("coverage_equity") {
            for (equity, cohort) in theta.cohort[i].iter_mut().zip(&self.cohorts) {
                *equity = cohort.coverage_equity;
            }
        }
    }

    /// The inputs that are one number for the whole country, by name.
    pub fn inputs(&self) -> [(&'static str, f64); 19] {
        [
            ("population", self.population),
            ("growth", self.growth),
            ("working_age", self.working_age),
            ("compute", self.compute),
            ("data", self.data),
            ("policy", self.policy),
            ("ai_firms", self.ai_firms),
            ("ai_workers", self.ai_workers),
            ("trust", self.trust),
            ("trade_x", self.trade_x),
            ("trade_y", self.trade_y),
            ("reskill_coverage", self.reskill_coverage),
            ("local_service_share", self.local_service_share),
            ("transfer_share", self.transfer_share),
            ("replacement", self.replacement),
            ("coverage_loss", self.coverage_loss),
            ("layer_loss", self.layer_loss),
            ("reemploy_mult", self.reemploy_mult),
            ("labour_protection", self.labour_protection),
        ]
    }
}
