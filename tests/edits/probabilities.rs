use super::{assert_refused, errors, tutorial};
use foretree::files::to_ron;
use foretree::scenario::edit::*;
use foretree::scenario::{Chance, Node, PathStep, Quantity, Scenario};
use std::collections::HashSet;

fn none() -> HashSet<String> {
    HashSet::new()
}

fn pins(ids: &[&str]) -> HashSet<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn chance<'a>(scenario: &'a Scenario, id: &str) -> &'a Chance {
    match &scenario.tree.nodes[id] {
        Node::Chance(chance) => chance,
        Node::Decision(_) => panic!("{id} is decided"),
    }
}

/// Medians of `power` in all histories but one, and after `money.masts`.
fn power(scenario: &Scenario) -> (Vec<f64>, Vec<f64>) {
    let after = PathStep {
        node: "money",
        outcome: "masts",
    };
    let chance = chance(scenario, "power");
    (chance.medians_after(&[]), chance.medians_after(&[after]))
}

fn masts() -> Earlier {
    Earlier {
        node: "money".to_owned(),
        outcome: "masts".to_owned(),
    }
}

/// The tutorial with a third branch of `power`.
fn three() -> Scenario {
    let mut scenario = tutorial();
    let id = add_outcome(&mut scenario, "power", "Never").unwrap();
    assert_eq!(id, "never");
    scenario
}

#[test]
fn siblings_make_room_for_a_nudge_and_the_file_shows_plain_numbers() {
    let mut scenario = tutorial();
    let set = nudge(&mut scenario, "power", "fast", None, 0.05, &none()).unwrap();
    assert_eq!(set, 0.35);
    assert_eq!(power(&scenario), (vec![0.35, 0.65], vec![0.4, 0.6]));
    for _ in 0..7 {
        nudge(&mut scenario, "power", "fast", None, 0.01, &none()).unwrap();
    }
    assert!(to_ron(&scenario).contains("probability: 0.42,"));
    assert!(to_ron(&scenario).contains("probability: 0.58,"));
}

