//! What made a difference, and until when a decision helps, asked of the model.

use std::sync::Arc;

use foretree::analysis::backcast::{Helps, LastYear, Side, Target};
use foretree::files::parse;
use foretree::live::attribution::{
    Attributed, AttributedFault, Made, Sharing, State, attributed, made_between,
};
use foretree::live::backcast::{Backcast, BackcastError, BackcastWish, backcast};
use foretree::live::{CohortMeasure, Results, RunWish, Subject, simulate};
use foretree::scenario::hybrid::Change;
use foretree::scenario::{BaselineRef, Node, Quantity, Scenario};

const TREE: &str = r#"(
    format: 1,
    title: "Masts or phones?",
    setting: (baseline: Country("MWI"), horizon: (2025, 2034)),
    simulation: (draws: 200, seed: 7, sampling: LatinHypercube),
    tree: (
        root: "first",
        nodes: {
            "first": Decision(
                title: "What comes first?", layer: Infrastructure, certainty: High, year: 2027,
                options: [
                    (id: "masts", title: "Masts", effects: [
                        (path: "coverage_rate", op: Multiply, magnitude: Fixed(3.0)),
                    ], next: "power"),
                    (id: "as_now", title: "As now", next: "power"),
                ],
            ),
            "power": Chance(
                title: "Power", layer: Infrastructure, certainty: Evolving, year: 2029,
                branches: [
                    (id: "fast", title: "Fast", probability: 0.25,
                     given: [(node: "first", branch: "masts", probability: 0.75)],
                     effects: [(path: "power_rate", op: Multiply, magnitude: Fixed(3.0))]),
                    (id: "slow", title: "Slow", probability: 0.75,
                     given: [(node: "first", branch: "masts", probability: 0.25)]),
                ],
            ),
        },
    ),
)"#;

fn scenario() -> Scenario {
    parse(TREE, "tree").unwrap().scenario
}

fn choosing(option: &str) -> Scenario {
    let mut scenario = scenario();
    if let Some(Node::Decision(decision)) = scenario.tree.nodes.get_mut("first") {
        decision.choose = Some(option.to_owned());
    }
    scenario
}

fn online() -> Subject {
    Subject::Cohort(CohortMeasure::Online, "poor_women".to_owned())
}

fn shared(from: &Scenario, to: &Scenario) -> Result<Attributed, AttributedFault> {
    attributed(
        &State::of(from),
        &State::of(to),
        &online(),
        &Sharing::beside(from),
        &mut |_| true,
    )
}

fn mean_online(scenario: &Scenario) -> f64 {
    let results = simulate(
        &Arc::new(scenario.clone()),
        &RunWish::default(),
        &mut |_| true,
    );
    let results = results.unwrap();
    let values = results.values(&online()).unwrap();
    let draws = results.draws();
    let mean = |draw: usize| -> f64 {
        let weight = |path: usize| results.weights.whole[path].at(draw);
        let all = 0..values.len();
        let total: f64 = all.clone().map(weight).sum();
        all.map(|path| weight(path) * values[path][draw])
            .sum::<f64>()
            / total
    };
    (0..draws).map(mean).sum::<f64>() / draws as f64
}

#[test]
fn two_options_are_told_apart_by_what_they_do_and_what_follows() {
    let (from, to) = (choosing("as_now"), choosing("masts"));
    let found = shared(&from, &to).unwrap();
    assert_eq!(found.changes.len(), 2, "{:?}", found.changes);
    assert!(matches!(
        &found.changes[0],
        Made::Change(Change::Chosen { node }) if node == "first"
    ));
    assert!(matches!(
        &found.changes[1],
        Made::Change(Change::Effect { .. })
    ));
    let parts: Vec<f64> = found.shares.contributions.iter().map(|c| c.mean).collect();
    assert!(parts.iter().all(|part| *part > 0.0), "{parts:?}");
    let whole = mean_online(&to) - mean_online(&from);
    assert!((found.shares.whole() - whole).abs() < 1e-12);
    assert!((parts.iter().sum::<f64>() - whole).abs() < 1e-12);
    assert_eq!(found.draws, 200);
}

