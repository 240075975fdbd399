//! How long it takes to tell what made a difference, to compare distributions and to go back from a
//! target.
//!
//! `cargo bench --bench depth` runs every job several times and prints medians. The first jobs are
//! arithmetic on plain arrays; the last two simulate an example. Times on shared machines are noisy:
//! compare ratios of one run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a benchmark may stop"
)]

use std::sync::Arc;
use std::time::Instant;

use foretree::analysis::ahead::ahead;
use foretree::analysis::assumed::closed;
use foretree::analysis::attribution::{Coalition, Effort, attribute};
use foretree::analysis::backcast::{Helps, Side, Target, reached};
use foretree::analysis::dominance::dominance;
use foretree::analysis::weighted::{Part, Weight};
use foretree::files::examples::example;
use foretree::files::parse;
use foretree::live::attribution::{Sharing, State, attributed};
use foretree::live::backcast::{BackcastWish, DRAWS, backcast};
use foretree::live::{CohortMeasure, RunWish, Subject, simulate};

const ROUNDS: usize = 7;

fn main() {
    let columns = columns(64, 10_000);
    let parts: Vec<Part<'_>> = columns.iter().map(|values| part(values)).collect();
    told("dominance, 2 x 10 000 draws", || {
        let found = dominance(&parts[..1], &parts[1..2], 0.01);
        found.unwrap().against_first
    });
    told("dominance, 2 x 64 paths x 10 000 draws", || {
        dominance(&parts, &parts, 0.01).unwrap().against_first
    });
    told("share of runs better, 10 000 draws", || {
        ahead(&columns[0], &columns[1], None, 0.0).unwrap().ahead
    });
    told("share reaching a target, 64 paths x 10 000 draws", || {
        reached(target(), &parts).unwrap().share
    });
    told("Shapley values, 10 changes, 512 draws, exact", || {
        shared(10)
    });
    told("Shapley values, 20 changes, 512 draws, sampled", || {
        shared(20)
    });
    told("what made the difference between two options", options);
    told("the way back from a target, 3 options", way_back);
}

fn told(name: &str, mut job: impl FnMut() -> f64) {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            assert!(job().is_finite());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{name:<52} {:>9.2} ms", times[ROUNDS / 2]);
}

fn part(values: &[f64]) -> Part<'_> {
    Part {
        values,
        weights: Weight::Same(1.0),
    }
}

fn target() -> Target {
    Target {
        threshold: 0.5,
        side: Side::AtLeast,
    }
}

/// Made-up values between 0 and 1.
fn columns(count: usize, draws: usize) -> Vec<Vec<f64>> {
    let value = |column: usize, draw: usize| ((draw * 7919 + column * 104_729) as f64).sin().abs();
    let one = |column| (0..draws).map(|draw| value(column, draw)).collect();
    (0..count).map(one).collect()
}

/// A game in which changes act in pairs.
fn shared(changes: usize) -> f64 {
    let mut worth = |made: Coalition| {
        let size = made.count() as f64;
        Some(
            (0..512)
                .map(|draw| size + size * size / (draw + 1) as f64)
                .collect(),
        )
    };
    let found = attribute(changes, &Effort::default(), &mut worth).unwrap();
    found.whole()
}

fn scenario() -> foretree::scenario::Scenario {
    let (name, text) = example("malawi-tax-power-masts").unwrap();
    parse(text, name).unwrap().scenario
}

fn online() -> Subject {
    Subject::Cohort(CohortMeasure::Online, "poor_women".to_owned())
}

fn options() -> f64 {
    let scenario = scenario();
    let state = |option| State::of(&closed(&scenario, "budget", option).unwrap());
    let (from, to) = (state("as_now"), state("masts"));
    let sharing = Sharing::beside(&scenario);
    let found = attributed(&from, &to, &online(), &sharing, &mut |_| true);
    found.unwrap().shares.whole()
}

fn way_back() -> f64 {
    let results = simulate(&Arc::new(scenario()), &RunWish::default(), &mut |_| true).unwrap();
    let wish = BackcastWish {
        subject: online(),
        target: target(),
        year: None,
        decision: None,
        helps: Helps::default(),
        draws: DRAWS,
    };
    let found = backcast(&results, &wish, &mut |_| true).unwrap();
    found.options[0].1.share
}
