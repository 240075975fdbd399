use super::*;
use crate::files::{examples::example, parse};
use crate::scenario::{Node, Quantity, Scenario};

fn malawi() -> Scenario {
    let (name, text) = example("malawi-tax-power-masts").unwrap();
    parse(text, name).unwrap().scenario
}

fn choosing(option: &str) -> Scenario {
    let mut scenario = malawi();
    if let Some(Node::Decision(decision)) = scenario.tree.nodes.get_mut("budget") {
        decision.choose = Some(option.to_owned());
    }
    scenario
}

fn all(changes: &[Change]) -> impl Fn(&Change) -> bool {
    move |change| changes.iter().any(|one| one.includes(change))
}

#[test]
fn a_scenario_does_not_change_into_itself_or_into_other_words() {
    let from = malawi();
    let mut to = from.clone();
    to.title = "other".into();
    assert_eq!(changes(&from, &to), []);
    assert_eq!(mixed(&from, &to, &|_| true).tree.root, from.tree.root);
}

#[test]
fn two_options_change_by_their_measures_and_by_what_follows() {
    let (from, to) = (choosing("as_now"), choosing("masts"));
    let found = changes(&from, &to);
    let kinds: Vec<ChangeKind> = found.iter().map(Change::kind).collect();
    assert_eq!(
        kinds,
        [
            ChangeKind::Decisions,
            ChangeKind::Measures,
            ChangeKind::Measures
        ],
        "power is likelier after masts: {found:?}"
    );
    let whole = mixed(&from, &to, &all(&found));
    assert_eq!(
        changes(&whole, &to),
        [],
        "with all changes made it is the other"
    );
    let nothing = mixed(&from, &to, &|_| false);
    assert_eq!(changes(&from, &nothing), []);
}

#[test]
fn a_measure_can_be_adopted_without_taking_the_option() {
    let (from, to) = (choosing("as_now"), choosing("masts"));
    let measure = changes(&from, &to)
        .into_iter()
        .find(|change| matches!(change, Change::Measure { measure, .. } if measure == "1.1"))
        .unwrap();
    let mix = mixed(&from, &to, &|change| *change == measure);
    let node = mix.tree.nodes.get("budget").unwrap();
    assert_eq!(node.choose(), Some("as_now"));
    let outcomes = node.outcomes();
    let taken = outcomes.iter().find(|o| o.id == "as_now").unwrap();
    assert_eq!(taken.adopts, ["1.1"]);
}

#[test]
fn changed_numbers_are_changes_of_their_own() {
    let from = malawi();
    let mut to = from.clone();
    if let Some(Node::Chance(chance)) = to.tree.nodes.get_mut("power") {
        for (branch, p) in chance.branches.iter_mut().zip([0.6, 0.4]) {
            branch.probability = Quantity::Fixed(p);
        }
    }
    if let Some(Node::Chance(chance)) = to.tree.nodes.get_mut("passed_on")
        && let Some(effect) = chance
            .branches
            .first_mut()
            .and_then(|b| b.effects.first_mut())
    {
        effect.magnitude = Quantity::Fixed(0.02);
    }
    let assumption = ron::from_str("(value: Fixed(0.1))").unwrap();
    to.assumptions.insert("price_decline".into(), assumption);
    let found = changes(&from, &to);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.contains(&Change::Parameter("price_decline".into())));
    for change in &found {
        let mix = mixed(&from, &to, &|other| other == change);
        assert_eq!(changes(&from, &mix), std::slice::from_ref(change));
        assert_eq!(changes(&mix, &to).len(), 2);
    }
}

#[test]
fn another_country_brings_its_inputs_along() {
    let from = malawi();
    let mut to = from.clone();
    to.setting.baseline = crate::scenario::BaselineRef::Country("KEN".into());
    let input = ron::from_str("(value: Fixed(0.5))").unwrap();
    to.setting.inputs.insert("coverage_poor".into(), input);
    assert_eq!(changes(&from, &to), [Change::Place]);
    let mix = mixed(&from, &to, &|_| true);
    assert_eq!(mix.setting, to.setting);
}

#[test]
fn a_node_that_only_one_has_makes_the_structure_one_change() {
    let from = malawi();
    let mut to = from.clone();
    crate::scenario::edit::remove_node(&mut to, "power").unwrap();
    let found = changes(&from, &to);
    assert_eq!(found, [Change::Tree], "{found:?}");
    assert_eq!(changes(&mixed(&from, &to, &|_| true), &to), []);
    assert_eq!(
        mixed(&from, &to, &|_| false).tree.nodes.len(),
        from.tree.nodes.len()
    );
}

#[test]
fn many_changes_are_taken_together_by_kind() {
    let parameter = |i: usize| Change::Parameter(format!("p{i}"));
    let many: Vec<Change> = (0..30)
        .map(parameter)
        .chain([Change::Tree, Change::Place])
        .collect();
    let few = at_most(many, 10);
    assert_eq!(few.len(), 3);
    assert!(few.iter().any(|change| change.includes(&parameter(17))));
}
