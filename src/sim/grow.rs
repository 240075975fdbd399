//! Grows the segments of a plan from the tree of a scenario, depth first.

use std::sync::Arc;

use super::action::Action;
use super::branch_actions::Actions;
use super::columns::{Columns, Limits, Origin};
use super::compile::PlanOptions;
use super::error::PlanError;
use super::odds;
use super::odds::{Factor, Split};
use super::plan::{MAX_PATHS, OpenDecision, Path, Plan};
use super::program::{PeerBranch, Segment, SlotTracker};
use super::sample::Scale;
use crate::scenario::{Branch, Node, Outcome, Quantity, Scenario};

/// Fills the plan's segments, paths, splits and runs of the reference country.
pub(super) fn grow(
    plan: &mut Plan,
    scenario: &Scenario,
    options: &PlanOptions,
) -> Result<(), PlanError> {
    plan.open = first_open_decision(scenario, plan);
    let actions = Actions::new(plan, options);
    let mut always = Vec::new();
    if let Some(id) = plan.stress.clone() {
        let wildcard = scenario.wildcards.iter().find(|w| w.id == id);
        let wildcard = wildcard.ok_or(PlanError::UnknownWildcard(id))?;
        always = actions.of_wildcard(plan, wildcard)?;
    }
    if plan.reference.is_some() {
        let global = always.iter().filter(|a| a.global).cloned().collect();
        plan.peers.push(PeerBranch {
            parent: None,
            from: 0,
            actions: global,
            touches: Vec::new(),
        });
    }
    let mut growth = Growth {
        scenario,
        actions,
        tracker: SlotTracker::default(),
    };
    let stem = Stem {
        actions: always,
        ..Stem::default()
    };
    growth.segment(plan, &scenario.tree.root, stem)?;
    drop_options_without_paths(plan);
    for peer in &mut plan.peers {
        put_in_order(&plan.columns, &mut peer.actions);
        let mut tracker = SlotTracker::default();
        let steps = peer.from..=plan.steps;
        peer.touches = steps
            .map(|step| tracker.advance(&peer.actions, step, 8))
            .collect();
    }
    Ok(())
}

/// The open decision of the earliest year; among equals the first in the file.
fn first_open_decision(scenario: &Scenario, plan: &Plan) -> Option<OpenDecision> {
    let reached = reachable(scenario, plan);
    let mut open: Vec<_> = scenario
        .tree
        .nodes
        .iter()
        .filter(|(id, node)| {
            reached.contains(id.as_str())
                && matches!(node, Node::Decision(_))
                && node.choose().is_none()
        })
        .collect();
    open.sort_by_key(|(_, node)| node.year());
    open.first().map(|(id, node)| OpenDecision {
        node: (*id).clone(),
        options: node.outcomes().iter().map(|o| o.id.to_owned()).collect(),
    })
}

/// Lets go the options of the first open decision that a condition left no path of.
fn drop_options_without_paths(plan: &mut Plan) {
    let Some(mut open) = plan.open.take() else {
        return;
    };
    let left: Vec<usize> = (0..open.options.len())
        .filter(|number| plan.paths.iter().any(|path| path.option == Some(*number)))
        .collect();
    for path in &mut plan.paths {
        path.option = left.iter().position(|number| path.option == Some(*number));
    }
    open.options = left
        .into_iter()
        .map(|number| open.options[number].clone())
        .collect();
    plan.open = Some(open).filter(|open| !open.options.is_empty());
}

/// Nodes that some path reaches, given the decisions that are closed.
fn reachable<'a>(scenario: &'a Scenario, plan: &Plan) -> std::collections::HashSet<&'a str> {
    let mut seen = std::collections::HashSet::new();
    let mut waiting = vec![scenario.tree.root.as_str()];
    while let Some(id) = waiting.pop() {
        let Some(node) = scenario.tree.nodes.get(id) else {
            continue;
        };
        if seen.insert(id) {
            waiting.extend(
                taken(node)
                    .into_iter()
                    .filter(|(_, outcome)| plan.lets_happen(id, outcome.id))
                    .filter_map(|(_, outcome)| outcome.next),
            );
        }
    }
    seen
}

