//! What the options of the next open decision come to, from the results of an open scenario.
//!
//! Makes a tree of a plan's paths and asks [`crate::analysis::choices`]; nothing is simulated
//! except what is asked for explicitly: values of another year, wildcards, break-even points.

mod ask;
mod cost;
mod information;
mod map;
mod objective;
mod options;
mod regions;
mod stress;
mod tree;
mod verdict;

pub use ask::{ChoiceRule, ChoicesAsk, ChoicesFault, Extra, Objective};
pub use map::{ChoiceMap, MapAsk, choice_map};

use self::objective::{Aim, aim};
use self::options::{Candidate, candidates};
use self::tree::{Grown, grown};
use super::results::Results;
use crate::analysis::choices::ChoiceFault;
use crate::report::choices::{Choices, DecisionTold};
use crate::report::run::Note;
use crate::scenario::Node;
use crate::sim::Plan;

/// What is needed for every part of the answer.
struct Scene<'a> {
    results: &'a Results,
    plan: &'a Plan,
    ask: &'a ChoicesAsk,
    aim: Aim,
    /// All paths.
    whole: Grown,
    /// Options of the next open decision.
    candidates: Vec<Candidate>,
}

/// Everything about the next open decision that was asked for. `go_on` stops what simulates.
///
/// # Errors
/// No open decision, an objective that the setting does not have, levels that make no sense.
pub fn choices(
    results: &Results,
    ask: &ChoicesAsk,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Choices, ChoicesFault> {
    let scene = scene(results, ask)?;
    let verdicts = verdict::verdicts(&scene);
    let mut found = Choices {
        objective: scene.aim.told(),
        year: scene.aim.year,
        draws: results.draws(),
        rule: ask.rule.told(),
        decision: decision(&scene),
        options: scene
            .candidates
            .iter()
            .map(|own| own.told.clone())
            .collect(),
        histories: regions::histories(&scene),
        regions: regions::regions(&scene),
        information: None,
        spending: cost::spending(&scene),
        stress: Vec::new(),
        break_even: None,
        assumed: None,
        notes: Vec::new(),
        verdicts,
    };
    if ask.extra.information {
        match information::information(&scene) {
            Ok(told) => found.information = Some(told),
            // The rest of the answer stands without it.
            Err(fault @ ChoicesFault::Choice(ChoiceFault::TooFewRuns { .. })) => {
                found.notes.push(Note {
                    id: "too-few-draws".to_owned(),
                    text: crate::words::choices::too_few(&fault),
                    ..Note::default()
                });
            }
            Err(fault) => return Err(fault),
        }
    }
    if ask.extra.stress {
        found.stress = stress::stress(&scene, go_on);
    }
    stress::assumed(&scene, &mut found, go_on);
    crate::words::choices::blur(&mut found);
    Ok(found)
}

fn scene<'a>(results: &'a Results, ask: &'a ChoicesAsk) -> Result<Scene<'a>, ChoicesFault> {
    let plan = &*results.ensemble.plan;
    if plan.open.is_none() {
        return Err(ChoicesFault::NothingOpen);
    }
    ask.check()?;
    let aim = aim(results, ask)?;
    let all: Vec<usize> = (0..plan.paths.len()).collect();
    let whole = grown(results, &all, &aim.goodness)?;
    let candidates = candidates(results, ask, &aim, &whole)?;
    Ok(Scene {
        results,
        plan,
        ask,
        aim,
        whole,
        candidates,
    })
}

fn decision(scene: &Scene<'_>) -> DecisionTold {
    let Some(open) = &scene.plan.open else {
        return DecisionTold::default();
    };
    told_decision(scene.results, &open.node)
}

fn told_decision(results: &Results, id: &str) -> DecisionTold {
    let node = results.scenario.tree.nodes.get(id);
    DecisionTold {
        node: id.to_owned(),
        title: node.map(|node| node.title().to_owned()).unwrap_or_default(),
        year: node.map(Node::year).unwrap_or_default(),
    }
}

fn outcome_title(results: &Results, node: &str, outcome: &str) -> String {
    let found = || {
        let outcomes = results.scenario.tree.nodes.get(node)?.outcomes();
        let own = outcomes.into_iter().find(|own| own.id == outcome)?;
        Some(own.title.to_owned())
    };
    found().unwrap_or_else(|| outcome.to_owned())
}
