//! What every file of the catalogue promises.
#![allow(clippy::expect_used)]

use std::collections::BTreeSet;

use super::*;

#[test]
fn every_table_can_be_read() {
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
    let distinct = |ids: Vec<&String>| {
        let set: BTreeSet<_> = ids.iter().collect();
        assert_eq!(set.len(), ids.len(), "{ids:?}");
    };
    distinct(all.parameters.iter().map(|row| &row.id).collect());
    distinct(all.inputs.iter().map(|row| &row.id).collect());
    distinct(all.paths.iter().map(|row| &row.id).collect());
    distinct(all.effects.iter().map(|row| &row.id).collect());
    distinct(all.indicators.iter().map(|row| &row.key).collect());
    distinct(all.constants.iter().map(|row| &row.id).collect());
}

#[test]
fn the_three_points_of_a_parameter_lie_in_order_and_in_range() {
    for row in catalogue().parameters.iter() {
        assert!(
            row.min <= row.p5 && row.p5 < row.p50 && row.p50 < row.p95 && row.p95 <= row.max,
            "{}",
            row.id
        );
        assert!(row.kind != Kind::Rate || row.p5 > 0.0, "{}", row.id);
        assert!(
            row.kind != Kind::Fraction || (row.p5 > 0.0 && row.p95 < 1.0),
            "{}",
            row.id
        );
    }
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