#[test]
fn a_nudge_can_be_meant_for_one_history_only() {
    let mut scenario = tutorial();
    nudge(&mut scenario, "power", "slow", Some(&masts()), 0.1, &none()).unwrap();
    assert_eq!(power(&scenario), (vec![0.3, 0.7], vec![0.3, 0.7]));
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_pinned_sibling_holds_and_the_others_rescale_in_proportion() {
    let mut scenario = three();
    let set =
        |s: &mut Scenario, id: &str, p: f64| set_probability(s, "power", id, None, p, &none());
    set(&mut scenario, "never", 0.2).unwrap();
    set(&mut scenario, "fast", 0.2).unwrap();
    let (own, _) = power(&scenario);
    assert!((own[1] + own[2] - 0.8).abs() < 1e-9, "{own:?}");
    let slow = own[1];
    nudge(&mut scenario, "power", "fast", None, 0.1, &pins(&["slow"])).unwrap();
    let (own, _) = power(&scenario);
    assert_eq!((own[0], own[1]), (0.3, slow));
    assert!((own.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn a_nudge_stops_where_pinned_siblings_leave_no_room() {
    let mut scenario = three();
    let (own, _) = power(&scenario);
    let set = nudge(&mut scenario, "power", "fast", None, 0.9, &pins(&["slow"])).unwrap();
    assert!((set - (1.0 - own[1])).abs() < 1e-9);
    let (own, _) = power(&scenario);
    assert_eq!(own[2], 0.0);
    assert_eq!(errors(&scenario), []);
    // From nothing a sibling comes back when there is room again.
    nudge(&mut scenario, "power", "fast", None, -0.1, &pins(&["slow"])).unwrap();
    assert!((power(&scenario).0[2] - 0.1).abs() < 1e-9);
}

#[test]
fn a_nudge_is_refused_when_all_siblings_are_pinned() {
    assert_refused(
        &tutorial(),
        |s| nudge(s, "power", "fast", None, 0.05, &pins(&["slow"])),
        "all other branches of `power` are held fast: let one of them go first",
    );
}

#[test]
fn what_is_no_share_is_refused() {
    for wish in [1.5, -0.1, f64::NAN, f64::INFINITY] {
        let mut scenario = tutorial();
        let fault = set_probability(&mut scenario, "power", "fast", None, wish, &none());
        assert!(matches!(fault, Err(EditFault::Outside { .. })), "{wish}");
        assert_eq!(scenario, tutorial());
    }
    assert_refused(
        &tutorial(),
        |s| nudge(s, "money", "masts", None, 0.1, &none()),
        "`money` is decided by somebody: it has no probabilities",
    );
}

#[test]
fn a_new_branch_takes_its_part_from_its_siblings_in_every_history() {
    let scenario = three();
    let (own, after) = power(&scenario);
    assert!((own[2] - 1.0 / 3.0).abs() < 1e-8 && (after[2] - 1.0 / 3.0).abs() < 1e-8);
    assert!((own[0] - 0.2).abs() < 1e-8, "{own:?}");
    assert!((after[0] - 0.4 * 2.0 / 3.0).abs() < 1e-8, "{after:?}");
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_removed_branch_gives_its_part_back_in_every_history() {
    let mut scenario = three();
    remove_outcome(&mut scenario, "power", "never").unwrap();
    let (own, after) = power(&scenario);
    assert!((own[0] - 0.3).abs() < 1e-8 && (after[0] - 0.4).abs() < 1e-8);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_probability_can_become_uncertain_and_certain_again() {
    let mut scenario = tutorial();
    let beta = Quantity::Beta {
        alpha: 3.0,
        beta: 7.0,
        min: 0.0,
        max: 1.0,
    };
    set_uncertain(&mut scenario, "power", "fast", None, beta.clone()).unwrap();
    assert_eq!(chance(&scenario, "power").branches[0].probability, beta);
    assert_eq!(errors(&scenario), []);
    let set = set_certain(&mut scenario, "power", "fast", None, &none()).unwrap();
    let (own, after) = power(&scenario);
    assert_eq!(own[0], set);
    assert!((set - beta.median()).abs() < 1e-9);
    assert!((own[0] + own[1] - 1.0).abs() < 1e-12);
    assert_eq!(after, [0.4, 0.6]);
}

#[test]
fn an_uncertain_probability_must_be_one() {
    let backwards = Quantity::Uniform { min: 0.4, max: 0.2 };
    assert_refused(
        &tutorial(),
        |s| set_uncertain(s, "power", "fast", None, backwards),
        "min 0.4 must lie below max 0.2",
    );
    let too_much = Quantity::Uniform { min: 0.4, max: 1.2 };
    assert_refused(
        &tutorial(),
        |s| set_uncertain(s, "power", "fast", None, too_much),
        "1.2 is not within 0 to 1",
    );
}

#[test]
fn a_history_can_be_set_apart_and_joined_again() {
    let mut scenario = tutorial();
    let earlier = Earlier {
        node: "money".to_owned(),
        outcome: "cheaper".to_owned(),
    };
    assert_eq!(earlier_outcomes(&scenario, "power").len(), 3);
    add_given(&mut scenario, "power", &earlier).unwrap();
    let givens = &chance(&scenario, "power").branches[0].given;
    assert_eq!(
        (givens.len(), &givens[1].probability),
        (2, &Quantity::Fixed(0.3))
    );
    remove_given(&mut scenario, "power", &masts()).unwrap();
    remove_given(&mut scenario, "power", &earlier).unwrap();
    assert_eq!(power(&scenario), (vec![0.3, 0.7], vec![0.3, 0.7]));
    assert_refused(
        &scenario,
        |s| remove_given(s, "power", &masts()),
        "nothing is set apart for after `money.masts`",
    );
    let itself = Earlier {
        node: "power".to_owned(),
        outcome: "fast".to_owned(),
    };
    assert_refused(
        &scenario,
        |s| add_given(s, "power", &itself),
        "`power` never comes before `power`",
    );
}

#[test]
fn changing_the_common_probabilities_leaves_a_partly_overridden_history_as_it_is() {
    // After masts only `fast` and `slow` are overridden; `never` is as everywhere.
    let mut scenario = three();
    if let Node::Chance(chance) = &mut scenario.tree.nodes["power"] {
        chance.branches[2].given.clear();
    }
    let (_, before) = power(&scenario);
    nudge(&mut scenario, "power", "fast", None, 0.2, &none()).unwrap();
    assert_eq!(power(&scenario).1, before);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn an_uncertain_probability_stays_uncertain_when_branches_come_and_go() {
    let mut scenario = three();
    let uniform = Quantity::Uniform { min: 0.2, max: 0.4 };
    set_uncertain(&mut scenario, "power", "fast", None, uniform.clone()).unwrap();
    remove_outcome(&mut scenario, "power", "never").unwrap();
    add_outcome(&mut scenario, "power", "Later").unwrap();
    assert_eq!(chance(&scenario, "power").branches[0].probability, uniform);
    assert_eq!(errors(&scenario), []);
}
