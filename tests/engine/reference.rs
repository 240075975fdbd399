//! The reference country lives in the same world and in its own country.

use foretree::sim::Ensemble;

use super::trees::{certain, one_chance};
use crate::support::runs::{draws, file, median, values};

const FASTER: &str = r#"effects: [(path: "frontier_growth", op: Multiply, magnitude: Fixed(2.0))]"#;
const CHEAPER: &str = r#"effects: [(path: "price_decline", op: Add, magnitude: Fixed(0.05))]"#;

/// Use in the reference country: own use and the gap.
fn peer_usage(ensemble: &Ensemble) -> Vec<f64> {
    let own = values(ensemble, "n=b", "usage");
    own.iter()
        .zip(values(ensemble, "n=b", "usage_gap_between"))
        .map(|(own, gap)| own + gap)
        .collect()
}

#[test]
fn what_is_done_at_home_does_not_reach_the_reference_country() {
    let (before, after) = (draws(&certain(""), 60), draws(&certain(CHEAPER), 60));
    assert!(
        values(&after, "n=b", "usage")
            .iter()
            .zip(values(&before, "n=b", "usage"))
            .all(|(a, b)| *a > b)
    );
    for (before, after) in peer_usage(&before).into_iter().zip(peer_usage(&after)) {
        assert!((before - after).abs() < 1e-14, "{before} {after}");
    }
}

/// A country measured against itself: nothing lies between the two unless they see different things.
fn against_itself(holds: &str) -> Ensemble {
    let branch = format!("(id: \"b\", title: \"B\", probability: 1.0, {holds})");
    median(&file(
        "Country(\"ZAF\"), reference: \"ZAF\"",
        &one_chance(&branch),
    ))
}

#[test]
fn a_moved_frontier_moves_both_countries_alike() {
    for effects in ["", FASTER] {
        let same = against_itself(effects);
        assert_eq!(
            values(&same, "n=b", "usage_gap_between"),
            [0.0],
            "{effects}"
        );
        assert_eq!(
            values(&same, "n=b", "augmentation_ratio"),
            [1.0],
            "{effects}"
        );
        assert_eq!(values(&same, "n=b", "ai_dividend_gap"), [0.0], "{effects}");
        assert_eq!(values(&same, "n=b", "usage_lag_years"), [0.0], "{effects}");
    }
    let (slow, fast) = (against_itself(""), against_itself(FASTER));
    assert!(
        values(&fast, "n=b", "augmented")[0] > values(&slow, "n=b", "augmented")[0],
        "the frontier matters"
    );
}

#[test]
fn anything_else_moves_the_two_apart() {
    let apart = against_itself(CHEAPER);
    assert!(values(&apart, "n=b", "usage_gap_between")[0] < 0.0);
    assert!(values(&apart, "n=b", "augmentation_ratio")[0] > 1.0);
    assert!(values(&apart, "n=b", "ai_dividend_gap")[0] < 0.0);
    assert!(values(&apart, "n=b", "usage_lag_years")[0] < 0.0);
}

#[test]
fn both_countries_see_the_same_surprises() {
    let same = draws(
        &file(
            "Country(\"ZAF\"), reference: \"ZAF\"",
            "tree: (root: \"\", nodes: {})",
        ),
        60,
    );
    assert!(
        values(&same, "", "usage_gap_between")
            .iter()
            .all(|gap| *gap == 0.0)
    );
    let dividends = values(&same, "", "ai_dividend_gap");
    assert!(
        dividends.iter().any(|gap| *gap != 0.0),
        "but each has its own incidents"
    );
}

#[test]
fn without_a_reference_the_comparisons_are_missing() {
    let tuvalu = "Custom((name: \"Atoll\", population: 1e4, compute: 0.2, data: 0.4, policy: 0.4, ai_firms: 0.02, \
        ai_workers: 0.02, cohorts: [(id: \"all\", poor: false, female: false, share: 1.0, coverage: 0.8, usage: 0.4, \
        electricity: 0.9, skills: 0.3, employed: 0.6, auto_share: 0.01, aug_share: 0.1, income: 9.0)]))";
    let alone = draws(&file(tuvalu, "tree: (root: \"\", nodes: {})"), 4);
    for key in [
        "usage_gap_between",
        "augmentation_ratio",
        "gender_gap",
        "poor_gap_pp",
        "usage_poor",
    ] {
        assert_eq!(
            alone.horizon(0, crate::support::runs::indicator(key)),
            None,
            "{key}"
        );
    }
    assert!(
        alone
            .horizon(0, crate::support::runs::indicator("usage"))
            .is_some()
    );
}
