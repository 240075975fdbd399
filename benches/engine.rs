//! How long whole jobs take, what memory they need, and what a draw-year costs by stage.
//!
//! `cargo bench --bench engine` runs every job several times in turn, each in a process of its
//! own, and prints medians: wall time from compiling the plan to the finished report, the peak of
//! memory, and nanoseconds per draw-year (one draw, one simulated year of one segment) for
//! drawing, simulating and summarising. Times on shared machines are noisy: compare ratios of one
//! run. `cargo bench --bench engine -- --rounds 3` for a quick look.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a benchmark may stop"
)]

use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use foretree::files::parse;
use foretree::jobs::{RunOptions, processors, run};
use foretree::report::fill::run_report;
use foretree::sim::dispatch::Lanes;
use foretree::sim::sheet::{CHUNK, Sheet, Source};
use foretree::sim::{Plan, PlanOptions};

/// A job: its name, the scenario, the number of draws, the lanes.
struct Job {
    name: &'static str,
    text: String,
    draws: u32,
    lanes: Lanes,
}

/// Least developed countries, nothing happens: one path.
fn one_path() -> String {
    let setting = r#"(baseline: Group("ldc"), horizon: (2025, 2040))"#;
    format!(r#"(format: 1, title: "bench", setting: {setting}, tree: (root: "", nodes: {{}}))"#)
}

/// Six yes-or-no questions every second year, each with a measure: 64 paths.
fn sixty_four_paths() -> String {
    let measures = ["1.1", "1.3", "2.1", "6.1", "9.1", "7.1"];
    let node = |i: usize| {
        let next = if i < 5 {
            format!(r#", next: "n{}""#, i + 1)
        } else {
            String::new()
        };
        format!(
            r#""n{i}": Chance(title: "n", layer: Data, certainty: High, year: {}, branches: [
               (id: "yes", title: "yes", probability: 0.5, adopts: ["{}"]{next}),
               (id: "no", title: "no", probability: 0.5{next})])"#,
            2026 + 2 * i,
            measures[i],
        )
    };
    let nodes: Vec<String> = (0..6).map(node).collect();
    let setting = r#"(baseline: Group("ldc"), horizon: (2025, 2040))"#;
    format!(
        r#"(format: 1, title: "bench", setting: {setting}, tree: (root: "n0", nodes: {{{}}}))"#,
        nodes.join(",\n")
    )
}

fn jobs() -> Vec<Job> {
    let job = |name, text: &str, draws, lanes| Job {
        name,
        text: text.to_owned(),
        draws,
        lanes,
    };
    let (one, tree) = (one_path(), sixty_four_paths());
    let malawi = include_str!("../scenarios/malawi-tax-power-masts.ron");
    let mut all = vec![
        job("10,000 draws, one path", &one, 10_000, Lanes::Widest),
        job("10,000 draws, 64 paths", &tree, 10_000, Lanes::Widest),
        job("1,000,000 draws, one path", &one, 1_000_000, Lanes::Widest),
        job(
            "10,000 draws, Malawi and its reference country",
            malawi,
            10_000,
            Lanes::Widest,
        ),
        job(
            "10,000 draws, one path, plain numbers",
            &one,
            10_000,
            Lanes::Plain,
        ),
    ];
    if Lanes::Eight.available() {
        all.push(job(
            "10,000 draws, one path, AVX2",
            &one,
            10_000,
            Lanes::Four,
        ));
        all.push(job(
            "10,000 draws, 64 paths, AVX2",
            &tree,
            10_000,
            Lanes::Four,
        ));
    }
    all
}

/// What one process measured, in seconds and bytes.
#[derive(Clone, Copy)]
struct Measured {
    plan: f64,
    draw: f64,
    simulate: f64,
    summarise: f64,
    draw_years: f64,
    memory: f64,
}

