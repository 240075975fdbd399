//! How measures, effects and wildcards reach a path.

use foretree::sim::PlanOptions;

use super::trees::{Parts, certain, one_chance, rich};
use crate::support::runs::{
    bits, draws, file, median, number, of_cohort, values, with, yearly_bits,
};

const MALAWI: &str = "Country(\"MWI\")";

/// Two nodes in a row, each with one certain branch that holds this.
fn in_a_row(first: &str, second: &str) -> String {
    let node = |id: &str, year: i32, holds: &str| {
        format!(
            "\"{id}\": Chance(title: \"T\", layer: Policy, certainty: High, year: {year}, branches: [\
             (id: \"x\", title: \"X\", probability: 1.0, {holds})])"
        )
    };
    let nodes = [
        node("a", 2027, &format!("{first} next: \"b\"")),
        node("b", 2031, second),
    ]
    .join(", ");
    file(MALAWI, &format!("tree: (root: \"a\", nodes: {{{nodes}}})"))
}

#[test]
fn a_measure_adopted_twice_on_a_path_applies_once_from_its_first_year() {
    let once = draws(&in_a_row("adopts: [\"1.1\"],", ""), 60);
    let twice = draws(&in_a_row("adopts: [\"1.1\"],", "adopts: [\"1.1\"]"), 60);
    let later = draws(&in_a_row("", "adopts: [\"1.1\"]"), 60);
    assert_eq!(bits(&twice, 0), bits(&once, 0));
    assert_eq!(yearly_bits(&twice, 0), yearly_bits(&once, 0));
    assert_ne!(bits(&later, 0), bits(&once, 0));
}

#[test]
fn measures_that_share_an_effect_bring_it_once() {
    // 7.1 and 7.2 stand for the same effects; 7.3 lacks one of them.
    let one = draws(&in_a_row("adopts: [\"7.1\"],", ""), 40);
    let both = draws(
        &in_a_row("adopts: [\"7.1\", \"7.2\"],", "adopts: [\"7.3\"]"),
        40,
    );
    assert_eq!(bits(&both, 0), bits(&one, 0));
}

#[test]
fn a_measure_starts_with_its_branch_and_keeps_its_own_delay() {
    // 1.3 reaches prices one year after it is adopted: 2028, and so use from 2029 on.
    let (with, without) = (median(&certain("adopts: [\"1.3\"]")), median(&certain("")));
    let usage = |e: &foretree::sim::Ensemble, step: usize| {
        let place = e.layout.in_series(of_cohort("usage", 0)).expect("kept");
        e.yearly(e.plan.paths[0].rows[step], place).expect("kept")[0]
    };
    (0..=3).for_each(|step| assert_eq!(usage(&with, step), usage(&without, step), "year {step}"));
    assert!(usage(&with, 4) > usage(&without, 4));
}

#[test]
fn the_order_of_effects_in_a_file_changes_no_bit() {
    let effects = [
        r#"(id: "a", path: "coverage_rate", op: Multiply, magnitude: Uniform(min: 1.1, max: 1.7))"#,
        r#"(id: "b", path: "coverage_rate", op: Multiply, magnitude: Uniform(min: 0.6, max: 0.9), ramp: 3)"#,
        r#"(id: "c", path: "price_decline", op: Add, magnitude: Uniform(min: 0.001, max: 0.03), ramp: 4)"#,
        r#"(id: "d", path: "price_decline", op: Add, magnitude: Uniform(min: 0.004, max: 0.02))"#,
        r#"(id: "e", path: "price_decline", op: Add, magnitude: Uniform(min: 0.002, max: 0.01), ramp: 7)"#,
        r#"(id: "f", path: "ces_rho", op: Add, magnitude: Uniform(min: -0.5, max: -0.1))"#,
        r#"(id: "g", path: "ces_rho", op: Add, magnitude: Uniform(min: -0.9, max: -0.7))"#,
    ];
    let run = |list: &[&str], adopts: &str| {
        draws(
            &certain(&format!(
                "effects: [{}], adopts: [{adopts}]",
                list.join(", ")
            )),
            120,
        )
    };
    let forward = run(&effects, "\"1.1\", \"1.3\"");
    let mut turned = effects;
    turned.reverse();
    let backward = run(&turned, "\"1.3\", \"1.1\"");
    assert_eq!(bits(&forward, 0), bits(&backward, 0));
    turned.rotate_left(3);
    let third = run(&turned, "\"1.3\", \"1.1\"");
    assert_eq!(yearly_bits(&forward, 0), yearly_bits(&third, 0));
}