#[test]
fn a_single_change_has_made_all_of_it() {
    let from = choosing("masts");
    let mut to = from.clone();
    if let Some(Node::Chance(chance)) = to.tree.nodes.get_mut("power") {
        for branch in &mut chance.branches {
            branch.given.clear();
        }
    }
    let found = shared(&from, &to).unwrap();
    assert_eq!(
        found.changes,
        [Made::Change(Change::Probabilities {
            node: "power".into()
        })]
    );
    let only = &found.shares.contributions[0];
    assert!((only.mean - found.shares.whole()).abs() < 1e-12);
    assert!((only.alone - only.mean).abs() < 1e-12 && (only.last - only.mean).abs() < 1e-12);
}

#[test]
fn another_country_and_a_path_that_is_sure_can_be_told_apart() {
    let from = choosing("masts");
    let mut to = from.clone();
    to.setting.baseline = BaselineRef::Country("KEN".into());
    assert_eq!(
        made_between(&State::of(&from), &State::of(&to)),
        [Made::Change(Change::Place)]
    );
    let history = [
        ("first".to_owned(), "masts".to_owned()),
        ("power".to_owned(), "fast".to_owned()),
    ];
    let sure = State::of(&scenario()).along(&history);
    let Some(Node::Chance(chance)) = sure.scenario.tree.nodes.get("power") else {
        panic!("power is a chance")
    };
    assert_eq!(chance.branches[0].probability, Quantity::Fixed(1.0));
    let found = attributed(
        &State::of(&from),
        &sure,
        &online(),
        &Sharing::beside(&from),
        &mut |_| true,
    );
    assert!(found.unwrap().shares.whole() > 0.0);
}

#[test]
fn what_cannot_be_shared_out_is_said() {
    let from = choosing("masts");
    assert_eq!(shared(&from, &from).unwrap_err(), AttributedFault::Nothing);
    let mut longer = from.clone();
    longer.setting.horizon.1 = 2040;
    assert_eq!(
        shared(&from, &longer).unwrap_err(),
        AttributedFault::Horizon
    );
    let stopped = attributed(
        &State::of(&from),
        &State::of(&choosing("as_now")),
        &online(),
        &Sharing::beside(&from),
        &mut |_| false,
    );
    assert_eq!(stopped.unwrap_err(), AttributedFault::Stopped);
    let nobody = Subject::Cohort(CohortMeasure::Online, "nobody".to_owned());
    let missing = attributed(
        &State::of(&from),
        &State::of(&choosing("as_now")),
        &nobody,
        &Sharing::beside(&from),
        &mut |_| true,
    );
    assert_eq!(missing.unwrap_err(), AttributedFault::NoSubject);
}

fn results(scenario: Scenario) -> Results {
    simulate(&Arc::new(scenario), &RunWish::default(), &mut |_| true).unwrap()
}

fn wish(threshold: f64) -> BackcastWish {
    BackcastWish {
        subject: online(),
        target: Target {
            threshold,
            side: Side::AtLeast,
        },
        year: None,
        decision: None,
        helps: Helps::default(),
        draws: 200,
    }
}

