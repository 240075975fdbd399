//! New probabilities for a plan whose tree stays as it is.
//!
//! Walks the tree in the order in which it was grown, so that splits and factors come out exactly
//! as if the scenario had been compiled anew.

use super::grow::{split_of, taken};
use super::odds::Factor;
use super::plan::{Path, Plan};
use crate::scenario::{Node, Scenario};

impl Plan {
    /// This plan with the probabilities of a scenario that differs from its own in nothing else
    /// that is computed with. `None` where the two do not fit: another tree, or a probability that
    /// would have to be drawn anew.
    pub fn with_probabilities(&self, scenario: &Scenario) -> Option<Plan> {
        let mut plan = self.clone();
        plan.splits.clear();
        let mut walk = Walk {
            scenario,
            paths: Vec::with_capacity(plan.paths.len()),
        };
        walk.node(&mut plan, &scenario.tree.root, &Path::default())?;
        let fits =
            plan.columns.list().len() == self.columns.list().len()
                && walk.paths.len() == self.paths.len()
                && walk.paths.iter().zip(&self.paths).all(|(new, old)| {
                    new.history == old.history && alike(&new.factors, &old.factors)
                });
        if !fits {
            return None;
        }
        for (path, new) in plan.paths.iter_mut().zip(walk.paths) {
            path.factors = new.factors;
        }
        Some(plan)
    }
}

/// The same branches and options in the same order; splits may be numbered differently.
fn alike(new: &[Factor], old: &[Factor]) -> bool {
    new.len() == old.len()
        && new.iter().zip(old).all(|pair| match pair {
            (Factor::Branch(_, new), Factor::Branch(_, old)) => new == old,
            (Factor::OpenOption(new), Factor::OpenOption(old)) => new == old,
            _ => false,
        })
}

struct Walk<'a> {
    scenario: &'a Scenario,
    /// Histories and factors of the paths met so far.
    paths: Vec<Path>,
}

impl Walk<'_> {
    fn node(&mut self, plan: &mut Plan, id: &str, path: &Path) -> Option<()> {
        if id.is_empty() {
            if plan.lets_pass(&path.history) {
                self.paths.push(path.clone());
            }
            return Some(());
        }
        // A tree that goes round in circles has no more steps than nodes.
        if path.history.len() > self.scenario.tree.nodes.len() {
            return None;
        }
        let node = self.scenario.tree.nodes.get(id)?;
        let outcomes = taken(node);
        let split = match node {
            Node::Chance(chance) => Some(split_of(plan, id, &chance.branches, path).ok()?),
            Node::Decision(_) => None,
        };
        let count = outcomes.len();
        for (number, outcome) in outcomes {
            if !plan.lets_happen(id, outcome.id) {
                continue;
            }
            let mut next = path.clone();
            match split {
                Some(split) => next.factors.push(Factor::Branch(split, number)),
                None if node.choose().is_none() => next.factors.push(Factor::OpenOption(count)),
                None => {}
            }
            next.history.push((id.to_owned(), outcome.id.to_owned()));
            self.node(plan, outcome.next.unwrap_or(""), &next)?;
        }
        Some(())
    }
}