#[test]
fn at_the_median_every_quantity_stands_at_its_own_median() {
    let pert_like = 0.12 - ((0.12_f64 - 0.01) * (0.12 - 0.04) / 2.0).sqrt();
    let pairs = [
        ("Uniform(min: 0.02, max: 0.08)".to_owned(), 0.05),
        ("Quantiles(p5: 0.01, p50: 0.06, p95: 0.11)".to_owned(), 0.06),
        ("LogNormal(median: 0.03, sd_log: 0.4)".to_owned(), 0.03),
        ("Normal(mean: 0.05, sd: 0.001)".to_owned(), 0.05),
        (
            "Triangular(min: 0.01, mode: 0.04, max: 0.12)".to_owned(),
            pert_like,
        ),
        (
            "Discrete([(0.02, 0.3), (0.05, 0.4), (0.09, 0.3)])".to_owned(),
            0.05,
        ),
    ];
    for (quantity, middle) in pairs {
        let assumed = |value: &str| {
            let text = format!(
                "assumptions: {{\"price_decline\": (value: {value}, rationale: \"r\", evidence: C)}}, {}",
                one_chance(&format!(
                    "(id: \"b\", title: \"B\", probability: 1.0, effects: [\
                     (path: \"power_rate\", op: Add, magnitude: {value})])"
                ))
            );
            values(&median(&file(MALAWI, &text)), "n=b", "usage_poor")[0]
        };
        let (drawn, fixed) = (assumed(&quantity), assumed(&format!("Fixed({middle:?})")));
        assert!((drawn - fixed).abs() < 1e-12, "{quantity}: {drawn} {fixed}");
    }
}

fn stressed(wildcard: Option<&str>) -> foretree::sim::Ensemble {
    let stress = wildcard.map(str::to_owned);
    with(
        &rich(&Parts::default()),
        &PlanOptions {
            draws: Some(60),
            stress,
            ..PlanOptions::default()
        },
    )
}

#[test]
fn a_wildcard_changes_every_path_from_its_year_on_and_nothing_before() {
    let (calm, quake) = (stressed(None), stressed(Some("quake")));
    let coverage = |e: &foretree::sim::Ensemble, path: usize, step: usize| {
        let place = e.layout.in_series(of_cohort("coverage", 0)).expect("kept");
        e.yearly(e.plan.paths[path].rows[step], place)
            .expect("kept")
    };
    for (path, leaf) in calm.plan.paths.iter().enumerate() {
        assert_eq!(quake.plan.paths[path].id, leaf.id);
        for (place, value) in calm.layout.series.iter().enumerate() {
            for step in 0..=6 {
                let of = |e: &foretree::sim::Ensemble| {
                    let all = e
                        .yearly(e.plan.paths[path].rows[step], place)
                        .expect("kept");
                    all.into_iter().map(f64::to_bits).collect::<Vec<_>>()
                };
                assert_eq!(
                    of(&calm),
                    of(&quake),
                    "{value:?} of {} in year {step}",
                    leaf.id
                );
            }
        }
        let fell = coverage(&calm, path, 7)
            .iter()
            .zip(coverage(&quake, path, 7))
            .all(|(before, after)| after < *before);
        assert!(fell, "{}", leaf.id);
    }
}

#[test]
fn a_wildcard_of_harm_leaves_everybodys_use_alone() {
    let (calm, leak) = (stressed(None), stressed(Some("leak")));
    let mut worse = 0;
    for path in 0..calm.plan.paths.len() {
        let id = &calm.plan.paths[path].id;
        for key in [
            "usage",
            "usage_poor",
            "coverage_gap",
            "incidents_cum",
            "displaced_cum",
            "ai_adoption",
            "trust",
        ] {
            assert_eq!(
                values(&calm, id, key),
                values(&leak, id, key),
                "{key} of {id}"
            );
        }
        let harmed = values(&calm, id, "harmed_poor_peak")
            .into_iter()
            .zip(values(&leak, id, "harmed_poor_peak"));
        worse += harmed.filter(|(before, after)| after > before).count();
    }
    assert!(worse > 50, "{worse}");
}

#[test]
fn a_path_is_known_by_its_nodes_and_branches() {
    let tree = draws(&rich(&Parts::default()), 1);
    assert_eq!(number(&tree, "money=masts/race=fast/storm=hit"), 0);
    assert_eq!(number(&tree, "money=as_now/race=slow/storm=miss"), 7);
}
