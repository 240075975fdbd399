//! Measures and effects of an outcome, each with a name under which two scenarios can share it.

use crate::scenario::{Effect, Node, Outcome, Scenario};

use super::Change;

/// A measure or an effect of one outcome.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    /// A measure, by its id.
    Measure(String),
    /// An effect that carries its id with it: ids key the random numbers, wherever it is put.
    Effect(Effect),
}

impl Item {
    /// The name under which the other scenario may have it.
    fn key(&self) -> (bool, &str) {
        match self {
            Self::Measure(id) => (true, id),
            Self::Effect(effect) => (false, effect.id.as_deref().unwrap_or_default()),
        }
    }

    fn change(&self, (node, outcome): (&str, &str)) -> Change {
        let (node, outcome) = (node.to_owned(), outcome.to_owned());
        match self {
            Self::Measure(measure) => Change::Measure {
                node,
                outcome,
                measure: measure.clone(),
            },
            Self::Effect(effect) => Change::Effect {
                node,
                outcome,
                id: effect.id.clone().unwrap_or_default(),
                path: effect.path.clone(),
            },
        }
    }

    /// Whether two items of the same name act the same; reasons and sources do not count.
    fn acts_like(&self, other: &Item) -> bool {
        match (self, other) {
            (Self::Effect(one), Self::Effect(other)) => {
                let bare = |effect: &Effect| Effect {
                    rationale: String::new(),
                    evidence: crate::scenario::Evidence::default(),
                    sources: Vec::new(),
                    ..effect.clone()
                };
                bare(one) == bare(other)
            }
            _ => self == other,
        }
    }
}

/// The items of an outcome.
fn items(node: &str, outcome: &Outcome<'_>) -> Vec<Item> {
    let owner = format!("{node}.{}", outcome.id);
    let measures = outcome.adopts.iter().cloned().map(Item::Measure);
    let effects = outcome.effects.iter().map(|effect| {
        Item::Effect(Effect {
            id: Some(effect.id_within(&owner)),
            ..effect.clone()
        })
    });
    measures.chain(effects).collect()
}

/// One outcome whose items may change: of the first scenario, and what stands there in the second.
/// Both have the same id unless a decision takes another option.
pub(super) struct Slot<'a> {
    pub node: &'a str,
    pub from: Option<Outcome<'a>>,
    pub to: Option<Outcome<'a>>,
}

/// One item of a slot: as it is, as it becomes, and the change between the two, if any.
pub(super) struct Passing {
    pub from: Option<Item>,
    pub to: Option<Item>,
    pub change: Option<Change>,
}

impl Slot<'_> {
    /// Every item of either side.
    pub(super) fn passing(&self) -> Vec<Passing> {
        let of = |outcome: &Option<Outcome<'_>>| {
            outcome
                .as_ref()
                .map(|o| items(self.node, o))
                .unwrap_or_default()
        };
        let (old, mut new) = (of(&self.from), of(&self.to));
        let name = |outcome: &Option<Outcome<'_>>| outcome.map_or("", |o| o.id).to_owned();
        let (here, there) = (name(&self.from), name(&self.to));
        let mut all = Vec::new();
        for item in old {
            let place = new.iter().position(|other| other.key() == item.key());
            let other = place.map(|place| new.remove(place));
            let same = other.as_ref().is_some_and(|other| other.acts_like(&item));
            all.push(Passing {
                change: (!same).then(|| item.change((self.node, &here))),
                from: Some(item),
                to: other,
            });
        }
        all.extend(new.into_iter().map(|item| Passing {
            change: Some(item.change((self.node, &there))),
            from: None,
            to: Some(item),
        }));
        all
    }
}

/// The outcomes of a node that can be compared: option against option where both scenarios close
/// the decision, else every outcome against that of the same id.
pub(super) fn slots<'a>(id: &'a str, from: &'a Node, to: &'a Node) -> Vec<Slot<'a>> {
    let find = |node: &'a Node, outcome: &str| {
        let all = node.outcomes();
        all.into_iter().find(|other| other.id == outcome)
    };
    if let (Some(old), Some(new)) = (from.choose(), to.choose()) {
        return vec![Slot {
            node: id,
            from: find(from, old),
            to: find(to, new),
        }];
    }
    let outcomes = from.outcomes().into_iter();
    outcomes
        .map(|outcome| Slot {
            node: id,
            to: find(to, outcome.id),
            from: Some(outcome),
        })
        .collect()
}

/// Whether a later chance depends on which outcome of a node happened.
pub(super) fn is_given(scenario: &Scenario, node: &str) -> bool {
    let chances = scenario.tree.nodes.values().filter_map(|node| match node {
        Node::Chance(chance) => Some(chance),
        Node::Decision(_) => None,
    });
    let branches = chances.flat_map(|chance| &chance.branches);
    branches
        .flat_map(|branch| &branch.given)
        .any(|given| given.node == node)
}
