use super::{
    assert_sound, error, errors, findings, with_fields, with_option, with_option_and_wildcard,
};
use foretree::scenario::{Code, QuantityFault, Severity, What};

/// The only error of a scenario with one option that has this effect.
fn effect_error(effect: &str) -> super::Found {
    error(&with_option(&format!("effects: [({effect})]")))
}

fn sound_effect(effect: &str) {
    assert_sound(&with_option(&format!("effects: [({effect})]")));
}

#[test]
fn an_unknown_path_is_refused_with_the_nearest() {
    let found = effect_error("path: \"pwoer_rate\", op: Multiply, magnitude: Fixed(2.0)");
    assert_eq!(found.code.nearest(), Some("power_rate"));
    assert_eq!(found.place, "tree.nodes.d.options[0].effects[0].path");
}

#[test]
fn paths_of_the_base_year_cannot_be_changed() {
    for path in [
        "frontier_2025",
        "exposure_auto_mult",
        "exposure_aug_mult",
        "usage",
        "population",
    ] {
        let found = effect_error(&format!(
            "path: \"{path}\", op: Multiply, magnitude: Fixed(2.0)"
        ));
        assert_eq!(
            found.code,
            Code::BaseOnly {
                path: path.to_owned()
            }
        );
    }
}

#[test]
fn country_inputs_that_may_change_are_paths() {
    sound_effect("path: \"coverage_loss\", op: Add, magnitude: Fixed(0.3), duration: 1");
    sound_effect("path: \"transfer_share\", op: Add, magnitude: Fixed(0.1)");
}

#[test]
fn cohorts_are_refused_on_national_paths() {
    for path in [
        "compute_rate",
        "incident_rate",
        "frontier_growth",
        "transfer_share",
        "layer_loss",
    ] {
        let found = effect_error(&format!(
            "path: \"{path}\", op: Multiply, magnitude: Fixed(1.5), cohorts: [\"poor\"]"
        ));
        assert_eq!(
            found.code,
            Code::CohortsOnNational {
                path: path.to_owned()
            }
        );
    }
    sound_effect("path: \"ai_bass_q\", op: Multiply, magnitude: Fixed(1.5), cohorts: [\"women\"]");
}

#[test]
fn cohorts_are_ids_or_tags() {
    for cohort in ["poor", "rest", "women", "men", "poor_women", "other_men"] {
        sound_effect(&format!(
            "path: \"power_rate\", op: Multiply, magnitude: Fixed(2.0), cohorts: [\"{cohort}\"]"
        ));
    }
    let found = effect_error(
        "path: \"power_rate\", op: Multiply, magnitude: Fixed(2.0), cohorts: [\"men\", \"womne\"]",
    );
    assert_eq!(found.code.nearest(), Some("women"));
    assert_eq!(found.place, "tree.nodes.d.options[0].effects[0].cohorts[1]");
}

#[test]
fn an_effect_starts_with_its_node_or_later_and_within_the_horizon() {
    let at = |year: i32| {
        format!("path: \"power_rate\", op: Multiply, magnitude: Fixed(2.0), start: {year}")
    };
    sound_effect(&at(2030));
    sound_effect(&at(2040));
    assert_eq!(
        effect_error(&at(2029)).code,
        Code::StartBefore {
            start: 2029,
            year: 2030
        }
    );
    assert_eq!(
        effect_error(&at(2041)).code,
        Code::StartAfterEnd {
            start: 2041,
            end: 2040
        }
    );
    let long =
        effect_error("path: \"power_rate\", op: Multiply, magnitude: Fixed(2.0), ramp: 4000000000");
    assert!(matches!(long.code, Code::TooManyYears { .. }));
}

