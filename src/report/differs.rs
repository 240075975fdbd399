//! In which inputs two scenarios differ, as far as they change numbers.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::compare::InputDifference;
use crate::scenario::{Assumption, BaselineRef, Node, Outcome, Scenario};
use crate::words::quantities::quantity;

/// What `here` says otherwise than `there`, in the order of a scenario file. Titles, reasons and
/// sources do not count.
#[must_use]
pub fn differences(there: &Scenario, here: &Scenario) -> Vec<InputDifference> {
    let mut found = Found::default();
    setting(there, here, &mut found);
    assumptions(
        "assumptions",
        &there.assumptions,
        &here.assumptions,
        &mut found,
    );
    found.silent("correlations", there.correlations == here.correlations);
    found.text("tree.root", &there.tree.root, &here.tree.root);
    for id in keys(&there.tree.nodes, &here.tree.nodes) {
        let field = format!("tree.nodes.{id}");
        match (there.tree.nodes.get(id), here.tree.nodes.get(id)) {
            (Some(there), Some(here)) => node(&field, there, here, &mut found),
            (there, here) => found.add(&field, there.map(title), here.map(title)),
        }
    }
    found.0
}

#[derive(Default)]
struct Found(Vec<InputDifference>);

impl Found {
    fn add(&mut self, field: &str, reference: Option<String>, here: Option<String>) {
        self.0.push(InputDifference {
            field: field.to_owned(),
            reference,
            here,
        });
    }

    /// Two texts, if they differ.
    fn text(&mut self, field: &str, there: &str, here: &str) {
        if there != here {
            self.add(field, Some(there.to_owned()), Some(here.to_owned()));
        }
    }

    /// Two texts that may be missing, if they differ.
    fn maybe(&mut self, field: &str, there: Option<String>, here: Option<String>) {
        if there != here {
            self.add(field, there, here);
        }
    }

    /// Something too large to be shown.
    fn silent(&mut self, field: &str, same: bool) {
        if !same {
            self.add(field, None, None);
        }
    }
}

fn setting(there: &Scenario, here: &Scenario, found: &mut Found) {
    let (there, here) = (&there.setting, &here.setting);
    let (old, new) = (place(&there.baseline), place(&here.baseline));
    found.text("setting.baseline", old, new);
    found.silent(
        "setting.baseline",
        old != new || there.baseline == here.baseline,
    );
    found.maybe(
        "setting.reference",
        there.reference.clone(),
        here.reference.clone(),
    );
    found.text(
        "setting.horizon",
        &there.horizon.1.to_string(),
        &here.horizon.1.to_string(),
    );
    let exposure = |setting: &crate::scenario::Setting| format!("{:?}", setting.exposure);
    found.text("setting.exposure", &exposure(there), &exposure(here));
    assumptions("setting.inputs", &there.inputs, &here.inputs, found);
}

/// The place that a scenario is about, in a word.
fn place(baseline: &BaselineRef) -> &str {
    match baseline {
        BaselineRef::Country(id) | BaselineRef::Group(id) => id,
        BaselineRef::Custom(custom) => &custom.name,
    }
}

fn assumptions(
    field: &str,
    there: &IndexMap<String, Assumption>,
    here: &IndexMap<String, Assumption>,
    found: &mut Found,
) {
    let told = |assumption: Option<&Assumption>| assumption.map(|a| quantity(&a.value));
    for id in keys(there, here) {
        found.maybe(
            &format!("{field}.{id}"),
            told(there.get(id)),
            told(here.get(id)),
        );
    }
}

fn node(field: &str, there: &Node, here: &Node, found: &mut Found) {
    found.text(
        &format!("{field}.year"),
        &there.year().to_string(),
        &here.year().to_string(),
    );
    let chosen = |node: &Node| node.choose().map(str::to_owned);
    found.maybe(&format!("{field}.choose"), chosen(there), chosen(here));
    let (old, new) = (there.outcomes(), here.outcomes());
    let ids: BTreeSet<&str> = old.iter().chain(&new).map(|outcome| outcome.id).collect();
    let find = |list: &[Outcome<'_>], id: &str| list.iter().position(|outcome| outcome.id == id);
    for id in ids {
        let field = format!("{field}.{id}");
        let pair = (find(&old, id), find(&new, id));
        match (
            pair.0.and_then(|i| old.get(i)),
            pair.1.and_then(|i| new.get(i)),
        ) {
            (Some(there), Some(here)) => outcome(&field, there, here, found),
            (there, here) => {
                let title = |outcome: &Outcome<'_>| outcome.title.to_owned();
                found.add(&field, there.map(title), here.map(title));
            }
        }
    }
    probabilities(field, there, here, found);
}

fn outcome(field: &str, there: &Outcome<'_>, here: &Outcome<'_>, found: &mut Found) {
    found.text(
        &format!("{field}.adopts"),
        &there.adopts.join(" "),
        &here.adopts.join(" "),
    );
    found.silent(&format!("{field}.effects"), there.effects == here.effects);
    found.maybe(
        &format!("{field}.cost"),
        there.cost.map(quantity),
        here.cost.map(quantity),
    );
    let next = |outcome: &Outcome<'_>| outcome.next.map(str::to_owned);
    found.maybe(&format!("{field}.next"), next(there), next(here));
}

fn probabilities(field: &str, there: &Node, here: &Node, found: &mut Found) {
    let (Node::Chance(there), Node::Chance(here)) = (there, here) else {
        return;
    };
    for new in &here.branches {
        let Some(old) = there.branches.iter().find(|old| old.id == new.id) else {
            continue;
        };
        let field = format!("{field}.{}", new.id);
        let (before, now) = (quantity(&old.probability), quantity(&new.probability));
        found.text(&format!("{field}.probability"), &before, &now);
        found.silent(&format!("{field}.given"), old.given == new.given);
    }
}

fn title(node: &Node) -> String {
    node.title().to_owned()
}

/// Keys of both, those of the first in its order.
fn keys<'a, V>(there: &'a IndexMap<String, V>, here: &'a IndexMap<String, V>) -> Vec<&'a str> {
    let new = here.keys().filter(|key| !there.contains_key(*key));
    there.keys().chain(new).map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{examples::EXAMPLES, parse};

    fn example(number: usize) -> Scenario {
        let (name, text) = EXAMPLES[number];
        parse(text, name).unwrap().scenario
    }

    #[test]
    fn a_scenario_does_not_differ_from_itself_or_from_one_with_other_words() {
        let there = example(1);
        let mut here = there.clone();
        here.title = "other".into();
        here.notes = "other".into();
        assert_eq!(differences(&there, &here), []);
    }

    #[test]
    fn a_changed_probability_and_an_added_assumption_are_named_with_both_values() {
        let there = example(1);
        let mut here = there.clone();
        let changed = here.tree.nodes.values_mut().find_map(|node| match node {
            Node::Chance(chance) => chance.branches.first_mut(),
            Node::Decision(_) => None,
        });
        changed.unwrap().probability = crate::scenario::Quantity::Fixed(0.123);
        let found = differences(&there, &here);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].field.ends_with(".probability"));
        assert_eq!(found[0].here.as_deref(), Some("0.123"));
        assert!(found[0].reference.is_some());
    }

    #[test]
    fn another_country_is_a_difference() {
        let there = example(1);
        let mut here = there.clone();
        here.setting.baseline = BaselineRef::Country("KEN".into());
        assert_eq!(differences(&there, &here)[0].here.as_deref(), Some("KEN"));
    }
}