/// The middle of use with masts: a mark that about half of the runs reach.
fn mark(results: &Results) -> f64 {
    let mut values: Vec<f64> = results.values(&online()).unwrap()[0].clone();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn back(results: &Results, wish: &BackcastWish) -> Backcast {
    backcast(results, wish, &mut |_| true).unwrap()
}

#[test]
fn a_help_that_only_helps_helps_less_the_later_it_comes() {
    let results = results(scenario());
    let found = back(&results, &wish(mark(&results)));
    assert_eq!(found.paths.len(), 4);
    assert!((found.paths.iter().map(|p| p.of_all).sum::<f64>() - 1.0).abs() < 1e-9);
    assert!(found.options[0].1.share > found.options[1].1.share);
    let waiting = found.decision.unwrap();
    assert_eq!((waiting.node.as_str(), waiting.year), ("first", 2027));
    assert_eq!(waiting.idle.as_deref(), Some("as_now"));
    let [masts] = waiting.options.as_slice() else {
        panic!("one option may wait")
    };
    let steps = &masts.delays.steps;
    assert_eq!(steps.len(), 8, "2027 to 2034");
    let falling = steps
        .windows(2)
        .all(|pair| pair[1].share <= pair[0].share + 1e-12);
    assert!(falling, "{steps:?}");
    assert!(
        (steps[0].share - found.options[0].1.share).abs() < 1e-12,
        "taken in time it is the scenario itself"
    );
    let last = steps.last().unwrap();
    assert!(
        last.gain.abs() < 1e-12,
        "in the last year it comes too late, and power no longer depends on it: {last:?}"
    );
    assert!(matches!(masts.delays.last, LastYear::Until(2027..2034)));
    assert!(masts.delays.steady);
}

#[test]
fn a_mark_that_nobody_reaches_is_reached_by_no_delay() {
    let results = results(scenario());
    let found = back(&results, &wish(0.999));
    assert!(found.options.iter().all(|(_, share)| share.share == 0.0));
    assert_eq!(
        found.decision.unwrap().options[0].delays.last,
        LastYear::Never
    );
}

#[test]
fn an_earlier_year_can_be_asked_for_and_has_its_own_shares() {
    let results = results(scenario());
    let at_end = back(&results, &wish(mark(&results)));
    let early = BackcastWish {
        year: Some(2031),
        ..wish(mark(&results))
    };
    let found = back(&results, &early);
    assert_eq!(found.year, 2031);
    assert!(found.options[0].1.share < at_end.options[0].1.share);
    assert_eq!(found.decision.unwrap().options[0].delays.steps.len(), 5);
}

#[test]
fn without_an_option_that_does_nothing_an_option_is_measured_against_never() {
    let mut only = choosing("masts");
    if let Some(Node::Decision(decision)) = only.tree.nodes.get_mut("first") {
        decision.options.truncate(1);
        decision.choose = None;
    }
    let results = results(only);
    let found = back(&results, &wish(mark(&results)));
    let waiting = found.decision.unwrap();
    assert_eq!(waiting.idle, None);
    let delays = &waiting.options[0].delays;
    let last = delays.steps.last().unwrap();
    assert!(delays.steps[0].gain > 0.0 && last.gain.abs() < 1e-12);
}

#[test]
fn years_decisions_and_subjects_that_are_not_there_are_refused() {
    let results = results(scenario());
    let refused = |wish: BackcastWish| backcast(&results, &wish, &mut |_| true).unwrap_err();
    let year = BackcastWish {
        year: Some(2060),
        ..wish(0.5)
    };
    assert_eq!(
        refused(year),
        BackcastError::Year {
            first: 2026,
            last: 2034
        }
    );
    let decision = BackcastWish {
        decision: Some("power".into()),
        ..wish(0.5)
    };
    assert_eq!(refused(decision), BackcastError::NoDecision("power".into()));
    let early = BackcastWish {
        year: Some(2026),
        ..wish(0.5)
    };
    assert!(matches!(refused(early), BackcastError::TooLate { .. }));
    let subject = BackcastWish {
        subject: Subject::Cohort(CohortMeasure::Online, "nobody".into()),
        ..wish(0.5)
    };
    assert_eq!(refused(subject), BackcastError::NoSubject);
    let stopped = backcast(&results, &wish(0.5), &mut |_| false).unwrap_err();
    assert_eq!(stopped, BackcastError::Stopped);
}
