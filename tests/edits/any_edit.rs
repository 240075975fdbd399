//! One random edit after the other, as a person who tries everything would make them.

use foretree::files::{default_effect, vocabulary};
use foretree::scenario::edit::*;
use foretree::scenario::*;
use proptest::prelude::*;
use std::collections::HashSet;

/// Numbers that choose an edit and its targets.
#[derive(Clone, Debug)]
pub struct Whim {
    pub edit: u8,
    picks: [u16; 4],
    number: f64,
    word: String,
}

pub fn whims(most: usize) -> impl Strategy<Value = Vec<Whim>> {
    let word = prop_oneof!["[A-Z][a-z ]{0,9}", "[ -~]{0,6}", Just(String::new())];
    let number = prop_oneof![-0.2..1.2, Just(0.0), Just(1.0), Just(f64::NAN)];
    let whim = (0..KINDS, any::<[u16; 4]>(), number, word);
    let whim = whim.prop_map(|(edit, picks, number, word)| Whim {
        edit,
        picks,
        number,
        word,
    });
    proptest::collection::vec(whim, 1..most)
}

/// How many kinds of edits there are below.
pub const KINDS: u8 = 41;

fn pick<T: Clone>(all: &[T], number: u16) -> Option<T> {
    let at = usize::from(number).checked_rem(all.len())?;
    all.get(at).cloned()
}

/// A node and one of its outcomes, or names of nothing.
fn target(scenario: &Scenario, node: u16, outcome: u16) -> (String, String) {
    let ids: Vec<&String> = scenario.tree.nodes.keys().collect();
    let Some(id) = pick(&ids, node) else {
        return ("nowhere".to_owned(), "nothing".to_owned());
    };
    let outcomes = scenario.tree.nodes[id].outcomes();
    let ids: Vec<&str> = outcomes.iter().map(|outcome| outcome.id).collect();
    let outcome = pick(&ids, outcome).unwrap_or("nothing");
    (id.clone(), outcome.to_owned())
}

/// Makes the edit that a whim chooses. The scenario is as before if it fails.
pub fn make(scenario: &mut Scenario, whim: &Whim) -> Result<(), EditFault> {
    match whim.edit {
        0..=11 => probabilities(scenario, whim),
        12..=24 => tree(scenario, whim),
        25..=33 => around(scenario, whim),
        _ => numbers(scenario, whim),
    }
}

fn probabilities(scenario: &mut Scenario, whim: &Whim) -> Result<(), EditFault> {
    let [a, b, c, d] = whim.picks;
    let (node, branch) = target(scenario, a, b);
    let earlier = pick(&earlier_outcomes(scenario, &node), c);
    let after = earlier.as_ref().filter(|_| d % 3 == 0);
    let outcomes = scenario.tree.nodes.get(&node);
    let outcomes = outcomes.map(Node::outcomes).unwrap_or_default();
    let pinned: HashSet<String> = outcomes
        .iter()
        .filter(|outcome| d % 2 == 0 && outcome.id.len() % 2 == 0)
        .map(|outcome| outcome.id.to_owned())
        .collect();
    match whim.edit {
        0..=2 => nudge(scenario, &node, &branch, after, whim.number - 0.5, &pinned).map(drop),
        3..=4 => set_probability(scenario, &node, &branch, after, whim.number, &pinned).map(drop),
        5 => {
            let (alpha, beta) = (2.0, 3.0 + whim.number);
            let (min, max) = (0.0, 1.0);
            let beta = Quantity::Beta {
                alpha,
                beta,
                min,
                max,
            };
            set_uncertain(scenario, &node, &branch, after, beta)
        }
        6 => set_certain(scenario, &node, &branch, after, &pinned).map(drop),
        7 | 8 => match &earlier {
            Some(earlier) => add_given(scenario, &node, earlier),
            None => Ok(()),
        },
        9 => match pick(&set_apart(scenario), c) {
            Some((node, earlier)) => remove_given(scenario, &node, &earlier),
            None => Ok(()),
        },
        10 => add_outcome(scenario, &node, &whim.word).map(drop),
        _ => remove_outcome(scenario, &node, &branch).map(drop),
    }
}

/// Every history after which a node has probabilities of its own.
fn set_apart(scenario: &Scenario) -> Vec<(String, Earlier)> {
    let mut found = Vec::new();
    for (id, node) in &scenario.tree.nodes {
        let Node::Chance(chance) = node else {
            continue;
        };
        for given in chance.branches.iter().flat_map(|branch| &branch.given) {
            let (node, outcome) = (given.node.clone(), given.branch.clone());
            found.push((id.clone(), Earlier { node, outcome }));
        }
    }
    found
}

