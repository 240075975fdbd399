//! Scenarios in which only some of the changes are made.

use super::Change;
use super::find::{is_built_alike, is_comparable};
use super::items::{Item, Slot, slots};
use crate::scenario::{Effect, Node, Scenario};

/// The first scenario with those changes made for which `made` says yes. With all of
/// [`changes`](super::changes) made it gives the same numbers as the second, with none those of the
/// first.
#[must_use]
pub fn mixed(from: &Scenario, to: &Scenario, made: &dyn Fn(&Change) -> bool) -> Scenario {
    let mut mix = from.clone();
    setting(&mut mix, to, made);
    for id in names(from, to) {
        if made(&Change::Parameter(id.clone())) {
            put(&mut mix.assumptions, &to.assumptions, &id);
        }
    }
    if made(&Change::Correlations) {
        mix.correlations.clone_from(&to.correlations);
    }
    tree(&mut mix, from, to, made);
    mix
}

fn setting(mix: &mut Scenario, to: &Scenario, made: &dyn Fn(&Change) -> bool) {
    let other_country = mix.setting.baseline != to.setting.baseline;
    if made(&Change::Place) {
        mix.setting.baseline = to.setting.baseline.clone();
        mix.setting.reference.clone_from(&to.setting.reference);
        mix.setting.exposure = to.setting.exposure;
        if other_country {
            mix.setting.inputs.clone_from(&to.setting.inputs);
        }
    }
    if other_country {
        return;
    }
    let names: Vec<String> = mix.setting.inputs.keys().cloned().collect();
    let new = to.setting.inputs.keys().cloned();
    for id in names.into_iter().chain(new) {
        if made(&Change::Input(id.clone())) {
            put(&mut mix.setting.inputs, &to.setting.inputs, &id);
        }
    }
}

fn names(from: &Scenario, to: &Scenario) -> Vec<String> {
    let all = from.assumptions.keys().chain(to.assumptions.keys());
    all.cloned().collect()
}

/// Makes an entry what it is in the other map, which may be nothing.
fn put<V: Clone>(
    into: &mut indexmap::IndexMap<String, V>,
    other: &indexmap::IndexMap<String, V>,
    id: &str,
) {
    match other.get(id) {
        Some(value) => {
            into.insert(id.to_owned(), value.clone());
        }
        None => {
            into.shift_remove(id);
        }
    }
}

fn tree(mix: &mut Scenario, from: &Scenario, to: &Scenario, made: &dyn Fn(&Change) -> bool) {
    if !is_built_alike(&from.tree, &to.tree) && made(&Change::Tree) {
        mix.tree = to.tree.clone();
    }
    let (here, there) = (from.tree.reachable(), to.tree.reachable());
    for (id, old) in &from.tree.nodes {
        if !here.contains(id.as_str()) && !there.contains(id.as_str()) {
            continue;
        }
        let Some(new) = to.tree.nodes.get(id).filter(|new| is_comparable(old, new)) else {
            continue;
        };
        let Some(node) = mix.tree.nodes.get_mut(id) else {
            continue;
        };
        details(node, (id, old, new), made);
        if made(&Change::Years) && is_built_alike(&from.tree, &to.tree) {
            set_year(node, new.year());
        }
    }
}

/// Choice, probabilities, measures and effects of one node.
fn details(node: &mut Node, (id, old, new): (&str, &Node, &Node), made: &dyn Fn(&Change) -> bool) {
    let name = || id.to_owned();
    if let Node::Decision(decision) = node {
        let chosen = match made(&Change::Chosen { node: name() }) {
            true => new.choose(),
            false => old.choose(),
        };
        decision.choose = chosen.map(str::to_owned);
    }
    let source = match made(&Change::Probabilities { node: name() }) {
        true => new,
        false => old,
    };
    if let (Node::Chance(chance), Node::Chance(source)) = (&mut *node, source) {
        for branch in &mut chance.branches {
            let Some(other) = source.branches.iter().find(|b| b.id == branch.id) else {
                continue;
            };
            branch.probability.clone_from(&other.probability);
            branch.given.clone_from(&other.given);
        }
    }
    for slot in slots(id, old, new) {
        fill(node, &slot, made);
    }
}

/// Gives an outcome the items of a slot: those of one side or the other, item by item.
fn fill(node: &mut Node, slot: &Slot<'_>, made: &dyn Fn(&Change) -> bool) {
    let (mut adopts, mut effects): (Vec<String>, Vec<Effect>) = Default::default();
    for item in slot.passing() {
        let changed = item.change.as_ref().is_some_and(made);
        match if changed { item.to } else { item.from } {
            Some(Item::Measure(id)) => adopts.push(id),
            Some(Item::Effect(effect)) => effects.push(effect),
            None => {}
        }
    }
    // Where another option is taken, the one that is taken now has them, whichever it is.
    let (old, new) = (slot.from.map(|o| o.id), slot.to.map(|o| o.id));
    let id = match old == new {
        true => old.map(str::to_owned),
        false => node.choose().map(str::to_owned),
    };
    let Some(id) = id else { return };
    match node {
        Node::Chance(chance) => {
            if let Some(branch) = chance.branches.iter_mut().find(|branch| branch.id == id) {
                (branch.adopts, branch.effects) = (adopts, effects);
            }
        }
        Node::Decision(decision) => {
            if let Some(option) = decision.options.iter_mut().find(|option| option.id == id) {
                (option.adopts, option.effects) = (adopts, effects);
            }
        }
    }
}

fn set_year(node: &mut Node, year: i32) {
    match node {
        Node::Chance(chance) => chance.year = year,
        Node::Decision(decision) => decision.year = year,
    }
}
