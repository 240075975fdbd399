//! The embedded catalogue as the vocabulary of checks.
//!
//! The one place where scenarios meet the catalogue before a run: [`crate::scenario`] itself must
//! not know it.

use crate::scenario::edit::default_magnitude;
use crate::scenario::{
    BaselineFacts, CohortFacts, Effect, EffectFacts, Evidence, Finding, FlagFacts, Helps,
    InputFacts, Op, PathFacts, Range, Scenario, Setting, Severity, Vocabulary, check,
};
use crate::seeds::{
    CatalogueEffect, EffectPath, Input, InputClass, MeasureKind, baseline, catalogue,
};
use std::sync::LazyLock;

/// Paths on which more is better for people.
const HELPS_UP: [&str; 26] = [
    "coverage_rate",
    "use_growth",
    "price_decline",
    "power_rate",
    "skill_rate",
    "skill_learning",
    "norm_relax_rate",
    "compute_rate",
    "data_rate",
    "policy_rate",
    "offline_representation",
    "reinstatement_ratio",
    "reemploy_rate",
    "reskill_effect",
    "conn_job_gain",
    "pass_through",
    "relevance_floor",
    "online_income_gain",
    "service_gain",
    "coverage_equity",
    "reskill_coverage",
    "local_service_share",
    "transfer_share",
    "replacement",
    "reemploy_mult",
    "labour_protection",
];

/// Paths on which less is better for people.
const HELPS_DOWN: [&str; 11] = [
    "displacement_hazard",
    "external_hazard",
    "scar_loss",
    "profit_leak",
    "incident_rate",
    "data_bias_weight",
    "severity_median",
    "harm_income_loss",
    "trust_loss",
    "coverage_loss",
    "layer_loss",
];

/// Paths on which more means more AI services in people's lives.
const AI_SERVICES: [&str; 3] = ["ai_bass_q", "local_service_share", "service_gain"];

/// The cohorts of every country and group, in the order of the model.
const COHORTS: [(&str, bool, bool); 4] = [
    ("poor_women", true, true),
    ("poor_men", true, false),
    ("other_women", false, true),
    ("other_men", false, false),
];

/// All findings about a scenario, with the embedded catalogue. Doubts about the base year are
/// looked for once there is no error: a base year is not built from a setting that is wrong.
#[must_use]
pub fn findings(scenario: &Scenario) -> Vec<Finding> {
    let found = check(scenario, vocabulary(), None);
    if found
        .iter()
        .any(|finding| finding.severity == Severity::Error)
    {
        return found;
    }
    match baseline_facts(&scenario.setting) {
        Some(facts) => check(scenario, vocabulary(), Some(&facts)),
        None => found,
    }
}

/// The vocabulary of the embedded catalogue, built when it is first asked for.
#[must_use]
pub fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(build);
    &VOCABULARY
}

fn build() -> Vocabulary {
    let catalogue = catalogue();
    let measures = catalogue.measures.iter();
    Vocabulary {
        parameters: catalogue
            .parameters
            .iter()
            .map(|parameter| parameter.id.clone())
            .collect(),
        paths: catalogue
            .paths
            .iter()
            .map(|path| (path.id.clone(), path_facts(path)))
            .collect(),
        inputs: catalogue
            .inputs
            .iter()
            .map(|input| (input.id.clone(), input_facts(input)))
            .collect(),
        measures: measures
            .filter(|measure| measure.kind == MeasureKind::Measure)
            .map(|measure| measure.id.clone())
            .collect(),
        effects: catalogue.effects.iter().map(effect_facts).collect(),
        countries: catalogue
            .countries
            .iter()
            .map(|country| (country.iso3.clone(), country.short_name.clone()))
            .collect(),
        groups: catalogue
            .groups
            .iter()
            .map(|group| group.id.clone())
            .collect(),
        cohorts: COHORTS.map(cohort_facts).to_vec(),
        indicators: catalogue
            .indicators
            .iter()
            .map(|indicator| indicator.key.clone())
            .collect(),
        evidence: catalogue
            .evidence
            .iter()
            .map(|entry| entry.id.clone())
            .collect(),
    }
}

fn path_facts(path: &EffectPath) -> PathFacts {
    let id = path.id.as_str();
    PathFacts {
        kind: path.kind,
        per_cohort: path.per_cohort,
        base_only: path.base_only,
        range: Range {
            min: path.min,
            max: path.max,
        },
        helps: if HELPS_UP.contains(&id) {
            Helps::Up
        } else if HELPS_DOWN.contains(&id) {
            Helps::Down
        } else {
            Helps::Neither
        },
        ai_service: AI_SERVICES.contains(&id),
    }
}

fn input_facts(input: &Input) -> InputFacts {
    InputFacts {
        kind: input.kind,
        range: Range {
            min: input.min,
            max: input.max,
        },
        figure: input.class == InputClass::Figure,
    }
}

fn effect_facts(effect: &CatalogueEffect) -> EffectFacts {
    EffectFacts {
        id: effect.id.clone(),
        measures: effect.measures.clone(),
        path: effect.path.clone(),
        op: effect.op,
        points: (effect.p5, effect.p50, effect.p95),
        scale: effect.kind.scale(),
        delay: effect.delay(),
        cohorts: effect.cohorts.clone(),
    }
}

fn cohort_facts((id, poor, female): (&str, bool, bool)) -> CohortFacts {
    CohortFacts {
        id: id.to_owned(),
        poor,
        female,
    }
}

/// An effect on a path to begin with, or none if there is no such path for effects.
#[must_use]
pub fn default_effect(path: &str, op: Op) -> Option<Effect> {
    let facts = vocabulary().paths.get(path)?;
    let points = catalogue()
        .parameter(path)
        .map(|parameter| (parameter.p5, parameter.p50, parameter.p95));
    (!facts.base_only).then(|| Effect {
        id: None,
        path: path.to_owned(),
        op,
        magnitude: default_magnitude(op, facts, points),
        start: None,
        ramp: 0,
        duration: None,
        fade: 0,
        cohorts: Vec::new(),
        rationale: String::new(),
        evidence: Evidence::default(),
        sources: Vec::new(),
    })
}

/// What the base year of a setting is like; none if it cannot be built, which a check says in
/// its own words.
#[must_use]
pub fn baseline_facts(setting: &Setting) -> Option<BaselineFacts> {
    let built = baseline(setting).ok()?;
    let poor = built.country.cohorts.iter().filter(|cohort| cohort.poor);
    let flags = built.flags.iter().map(|flag| FlagFacts {
        input: flag.input.clone(),
        reason: flag.reason.clone(),
        year: flag.year,
    });
    Some(BaselineFacts {
        poor_shares: poor
            .map(|cohort| (cohort.id.clone(), cohort.share))
            .collect(),
        flags: flags.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_judged_path_is_in_the_catalogue() {
        let judged = HELPS_UP.iter().chain(&HELPS_DOWN).chain(&AI_SERVICES);
        for id in judged {
            assert!(vocabulary().paths.contains_key(*id), "{id}");
        }
    }

    #[test]
    fn the_cohorts_are_those_of_a_country() {
        let none = std::collections::BTreeMap::new();
        let built =
            crate::seeds::country_baseline("MWI", crate::scenario::Exposure::Ilo2023, &none);
        let cohorts = built.expect("Malawi has a base year").country.cohorts;
        let found: Vec<_> = cohorts
            .iter()
            .map(|c| (c.id.as_str(), c.poor, c.female))
            .collect();
        assert_eq!(found, COHORTS);
    }
}
