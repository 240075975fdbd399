//! Who gains, who loses, who pays, on a real example.

use std::sync::Arc;

use foretree::analysis::assumed::OneWay;
use foretree::analysis::breakeven::Turn;
use foretree::analysis::weights::Weights;
use foretree::jobs::{RunOptions, run};
use foretree::live::breakeven::{Search, search_columns};
use foretree::report::fill_compare::{Column, gains};
use foretree::report::gains::{Ahead, Gains, RowKind, STRIP};
use foretree::report::gains_text;
use foretree::report::stats::Spread;
use foretree::scenario::{BaselineRef, Scenario};
use foretree::sim::{Ensemble, Plan, PlanOptions};

use super::cases::malawi;

fn simulated(scenario: &Scenario) -> (Ensemble, Weights) {
    let options = PlanOptions {
        draws: Some(400),
        ..PlanOptions::default()
    };
    let plan = Arc::new(Plan::compile(scenario, &options).unwrap());
    let ensemble = run(&plan, &RunOptions::default(), &mut |_| true).ensemble;
    let weights = Weights::new(&ensemble);
    (ensemble, weights)
}

/// Cut, masts and as now, with break-even points if asked for.
fn options(search: bool) -> Gains {
    let scenario = malawi();
    let (ensemble, weights) = simulated(&scenario);
    let column = |option: usize| {
        Column::whole(("malawi.ron", &scenario), &ensemble, &weights, option).with_option(option)
    };
    let columns = [column(0), column(1), column(2)];
    let mut found = gains(&columns, None).unwrap();
    if search {
        let how = Search {
            single: false,
            ..Search::beside(&scenario)
        };
        search_columns(&columns, &mut found, &how, &mut || true).unwrap();
    }
    found
}

#[test]
fn every_row_of_the_first_view_is_there_and_names_its_base() {
    let found = options(false);
    assert_eq!(
        (found.base.as_str(), found.cohort.as_str()),
        ("C", "poor_women")
    );
    let kinds: Vec<RowKind> = found.rows.iter().map(|row| row.kind).collect();
    for kind in [
        RowKind::Offline,
        RowKind::OfflineBadTail,
        RowKind::PoorGap,
        RowKind::GenderGap,
        RowKind::CountryGap,
        RowKind::IncomeOfPoor,
        RowKind::IncomeDollars,
        RowKind::IncomeBadTail,
        RowKind::SetbackIncome,
        RowKind::SetbackOnline,
        RowKind::SetbackGap,
        RowKind::HarmedBadTail,
    ] {
        assert!(kinds.contains(&kind), "{kind:?} of {kinds:?}");
    }
    for row in &found.rows {
        assert_eq!(row.cells.len(), 3, "{:?}", row.kind);
        assert!(row.cells[2].difference.is_none(), "the base has none");
        for cell in row.cells.iter().filter_map(|cell| cell.difference.as_ref()) {
            assert_eq!(cell.versus, "C");
        }
    }
}

