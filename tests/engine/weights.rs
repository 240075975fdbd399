//! Probabilities are weights laid over the runs afterwards.

use std::sync::Arc;

use foretree::analysis::summary::{Moments, Weighing, horizon, series};
use foretree::analysis::weights::{PathWeight, Weights};
use foretree::sim::Ensemble;
use foretree::sim::odds::Chance;

use super::trees::{Parts, rich};
use crate::support::runs::{bits, draws, file, indicator, number};

const KEYS: [&str; 5] = [
    "usage_poor",
    "displaced_cum",
    "income_poor_vs_noai",
    "setback_vs_noai",
    "incidents_cum",
];

fn close(one: &Moments, other: &Moments) {
    let pairs = one
        .levels
        .iter()
        .zip(&other.levels)
        .chain([(&one.mean, &other.mean)]);
    for (a, b) in pairs {
        assert!((a - b).abs() <= 1e-12 * a.abs() + 1e-15, "{a} {b}");
    }
}

fn all(ensemble: &Ensemble) -> Vec<usize> {
    (0..ensemble.plan.paths.len()).collect()
}

#[test]
fn weighing_again_equals_simulating_again() {
    let before = draws(&rich(&Parts::default()), 301);
    let again = draws(
        &rich(&Parts {
            storm: (0.6, 0.4),
            ..Parts::default()
        }),
        301,
    );
    let mut plan = (*before.plan).clone();
    let mut changed = 0;
    for split in &mut plan.splits {
        if split.branches == [Chance::Fixed(0.25), Chance::Fixed(0.75)] {
            split.branches = vec![Chance::Fixed(0.6), Chance::Fixed(0.4)];
            changed += 1;
        }
    }
    assert_eq!(changed, 1, "equal splits are shared");
    let moved = Ensemble {
        plan: Arc::new(plan),
        ..before.clone()
    };
    for path in all(&before) {
        assert_eq!(
            bits(&before, path),
            bits(&again, path),
            "a probability moves no number of a path"
        );
    }
    let (old, weighed, simulated) = (
        Weights::new(&before),
        Weights::new(&moved),
        Weights::new(&again),
    );
    let mut differs = 0;
    for key in KEYS {
        let of =
            |e: &Ensemble, w: &Weights| horizon(e, w, &all(e), Weighing::Whole, indicator(key));
        close(&of(&moved, &weighed), &of(&again, &simulated));
        differs += u32::from(of(&before, &old).mean != of(&moved, &weighed).mean);
        let years =
            |e: &Ensemble, w: &Weights| series(e, w, &all(e), Weighing::Whole, indicator(key));
        for (a, b) in years(&moved, &weighed)
            .iter()
            .zip(years(&again, &simulated))
        {
            close(a, &b);
        }
    }
    assert!(differs >= 4, "the probability matters");
}

#[test]
fn uncertain_probabilities_sum_to_one_in_every_draw() {
    let ensemble = draws(&rich(&Parts::default()), 301);
    let weights = Weights::new(&ensemble);
    let (mut masts, mut as_now) = (vec![0.0; 301], vec![0.0; 301]);
    for (path, leaf) in ensemble.plan.paths.iter().enumerate() {
        let here = if leaf.id.starts_with("money=masts") {
            &mut masts
        } else {
            &mut as_now
        };
        for (draw, sum) in here.iter_mut().enumerate() {
            let weight = match &weights.chance[path] {
                PathWeight::Same(w) => *w,
                PathWeight::Each(all) => all[draw],
            };
            assert!((0.0..=1.0).contains(&weight));
            *sum += weight;
        }
    }
    assert!(
        masts
            .iter()
            .chain(&as_now)
            .all(|sum| (sum - 1.0).abs() < 1e-12)
    );
}

#[test]
fn an_uncertain_probability_differs_by_draw_and_an_override_does_not() {
    let ensemble = draws(&rich(&Parts::default()), 301);
    let weights = Weights::new(&ensemble);
    let weight = |id: &str| &weights.chance[number(&ensemble, id)];
    match weight("money=as_now/race=fast/storm=hit") {
        PathWeight::Each(all) => {
            let (low, high) = all
                .iter()
                .fold((1.0_f64, 0.0_f64), |(l, h), w| (l.min(*w), h.max(*w)));
            assert!(
                low < 0.06 && high > 0.08 && low > 0.25 * 0.1 && high < 0.25 * 0.5,
                "{low} {high}"
            );
        }
        PathWeight::Same(_) => panic!("the chance of a race is uncertain"),
    }
    match weight("money=masts/race=fast/storm=hit") {
        PathWeight::Same(w) => assert!((w - 0.4 * 0.25).abs() < 1e-15, "{w}"),
        PathWeight::Each(_) => panic!("after masts the chance of a race is a number"),
    }
}

#[test]
fn open_decisions_count_every_option_alike() {
    let ensemble = draws(&rich(&Parts::default()), 40);
    let weights = Weights::new(&ensemble);
    assert!((weights.whole_mean.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    for (whole, chance) in weights.whole_mean.iter().zip(&weights.chance_mean) {
        assert!((whole - chance / 2.0).abs() < 1e-15);
    }
}

/// Three nodes in a row; the last has a say on either of the first two, in either order.
fn overridden(given: &str) -> Ensemble {
    let node = |id: &str, year: i32, next: &str, given: &str| {
        format!(
            "\"{id}\": Chance(title: \"T\", layer: Policy, certainty: High, year: {year}, branches: [\
             (id: \"yes\", title: \"Yes\", probability: 0.5, {given} next: {next:?}), \
             (id: \"no\", title: \"No\", probability: 0.5, {} next: {next:?})])",
            given.replace("0.2", "0.8").replace("0.9", "0.1")
        )
    };
    let nodes = [
        node("a", 2027, "b", ""),
        node("b", 2028, "c", ""),
        node("c", 2030, "", given),
    ]
    .join(", ");
    draws(
        &file(
            "Country(\"MWI\")",
            &format!("tree: (root: \"a\", nodes: {{{nodes}}})").replace("next: \"\"", ""),
        ),
        1,
    )
}

#[test]
fn the_nearest_ancestor_has_the_say() {
    let of_a = r#"(node: "a", branch: "yes", probability: 0.2)"#;
    let of_b = r#"(node: "b", branch: "yes", probability: 0.9)"#;
    for given in [
        format!("given: [{of_a}, {of_b}],"),
        format!("given: [{of_b}, {of_a}],"),
    ] {
        let ensemble = overridden(&given);
        let weights = Weights::new(&ensemble);
        let last = |id: &str| weights.chance_mean[number(&ensemble, id)] / 0.25;
        assert!(
            (last("a=yes/b=yes/c=yes") - 0.9).abs() < 1e-12,
            "b stands nearer than a"
        );
        assert!(
            (last("a=yes/b=no/c=yes") - 0.2).abs() < 1e-12,
            "a has the say where b has none"
        );
        assert!((last("a=no/b=yes/c=no") - 0.1).abs() < 1e-12);
        assert!(
            (last("a=no/b=no/c=yes") - 0.5).abs() < 1e-12,
            "nobody has a say"
        );
    }
}
