//! How long conditional questions take: compiling a filter, running under it, and laying new
//! weights over what is left, as the workbench does after a change of a probability.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a benchmark that cannot go on should stop"
)]

use std::sync::Arc;
use std::time::Instant;

use foretree::files;
use foretree::live::{RunWish, Subject, answer_line, reweighted, simulate};
use foretree::scenario::Scenario;
use foretree::sim::{Condition, Plan, PlanOptions};

const TIMES: usize = 15;

fn scenario(text: &str) -> Arc<Scenario> {
    Arc::new(files::parse(text, "malawi").unwrap().scenario)
}

/// Median of some runs, in milliseconds.
fn median(what: &str, mut work: impl FnMut()) {
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{what}: {:.2} ms", times[TIMES / 2]);
}

fn main() {
    let text = include_str!("../scenarios/malawi-tax-power-masts.ron");
    let plain = scenario(text);
    let edited = scenario(
        &text
            .replacen("0.35,", "0.5,", 1)
            .replacen("0.65,", "0.5,", 1),
    );
    let condition: Condition = "price_decline = high and power = slow".parse().unwrap();
    let options = PlanOptions {
        condition: condition.clone(),
        ..PlanOptions::default()
    };
    median("compile without a condition", || {
        Plan::compile(&plain, &PlanOptions::default()).unwrap();
    });
    median("compile with a condition on 10 000 draws", || {
        Plan::compile(&plain, &options).unwrap();
    });
    for (name, condition) in [("without", Condition::default()), ("with", condition)] {
        let wish = RunWish {
            condition,
            ..RunWish::default()
        };
        median(&format!("run {name} a condition"), || {
            simulate(&plain, &wish, &mut |_| true).unwrap();
        });
        let results = simulate(&plain, &wish, &mut |_| true).unwrap();
        let subject = Subject::Indicator("offline_poor".into());
        let _ = answer_line(&results, &subject);
        median(
            &format!("new weights and answer line {name} a condition"),
            || {
                let found = reweighted(&results, &edited).unwrap();
                assert!(!answer_line(&found, &subject).entries.is_empty());
            },
        );
    }
}
