use super::{after, assert_refused, errors, example, ids, next_of, tutorial};
use foretree::scenario::edit::*;
use foretree::scenario::{Certainty, Layer, Node, Scenario, Tree};

/// The tutorial with a chance `rain` of 2032 after slow power.
fn with_rain() -> Scenario {
    let mut scenario = tutorial();
    let new = NewNode {
        kind: NodeKind::Chance,
        title: "Rain".to_owned(),
        layer: Layer::Data,
        certainty: Certainty::High,
        year: Some(2032),
        outcomes: vec!["Much".to_owned(), "Little".to_owned()],
    };
    add_node(&mut scenario, &after("power", "slow"), &new).unwrap();
    scenario
}

#[test]
fn a_copy_has_ids_of_its_own_and_comes_after_its_new_parent() {
    let mut scenario = with_rain();
    let clipping = copy_node(&scenario, "power").unwrap();
    assert_eq!((clipping.size(), clipping.is_outcome()), (2, false));
    let pasted = paste(&mut scenario, &after("rain", "much"), &clipping).unwrap();
    assert_eq!((pasted.first.as_str(), pasted.nodes.len()), ("power_2", 2));
    assert_eq!(scenario.tree.nodes["power_2"].year(), 2033);
    assert_eq!(scenario.tree.nodes["rain_2"].year(), 2036);
    assert_eq!(next_of(&scenario, "power_2", "slow"), Some("rain_2"));
    // What held after masts still does: the money comes before here, too.
    let Node::Chance(copy) = &scenario.tree.nodes["power_2"] else {
        panic!("a chance");
    };
    assert_eq!(copy.branches[0].given.len(), 1);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_copy_that_would_lie_after_the_horizon_is_refused() {
    let mut scenario = with_rain();
    set_year(&mut scenario, "rain", 2038).unwrap();
    let clipping = copy_node(&scenario, "power").unwrap();
    assert_refused(
        &scenario,
        |s| paste(s, &after("rain", "much"), &clipping),
        "2048 lies outside of 2026 to 2040",
    );
}

#[test]
fn a_copy_in_another_scenario_forgets_what_does_not_exist_there() {
    let clipping = copy_node(&tutorial(), "power").unwrap();
    let mut other = example("ldc-as-now");
    other.tree = Tree::default();
    let pasted = paste(&mut other, &Slot::Root, &clipping).unwrap();
    assert_eq!(
        (pasted.first.as_str(), other.tree.root.as_str()),
        ("power", "power")
    );
    assert_eq!(errors(&other), []);
}

#[test]
fn a_copied_option_goes_among_the_options_of_a_decision() {
    let mut scenario = with_rain();
    let clipping = copy_outcome(&scenario, "money", "cheaper").unwrap();
    let at = Slot::Among {
        node: "money".to_owned(),
    };
    let pasted = paste(&mut scenario, &at, &clipping).unwrap();
    assert_eq!(pasted.first, "cheaper_2");
    assert_eq!(next_of(&scenario, "money", "cheaper_2"), Some("power_2"));
    assert_eq!(errors(&scenario), []);
    assert_refused(
        &scenario,
        |s| paste(s, &after("rain", "much"), &clipping),
        "this does not fit here: a branch goes into a node, a node goes after a branch",
    );
}

#[test]
fn an_option_pasted_into_a_chance_takes_its_part_of_the_probability() {
    let mut scenario = with_rain();
    let clipping = copy_outcome(&scenario, "money", "as_now").unwrap();
    let at = Slot::Among {
        node: "rain".to_owned(),
    };
    paste(&mut scenario, &at, &clipping).unwrap();
    assert_eq!(
        ids(&scenario.tree.nodes["rain"]),
        ["much", "little", "as_now"]
    );
    assert_eq!(errors(&scenario), []);
}

#[test]
fn pasting_over_what_followed_names_what_is_lost() {
    let mut scenario = with_rain();
    let clipping = copy_node(&scenario, "rain").unwrap();
    let pasted = paste(&mut scenario, &after("power", "slow"), &clipping).unwrap();
    assert_eq!(pasted.dropped.nodes, ["rain"]);
    assert_eq!(scenario.tree.nodes["rain_2"].year(), 2032);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_link_lets_paths_meet_and_may_not_go_back() {
    let mut scenario = with_rain();
    link(&mut scenario, "power", "fast", "rain").unwrap();
    assert_eq!(next_of(&scenario, "power", "fast"), Some("rain"));
    assert_eq!(errors(&scenario), []);
    assert_refused(
        &scenario,
        |s| link(s, "rain", "much", "money"),
        "the path would come round again: rain → money → power → rain",
    );
    assert_refused(
        &scenario,
        |s| link(s, "rain", "much", "rain"),
        "the path would come round again: rain → rain",
    );
    let mut scenario = scenario.clone();
    link(&mut scenario, "money", "as_now", "rain").unwrap();
    set_year(&mut scenario, "power", 2031).unwrap();
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_link_back_in_time_is_refused() {
    let mut scenario = with_rain();
    let clipping = copy_node(&scenario, "rain").unwrap();
    paste(&mut scenario, &after("power", "fast"), &clipping).unwrap();
    assert_refused(
        &scenario,
        |s| link(s, "rain_2", "much", "rain"),
        "node `rain` of 2032 must come after `rain_2` of 2032",
    );
}

#[test]
fn a_subtree_moves_to_another_branch() {
    let mut scenario = with_rain();
    let dropped = move_subtree(&mut scenario, ("power", "slow"), ("power", "fast")).unwrap();
    assert_eq!(dropped.nodes, [""; 0]);
    assert_eq!(next_of(&scenario, "power", "slow"), None);
    assert_eq!(next_of(&scenario, "power", "fast"), Some("rain"));
    assert_refused(
        &scenario,
        |s| move_subtree(s, ("power", "slow"), ("money", "masts")),
        "the path ends here: nothing follows",
    );
    assert_refused(
        &scenario,
        |s| move_subtree(s, ("money", "masts"), ("rain", "much")),
        "the path would come round again: rain → power → rain",
    );
}

#[test]
fn ending_a_path_names_what_is_lost() {
    let mut scenario = with_rain();
    let dropped = end_here(&mut scenario, "power", "slow").unwrap();
    assert_eq!(dropped.nodes, ["rain"]);
}

#[test]
fn a_shared_part_becomes_a_branchs_own_with_the_same_probabilities() {
    let mut scenario = with_rain();
    let pasted = unshare(&mut scenario, "money", "masts").unwrap();
    assert_eq!(next_of(&scenario, "money", "masts"), Some("power_2"));
    assert_eq!(next_of(&scenario, "money", "cheaper"), Some("power"));
    assert_eq!(pasted.nodes, ["power_2", "rain_2"]);
    assert_eq!(scenario.tree.nodes["power_2"].year(), 2029);
    let Node::Chance(own) = &scenario.tree.nodes["power_2"] else {
        panic!("a chance");
    };
    assert_eq!(own.branches[0].given[0].branch, "masts");
    // At the shared part nothing comes after masts any more, which the check says.
    assert_refused(
        &scenario,
        |s| unshare(s, "money", "masts"),
        "only one branch leads to `power_2`: there is nothing to part",
    );
}
