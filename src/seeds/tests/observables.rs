//! The sentences in everyday units. The expected counts were computed from the model's equations
//! and parameter values outside this program.

use crate::seeds::*;

/// Parameter, count at the middle value, and the two ends of our range.
const COUNTS: [(&str, &str, &str, &str); 45] = [
    ("coverage_rate", "30", "11", "55"),
    ("use_growth", "74", "69", "78"),
    ("use_slowdown", "33", "25", "45"),
    ("use_noise", "4.5", "1.7", "12"),
    ("price_decline", "8.2", "6.1", "9.5"),
    ("price_odds_elasticity", "41", "35", "53"),
    ("power_rate", "30", "14", "45"),
    ("skill_rate", "7.7", "3", "18"),
    ("skill_learning", "18", "5.8", "45"),
    ("skill_odds_elasticity", "39", "33", "48"),
    ("norm_relax_rate", "32", "26", "39"),
    ("compute_rate", "18", "4.9", "45"),
    ("data_rate", "14", "3.9", "33"),
    ("policy_rate", "9.5", "2", "26"),
    ("ces_rho", "46", "31", "56"),
    ("offline_representation", "35", "15", "60"),
    ("frontier_2025", "22", "12", "35"),
    ("frontier_growth", "54", "36", "68"),
    ("frontier_cap", "75", "45", "95"),
    ("ai_bass_q", "76", "42", "97"),
    ("readiness_exponent", "50", "33", "66"),
    ("aug_selectivity", "51", "35", "76"),
    ("exposure_auto_mult", "4", "2", "16"),
    ("exposure_aug_mult", "91", "53", "135"),
    ("displacement_hazard", "50", "18", "86"),
    ("transform_rate", "45", "18", "78"),
    ("external_hazard", "26", "9.5", "55"),
    ("external_goods_ratio", "25", "5", "80"),
    ("reinstatement_ratio", "60", "20", "120"),
    ("reemploy_rate", "55", "30", "80"),
    ("reskill_effect", "18", "7.2", "36"),
    ("scar_loss", "90", "75", "96"),
    ("conn_job_gain", "10", "3", "25"),
    ("prod_gain", "12", "3", "30"),
    ("pass_through", "30", "5", "80"),
    ("relevance_floor", "60", "30", "85"),
    ("online_income_gain", "6", "1", "15"),
    ("service_gain", "30", "5", "100"),
    ("profit_leak", "50", "20", "80"),
    ("incident_rate", "10", "3", "30"),
    ("guardrail_exponent", "50", "25", "71"),
    ("data_bias_weight", "150", "110", "250"),
    ("severity_median", "30", "5", "150"),
    ("harm_income_loss", "20", "5", "50"),
    ("trust_loss", "9.5", "3", "26"),
];

#[test]
fn every_sentence_says_what_its_parameter_means_at_our_three_points() {
    for (id, middle, low, high) in COUNTS {
        let sentence = catalogue().parameter(id).expect("a parameter").observable();
        let range = format!("({low} to {high}).");
        assert!(sentence.ends_with(&range), "{id}: {sentence}");
        let before = sentence.trim_end_matches(&range);
        let said = before.split([' ', ',']).any(|word| word == middle);
        assert!(said, "{id}: {sentence}");
    }
}

#[test]
fn every_path_has_one_sentence_without_open_blanks() {
    assert!(
        catalogue().observables.fault().is_none(),
        "{:?}",
        catalogue().observables.fault()
    );
    assert_eq!(catalogue().observables.len(), catalogue().paths.len());
    for path in catalogue().paths.iter() {
        let sentence = path.observable();
        assert!(
            sentence.ends_with('.') && !sentence.contains(['{', '}']),
            "{}: {sentence}",
            path.id
        );
        assert!(!sentence.contains("NaN"), "{}: {sentence}", path.id);
    }
}

#[test]
fn a_proposed_value_gets_its_own_sentence() {
    let observable = catalogue().observable("coverage_rate").expect("a sentence");
    let sentence = observable.at_value(0.05).expect("one value is enough");
    assert_eq!(
        sentence,
        "Of 100 people without signal, 18 have it four years later."
    );
}

#[test]
fn the_numbers_inside_the_rules_are_the_middle_values_of_their_parameters() {
    let rule = |id| {
        catalogue()
            .observable(id)
            .map(|observable| observable.rule.clone())
    };
    let middle = |id: &str| catalogue().parameter(id).expect("a parameter").p50;
    assert!(
        matches!(rule("use_growth"), Some(Rule::TideBySpeed { slowdown, .. }) if slowdown == middle("use_slowdown"))
    );
    assert!(
        matches!(rule("use_slowdown"), Some(Rule::TideByFading { growth, .. }) if growth == middle("use_growth"))
    );
    assert!(
        matches!(rule("frontier_growth"), Some(Rule::Logistic { from, cap, .. })
        if from == middle("frontier_2025") && cap == middle("frontier_cap"))
    );
    assert!(
        matches!(rule("ai_bass_q"), Some(Rule::Bass { p, .. }) if Some(p) == catalogue().constant("ai_bass_p"))
    );
}