#[test]
fn the_strip_holds_all_runs_and_lies_where_the_value_does() {
    let found = options(false);
    let row = found.row(RowKind::Offline).unwrap();
    for cell in &row.cells {
        assert_eq!(cell.strip.len(), STRIP);
        assert!((cell.strip.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let centre: f64 = (0..STRIP)
            .map(|i| (i as f64 + 0.5) / STRIP as f64 * cell.strip[i])
            .sum();
        assert!((centre - cell.value.mean.unwrap()).abs() < 0.04);
    }
    let tail = found.row(RowKind::OfflineBadTail).unwrap();
    assert_eq!(tail.cells[0].value.p50, row.cells[0].value.p95);
}

#[test]
fn who_pays_and_what_is_left_out_stand_beside_what_is_gained() {
    let found = options(false);
    let [cut, masts, as_now] = &found.columns[..] else {
        panic!()
    };
    assert_eq!(
        (cut.effort, masts.effort, as_now.effort),
        (Some(2), Some(3), None)
    );
    assert!(cut.cost.is_some());
    assert_eq!(masts.measures, ["1.1", "1.2"]);
    assert_eq!(masts.payer, "Ministry of Finance");
    assert!(gains_text::left_out(masts).contains("diesel"));
    assert!(
        gains_text::pays(masts).contains("million dollars"),
        "{}",
        gains_text::pays(masts)
    );
    assert!(gains_text::pays(masts).ends_with("3 of 3 points of effort"));
}

#[test]
fn the_headline_says_that_the_lead_was_assumed_and_where_it_turns() {
    let found = options(true);
    assert_eq!(found.columns[0].assumed, Some(OneWay::OnlyHelps));
    let cut = found.columns[0].break_even.as_ref().unwrap();
    assert_eq!(cut.whole, Turn::OnlyGains);
    let rival = found.rival.as_ref().unwrap();
    assert_eq!((rival.ahead.as_str(), rival.behind.as_str()), ("A", "B"));
    let said = gains_text::headline(&found).join("\n");
    println!("{said}");
    assert!(
        said.contains(
            "of 100 model runs with our assumptions, A leaves fewer poor women offline than C"
        ),
        "{said}"
    );
    assert!(said.contains("because we assumed it helps"), "{said}");
    assert!(
        said.contains("nothing in these numbers could make it lose to C"),
        "{said}"
    );
    assert!(gains_text::one_way(&found));
}

#[test]
fn the_whole_view_can_be_said_aloud_in_two_digits() {
    let words = gains_text::in_words(&options(false)).join("\n");
    println!("{words}");
    for label in [
        "Gap women to men: A",
        "Setbacks: income, online, gap: A",
        "Not counted: A what the lost revenue",
    ] {
        assert!(words.contains(label), "{label} in {words}");
    }
    assert!(!words.contains("NaN") && !words.contains("n/a"), "{words}");
}

#[test]
fn the_smaller_gap_is_the_better_one_whoever_is_ahead() {
    let found = options(false);
    let row = found.row(RowKind::GenderGap).unwrap();
    for cell in &row.cells[..2] {
        let difference = cell.difference.as_ref().unwrap();
        // Women catch up and may pass men: sizes are compared, so a gap that turns round by as
        // much as it closed is no gain.
        assert!(difference.share_better.unwrap() + difference.share_worse.unwrap() <= 1.0);
    }
    let spread = |low, high| Spread {
        p5: Some(low),
        p95: Some(high),
        ..Spread::default()
    };
    assert_eq!(Ahead::of(&spread(0.1, 0.3)), Some(Ahead::Men));
    assert_eq!(Ahead::of(&spread(-0.3, -0.1)), Some(Ahead::Women));
    assert_eq!(Ahead::of(&spread(-0.3, 0.1)), Some(Ahead::Open));
    assert_eq!(Ahead::of(&Spread::default()), None);
}

#[test]
fn two_countries_stand_beside_each_other_and_neither_does_better() {
    let here = malawi();
    let mut there = malawi();
    there.setting.baseline = BaselineRef::Country("KEN".into());
    let (one, other) = (simulated(&here), simulated(&there));
    let columns = [
        Column::whole(("a", &here), &one.0, &one.1, 0).with_option(0),
        Column::whole(("b", &there), &other.0, &other.1, 1).with_option(0),
    ];
    let mut found = gains(&columns, Some("A")).unwrap();
    assert!(found.places);
    let said = gains_text::headline(&found).join(" ");
    assert!(
        said.contains("lies below") && !said.contains("better than"),
        "{said}"
    );
    let how = Search::beside(&here);
    search_columns(&columns, &mut found, &how, &mut || true).unwrap();
    assert!(found.columns[1].break_even.is_none());
}

#[test]
fn one_path_may_stand_beside_another() {
    let scenario = malawi();
    let (ensemble, weights) = simulated(&scenario);
    let column = |number: usize, path: usize| {
        Column::whole(("m", &scenario), &ensemble, &weights, number).with_path(path)
    };
    let last = ensemble.plan.paths.len() - 1;
    let found = gains(&[column(0, 0), column(1, last)], Some("B")).unwrap();
    let row = found.row(RowKind::Offline).unwrap();
    assert!(
        row.cells[0]
            .difference
            .as_ref()
            .unwrap()
            .share_better
            .unwrap()
            > 0.5
    );
}
