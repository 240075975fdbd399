//! Parameters, inputs, paths, effects, indicators, constants.

use std::collections::BTreeSet;

use crate::seeds::*;

fn distinct(ids: Vec<&String>) {
    let set: BTreeSet<_> = ids.iter().collect();
    assert_eq!(set.len(), ids.len(), "{ids:?}");
}

#[test]
fn every_table_of_numbers_can_be_read() {
    let all = catalogue();
    assert!(
        all.parameters.fault().is_none(),
        "{:?}",
        all.parameters.fault()
    );
    assert!(all.inputs.fault().is_none(), "{:?}", all.inputs.fault());
    assert!(all.effects.fault().is_none(), "{:?}", all.effects.fault());
    assert!(
        all.indicators.fault().is_none(),
        "{:?}",
        all.indicators.fault()
    );
    assert!(
        all.constants.fault().is_none(),
        "{:?}",
        all.constants.fault()
    );
    assert_eq!(
        (all.parameters.len(), all.effects.len(), all.paths.len()),
        (45, 27, 56)
    );
}

#[test]
fn no_id_appears_twice_in_a_table() {
    let all = catalogue();
    distinct(all.parameters.iter().map(|row| &row.id).collect());
    distinct(all.parameters.iter().map(|row| &row.symbol).collect());
    distinct(all.inputs.iter().map(|row| &row.id).collect());
    distinct(all.paths.iter().map(|row| &row.id).collect());
    distinct(all.effects.iter().map(|row| &row.id).collect());
    distinct(all.indicators.iter().map(|row| &row.key).collect());
    distinct(all.constants.iter().map(|row| &row.id).collect());
}

#[test]
fn the_first_and_last_sampling_dimensions_keep_their_numbers() {
    let all = catalogue();
    let ids: Vec<&str> = all.parameters.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(
        (ids[0], ids[16], ids[44]),
        ("coverage_rate", "frontier_2025", "trust_loss")
    );
    let effects: Vec<&str> = all.effects.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(
        (effects[0], effects[15], effects[26]),
        ("1.1-cov", "6.1-rep", "9.3-prot")
    );
}

#[test]
fn the_three_points_of_a_parameter_lie_in_order_and_in_range() {
    for row in catalogue().parameters.iter() {
        assert!(
            row.min <= row.p5 && row.p5 < row.p50 && row.p50 < row.p95 && row.p95 <= row.max,
            "{}",
            row.id
        );
        assert!(
            row.kind != Kind::Rate || (row.p5 > 0.0 && row.min == 0.0),
            "{}",
            row.id
        );
        assert!(
            row.kind != Kind::Fraction || (row.min == 0.0 && row.max == 1.0 && row.p95 < 1.0),
            "{}",
            row.id
        );
    }
}

#[test]
fn national_and_base_only_paths_are_those_of_the_model() {
    let national = "compute_rate data_rate policy_rate layer_loss ces_rho frontier_2025 frontier_growth frontier_cap \
        readiness_exponent incident_rate guardrail_exponent severity_median trust_loss profit_leak transfer_share";
    let base_only = "exposure_auto_mult exposure_aug_mult frontier_2025";
    for path in catalogue().paths.iter() {
        assert_eq!(
            !path.per_cohort,
            national.split_whitespace().any(|id| id == path.id),
            "{}",
            path.id
        );
        assert_eq!(
            path.base_only,
            base_only.split_whitespace().any(|id| id == path.id),
            "{}",
            path.id
        );
    }
}

#[test]
fn country_inputs_come_after_the_parameters_in_the_table_of_paths() {
    let kind = |id: &str| catalogue().path(id).map(|path| (path.kind, path.origin));
    assert!(
        catalogue()
            .paths
            .iter()
            .take(45)
            .all(|path| path.origin == Origin::Parameter)
    );
    assert_eq!(
        catalogue()
            .paths
            .iter()
            .filter(|path| path.origin == Origin::Input)
            .count(),
        11
    );
    for id in [
        "coverage_equity",
        "coverage_loss",
        "layer_loss",
        "reemploy_mult",
    ] {
        assert_eq!(kind(id), Some((Kind::Rate, Origin::Input)), "{id}");
    }
    for id in [
        "trade_x",
        "trade_y",
        "reskill_coverage",
        "local_service_share",
        "transfer_share",
        "replacement",
    ] {
        assert_eq!(kind(id), Some((Kind::Fraction, Origin::Input)), "{id}");
    }
    assert_eq!(
        kind("labour_protection"),
        Some((Kind::Fraction, Origin::Input))
    );
    assert_eq!(kind("population"), None);
}

