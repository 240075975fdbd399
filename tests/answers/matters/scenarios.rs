//! The ranking of a scenario: shares add up, exact indices agree, and redrawn numbers are those of
//! the run.

use std::sync::Arc;

use foretree::analysis::inputs::{Input, inputs};
use foretree::live::matters::{Matters, MattersFault, MattersWish, exact, matters};
use foretree::live::{Results, RunWish, Selection, Subject, simulate};
use foretree::sim::{Condition, Plan, PlanOptions};

fn results(draws: u32) -> Results {
    given(draws, &[], "")
}

/// The same after replacing parts of the file, where a condition holds.
fn given(draws: u32, changes: &[(&str, &str)], condition: &str) -> Results {
    let mut text = std::fs::read_to_string("scenarios/malawi-mast-or-phone.ron").unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let scenario = foretree::files::parse(&text, "malawi").unwrap().scenario;
    let wish = RunWish {
        draws: Some(draws),
        condition: match condition {
            "" => Condition::default(),
            condition => condition.parse().unwrap(),
        },
        ..RunWish::default()
    };
    simulate(&Arc::new(scenario), &wish, &mut |_| true).unwrap()
}

fn wish(key: &str, year: Option<i32>) -> MattersWish {
    MattersWish {
        subject: Subject::parse(key).unwrap(),
        year,
        selection: Selection::Option(0),
        methods: true,
    }
}

fn groups(found: &Matters) -> f64 {
    let g = found.groups;
    g.branches + g.chance + g.measured + g.similar + g.judgement + g.together + g.rest
}

#[test]
fn shares_of_groups_make_one_for_any_indicator_and_year() {
    let results = results(1_000);
    for (key, year) in [
        ("offline:poor_women", None),
        ("offline:poor_women", Some(2030)),
        ("income_poor_vs_noai", None),
        ("setback_online", None),
        ("incidents_cum", Some(2032)),
    ] {
        let found = matters(&results, &wish(key, year)).unwrap();
        assert!(
            (groups(&found) - 1.0).abs() < 1e-6,
            "{key} {}",
            groups(&found)
        );
        for row in &found.rows {
            assert!(
                row.share.value.is_finite() && row.low.is_finite(),
                "{key} {row:?}"
            );
            assert!(row.share.value <= 1.0 + 1e-9, "{key} {row:?}");
        }
        assert!(found.rows.iter().any(|row| !row.noise), "{key}");
    }
}

#[test]
fn exact_indices_agree_with_those_of_the_given_draws() {
    let results = results(4_000);
    let wish = wish("offline:poor_women", None);
    let given = matters(&results, &wish).unwrap();
    let found = exact(&results, &wish, 1_024, given.between_draws, &mut |_| true).unwrap();
    assert_eq!(found.runs, (found.rows.len() + 2) * 1_024);
    for row in given.rows.iter().filter(|row| row.share.value > 0.03) {
        let Some(exact) = found.rows.iter().find(|e| e.inputs == [row.input.clone()]) else {
            assert!(matches!(row.input, Input::Node { .. }), "{:?}", row.input);
            continue;
        };
        // With 1,024 base draws a total index is known to about a tenth of itself.
        let total = row.total.unwrap().value;
        let room = 0.03 + 0.3 * total;
        assert!(
            (exact.total.value - total).abs() < room,
            "{row:?} {exact:?}"
        );
    }
    let luck = found.rows.iter().find(|row| row.inputs.is_empty()).unwrap();
    let known = given.groups.chance;
    assert!(luck.first.value > 0.5 * known - 0.05, "{luck:?} {known}");
}

/// Power is slow for certain.
const SLOW: [(&str, &str); 4] = [
    ("probability: 0.3,", "probability: 0.0,"),
    ("probability: 0.4)", "probability: 0.0)"),
    ("probability: 0.7,", "probability: 1.0,"),
    ("probability: 0.6)", "probability: 1.0)"),
];

#[test]
fn exact_indices_where_a_node_turns_out_so_are_those_of_a_tree_where_it_must() {
    let wish = wish("offline:poor_women", None);
    let indices = |results: &Results| exact(results, &wish, 128, 1.0, &mut |_| true).unwrap();
    let told = indices(&given(128, &[], "power = slow"));
    let must = indices(&given(128, &SLOW, ""));
    for must in &must.rows {
        let Some(told) = told.rows.iter().find(|row| row.inputs == must.inputs) else {
            // What only the branch does that cannot happen.
            assert!(must.total.value.abs() < 1e-9, "{must:?}");
            continue;
        };
        assert!((told.total.value - must.total.value).abs() < 1e-9);
        assert!((told.first.value - must.first.value).abs() < 1e-9);
    }
    let any = indices(&given(128, &[], ""));
    assert_ne!(any.rows, told.rows);
}

#[test]
fn exact_indices_are_refused_where_draws_are_left_out_or_no_longer_alike() {
    let wish = wish("offline:poor_women", None);
    let doubt = [
        (
            "probability: 0.4)",
            "probability: Quantiles(p5: 0.2, p50: 0.4, p95: 0.7))",
        ),
        (
            "probability: 0.6)",
            "probability: Quantiles(p5: 0.3, p50: 0.6, p95: 0.8))",
        ),
    ];
    let asked = |changes: &[(&str, &str)], condition| {
        let results = given(256, changes, condition);
        exact(&results, &wish, 128, 1.0, &mut |_| true).map(|found| found.base)
    };
    assert_eq!(asked(&doubt, ""), Ok(128));
    assert_eq!(asked(&doubt, "power = slow"), Err(MattersFault::Condition));
    let high = asked(&[], "price_decline = high");
    assert_eq!(high, Err(MattersFault::Condition));
}

#[test]
fn redrawn_columns_are_those_of_the_second_half() {
    let results = results(256);
    let options = PlanOptions {
        draws: Some(512),
        ..PlanOptions::default()
    };
    let plan = Plan::compile(&results.scenario, &options).unwrap();
    let whole = inputs(&results.scenario, &plan, 512);
    let same = inputs(&results.scenario, &plan.redrawing(&[], false), 256);
    let moved = inputs(&results.scenario, &plan.redrawing(&[0], false), 256);
    for (place, column) in whole.iter().enumerate() {
        assert_eq!(same[place].values, column.values[..256]);
        let expected = match place {
            0 => &column.values[256..],
            _ => &column.values[..256],
        };
        assert_eq!(moved[place].values, expected, "{:?}", column.input);
    }
}

#[test]
fn what_is_not_there_and_too_few_draws_are_reasons() {
    let results = results(60);
    let few = matters(&results, &wish("usage", None));
    assert!(matches!(few, Err(MattersFault::Numbers(_))), "{few:?}");
    for (key, year) in [
        ("offline:nobody", None),
        ("displaced_peak", Some(2030)),
        ("usage", Some(1999)),
    ] {
        assert_eq!(
            matters(&results, &wish(key, year)),
            Err(MattersFault::NoSubject)
        );
    }
}