/// The outcomes of a node that can happen, with their number: one only where it is chosen.
pub(super) fn taken(node: &Node) -> Vec<(usize, Outcome<'_>)> {
    let all = node.outcomes().into_iter().enumerate();
    all.filter(|(_, outcome)| node.choose().is_none_or(|chosen| chosen == outcome.id))
        .collect()
}

/// Money spent and such.
const NOT_NEGATIVE: Limits = (0.0, f64::INFINITY);

/// Orders effects by what their numbers are for, so that the order of the file changes no bit.
fn put_in_order(columns: &Columns, actions: &mut [Action]) {
    let origin = |action: &Action| {
        let column = columns.list().get(action.column);
        column.map(|column| &column.origin)
    };
    actions.sort_by(|a, b| (origin(a), a.start).cmp(&(origin(b), b.start)));
}

/// What has gathered on the way to a segment.
#[derive(Clone, Default)]
struct Stem {
    depth: usize,
    from: usize,
    peer: usize,
    actions: Vec<Action>,
    adopted: Vec<usize>,
    path: Path,
}

struct Growth<'a> {
    scenario: &'a Scenario,
    actions: Actions,
    tracker: SlotTracker,
}

impl Growth<'_> {
    /// Lays down the stretch up to the node `next` (or the end) and what follows it.
    fn segment(&mut self, plan: &mut Plan, next: &str, mut stem: Stem) -> Result<(), PlanError> {
        let node = if next.is_empty() {
            None
        } else {
            let found = self.scenario.tree.nodes.get(next);
            Some(found.ok_or_else(|| PlanError::UnknownNode(next.to_owned()))?)
        };
        let to = match node {
            None => plan.steps + 1,
            Some(node) => split_step(plan, next, node, stem.from)?,
        };
        let cohorts = plan.country().cohorts.len();
        put_in_order(&plan.columns, &mut stem.actions);
        let touches = (stem.from..to)
            .map(|s| self.tracker.advance(&stem.actions, s, cohorts))
            .collect();
        let first_row = plan.rows;
        plan.rows += to - stem.from;
        stem.path.rows.extend(first_row..plan.rows);
        let passes = plan.lets_pass(&stem.path.history);
        let leaf = (node.is_none() && passes).then_some(plan.paths.len());
        Arc::make_mut(&mut plan.segments).push(Segment {
            depth: stem.depth,
            from: stem.from,
            to,
            first_row,
            touches,
            leaf,
            peer: stem.peer,
        });
        stem.from = to;
        stem.depth += 1;
        match node {
            Some(node) => self.split(plan, next, node, &stem),
            None if !passes => Ok(()),
            None if plan.paths.len() == MAX_PATHS => Err(PlanError::TooManyPaths(MAX_PATHS)),
            None => {
                plan.paths.push(stem.path);
                Ok(())
            }
        }
    }

    fn split(
        &mut self,
        plan: &mut Plan,
        id: &str,
        node: &Node,
        stem: &Stem,
    ) -> Result<(), PlanError> {
        let outcomes = taken(node);
        if outcomes.is_empty() {
            return Err(PlanError::Childless(id.to_owned()));
        }
        let split = match node {
            Node::Chance(chance) => Some(split_of(plan, id, &chance.branches, &stem.path)?),
            Node::Decision(_) => None,
        };
        let count = outcomes.len();
        for (number, outcome) in outcomes {
            if !plan.lets_happen(id, outcome.id) {
                continue;
            }
            let mut next = stem.clone();
            match split {
                Some(split) => next.path.factors.push(Factor::Branch(split, number)),
                None if node.choose().is_none() => {
                    next.path.factors.push(Factor::OpenOption(count))
                }
                None => {}
            }
            self.take(plan, (id, node.year()), &outcome, number, &mut next)?;
            self.segment(plan, outcome.next.unwrap_or(""), next)?;
        }
        Ok(())
    }

    /// Adds one outcome's name, effects, measures and cost to a stem.
    fn take(
        &mut self,
        plan: &mut Plan,
        (id, year): (&str, i32),
        outcome: &Outcome<'_>,
        number: usize,
        stem: &mut Stem,
    ) -> Result<(), PlanError> {
        let separator = if stem.path.id.is_empty() { "" } else { "/" };
        stem.path.id = format!("{}{separator}{id}={}", stem.path.id, outcome.id);
        stem.path
            .history
            .push((id.to_owned(), outcome.id.to_owned()));
        if plan.open.as_ref().is_some_and(|open| open.node == id) {
            stem.path.option = Some(number);
            stem.path.idle_option = outcome.effects.is_empty() && outcome.adopts.is_empty();
        }
        let own = self
            .actions
            .of_outcome(plan, (id, year), outcome, &mut stem.adopted)?;
        if plan.reference.is_some() {
            stem.peer = peer_branch(plan, stem, &own);
        }
        stem.actions.extend(own);
        self.actions.keep_earliest(plan, &mut stem.actions);
        if let Some(cost) = outcome.cost {
            let origin = Origin::Purpose(format!("cost:{id}.{}", outcome.id));
            let column = plan
                .columns
                .column(origin, cost, Scale::of_cost(cost), NOT_NEGATIVE)?;
            let last_year = plan.base_year + i32::try_from(plan.steps).unwrap_or(0);
            let first_year = year + self.actions.delay(id, outcome.id);
            let years = f64::from((last_year - first_year + 1).max(0));
            stem.path.costs.push((column, years));
        }
        Ok(())
    }
}

