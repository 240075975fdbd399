//! Where one is in the tree, and how arrows move.

use std::collections::HashSet;

use crate::scenario::{Node, Scenario, Tree};

/// A place in the tree: the outcomes that lead there from the root, by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Places of the outcomes that lead to the node.
    pub way: Vec<usize>,
    /// The place of the marked outcome of that node; `None` = the node itself.
    pub outcome: Option<usize>,
}

/// A direction on the screen: time runs to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Back in time.
    Left,
    /// On in time.
    Right,
    /// The line above.
    Up,
    /// The line below.
    Down,
}

impl Mark {
    /// The node that is marked, or whose outcome is.
    #[must_use]
    pub fn node<'a>(&self, tree: &'a Tree) -> Option<(&'a str, &'a Node)> {
        let (mut id, mut node) = tree.nodes.get_key_value(&tree.root)?;
        for place in &self.way {
            let next = node.outcomes().get(*place)?.next?;
            (id, node) = tree.nodes.get_key_value(next)?;
        }
        Some((id, node))
    }

    /// Node and outcome ids of what leads here, root first.
    #[must_use]
    pub fn history(&self, tree: &Tree) -> Vec<(String, String)> {
        let mut history = Vec::new();
        let mut at = tree.nodes.get_key_value(&tree.root);
        for place in &self.way {
            let Some((id, node)) = at else { break };
            let outcomes = node.outcomes();
            let Some(outcome) = outcomes.get(*place) else {
                break;
            };
            history.push((id.clone(), outcome.id.to_owned()));
            at = outcome.next.and_then(|next| tree.nodes.get_key_value(next));
        }
        history
    }

    /// The id of the marked outcome.
    #[must_use]
    pub fn outcome_id(&self, tree: &Tree) -> Option<String> {
        let (_, node) = self.node(tree)?;
        let outcomes = node.outcomes();
        Some(outcomes.get(self.outcome?)?.id.to_owned())
    }

    /// The nearest mark that exists: after an edit, what was marked may be gone.
    #[must_use]
    pub fn settled(&self, tree: &Tree) -> Mark {
        let mut mark = self.clone();
        while mark.node(tree).is_none() && !mark.way.is_empty() {
            mark.outcome = mark.way.pop();
        }
        let count = mark.node(tree).map_or(0, |(_, node)| node.outcomes().len());
        mark.outcome = match mark.outcome {
            Some(place) if count > 0 => Some(place.min(count - 1)),
            _ => None,
        };
        mark
    }
}

/// Every mark that is drawn, from top to bottom, each node only where it comes first.
#[must_use]
pub fn drawn(scenario: &Scenario, folded: &HashSet<String>) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    walk(
        &scenario.tree,
        folded,
        &mut seen,
        &Mark::default(),
        &mut found,
    );
    found
}

fn walk(
    tree: &Tree,
    folded: &HashSet<String>,
    seen: &mut HashSet<String>,
    at: &Mark,
    found: &mut Vec<Mark>,
) {
    let Some((id, node)) = at.node(tree) else {
        return;
    };
    if !seen.insert(id.to_owned()) {
        return;
    }
    found.push(at.clone());
    if folded.contains(id) {
        return;
    }
    for (place, outcome) in node.outcomes().iter().enumerate() {
        found.push(Mark {
            way: at.way.clone(),
            outcome: Some(place),
        });
        if outcome.next.is_some() {
            walk(tree, folded, seen, &below(at, place), found);
        }
    }
}

/// The node that an outcome leads to.
fn below(at: &Mark, place: usize) -> Mark {
    let mut way = at.way.clone();
    way.push(place);
    Mark { way, outcome: None }
}

/// Where the node of a mark is drawn: a shared node only where it comes first.
#[must_use]
pub fn first_drawn(scenario: &Scenario, folded: &HashSet<String>, mark: &Mark) -> Mark {
    let tree = &scenario.tree;
    let Some((id, _)) = mark.node(tree) else {
        return mark.clone();
    };
    let first = drawn(scenario, folded)
        .into_iter()
        .find(|m| m.outcome.is_none() && m.node(tree).is_some_and(|(other, _)| other == id));
    match first {
        Some(first) => Mark {
            outcome: mark.outcome,
            ..first
        },
        None => mark.clone(),
    }
}