#[test]
fn magnitudes_keep_to_what_their_operation_allows() {
    let bad = [
        "path: \"price_decline\", op: Set, magnitude: Fixed(-0.1)",
        "path: \"pass_through\", op: Set, magnitude: Fixed(1.1)",
        "path: \"pass_through\", op: Add, magnitude: Fixed(1.1)",
        "path: \"pass_through\", op: Add, magnitude: Fixed(-1.1)",
        "path: \"power_rate\", op: Multiply, magnitude: Fixed(-2.0)",
        "path: \"power_rate\", op: Multiply, magnitude: Uniform(min: -1.0, max: 2.0)",
        "path: \"power_rate\", op: Multiply, magnitude: Quantiles(p5: 0.0, p50: 1.0, p95: 2.0)",
        "path: \"norm_relax_rate\", op: Add, magnitude: Fixed(99.0)",
    ];
    for effect in bad {
        let place = effect_error(effect).place;
        assert!(
            place.starts_with("tree.nodes.d.options[0].effects[0].magnitude"),
            "{place}"
        );
    }
    // Three points around 0 are added on a linear scale; those above 0 of a share on log odds.
    sound_effect(
        "path: \"norm_relax_rate\", op: Add, magnitude: Quantiles(p5: -0.1, p50: 0.0, p95: 0.1)",
    );
    sound_effect(
        "path: \"pass_through\", op: Add, magnitude: Quantiles(p5: 0.1, p50: 0.5, p95: 0.9)",
    );
    let scale = effect_error(
        "path: \"pass_through\", op: Add, magnitude: Quantiles(p5: 0.1, p50: 0.5, p95: 1.0)",
    );
    assert!(matches!(scale.code, Code::Quantity(_)));
}

#[test]
fn tails_that_leave_the_range_are_doubted_not_refused() {
    let text = with_option(
        "effects: [(path: \"price_decline\", op: Set, magnitude: Normal(mean: 0.05, sd: 0.02))]",
    );
    let found = findings(&text);
    let tail = found
        .iter()
        .find(|found| matches!(found.code, Code::TailOutOfRange { .. }));
    assert_eq!(
        tail.map(|found| found.severity),
        Some(Severity::Warning),
        "{found:?}"
    );
    assert_sound(&text);
}

#[test]
fn a_repeated_path_needs_an_id_of_its_own() {
    let power = "path: \"power_rate\", op: Multiply, magnitude: Fixed(2.0)";
    let found = error(&with_option(&format!("effects: [({power}), ({power})]")));
    assert_eq!(
        found.code,
        Code::RepeatedEffect {
            id: "d.go.power_rate".to_owned()
        }
    );
    assert_sound(&with_option(&format!(
        "effects: [({power}), (id: \"second\", {power})]"
    )));
    let bad = effect_error(&format!("id: \"Second one\", {power}"));
    assert!(matches!(bad.code, Code::BadId { .. }));
}

#[test]
fn effect_ids_are_unique_in_the_whole_scenario() {
    let power = "id: \"same\", path: \"power_rate\", op: Multiply, magnitude: Fixed(2.0)";
    let effects = format!("effects: [({power})]");
    let text = with_option_and_wildcard(&effects, &effects);
    let found = error(&text);
    assert_eq!(
        found.code,
        Code::RepeatedEffect {
            id: "same".to_owned()
        }
    );
    assert_eq!(found.place, "wildcards[0].effects[0].id");
}

#[test]
fn measures_are_those_of_the_road_map() {
    assert_sound(&with_option("adopts: [\"1.1\", \"7.2\"]"));
    for unknown in ["1.9", "10.1", "1", "S-P1"] {
        let found = error(&with_option(&format!("adopts: [\"{unknown}\"]")));
        assert!(
            matches!(
                found.code,
                Code::Unknown {
                    what: What::Measure,
                    ..
                }
            ),
            "{found:?}"
        );
        assert_eq!(found.place, "tree.nodes.d.options[0].adopts[0]");
    }
}

