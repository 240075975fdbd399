//! What to choose at every decision, and where the best option changes as a probability moves.

use super::tree::{GrownDecision, event_of, passed};
use super::{Scene, outcome_title, told_decision};
use crate::analysis::choices::{
    DecisionTree, Difference, Lever, NodeId, Regions, Rule, one_way, roll_back, run_values,
};
use crate::report::choices::{HistoryChoice, HistoryOption, RegionTold, StretchTold};
use crate::scenario::{Branch, Node};

/// Every decision by the way there, those nearest to the root first.
pub(super) fn histories(scene: &Scene<'_>) -> Vec<HistoryChoice> {
    let tree = &scene.whole.tree;
    let Ok(rolled) = roll_back(tree, Rule::Expected) else {
        return Vec::new();
    };
    let of = |own: &GrownDecision| {
        let next = tree.options(own.id).unwrap_or_default();
        let options = own
            .options
            .iter()
            .zip(next)
            .map(|(option, next)| HistoryOption {
                option: option.clone(),
                title: outcome_title(scene.results, &own.node, option),
                expected: scene.aim.shown(rolled.value(*next)),
            });
        let best = rolled.choice(own.id).unwrap_or(0);
        HistoryChoice {
            decision: told_decision(scene.results, &own.node),
            after: passed(scene.results, &own.after),
            options: options.collect(),
            best,
            clear: is_clear(tree, &rolled.choices, next, best),
        }
    };
    scene.whole.decisions.iter().map(of).collect()
}

/// Whether the best option is ahead of every other by more than the error of the draws.
fn is_clear(
    tree: &DecisionTree,
    choices: &[Option<usize>],
    options: &[NodeId],
    best: usize,
) -> bool {
    let Some(best_node) = options.get(best) else {
        return false;
    };
    let ours = run_values(tree, choices, *best_node);
    let others = options.iter().filter(|node| *node != best_node);
    others
        .map(|node| {
            Difference::between(&ours, &run_values(tree, choices, *node), tree.run_weights())
        })
        .all(|lead| lead.is_clear())
}

/// The next open decision, for the first way of getting there.
pub(super) fn first_decision<'a>(scene: &'a Scene<'_>) -> Option<&'a GrownDecision> {
    let open = scene.plan.open.as_ref()?;
    scene
        .whole
        .decisions
        .iter()
        .find(|own| own.node == open.node)
}

/// One region for each chance with two branches, one for each branch of others.
pub(super) fn regions(scene: &Scene<'_>) -> Vec<RegionTold> {
    let Some(decision) = first_decision(scene) else {
        return Vec::new();
    };
    let trees = [
        Some(scene.whole.tree.clone()),
        half(scene, 0),
        half(scene, 1),
    ];
    let levers = levers(scene);
    let told = levers.into_iter().filter_map(|(node, branch, lever)| {
        let all = trees.each_ref().map(|tree| {
            let tree = tree.as_ref()?;
            one_way(tree, decision.id, lever).ok()
        });
        let [Some(found), one, other] = all else {
            return None;
        };
        Some(RegionTold {
            title: told_decision(scene.results, &node).title,
            branch_title: outcome_title(scene.results, &node, &branch),
            node,
            branch,
            now: found.now,
            stretches: stretches(&found, one.as_ref(), other.as_ref()),
        })
    });
    told.collect()
}

/// The tree in which only every other run counts.
fn half(scene: &Scene<'_>, odd: usize) -> Option<DecisionTree> {
    let mut tree = scene.whole.tree.clone();
    let runs = 0..tree.runs();
    let whole = &scene.whole.tree;
    let weights = runs.map(|run| match run % 2 == odd {
        true => whole.run_weight(run),
        false => 0.0,
    });
    tree.weigh_runs(weights.collect()).ok()?;
    Some(tree)
}

/// Probabilities that may move: node, branch and where they are in the tree.
pub(super) fn levers(scene: &Scene<'_>) -> Vec<(String, String, Lever)> {
    let nodes = &scene.results.scenario.tree.nodes;
    let mut found = Vec::new();
    for event in scene.whole.tree.events() {
        let Some((id, Node::Chance(chance))) = nodes.get_index(event) else {
            continue;
        };
        // A condition may leave branches out: those that stay are numbered as in the tree.
        let stays = |branch: &&Branch| scene.plan.lets_happen(id, &branch.id);
        let branches: Vec<&Branch> = chance.branches.iter().filter(stays).collect();
        let count = match branches.len() {
            0 | 1 => 0,
            2 => 1,
            more => more,
        };
        debug_assert_eq!(event, event_of(&scene.results.scenario, id));
        let branches = branches.into_iter().take(count).enumerate();
        found.extend(branches.map(|(number, branch)| {
            let lever = Lever {
                event,
                branch: number,
            };
            (id.clone(), branch.id.clone(), lever)
        }));
    }
    found
}

fn stretches(found: &Regions, one: Option<&Regions>, other: Option<&Regions>) -> Vec<StretchTold> {
    let agree = |place: usize| {
        let (one, other) = (one?, other?);
        let same = |half: &Regions| {
            let best = |all: &Regions| all.stretches.iter().map(|s| s.best).collect::<Vec<_>>();
            best(half) == best(found)
        };
        let end = |half: &Regions| half.thresholds().get(place).copied();
        let apart = (end(one)? - end(other)?).abs();
        (same(one) && same(other)).then_some(apart / 2.0)
    };
    let all = found.stretches.iter().enumerate();
    all.map(|(place, stretch)| StretchTold {
        from: stretch.from,
        to: stretch.to,
        best: stretch.best,
        error: agree(place),
    })
    .collect()
}
