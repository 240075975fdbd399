//! What is legal but doubtful: questions that a good facilitator would ask.

use super::report::Report;
use super::{Code, Given, node_place};
use crate::scenario::{
    BaselineRef, Closed, Decision, Effect, EffectFacts, Helps, Node, Op, Outcome, Place,
    count_paths,
};

/// More nodes than people can hold in their heads.
const MOST_NODES: usize = 6;

/// More paths than people can tell apart.
const MOST_PATHS: u64 = 24;

/// Poor cohorts below this share of the population say little about a country.
const SMALL_SHARE: f64 = 0.02;

pub(super) fn check(given: &Given<'_>, report: &mut Report) {
    for (id, node) in &given.scenario.tree.nodes {
        if node.rationale().trim().is_empty() {
            let node = id.clone();
            report.add(node_place(id).name(), Code::NoRationale { node });
        }
        if let Node::Decision(decision) = node {
            self::decision(given, report, id, decision);
        }
    }
    for (number, wildcard) in given.scenario.wildcards.iter().enumerate() {
        if wildcard.effects.is_empty() {
            let place = Place::top().field("wildcards").index(number);
            let id = wildcard.id.clone();
            report.add(place, Code::WildcardWithoutEffect { id });
        }
    }
    size(given, report);
    baseline(given, report);
}

fn decision(given: &Given<'_>, report: &mut Report, id: &str, decision: &Decision) {
    let options: Vec<Outcome<'_>> = decision
        .options
        .iter()
        .map(|option| option.outcome())
        .collect();
    if options.is_empty() {
        return;
    }
    let place = node_place(id).field("options");
    let node = id.to_owned();
    if !options.iter().any(does_nothing) {
        let node = node.clone();
        report.add(place.clone().name(), Code::NoDoNothing { node });
    }
    for (number, option) in options.iter().enumerate() {
        if only_benefits(given, option) {
            let option = option.id.to_owned();
            report.add(place.index(number), Code::OnlyBenefits { option });
        }
    }
    if options.iter().all(|option| offers_ai(given, option)) {
        report.add(place.name(), Code::NoPlainOption { node });
    }
}

fn does_nothing(option: &Outcome<'_>) -> bool {
    option.adopts.is_empty() && option.effects.is_empty() && !has_burden(option)
}

fn has_burden(option: &Outcome<'_>) -> bool {
    option.effort.is_some() || option.cost.is_some()
}

/// Which way a path is moved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
    Unclear,
}

/// A path that an option moves.
struct Moved<'a> {
    path: &'a str,
    op: Op,
    range: (f64, f64),
    median: f64,
}

impl Moved<'_> {
    /// The way that its whole range goes.
    fn surely(&self) -> Way {
        way(self.op, self.range)
    }

    /// The way that its median goes.
    fn likely(&self) -> Way {
        way(self.op, (self.median, self.median))
    }
}

fn way(op: Op, (low, high): (f64, f64)) -> Way {
    let still = match op {
        Op::Set => return Way::Unclear,
        Op::Multiply => 1.0,
        Op::Add => 0.0,
    };
    if low >= still {
        Way::Up
    } else if high <= still {
        Way::Down
    } else {
        Way::Unclear
    }
}

/// What an option moves, by its own effects and by those of its measures.
fn moved<'a>(given: &Given<'a>, option: &Outcome<'a>) -> Vec<Moved<'a>> {
    let own = |effect: &'a Effect| Moved {
        path: &effect.path,
        op: effect.op,
        range: effect.magnitude.central(),
        median: effect.magnitude.median(),
    };
    let pulled = |effect: &'a EffectFacts| {
        let (p5, median, p95) = effect.points;
        Moved {
            path: &effect.path,
            op: effect.op,
            range: (p5, p95),
            median,
        }
    };
    let adopted = given.vocabulary.effects.iter().filter(|effect| {
        let mut measures = effect.measures.iter();
        measures.any(|measure| option.adopts.contains(measure))
    });
    let own = option.effects.iter().map(own);
    own.chain(adopted.map(pulled)).collect()
}

/// True if an option does something, all of it good, and costs neither money nor effort.
fn only_benefits(given: &Given<'_>, option: &Outcome<'_>) -> bool {
    let moved = moved(given, option);
    let good = |moved: &Moved<'_>| {
        let helps = given
            .vocabulary
            .paths
            .get(moved.path)
            .map(|facts| facts.helps);
        matches!(
            (helps, moved.surely()),
            (Some(Helps::Up), Way::Up) | (Some(Helps::Down), Way::Down)
        )
    };
    !has_burden(option) && !moved.is_empty() && moved.iter().all(good)
}

/// True if an option is likely to bring more AI services.
fn offers_ai(given: &Given<'_>, option: &Outcome<'_>) -> bool {
    moved(given, option).iter().any(|moved| {
        let facts = given.vocabulary.paths.get(moved.path);
        moved.likely() == Way::Up && facts.is_some_and(|facts| facts.ai_service)
    })
}

fn size(given: &Given<'_>, report: &mut Report) {
    let tree = &given.scenario.tree;
    let place = Place::top().field("tree").field("nodes").name();
    let (count, most) = (tree.nodes.len(), MOST_NODES);
    if count > most {
        report.add(place.clone(), Code::ManyNodes { count, most });
    }
    let (count, most) = (count_paths(tree, Closed::Respected), MOST_PATHS);
    if (most + 1..=crate::scenario::MOST_PATHS).contains(&count) {
        report.add(place, Code::ManyPaths { count, most });
    }
}

fn baseline(given: &Given<'_>, report: &mut Report) {
    let place = Place::top().field("setting").field("baseline");
    let shares: Vec<(String, f64)> = match (&given.scenario.setting.baseline, given.baseline) {
        (BaselineRef::Custom(made_up), _) => {
            let poor = made_up.cohorts.iter().filter(|cohort| cohort.poor);
            poor.map(|cohort| (cohort.id.clone(), cohort.share))
                .collect()
        }
        (_, Some(facts)) => facts.poor_shares.clone(),
        (_, None) => Vec::new(),
    };
    let small = shares.into_iter().filter(|(_, share)| *share < SMALL_SHARE);
    let cohorts: Vec<(String, f64)> = small.collect();
    if !cohorts.is_empty() {
        report.add(place.clone(), Code::SmallPoorCohorts { cohorts });
    }
    let flags = given.baseline.map(|facts| facts.flags.clone());
    if let Some(flags) = flags.filter(|flags| !flags.is_empty()) {
        report.add(place, Code::DoubtfulData { flags });
    }
}