#[test]
fn a_measure_without_effect_is_legal_but_said() {
    let found = findings(&with_option("adopts: [\"3.1\"], effort: 1"));
    let said = found
        .iter()
        .find(|found| matches!(found.code, Code::MeasureWithoutEffect { .. }));
    assert_eq!(said.map(|found| found.severity), Some(Severity::Warning));
}

#[test]
fn adopting_one_of_a_bundle_says_what_comes_with_it() {
    let found = findings(&with_option("adopts: [\"7.4\"], effort: 1"));
    let with = found.iter().find_map(|found| match &found.code {
        Code::PullsBundle { with, .. } => Some(with.clone()),
        _ => None,
    });
    assert_eq!(
        with,
        Some(["7.1", "7.2", "7.3", "7.5"].map(str::to_owned).to_vec())
    );
}

#[test]
fn effort_is_one_to_three_points() {
    for effort in [0, 4] {
        let found = error(&with_option(&format!("effort: {effort}")));
        assert_eq!(found.code, Code::Effort { effort });
    }
    assert_sound(&with_option("effort: 3"));
}

#[test]
fn a_cost_is_a_distribution() {
    assert_sound(&with_option(
        "cost: Quantiles(p5: -1.0, p50: 0.0, p95: 30.0)",
    ));
    let found = error(&with_option(
        "cost: Quantiles(p5: 9.0, p50: 1.0, p95: 30.0)",
    ));
    assert_eq!(found.place, "tree.nodes.d.options[0].cost");
}

#[test]
fn wildcards_are_held_to_the_same_rules() {
    let wildcard = |inside: &str| with_fields(&format!("wildcards: [({inside})]"));
    let effect =
        "effects: [(path: \"coverage_loss\", op: Add, magnitude: Fixed(0.3), duration: 1)]";
    assert_sound(&wildcard(&format!(
        "id: \"quake\", title: \"Q\", year: 2031, {effect}"
    )));
    for year in [2025, 2041] {
        let found = error(&wildcard(&format!(
            "id: \"quake\", title: \"Q\", year: {year}, {effect}"
        )));
        assert_eq!(found.place, "wildcards[0].year");
    }
    let found = error(&wildcard(&format!(
        "id: \"Quake\", title: \"Q\", year: 2031, {effect}"
    )));
    assert_eq!(found.place, "wildcards[0].id");
    let early = effect.replace("duration: 1", "start: 2030");
    let found = error(&wildcard(&format!(
        "id: \"quake\", title: \"Q\", year: 2031, {early}"
    )));
    assert!(matches!(found.code, Code::StartBefore { .. }));
    let two = format!(
        "id: \"q\", title: \"Q\", year: 2031, {effect}), (id: \"q\", title: \"Q\", year: 2032"
    );
    let found = errors(&wildcard(&two));
    assert!(
        found
            .iter()
            .any(|found| matches!(found.code, Code::RepeatedId { .. }))
    );
}

#[test]
fn more_effects_than_people_can_write_are_refused() {
    let effects: Vec<String> = (0..10_001)
        .map(|n| {
            format!("(id: \"e{n}\", path: \"power_rate\", op: Multiply, magnitude: Fixed(1.0))")
        })
        .collect();
    let found = error(&with_option(&format!("effects: [{}]", effects.join(", "))));
    assert!(matches!(
        found.code,
        Code::TooManyEffects { count: 10_001, .. }
    ));
}

#[test]
fn numbers_that_nobody_can_mean_are_refused() {
    for magnitude in [
        "Fixed(1e13)",
        "LogNormal(median: 1.0, sd_log: 60.0)",
        "Beta(alpha: 1e13, beta: 1.0, min: 0.0, max: 1.0)",
    ] {
        let found = effect_error(&format!(
            "path: \"power_rate\", op: Multiply, magnitude: {magnitude}"
        ));
        assert!(
            matches!(found.code, Code::Quantity(QuantityFault::TooLarge(_))),
            "{found:?}"
        );
    }
}