#[test]
fn every_effect_acts_on_a_path_that_effects_may_change() {
    for effect in catalogue().effects.iter() {
        let path = catalogue().path(&effect.path).expect("a known path");
        assert!(!path.base_only, "{}", effect.id);
        assert!(
            path.per_cohort || effect.cohorts.is_empty(),
            "{}",
            effect.id
        );
        assert!(
            effect.p5 < effect.p50 && effect.p50 < effect.p95,
            "{}",
            effect.id
        );
        assert!(
            effect
                .cohorts
                .iter()
                .all(|tag| tag == "poor" || tag == "women"),
            "{}",
            effect.id
        );
        assert!(
            effect.grade != Grade::A && effect.delay() >= 0,
            "{}",
            effect.id
        );
    }
}

#[test]
fn adopting_one_measure_of_a_bundle_pulls_the_whole_bundle() {
    let ids = |measure| {
        catalogue()
            .effects_of(measure)
            .iter()
            .map(|effect| effect.id.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("7.2"), ["7.3-local", "7.3-jobs", "7.1-leak"]);
    assert_eq!(ids("7.5"), ["7.3-local", "7.3-jobs"]);
    assert_eq!(
        ids("9.4"),
        ["9.1-policy", "9.1-drag", "9.4-redress", "9.3-prot"]
    );
    assert!(ids("3.1").is_empty());
}

#[test]
fn only_price_effects_end_before_the_horizon() {
    let ends: Vec<&str> = catalogue()
        .effects
        .iter()
        .filter(|e| e.duration.is_some())
        .map(|e| e.id.as_str())
        .collect();
    assert_eq!(ends, ["1.1-price", "1.3-price"]);
    assert!(
        catalogue()
            .effects
            .iter()
            .all(|e| e.duration.is_none_or(|years| years == 10 && e.fade == 3))
    );
}

#[test]
fn numbers_with_a_source_name_entries_of_the_evidence_register() {
    let all = catalogue();
    let cited = all.parameters.iter().flat_map(|row| &row.sources);
    let cited = cited.chain(all.effects.iter().flat_map(|row| &row.sources));
    let cited = cited.chain(all.constants.iter().flat_map(|row| &row.sources));
    let cited = cited.chain(all.exposure.iter().map(|row| &row.source));
    for id in cited {
        assert!(all.evidence(id).is_some(), "{id}");
    }
    assert!(
        all.parameters
            .iter()
            .all(|row| !row.sources.is_empty() || row.grade == Grade::C)
    );
}

#[test]
fn indicators_without_a_yearly_value_are_the_ones_the_contract_names() {
    let without: BTreeSet<&str> = catalogue()
        .indicators
        .iter()
        .filter(|row| !row.has_series)
        .map(|row| row.key.as_str())
        .collect();
    let named = "displaced_peak worst_loss_poor harmed_poor_peak years_behind_rest setback_any_year cost_musd cost_per_person_online";
    assert_eq!(without, named.split_whitespace().collect());
}

#[test]
fn only_gaps_between_countries_need_a_reference_and_only_costs_need_costs() {
    for row in catalogue().indicators.iter() {
        assert_eq!(
            row.needs_reference,
            row.group == IndicatorGroup::Between,
            "{}",
            row.key
        );
        assert_eq!(
            row.needs_costs,
            row.group == IndicatorGroup::Cost,
            "{}",
            row.key
        );
        assert!(
            row.meaning.ends_with('.') && !row.label.is_empty() && !row.formula.is_empty(),
            "{}",
            row.key
        );
    }
}

#[test]
fn inputs_that_the_model_gives_one_default_may_be_left_out_of_a_custom_baseline() {
    let defaults: Vec<(&str, f64)> = catalogue()
        .inputs
        .iter()
        .filter_map(|row| Some((row.id.as_str(), row.default?)))
        .collect();
    assert_eq!(
        defaults,
        [
            ("trust", 0.6),
            ("coverage_loss", 0.0),
            ("layer_loss", 0.0),
            ("labour_protection", 0.25)
        ]
    );
}

#[test]
fn inputs_have_ranges_that_hold_something() {
    for row in catalogue().inputs.iter() {
        assert!(
            row.min < row.max && !row.meaning.is_empty() && !row.unit.is_empty(),
            "{}",
            row.id
        );
        assert!(
            row.default
                .is_none_or(|value| row.min <= value && value <= row.max),
            "{}",
            row.id
        );
    }
}
