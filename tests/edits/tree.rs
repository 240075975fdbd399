use super::{after, assert_refused, errors, ids, next_of, tutorial};
use foretree::files::to_ron;
use foretree::scenario::edit::*;
use foretree::scenario::{Certainty, Dissent, Driver, Layer, Node, Scenario};

fn question(kind: NodeKind, title: &str, year: Option<i32>) -> NewNode {
    NewNode {
        kind,
        title: title.to_owned(),
        layer: Layer::Policy,
        certainty: Certainty::Evolving,
        year,
        outcomes: vec!["Yes, mostly".to_owned(), "No".to_owned()],
    }
}

fn driver(node: &str) -> Driver {
    Driver {
        title: "Power".to_owned(),
        layer: None,
        impact: 0,
        uncertainty: 0,
        note: String::new(),
        node: Some(node.to_owned()),
    }
}

#[test]
fn a_node_put_between_two_leads_on_to_what_followed_in_a_year_between_them() {
    let mut scenario = tutorial();
    let new = question(NodeKind::Chance, "Do operators pass it on?", None);
    let id = add_node(&mut scenario, &after("money", "cheaper"), &new).unwrap();
    assert_eq!(id, "do_operators_pass_it_on");
    assert_eq!(next_of(&scenario, "money", "cheaper"), Some(id.as_str()));
    assert_eq!(next_of(&scenario, "money", "masts"), Some("power"));
    assert_eq!(ids(&scenario.tree.nodes[&id]), ["yes_mostly", "no"]);
    assert_eq!(next_of(&scenario, &id, "no"), Some("power"));
    assert_eq!(scenario.tree.nodes[&id].year(), 2028);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_node_at_an_end_comes_soon_after_and_ends_there() {
    let mut scenario = tutorial();
    let new = question(NodeKind::Decision, "And then?", None);
    let id = add_node(&mut scenario, &after("power", "slow"), &new).unwrap();
    assert_eq!(scenario.tree.nodes[&id].year(), 2031);
    assert_eq!(next_of(&scenario, &id, "no"), None);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_new_root_comes_before_everything() {
    let mut scenario = tutorial();
    let new = question(NodeKind::Chance, "Élections à temps ?", None);
    let id = add_node(&mut scenario, &Slot::Root, &new).unwrap();
    assert_eq!(id, "elections_a_temps");
    assert_eq!(
        (scenario.tree.root.as_str(), scenario.tree.nodes[&id].year()),
        (id.as_str(), 2026)
    );
    assert_eq!(next_of(&scenario, &id, "no"), Some("money"));
    assert_eq!(errors(&scenario), []);
}

#[test]
fn the_first_node_of_an_empty_tree_is_its_root() {
    let mut scenario = tutorial();
    scenario.tree = foretree::scenario::Tree::default();
    let id = add_node(
        &mut scenario,
        &Slot::Root,
        &question(NodeKind::Chance, "2G?", None),
    )
    .unwrap();
    assert_eq!((id.as_str(), scenario.tree.root.as_str()), ("n2g", "n2g"));
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_node_without_a_year_to_stand_in_is_refused() {
    let mut scenario = tutorial();
    set_year(&mut scenario, "power", 2028).unwrap();
    let place = after("money", "masts");
    let new = question(NodeKind::Chance, "Too tight?", None);
    assert_refused(
        &scenario,
        |s| add_node(s, &place, &new),
        "no year is left between 2027 and 2028",
    );
    let new = question(NodeKind::Chance, "Too late?", Some(2041));
    assert_refused(
        &scenario,
        |s| add_node(s, &after("power", "slow"), &new),
        "2041 lies outside of 2029 to 2040",
    );
}

#[test]
fn years_stay_in_order_along_every_path() {
    let scenario = tutorial();
    assert_refused(
        &scenario,
        |s| set_year(s, "money", 2029),
        "node `power` of 2029 must come after `money` of 2029",
    );
    assert_refused(
        &scenario,
        |s| set_year(s, "power", 2025),
        "2025 lies outside of 2026 to 2040",
    );
    assert_refused(
        &scenario,
        |s| set_year(s, "powder", 2030),
        "there is no node `powder`",
    );
}

#[test]
fn what_led_to_a_removed_node_leads_to_its_first_child() {
    let mut scenario = tutorial();
    let dropped = remove_node(&mut scenario, "money").unwrap();
    assert_eq!(dropped.nodes, [""; 0]);
    assert_eq!(scenario.tree.root, "power");
    // The override after `money.masts` means nothing any more.
    assert_eq!(errors(&scenario), []);
    remove_node(&mut scenario, "power").unwrap();
    assert_eq!(
        (scenario.tree.root.as_str(), scenario.tree.nodes.len()),
        ("", 0)
    );
    assert_eq!(errors(&scenario), []);
}

#[test]
fn removing_a_node_says_what_can_no_longer_be_reached_and_drops_it() {
    let mut scenario = tutorial();
    let new = question(NodeKind::Decision, "Again?", None);
    let first = add_node(&mut scenario, &after("power", "fast"), &new).unwrap();
    let second = add_node(&mut scenario, &after("power", "slow"), &new).unwrap();
    assert_eq!((first.as_str(), second.as_str()), ("again", "again_2"));
    scenario.frame.drivers = vec![driver("again_2")];
    let dropped = remove_node(&mut scenario, "power").unwrap();
    assert_eq!(dropped.nodes, ["again_2"]);
    assert_eq!(next_of(&scenario, "money", "masts"), Some("again"));
    assert_eq!(scenario.frame.drivers[0].node, None);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn unfinished_nodes_that_nothing_led_to_are_not_lost() {
    let mut scenario = tutorial();
    let loose = scenario.tree.nodes["power"].clone();
    scenario.tree.nodes.insert("loose".to_owned(), loose);
    remove_node(&mut scenario, "power").unwrap();
    assert!(scenario.tree.nodes.contains_key("loose"));
}

#[test]
fn everything_that_names_a_node_follows_its_new_id() {
    let mut scenario = tutorial();
    scenario.frame.drivers = vec![driver("power")];
    scenario.dissent.push(Dissent {
        on: "money".to_owned(),
        view: "no".to_owned(),
    });
    let guess =
        "(indicator: \"usage_poor\", year: 2040, option: \"money.masts\", low: 0.1, high: 0.2)";
    let text = to_ron(&scenario)
        .trim_end()
        .trim_end_matches(')')
        .to_owned();
    let mut scenario = super::read(&format!("{text} predictions: [{guess}])"), "t.ron");
    let order: Vec<String> = scenario.tree.nodes.keys().cloned().collect();

    rename_node(&mut scenario, "money", "first_money").unwrap();
    rename_node(&mut scenario, "power", "grid").unwrap();
    rename_outcome(&mut scenario, "first_money", "masts", "towers").unwrap();
    rename_outcome(&mut scenario, "grid", "fast", "soon").unwrap();

    let text = to_ron(&scenario);
    for gone in [
        "\"money\"",
        "\"power\"",
        "money.masts",
        "power.fast",
        "\"masts\"",
    ] {
        assert!(!text.contains(gone), "{gone}");
    }
    assert_eq!(scenario.predictions[0].option, "first_money.towers");
    assert_eq!(scenario.dissent[0].on, "grid.soon");
    assert_eq!(scenario.frame.drivers[0].node.as_deref(), Some("grid"));
    assert_eq!(order, ["money", "power"]);
    let order: Vec<&String> = scenario.tree.nodes.keys().collect();
    assert_eq!(order, ["first_money", "grid"]);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn ids_must_be_free_and_well_formed() {
    let scenario = tutorial();
    assert_refused(
        &scenario,
        |s| rename_node(s, "money", "power"),
        "the id `power` is taken",
    );
    assert_refused(
        &scenario,
        |s| rename_outcome(s, "money", "masts", "Masts!"),
        "`Masts!` cannot be an id: up to 40 of a-z, 0-9 and _, beginning with a letter",
    );
}

#[test]
fn titles_become_ids_of_the_legal_form() {
    assert_eq!(slug("Rural power: on plan?"), "rural_power_on_plan");
    assert_eq!(slug("Œuvre déjà FAÇONNÉE"), "oeuvre_deja_faconnee");
    assert_eq!(slug("3G"), "n3g");
    assert_eq!(slug("漢字"), "n");
    assert_eq!(slug(&"x".repeat(99)).len(), 40);
    let long = fresh_id(&"x".repeat(99), |id| !id.ends_with("_2"));
    assert_eq!(long, format!("{}_2", "x".repeat(38)));
}

#[test]
fn a_chance_that_becomes_a_decision_and_back_keeps_all_that_both_have() {
    let mut scenario = tutorial();
    let before = scenario.tree.nodes["power"].clone();
    set_kind(&mut scenario, "power", NodeKind::Decision).unwrap();
    assert!(matches!(scenario.tree.nodes["power"], Node::Decision(_)));
    assert_eq!(scenario.tree.nodes["power"].outcomes(), before.outcomes());
    assert_eq!(scenario.tree.nodes["power"].sources(), before.sources());
    assert_eq!(errors(&scenario), []);
    set_kind(&mut scenario, "power", NodeKind::Chance).unwrap();
    let Node::Chance(chance) = &scenario.tree.nodes["power"] else {
        panic!("a chance");
    };
    assert_eq!(chance.medians_after(&[]), [0.5, 0.5]);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_decision_is_closed_by_one_of_its_options_and_opened_again() {
    let mut scenario = tutorial();
    choose(&mut scenario, "money", Some("masts")).unwrap();
    assert_eq!(scenario.tree.nodes["money"].choose(), Some("masts"));
    remove_outcome(&mut scenario, "money", "masts").unwrap();
    assert_eq!(scenario.tree.nodes["money"].choose(), None);
    assert_refused(
        &scenario,
        |s| choose(s, "money", Some("masts")),
        "there is no branch or option `masts` here",
    );
    assert_refused(
        &scenario,
        |s| choose(s, "power", None),
        "`power` is left to chance: nobody can choose there",
    );
}

#[test]
fn a_new_option_leads_where_its_siblings_lead() {
    let mut scenario = tutorial();
    let id = add_outcome(&mut scenario, "money", "As now").unwrap();
    assert_eq!(id, "as_now_2");
    assert_eq!(next_of(&scenario, "money", &id), Some("power"));
    move_outcome(&mut scenario, "money", &id, 0).unwrap();
    let expected = ["as_now_2", "masts", "cheaper", "as_now"];
    assert_eq!(ids(&scenario.tree.nodes["money"]), expected);
    assert_refused(
        &scenario,
        |s| move_outcome(s, "money", "masts", 4),
        "this cannot move any further",
    );
}

#[test]
fn the_last_branch_cannot_be_removed() {
    let mut scenario = tutorial();
    remove_outcome(&mut scenario, "power", "fast").unwrap();
    assert_eq!(errors(&scenario), []);
    assert_refused(
        &scenario,
        |s: &mut Scenario| remove_outcome(s, "power", "slow"),
        "`power` needs at least one branch or option",
    );
}