/// The mark one step further; the same if there is nothing.
#[must_use]
pub fn moved(
    scenario: &Scenario,
    folded: &HashSet<String>,
    from: &Mark,
    direction: Direction,
) -> Mark {
    let tree = &scenario.tree;
    match direction {
        Direction::Left => back(from),
        Direction::Right => {
            let Some((id, node)) = from.node(tree) else {
                return from.clone();
            };
            let outcomes = node.outcomes();
            match from.outcome {
                None if folded.contains(id) || outcomes.is_empty() => from.clone(),
                None => Mark {
                    way: from.way.clone(),
                    outcome: Some(0),
                },
                Some(place) => match outcomes.get(place).and_then(|o| o.next) {
                    Some(next) if tree.nodes.contains_key(next) => {
                        first_drawn(scenario, folded, &below(from, place))
                    }
                    _ => from.clone(),
                },
            }
        }
        Direction::Up => beside(scenario, folded, from, true),
        Direction::Down => beside(scenario, folded, from, false),
    }
}

fn back(from: &Mark) -> Mark {
    let mut way = from.way.clone();
    match from.outcome {
        Some(_) => Mark { way, outcome: None },
        None => match way.pop() {
            Some(place) => Mark {
                way,
                outcome: Some(place),
            },
            None => from.clone(),
        },
    }
}

/// The nearest line above or below that is as deep, or else the nearest line at all.
fn beside(scenario: &Scenario, folded: &HashSet<String>, from: &Mark, up: bool) -> Mark {
    let all = drawn(scenario, folded);
    let Some(here) = all.iter().position(|mark| mark == from) else {
        return all.first().cloned().unwrap_or_default();
    };
    let depth = |mark: &Mark| (mark.way.len(), mark.outcome.is_some());
    let same = |mark: &&Mark| depth(mark) == depth(from);
    let outcome = |mark: &&Mark| mark.outcome.is_some();
    let (before, after) = all.split_at(here);
    let found = if up {
        let nearest = before.iter().rev().find(same);
        nearest.or_else(|| before.iter().rev().find(outcome))
    } else {
        let after = after.get(1..).unwrap_or_default();
        after
            .iter()
            .find(same)
            .or_else(|| after.iter().find(outcome))
    };
    found.unwrap_or(from).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn malawi() -> Scenario {
        let text = include_str!("../../../scenarios/malawi-tax-power-masts.ron");
        crate::files::parse(text, "malawi").unwrap().scenario
    }

    fn go(scenario: &Scenario, directions: &[Direction]) -> Mark {
        let folded = HashSet::new();
        let step = |mark: Mark, direction: &Direction| moved(scenario, &folded, &mark, *direction);
        directions.iter().fold(Mark::default(), step)
    }

    #[test]
    fn right_goes_on_in_time_and_left_goes_back_the_same_way() {
        use Direction::{Left, Right};
        let scenario = malawi();
        let there = go(&scenario, &[Right, Right]);
        assert_eq!(there.way.len(), 1);
        assert_eq!(go(&scenario, &[Right, Right, Left, Left]), Mark::default());
    }

    #[test]
    fn every_line_can_be_reached_by_going_down_and_right() {
        let scenario = malawi();
        let folded = HashSet::new();
        let all = drawn(&scenario, &folded);
        let mut reached: HashSet<Mark> = HashSet::from([Mark::default()]);
        let mut open = vec![Mark::default()];
        while let Some(mark) = open.pop() {
            for direction in [
                Direction::Left,
                Direction::Right,
                Direction::Up,
                Direction::Down,
            ] {
                let next = moved(&scenario, &folded, &mark, direction);
                if reached.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
        for mark in all {
            assert!(reached.contains(&mark), "{mark:?}");
        }
    }

    #[test]
    fn a_mark_whose_branch_is_gone_moves_to_its_parent() {
        let mut scenario = malawi();
        let deep = go(&scenario, &[Direction::Right, Direction::Right]);
        scenario.tree.nodes.truncate(1);
        for node in scenario.tree.nodes.values_mut() {
            if let Node::Decision(node) = node {
                node.options.iter_mut().for_each(|o| o.next = None);
            }
        }
        let settled = deep.settled(&scenario.tree);
        assert_eq!(settled.way, Vec::<usize>::new());
        assert_eq!(settled.outcome, Some(0));
    }
}