/// The step at which a node splits the tree.
fn split_step(plan: &Plan, id: &str, node: &Node, from: usize) -> Result<usize, PlanError> {
    let step = usize::try_from(node.year() - plan.base_year).unwrap_or(0);
    // Each stretch between two nodes has at least one year.
    let after = step > from;
    if !after || step > plan.steps {
        return Err(PlanError::Order(id.to_owned()));
    }
    Ok(step)
}

/// The split of a chance node after a history; equal ones are shared.
pub(super) fn split_of(
    plan: &mut Plan,
    id: &str,
    branches: &[Branch],
    path: &Path,
) -> Result<usize, PlanError> {
    let mut list = Vec::new();
    for branch in branches {
        let (quantity, place) = effective(id, branch, path);
        list.push(match quantity {
            Quantity::Fixed(p) => odds::Chance::Fixed(*p),
            uncertain => odds::Chance::Column(plan.columns.column(
                Origin::Purpose(place),
                uncertain,
                Scale::PROBABILITY,
                (0.0, 1.0),
            )?),
        });
    }
    let uncertain = list
        .iter()
        .any(|chance| matches!(chance, odds::Chance::Column(_)));
    let split = Split {
        branches: list,
        uncertain,
    };
    if let Some(known) = plan.splits.iter().position(|s| *s == split) {
        return Ok(known);
    }
    plan.splits.push(split);
    Ok(plan.splits.len() - 1)
}

/// The probability in force after a history: the override of the nearest matching ancestor, if any.
fn effective<'a>(id: &str, branch: &'a Branch, path: &Path) -> (&'a Quantity, String) {
    let own = format!("probability:{id}.{}", branch.id);
    for (node, outcome) in path.history.iter().rev() {
        let given = branch
            .given
            .iter()
            .find(|g| g.node == *node && g.branch == *outcome);
        if let Some(given) = given {
            return (&given.probability, format!("{own}|{node}={outcome}"));
        }
    }
    (&branch.probability, own)
}

/// The run of the reference country beside an outcome: a new one where the frontier is moved.
fn peer_branch(plan: &mut Plan, stem: &Stem, own: &[Action]) -> usize {
    let global: Vec<Action> = own.iter().filter(|a| a.global).cloned().collect();
    if global.is_empty() {
        return stem.peer;
    }
    let mut actions = plan
        .peers
        .get(stem.peer)
        .map(|p| p.actions.clone())
        .unwrap_or_default();
    actions.extend(global);
    let same =
        |p: &PeerBranch| p.parent == Some(stem.peer) && p.from == stem.from && p.actions == actions;
    if let Some(known) = plan.peers.iter().position(same) {
        return known;
    }
    plan.peers.push(PeerBranch {
        parent: Some(stem.peer),
        from: stem.from,
        actions,
        touches: Vec::new(),
    });
    plan.peers.len() - 1
}
