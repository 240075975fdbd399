use super::{assert_refused, errors, tutorial};
use foretree::files::{default_effect, vocabulary};
use foretree::scenario::edit::*;
use foretree::scenario::{Assumption, Evidence, Op, Quantity, Range, Scale};

fn cheaper() -> Owner {
    Owner::Outcome {
        node: "money".to_owned(),
        outcome: "cheaper".to_owned(),
    }
}

#[test]
fn every_path_has_an_effect_to_begin_with_that_the_check_accepts() {
    for (path, facts) in &vocabulary().paths {
        for op in [Op::Set, Op::Multiply, Op::Add] {
            let Some(effect) = default_effect(path, op) else {
                assert!(facts.base_only, "{path}");
                continue;
            };
            let mut scenario = tutorial();
            remove_effect(&mut scenario, &cheaper(), 0).unwrap();
            add_effect(&mut scenario, &cheaper(), effect.clone()).unwrap();
            assert_eq!(errors(&scenario), [], "{effect:?}");
        }
    }
    assert_eq!(default_effect("no_such_path", Op::Add), None);
}

#[test]
fn a_first_magnitude_is_in_the_direction_that_helps() {
    let loss = default_effect("coverage_loss", Op::Multiply).unwrap();
    assert!(loss.magnitude.median() < 1.0);
    let power = default_effect("power_rate", Op::Multiply).unwrap();
    assert!(power.magnitude.median() > 1.0);
    let set = default_effect("power_rate", Op::Set).unwrap();
    let Range { min, max } = vocabulary().paths["power_rate"].range;
    let (low, high) = set.magnitude.central();
    assert!(min <= low && high <= max && set.magnitude.fault(Scale::Log).is_none());
}

#[test]
fn a_path_that_is_repeated_gets_an_id_of_its_own() {
    let mut scenario = tutorial();
    let same = default_effect("price_decline", Op::Add).unwrap();
    let at = add_effect(&mut scenario, &cheaper(), same).unwrap();
    let list = effects(&scenario, &cheaper()).unwrap();
    assert_eq!((at, list[0].id.as_deref()), (1, None));
    assert_eq!(list[1].id.as_deref(), Some("money_cheaper_price_decline"));
    move_effect(&mut scenario, &cheaper(), 1, 0).unwrap();
    assert_eq!(effects(&scenario, &cheaper()).unwrap()[1].id, None);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn every_field_of_an_effect_can_be_changed() {
    let mut scenario = tutorial();
    change_effect(&mut scenario, &cheaper(), 0, |effect| {
        effect.path = "power_rate".to_owned();
        effect.op = Op::Multiply;
        effect.magnitude = Quantity::Fixed(1.5);
        effect.start = Some(2030);
        effect.fade = 3;
        effect.id = Some("more_power".to_owned());
    })
    .unwrap();
    let effect = &effects(&scenario, &cheaper()).unwrap()[0];
    assert_eq!((effect.start, effect.fade), (Some(2030), 3));
    assert_eq!(errors(&scenario), []);
    assert_refused(
        &scenario,
        |s| change_effect(s, &cheaper(), 1, |_| {}),
        "there is no effect number 2 here",
    );
    let backwards = Quantity::Quantiles {
        p5: 3.0,
        p50: 2.0,
        p95: 1.0,
    };
    assert_refused(
        &scenario,
        |s| change_effect(s, &cheaper(), 0, |effect| effect.magnitude = backwards),
        "the points must rise: p5 3 <= p50 2 <= p95 1",
    );
}

#[test]
fn a_wildcard_is_added_renamed_dated_and_removed() {
    let mut scenario = tutorial();
    let id = add_wildcard(&mut scenario, "Cable lost for a year", 2031).unwrap();
    assert_eq!(id, "cable_lost_for_a_year");
    let owner = Owner::Wildcard("cable".to_owned());
    rename_wildcard(&mut scenario, &id, "cable").unwrap();
    set_wildcard_year(&mut scenario, "cable", 2032).unwrap();
    let loss = default_effect("coverage_loss", Op::Add).unwrap();
    add_effect(&mut scenario, &owner, loss).unwrap();
    assert_eq!(errors(&scenario), []);
    assert_refused(
        &scenario,
        |s| set_wildcard_year(s, "cable", 2050),
        "2050 lies outside of 2026 to 2040",
    );
    assert_eq!(remove_wildcard(&mut scenario, "cable").unwrap().year, 2032);
    assert_refused(
        &scenario,
        |s| remove_wildcard(s, "cable"),
        "there is no wildcard `cable`",
    );
}

#[test]
fn costs_and_efforts_are_set_and_taken_away() {
    let mut scenario = tutorial();
    set_effort(&mut scenario, "money", "masts", None).unwrap();
    set_cost(&mut scenario, "money", "masts", Some(Quantity::Fixed(9.0))).unwrap();
    let masts = &scenario.tree.nodes["money"].outcomes()[0];
    assert_eq!(
        (masts.effort, masts.cost),
        (None, Some(&Quantity::Fixed(9.0)))
    );
    assert_refused(
        &scenario,
        |s| set_effort(s, "money", "masts", Some(4)),
        "4 is not within 1 to 3",
    );
    let nothing = Some(Quantity::Fixed(f64::NAN));
    assert_refused(
        &scenario,
        |s| set_cost(s, "money", "masts", nothing),
        "a number here is not finite",
    );
}

#[test]
fn assumptions_are_set_and_go_back_to_the_catalogue() {
    let assumed = |value| Assumption {
        value: Quantity::Fixed(value),
        rationale: "a second cable".to_owned(),
        evidence: Evidence::B,
        sources: Vec::new(),
    };
    let mut scenario = tutorial();
    for (id, value) in [("price_decline", 0.04), ("power_rate", 0.03)] {
        set_assumption(&mut scenario, Store::Parameters, id, assumed(value)).unwrap();
    }
    set_assumption(&mut scenario, Store::Inputs, "trade_y", assumed(0.05)).unwrap();
    assert_eq!(errors(&scenario), []);
    assert!(assumption(&scenario, Store::Parameters, "power_rate").is_some());
    reset_assumption(&mut scenario, Store::Parameters, "power_rate").unwrap();
    assert_refused(
        &scenario,
        |s| reset_assumption(s, Store::Parameters, "power_rate"),
        "`power_rate` is as in the catalogue already",
    );
    assert_eq!(reset_all(&mut scenario, Store::Parameters), 1);
    assert_eq!(reset_all(&mut scenario, Store::Inputs), 1);
    assert_eq!(scenario, tutorial());
}
