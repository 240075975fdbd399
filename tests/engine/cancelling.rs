//! A run that is cancelled keeps what was finished, without gaps.

use std::time::{Duration, Instant};

use foretree::jobs::{RunOptions, run};
use foretree::report::fill::run_report;
use foretree::sim::PlanOptions;

use crate::support::runs::{draws, file, indicator, plan, scenario};

const CHUNK: usize = foretree::sim::sheet::CHUNK;

fn nothing() -> String {
    file("Country(\"MWI\")", "tree: (root: \"\", nodes: {})")
}

#[test]
fn cancelling_stops_soon_and_leaves_whole_chunks_in_front() {
    // Uncancelled, these draws would take minutes.
    let options = PlanOptions {
        draws: Some(400_000),
        ..PlanOptions::default()
    };
    let plan = plan(&nothing(), &options);
    let mut told = 0;
    let begin = Instant::now();
    let finished = run(
        &plan,
        &RunOptions {
            threads: Some(2),
            ..RunOptions::default()
        },
        &mut |done| {
            told += u32::from(done > 0.0);
            told < 3
        },
    );
    assert!(
        begin.elapsed() < Duration::from_secs(60),
        "{:?}",
        begin.elapsed()
    );
    assert!(!finished.complete);
    let kept = finished.ensemble.draws();
    assert!(
        kept > 0 && kept <= 6 * CHUNK && kept.is_multiple_of(CHUNK),
        "{kept}"
    );
    let whole = finished
        .ensemble
        .horizon(0, indicator("usage"))
        .expect("kept");
    assert_eq!(whole.len(), kept);
    assert!(whole.iter().all(|usage| *usage > 0.0 && *usage < 1.0));
}

#[test]
fn what_a_cancelled_run_keeps_are_the_first_draws_of_the_whole_run() {
    let count = 5 * CHUNK as u32;
    let whole = draws(&nothing(), count);
    let plan = plan(
        &nothing(),
        &PlanOptions {
            draws: Some(count),
            ..PlanOptions::default()
        },
    );
    let options = RunOptions {
        threads: Some(1),
        ..RunOptions::default()
    };
    let part = run(&plan, &options, &mut |done| done < 0.3);
    let (kept, all) = (part.ensemble.draws(), whole.draws());
    assert!(kept < all, "{kept}");
    for key in ["usage_poor", "incidents_cum", "income_poor_vs_noai"] {
        let of = |e: &foretree::sim::Ensemble| e.horizon(0, indicator(key)).expect("kept");
        assert_eq!(of(&part.ensemble)[..], of(&whole)[..kept], "{key}");
    }
    let report = run_report(&scenario(&nothing()), &part.ensemble, 1);
    assert!(
        report.notes.iter().any(|note| note.id == "partial"),
        "the report says so"
    );
}

#[test]
fn cancelling_before_anything_is_done_leaves_nothing_and_breaks_nothing() {
    let plan = plan(
        &nothing(),
        &PlanOptions {
            draws: Some(100_000),
            ..PlanOptions::default()
        },
    );
    let finished = run(
        &plan,
        &RunOptions {
            threads: Some(2),
            ..RunOptions::default()
        },
        &mut |_| false,
    );
    assert!(!finished.complete);
    assert!(finished.ensemble.draws() <= 2 * CHUNK);
    run_report(&scenario(&nothing()), &finished.ensemble, 1);
}

#[test]
fn progress_rises_to_the_end() {
    let plan = plan(
        &nothing(),
        &PlanOptions {
            draws: Some(3 * CHUNK as u32),
            ..PlanOptions::default()
        },
    );
    let mut heard = Vec::new();
    let finished = run(&plan, &RunOptions::default(), &mut |done| {
        heard.push(done);
        true
    });
    assert!(finished.complete);
    assert!(heard.windows(2).all(|pair| pair[0] <= pair[1]));
    assert_eq!(heard.last(), Some(&1.0));
}
