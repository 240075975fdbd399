//! How fast an open scenario answers while people talk.
//!
//! `cargo bench --bench workbench` prints medians (and 99th percentiles) of what a room waits
//! for; `-- terminal` only what is measured at the real program. Times on shared machines are noisy: compare ratios of one run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a benchmark may stop"
)]

#[cfg(target_os = "linux")]
#[path = "../tests/pty/line.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod line;
#[cfg(target_os = "linux")]
#[path = "terminal/mod.rs"]
mod measured;
#[cfg(target_os = "linux")]
#[path = "../tests/pty/terminal.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod terminal;

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use foretree::files::parse;
use foretree::live::{
    CohortMeasure, ComparedColumn, Engine, Question, Report, Request, Results, RunWish, Selection,
    Subject, answer, answer_line, preview, reweighted, simulate,
};
use foretree::scenario::{Node, Quantity, Scenario};
use foretree::sim::Plan;

/// Six yes-or-no questions every second year, each with a measure: 64 paths. With a decision at
/// the root the answer line has two entries.
fn sixty_four_paths(decision: bool, uncertain: bool) -> Arc<Scenario> {
    let text = sixty_four_paths_text(decision, uncertain, 10_000);
    Arc::new(parse(&text, "bench").expect("a valid scenario").scenario)
}

fn sixty_four_paths_text(decision: bool, uncertain: bool, draws: u32) -> String {
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
    let simulation = format!("(draws: {draws})");
    format!(
        r#"(format: 1, title: "bench", setting: {setting}, simulation: {simulation},
            tree: (root: "n0", nodes: {{{}}}))"#,
        nodes.join(",\n")
    )
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
pub(crate) fn report(name: &str, mut times: Vec<Duration>, processor: f64) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!(
        "{name:<64}{:>9.2}{:>9.2}{:>9.2}",
        at(0.5),
        at(0.99),
        processor * 1e3
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

fn again<T>(name: &str, rounds: usize, mut work: impl FnMut(usize) -> T) {
    let before = processor();
    let times = (0..rounds).map(|round| timed(|| work(round)).1).collect();
    report(name, times, (processor() - before) / rounds as f64);
}

/// Seconds of processor time that all threads have used, where the system tells.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = |place: usize| {
        let field = after_name.split_whitespace().nth(place);
        field
            .and_then(|n| n.parse::<f64>().ok())
            .unwrap_or(f64::NAN)
    };
    (ticks(11) + ticks(12)) / 100.0
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
    let mut made = None;
    again(&format!("{name}: whole run, 10,000 draws"), 1, |_| {
        made = Some(run(scenario, &RunWish::default()));
    });
    let mut open = made.expect("results");
    let subject = Subject::first(&open.ensemble.plan);
    again("    first answer line of a subject", 1, |_| {
        answer_line(&open, &subject)
    });
    again("    new weights and answer line", 100, |round| {
        let edited = nudged(&open.scenario, 0.3 + 0.004 * round as f64);
        open = reweighted(&open, &edited).expect("probabilities only");
        answer_line(&open, &subject)
    });
    again("    new weights alone", 100, |round| {
        reweighted(&open, &nudged(&open.scenario, 0.3 + 0.004 * round as f64)).is_some()
    });
    again("    answer line alone", 100, |_| {
        answer_line(&open, &subject)
    });
    println!(
        "    {:.0} MiB now, {:.0} at most",
        memory("VmRSS:"),
        memory("VmHWM:")
    );
    again("    first answer after an effect", 11, |_| {
        let wish = RunWish::default();
        let first = preview(&open.scenario, &wish, Some(&subject), &mut |_| true);
        answer_line(&first.expect("a plan").expect("a preview"), &subject)
    });
}

