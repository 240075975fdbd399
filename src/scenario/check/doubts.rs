//! What is legal but doubtful: questions that a good facilitator would ask.

use super::report::Report;
use super::{Code, Given, node_place};
use crate::scenario::{
    BaselineRef, Closed, Decision, Moved, Node, Outcome, Place, Pull, Way, count_paths, moved,
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

/// True if an option does something, all of it good, and costs neither money nor effort.
fn only_benefits(given: &Given<'_>, option: &Outcome<'_>) -> bool {
    let moved = moved(given.vocabulary, option);
    let good = |moved: &Moved<'_>| moved.pull(given.vocabulary) == Pull::Helps;
    !has_burden(option) && !moved.is_empty() && moved.iter().all(good)
}

/// True if an option is likely to bring more AI services.
fn offers_ai(given: &Given<'_>, option: &Outcome<'_>) -> bool {
    moved(given.vocabulary, option).iter().any(|moved| {
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
