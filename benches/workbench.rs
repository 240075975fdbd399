//! How fast an open scenario answers while people talk.
//!
//! `cargo bench --bench workbench` prints medians (and 99th percentiles) of what a room waits
//! for. Times on shared machines are noisy: compare ratios of one run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a benchmark may stop"
)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use foretree::files::parse;
use foretree::live::{Results, RunWish, Subject, answer_line, preview, reweighted, simulate};
use foretree::scenario::edit::what_it_affects;
use foretree::scenario::{Node, Quantity, Scenario};

/// Six yes-or-no questions every second year, each with a measure: 64 paths. With a decision at
/// the root the answer line has two entries.
fn sixty_four_paths(decision: bool, uncertain: bool) -> Arc<Scenario> {
    let measures = ["1.1", "1.3", "2.1", "6.1", "9.1", "7.1"];
    let node = |i: usize| {
        let next = if i < 5 {
            format!(r#", next: "n{}""#, i + 1)
        } else {
            String::new()
        };
        let (measure, year) = (measures[i], 2026 + 2 * i);
        let head = format!(r#"title: "n", layer: Data, certainty: High, year: {year}"#);
        if i == 0 && decision {
            return format!(
                r#""n0": Decision({head}, options: [(id: "yes", title: "yes", adopts: ["{measure}"]{next}), (id: "no", title: "no"{next})])"#
            );
        }
        let (yes, no) = match uncertain && i == 1 {
            true => ("Beta(alpha: 3.0, beta: 4.0)", "Beta(alpha: 4.0, beta: 3.0)"),
            false => ("0.5", "0.5"),
        };
        format!(
            r#""n{i}": Chance({head}, branches: [
               (id: "yes", title: "yes", probability: {yes}, adopts: ["{measure}"]{next}),
               (id: "no", title: "no", probability: {no}{next})])"#
        )
    };
    let nodes: Vec<String> = (0..6).map(node).collect();
    let setting = r#"(baseline: Country("MWI"), horizon: (2025, 2040))"#;
    let text = format!(
        r#"(format: 1, title: "bench", setting: {setting}, tree: (root: "n0", nodes: {{{}}}))"#,
        nodes.join(",\n")
    );
    Arc::new(parse(&text, "bench").expect("a valid scenario").scenario)
}

fn malawi() -> Arc<Scenario> {
    let text = include_str!("../scenarios/malawi-tax-power-masts.ron");
    Arc::new(parse(text, "malawi").expect("a valid scenario").scenario)
}

/// The scenario with the last question's first probability elsewhere.
fn nudged(scenario: &Scenario, probability: f64) -> Arc<Scenario> {
    let mut changed = scenario.clone();
    let nodes = changed.tree.nodes.values_mut().rev();
    let mut chances = nodes.filter_map(|node| match node {
        Node::Chance(chance) => Some(chance),
        Node::Decision(_) => None,
    });
    let branches = &mut chances.next().expect("a chance").branches;
    branches[0].probability = Quantity::Fixed(probability);
    branches[1].probability = Quantity::Fixed(1.0 - probability);
    Arc::new(changed)
}

fn run(scenario: &Arc<Scenario>, wish: &RunWish) -> Results {
    simulate(scenario, wish, &mut |_| true).expect("a plan")
}

/// Times of something done again and again, and what the name of it is.
fn report(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{name:<64}{:>9.2}{:>9.2}", at(0.5), at(0.99));
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

fn again<T>(name: &str, rounds: usize, mut work: impl FnMut(usize) -> T) {
    report(
        name,
        (0..rounds).map(|round| timed(|| work(round)).1).collect(),
    );
}

/// Resident memory now, where the system tells, in MiB.
fn memory(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find(|l| l.starts_with(line));
    let kib = found
        .and_then(|l| l.split_whitespace().nth(1))
        .and_then(|n| n.parse::<f64>().ok());
    kib.unwrap_or(f64::NAN) / 1024.0
}

fn weights(name: &str, scenario: &Arc<Scenario>) {
    let (results, took) = timed(|| run(scenario, &RunWish::default()));
    report(
        &format!("{name}: whole run, {} draws", results.draws()),
        vec![took],
    );
    let subject = Subject::first(&results.ensemble.plan);
    let (_, took) = timed(|| answer_line(&results, &subject));
    report(
        &format!("{name}: first answer line of a subject"),
        vec![took],
    );
    let mut open = results;
    again(
        &format!("{name}: new weights and answer line"),
        50,
        |round| {
            let edited = nudged(&open.scenario, 0.3 + 0.01 * round as f64);
            open = reweighted(&open, &edited).expect("probabilities only");
            answer_line(&open, &subject)
        },
    );
    again("    comparing the scenarios", 50, |round| {
        what_it_affects(
            &open.scenario,
            &nudged(&open.scenario, 0.3 + 0.01 * round as f64),
        )
    });
    again("    new weights", 50, |round| {
        reweighted(&open, &nudged(&open.scenario, 0.3 + 0.01 * round as f64)).is_some()
    });
    again("    answer line", 50, |_| answer_line(&open, &subject));
    again(&format!("{name}: first answer after an effect"), 7, |_| {
        let first = preview(&open.scenario, &RunWish::default(), &mut |_| true);
        answer_line(&first.expect("a plan").expect("a preview"), &subject)
    });
    println!(
        "{name}: {:.0} MiB now, {:.0} MiB at most",
        memory("VmRSS:"),
        memory("VmHWM:")
    );
}

fn main() {
    println!("{:<64}{:>9}{:>9}", "", "ms", "p99");
    weights("64 paths, two options", &sixty_four_paths(true, false));
    weights("64 paths", &sixty_four_paths(false, false));
    weights(
        "64 paths, one uncertain chance",
        &sixty_four_paths(true, true),
    );
    weights("Malawi", &malawi());
}