fn tree(scenario: &mut Scenario, whim: &Whim) -> Result<(), EditFault> {
    let [a, b, c, d] = whim.picks;
    let (node, branch) = target(scenario, a, b);
    let (other, way) = target(scenario, c, d);
    let kind = if d % 2 == 0 {
        NodeKind::Chance
    } else {
        NodeKind::Decision
    };
    let place = Slot::After {
        node: other.clone(),
        outcome: way.clone(),
    };
    match whim.edit {
        12 | 13 => {
            let new = NewNode {
                kind,
                title: whim.word.clone(),
                layer: Layer::Data,
                certainty: Certainty::High,
                year: None,
                outcomes: vec!["Yes".to_owned(), "yes".to_owned(), "漢".to_owned()],
            };
            let at = if a % 5 == 0 { Slot::Root } else { place };
            add_node(scenario, &at, &new).map(drop)
        }
        14 => remove_node(scenario, &node).map(drop),
        15 => rename_node(scenario, &node, &slug(&whim.word)),
        16 => rename_outcome(scenario, &node, &branch, &slug(&whim.word)),
        17 => set_kind(scenario, &node, kind),
        18 => choose(
            scenario,
            &node,
            Some(branch.as_str()).filter(|_| d % 2 == 0),
        ),
        19 => set_year(scenario, &node, 2020 + i32::from(c % 30)),
        20 => {
            let clipping = copy_node(scenario, &node)?;
            paste(scenario, &place, &clipping).map(drop)
        }
        21 => {
            let clipping = copy_outcome(scenario, &node, &branch)?;
            paste(scenario, &Slot::Among { node: other }, &clipping).map(drop)
        }
        22 => link(scenario, &node, &branch, &other).map(drop),
        23 => move_subtree(scenario, (&node, &branch), (&other, &way)).map(drop),
        _ => unshare(scenario, &node, &branch).map(drop),
    }
}

fn around(scenario: &mut Scenario, whim: &Whim) -> Result<(), EditFault> {
    let [a, b, c, d] = whim.picks;
    let (node, outcome) = target(scenario, a, b);
    let owner = match (pick(&scenario.wildcards, d), c % 3) {
        (Some(wildcard), 0) => Owner::Wildcard(wildcard.id),
        _ => Owner::Outcome {
            node: node.clone(),
            outcome: outcome.clone(),
        },
    };
    let paths: Vec<&String> = vocabulary().paths.keys().collect();
    let path = pick(&paths, c).cloned().unwrap_or_default();
    let index = usize::from(d % 3);
    match whim.edit {
        25 => {
            let effect = default_effect(&path, Op::Multiply);
            effect.map_or(Ok(()), |effect| {
                add_effect(scenario, &owner, effect).map(drop)
            })
        }
        26 => change_effect(scenario, &owner, index, |effect| {
            effect.op = Op::Multiply;
            effect.magnitude = Quantity::Fixed(1.0 + whim.number.abs());
            effect.ramp = u32::from(c % 9);
            effect.id = Some(slug(&whim.word)).filter(|_| d % 2 == 0);
        }),
        27 => remove_effect(scenario, &owner, index).map(drop),
        28 => move_outcome(scenario, &node, &outcome, index),
        29 => add_wildcard(scenario, &whim.word, 2026 + i32::from(c % 20)).map(drop),
        30 => set_text(scenario, &Text::NodeRationale(node), &whim.word),
        31 => set_text(scenario, &Text::OutcomeTitle(node, outcome), &whim.word),
        32 => set_effort(scenario, &node, &outcome, u8::try_from(c % 5).ok()),
        _ => {
            let cost = Quantity::Fixed(whim.number);
            set_cost(scenario, &node, &outcome, Some(cost))
        }
    }
}

/// What stands beside the tree and changes numbers.
fn numbers(scenario: &mut Scenario, whim: &Whim) -> Result<(), EditFault> {
    let [a, b, c, d] = whim.picks;
    let (node, outcome) = target(scenario, a, b);
    let parameters: Vec<&String> = vocabulary().parameters.iter().collect();
    let parameter = |number| pick(&parameters, number).cloned().unwrap_or_default();
    let adopts = Texts::Adopts(node, outcome);
    match whim.edit {
        34 => {
            let measures: Vec<&String> = vocabulary().measures.iter().collect();
            let measure = pick(&measures, c).cloned().unwrap_or_default();
            add_item(scenario, &adopts, &measure).map(drop)
        }
        35 => remove_item(scenario, &adopts, 0).map(drop),
        36 => {
            let id = parameter(c);
            let range = vocabulary().paths[&id].range;
            let assumption = Assumption {
                value: Quantity::Fixed(range.min + 0.4 * (range.max - range.min)),
                rationale: whim.word.clone(),
                evidence: Evidence::C,
                sources: Vec::new(),
            };
            set_assumption(scenario, Store::Parameters, &id, assumption)
        }
        37 => {
            let id = scenario.assumptions.keys().next().cloned();
            let id = id.unwrap_or_default();
            reset_assumption(scenario, Store::Parameters, &id).map(drop)
        }
        38 => {
            let between = (parameter(c), parameter(d));
            let rank = whim.number / 4.0;
            add_record(scenario, Correlation { between, rank }).map(drop)
        }
        39 => {
            let mut run = scenario.simulation.clone();
            run.seed = u64::from(c);
            set_simulation(scenario, run)
        }
        _ => {
            set_reference(scenario, Some("ZAF".to_owned()).filter(|_| c % 2 == 0));
            Ok(())
        }
    }
}