/// Runs one job in this process and prints what it took on one line.
fn measure(job: &Job) {
    let scenario = parse(&job.text, job.name)
        .expect("a valid scenario")
        .scenario;
    let start = Instant::now();
    let options = PlanOptions {
        draws: Some(job.draws),
        ..PlanOptions::default()
    };
    let plan = Arc::new(Plan::compile(&scenario, &options).expect("a plan"));
    let planned = start.elapsed().as_secs_f64();
    let finished = run(
        &plan,
        &RunOptions {
            lanes: job.lanes,
            ..RunOptions::default()
        },
        &mut |_| true,
    );
    let simulated = start.elapsed().as_secs_f64();
    let report = run_report(&scenario, &finished.ensemble, processors());
    let done = start.elapsed().as_secs_f64();
    let memory = peak_memory();
    assert!(!report.paths.is_empty());
    let draw = draw_alone(&plan);
    let years = f64::from(job.draws) * (plan.rows as f64);
    println!(
        "{planned} {draw} {} {} {years} {memory}",
        simulated - planned,
        done - simulated,
    );
}

/// The draw stage alone, on one thread.
fn draw_alone(plan: &Plan) -> f64 {
    let source = Source::new(plan);
    let mut sheet = Sheet::new(plan);
    let start = Instant::now();
    for first in (0..plan.draws as usize).step_by(CHUNK) {
        sheet.fill(
            &source,
            first as u64,
            CHUNK.min(plan.draws as usize - first),
        );
    }
    start.elapsed().as_secs_f64()
}

/// Most memory that this process ever held, where the system tells.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kib = line
        .and_then(|l| l.split_whitespace().nth(1))
        .and_then(|n| n.parse::<f64>().ok());
    kib.unwrap_or(f64::NAN) * 1024.0
}

fn in_own_process(number: usize) -> Measured {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program)
        .args(["--job", &number.to_string()])
        .output()
        .expect("a process");
    let text = String::from_utf8_lossy(&output.stdout);
    let all: Vec<f64> = text
        .split_whitespace()
        .filter_map(|n| n.parse().ok())
        .collect();
    let [plan, draw, simulate, summarise, draw_years, memory] = all[..] else {
        panic!("job {number}: {}", String::from_utf8_lossy(&output.stderr))
    };
    Measured {
        plan,
        draw,
        simulate,
        summarise,
        draw_years,
        memory,
    }
}

fn median(rounds: &[Measured], of: fn(&Measured) -> f64) -> f64 {
    let mut values: Vec<f64> = rounds.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| {
        let place = arguments.iter().position(|a| a == name)?;
        arguments.get(place + 1)?.parse::<usize>().ok()
    };
    let jobs = jobs();
    if let Some(number) = after("--job") {
        return measure(&jobs[number]);
    }
    let rounds = after("--rounds").unwrap_or(7);
    let mut measured: Vec<Vec<Measured>> = jobs.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (number, of_job) in measured.iter_mut().enumerate() {
            of_job.push(in_own_process(number));
        }
    }
    println!("medians of {rounds} rounds, {} processors\n", processors());
    println!(
        "{:<48}{:>9}{:>9}{:>8}{:>10}{:>11}",
        "job", "seconds", "MiB", "draw*", "simulate", "summarise"
    );
    for (job, rounds) in jobs.iter().zip(&measured) {
        let per_year =
            |of: fn(&Measured) -> f64| median(rounds, of) * 1e9 / median(rounds, |m| m.draw_years);
        println!(
            "{:<48}{:>9.3}{:>9.0}{:>8.1}{:>10.1}{:>11.1}",
            job.name,
            median(rounds, |m| m.plan + m.simulate + m.summarise),
            median(rounds, |m| m.memory / 1_048_576.0),
            per_year(|m| m.draw),
            per_year(|m| m.simulate),
            per_year(|m| m.summarise),
        );
    }
    println!(
        "\nstages in nanoseconds of wall time per draw-year; * drawing alone, on one thread (it is part of simulate)"
    );
}