/// Every question about the Malawi example, the first time and with numbers at hand.
fn questions() {
    let results = run(&malawi(), &RunWish::default());
    let plan = &results.ensemble.plan;
    let subject = Subject::first(plan);
    let selection = Selection::Option(0);
    let all: Vec<(&str, Question)> = vec![
        (
            "outlook",
            Question::Outlook {
                subject: subject.clone(),
                selection,
            },
        ),
        (
            "distribution",
            Question::Distribution {
                subject: subject.clone(),
                selection,
                threshold: Some(0.5),
            },
        ),
        (
            "paths, one subject",
            Question::Paths {
                subjects: vec![subject.clone()],
            },
        ),
        (
            "cohorts",
            Question::Cohorts {
                measure: CohortMeasure::Offline,
                selection,
            },
        ),
        (
            "answer line",
            Question::AnswerLine {
                subject: subject.clone(),
            },
        ),
        (
            "leading",
            Question::Leading {
                subject: subject.clone(),
                selection,
                count: 8,
            },
        ),
        ("compare, 3 options, 8 subjects", compare(plan, false)),
        ("compare with years", compare(plan, true)),
    ];
    for (name, question) in &all {
        again(&format!("Malawi: {name}, the first time"), 1, |_| {
            answer(&results, question)
        });
        again(&format!("Malawi: {name}"), 20, |_| {
            answer(&results, question)
        });
    }
}

fn compare(plan: &Plan, years: bool) -> Question {
    let keys = [
        "offline:poor_women",
        "poor_gap_pp",
        "gender_gap",
        "usage_gap_between",
        "income_poor_vs_noai",
        "setback_vs_noai",
        "setback_online",
        "cost_musd",
    ];
    let column = |selection| ComparedColumn {
        results: 0,
        selection,
    };
    Question::Compare {
        columns: Selection::headline(plan).into_iter().map(column).collect(),
        base: 0,
        subjects: keys.iter().filter_map(|key| Subject::parse(key)).collect(),
        years,
    }
}

/// How long a thread that sleeps takes to notice a message while two workers simulate.
fn waking() {
    let (news, runs) = channel();
    let news = Mutex::new(news);
    let engine = Engine::new(Arc::new(move |_, report| {
        let _ = news.lock().expect("one thread").send(report);
    }));
    let (key, keys) = channel();
    let request = Request {
        document: 1,
        scenario: sixty_four_paths(true, false),
        wish: RunWish {
            draws: Some(100_000),
            threads: Some(2),
            ..RunWish::default()
        },
        from: None,
        watch: None,
    };
    engine.submit(request.clone());
    let typist = std::thread::spawn(move || {
        for _ in 0..200 {
            std::thread::sleep(Duration::from_millis(10));
            key.send(Instant::now()).expect("somebody listens");
        }
    });
    let times = keys.iter().map(|sent: Instant| sent.elapsed()).collect();
    typist.join().expect("the typist");
    report("a thread notices a key during a run", times, f64::NAN);
    let times = (0..5).map(|_| {
        engine.submit(request.clone());
        std::thread::sleep(Duration::from_millis(400));
        while runs.try_recv().is_ok() {}
        let start = Instant::now();
        engine.cancel(1);
        while !matches!(runs.recv(), Ok(Report::Partial(_) | Report::Stopped)) {}
        start.elapsed()
    });
    report("a run is cancelled", times.collect(), f64::NAN);
}

fn main() {
    println!("{:<64}{:>9}{:>9}{:>9}", "", "ms", "p99", "cpu ms");
    if !std::env::args().any(|argument| argument == "terminal") {
        in_memory();
    }
    #[cfg(target_os = "linux")]
    measured::measure(
        &sixty_four_paths_text(true, false, 100_000),
        &sixty_four_paths_text(true, false, 10_000),
    );
}

/// Without the program around it.
fn in_memory() {
    weights("64 paths, two options", &sixty_four_paths(true, false));
    weights("64 paths", &sixty_four_paths(false, false));
    weights(
        "64 paths, one uncertain chance",
        &sixty_four_paths(true, true),
    );
    weights("Malawi", &malawi());
    questions();
    waking();
}
