//! Trees rolled back: published cases and any tree.

use foretree::analysis::choices::{
    ChoiceFault, DecisionTree, NodeId, Odds, Rule, States, all_strategies, event_information,
    hindsight, option_values, roll_back, run_values, state_values, strategies,
};
use proptest::prelude::*;

use crate::oracles::oracle;

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

fn bet(tree: &mut DecisionTree, event: usize, outcomes: &[(f64, f64)]) -> NodeId {
    let ends: Vec<(Odds, NodeId)> = outcomes
        .iter()
        .map(|(p, v)| (Odds::Same(*p), tree.end(*v).unwrap()))
        .collect();
    tree.chance(event, ends).unwrap()
}

/// Root, after a positive test, after a negative one. Digging costs 300 and brings 2500 with
/// gas; the land sells for 800, after a test (50) for 1000 or 600.
fn shale_gas() -> (DecisionTree, [NodeId; 3]) {
    let known = &oracle("decision_trees.json")["shale_gas"];
    let number = |key: &str| known[key].as_f64().unwrap();
    let mut tree = DecisionTree::new();
    let dig = |tree: &mut DecisionTree, p: f64, cost: f64| {
        bet(tree, 0, &[(p, 2200.0 - cost), (1.0 - p, -300.0 - cost)])
    };
    let at_once = dig(&mut tree, number("p_gas"), 0.0);
    let sell = tree.end(800.0).unwrap();
    let after = |tree: &mut DecisionTree, p: f64, price: f64| {
        let dig = dig(tree, p, 50.0);
        let sell = tree.end(price - 50.0).unwrap();
        tree.decision([sell, dig]).unwrap()
    };
    let positive = after(&mut tree, number("p_gas_given_pos"), 1000.0);
    let negative = after(&mut tree, number("p_gas_given_neg"), 600.0);
    let p = number("p_positive");
    let test = tree.chance(1, [(p.into(), positive), ((1.0 - p).into(), negative)]);
    let root = tree.decision([sell, at_once, test.unwrap()]).unwrap();
    (tree, [root, positive, negative])
}

/// Kaminski, Jakubczyk and Szufel 2018, *A framework for sensitivity analysis of decision trees*
/// (CEJOR 26).
#[test]
fn shale_gas_is_dug_after_a_good_test_only() {
    let (tree, [root, positive, negative]) = shale_gas();
    let rolled = roll_back(&tree, Rule::Expected).unwrap();
    assert!(close(rolled.value(root), 1477.0));
    assert_eq!(rolled.choice(root), Some(2));
    let after = (rolled.choice(positive), rolled.choice(negative));
    assert_eq!(after, (Some(1), Some(0)));
}

#[test]
fn all_twelve_shale_gas_strategies_have_the_published_payoffs() {
    let (tree, nodes) = shale_gas();
    let known = &oracle("decision_trees.json")["shale_gas"]["payoff_by_strategy"];
    let all = all_strategies(&tree, 100).unwrap();
    assert_eq!(all.len(), 12);
    assert_eq!(strategies(&tree, 100).unwrap().len(), 6);
    for strategy in all {
        let name = |place: usize| match (place, strategy.choice(nodes[place]).unwrap()) {
            (0, 2) => "test",
            (_, 0) => "sell",
            _ => "dig",
        };
        // The names of the source give the answer to a negative result before that to a positive.
        let key = format!("{}_{}_{}", name(0), name(2), name(1));
        let value = run_values(&tree, &strategy.by_node(&tree), nodes[0])[0];
        assert!(close(value, known[&key].as_f64().unwrap()), "{key} {value}");
    }
}

/// Raiffa 1968, *Decision Analysis*: the oil wildcatter.
fn wildcatter() -> (DecisionTree, NodeId) {
    let wells = [-70.0, 50.0, 200.0];
    let prior = [0.5, 0.3, 0.2];
    let seismic = [[0.6, 0.3, 0.1], [0.3, 0.4, 0.4], [0.1, 0.3, 0.5]];
    let mut tree = DecisionTree::new();
    let well = |tree: &mut DecisionTree, odds: [f64; 3], cost: f64| {
        let outcomes: Vec<(f64, f64)> = odds
            .iter()
            .zip(wells)
            .map(|(p, v)| (*p, v - cost))
            .collect();
        bet(tree, 0, &outcomes)
    };
    let mut results = Vec::new();
    for likelihood in seismic {
        let joint: Vec<f64> = likelihood.iter().zip(prior).map(|(l, p)| l * p).collect();
        let total: f64 = joint.iter().sum();
        let drill = well(&mut tree, std::array::from_fn(|i| joint[i] / total), 10.0);
        let leave = tree.end(-10.0).unwrap();
        results.push((Odds::Same(total), tree.decision([drill, leave]).unwrap()));
    }
    let sound = tree.chance(1, results).unwrap();
    let drill = well(&mut tree, prior, 0.0);
    let leave = tree.end(0.0).unwrap();
    let root = tree.decision([drill, leave, sound]).unwrap();
    (tree, root)
}

#[test]
fn the_wildcatter_takes_soundings_worth_more_than_they_cost() {
    let (tree, root) = wildcatter();
    let values = option_values(&tree, root).unwrap();
    let known = [20.0, 0.0, 22.5];
    assert!(
        values.iter().zip(known).all(|(v, k)| close(*v, k)),
        "{values:?}"
    );
}

#[test]
fn the_wildcatter_would_pay_35_to_know_the_well() {
    let mut tree = DecisionTree::new();
    let drill = bet(&mut tree, 0, &[(0.5, -70.0), (0.3, 50.0), (0.2, 200.0)]);
    let leave = tree.end(0.0).unwrap();
    tree.decision([drill, leave]).unwrap();
    let found = event_information(&tree, 0).unwrap();
    assert!(
        close(found.value, 35.0) && close(found.changes, 0.5),
        "{found:?}"
    );
}

/// Howard's party problem (Howard and Abbas 2015, *Foundations of Decision Analysis*).
fn party() -> (DecisionTree, NodeId) {
    let mut tree = DecisionTree::new();
    let places: Vec<NodeId> = [(100.0, 0.0), (90.0, 20.0), (40.0, 50.0)]
        .into_iter()
        .map(|(sun, rain)| bet(&mut tree, 0, &[(0.4, sun), (0.6, rain)]))
        .collect();
    let root = tree.decision(places).unwrap();
    (tree, root)
}

#[test]
fn the_party_is_on_the_porch_for_the_bold_and_indoors_for_the_careful() {
    let (tree, root) = party();
    let bold = roll_back(&tree, Rule::Expected).unwrap();
    assert_eq!(bold.choice(root), Some(1));
    assert!(close(bold.value(root), 48.0));
    // Kim's utility: indifferent between 50 for certain and 100 at the odds 1 to 2.
    let tolerance = 50.0 / std::f64::consts::LN_2;
    let careful = roll_back(&tree, Rule::Utility(tolerance)).unwrap();
    assert_eq!(careful.choice(root), Some(2));
    let equivalents = tree
        .options(root)
        .unwrap()
        .iter()
        .map(|o| careful.value(*o).round());
    assert_eq!(equivalents.collect::<Vec<_>>(), [26.0, 41.0, 46.0]);
    assert!(close(event_information(&tree, 0).unwrap().value, 22.0));
}

#[test]
fn a_very_tolerant_person_decides_by_expected_value_and_a_timid_one_by_the_worst() {
    let (tree, root) = party();
    let value = |rule| roll_back(&tree, rule).unwrap().value(root);
    assert!((value(Rule::Utility(1e7)) - value(Rule::Expected)).abs() < 1e-3);
    assert!((value(Rule::Utility(1e-3)) - value(Rule::Worst)).abs() < 0.01);
    assert!(value(Rule::Utility(1e-12)).is_finite());
}

#[test]
fn rules_agree_with_their_definitions_on_the_party() {
    let (tree, root) = party();
    let of = |rule| {
        let rolled = roll_back(&tree, rule).unwrap();
        let options = tree.options(root).unwrap();
        options.iter().map(|o| rolled.value(*o)).collect::<Vec<_>>()
    };
    assert_eq!(of(Rule::Worst), [0.0, 20.0, 40.0]);
    assert_eq!(of(Rule::Hurwicz(0.5)), [50.0, 55.0, 45.0]);
    assert_eq!(of(Rule::Satisfice(45.0)), [0.4, 0.4, 0.6]);
    // The worst 8 of 10: outdoors and on the porch all 6 of rain and 2 of sun.
    let tail = of(Rule::Tail(0.8));
    assert!(
        close(tail[0], 25.0) && close(tail[1], 37.5) && close(tail[2], 45.0),
        "{tail:?}"
    );
}

#[test]
fn a_newsvendor_orders_the_critical_share_of_demand() {
    // Arrow, Harris and Marschak 1951: at price 5 and cost 3, order what 40 of 100 days do not
    // exceed.
    let demand: Vec<f64> = (1..=100).map(f64::from).collect();
    let mut tree = DecisionTree::with_runs(demand.len());
    let orders: Vec<NodeId> = (1..=100)
        .map(|order| {
            let order = f64::from(order);
            let profit = demand.iter().map(|d| 5.0 * d.min(order) - 3.0 * order);
            tree.end_runs(profit.collect::<Vec<_>>()).unwrap()
        })
        .collect();
    let root = tree.decision(orders).unwrap();
    let best = roll_back(&tree, Rule::Expected)
        .unwrap()
        .choice(root)
        .unwrap()
        + 1;
    assert!(best == 40 || best == 41, "{best}");
}

#[test]
fn a_tree_of_a_hundred_thousand_decisions_in_a_row_is_no_trouble() {
    let mut tree = DecisionTree::new();
    let mut at = tree.end(0.0).unwrap();
    for step in 0..100_000 {
        let stop = tree.end(f64::from(step % 7)).unwrap();
        let luck = tree.chance(step as usize, [(0.5.into(), at), (0.5.into(), stop)]);
        at = tree.decision([luck.unwrap(), stop]).unwrap();
    }
    for rule in [
        Rule::Expected,
        Rule::Worst,
        Rule::Hurwicz(0.3),
        Rule::Utility(2.0),
    ] {
        assert!(roll_back(&tree, rule).unwrap().value(at).is_finite());
    }
}

#[test]
fn a_part_that_is_shared_counts_as_if_it_were_written_twice() {
    let build = |shared: bool| {
        let mut tree = DecisionTree::new();
        let part = |tree: &mut DecisionTree| {
            let risk = bet(tree, 1, &[(0.3, 9.0), (0.7, 1.0)]);
            let safe = tree.end(3.0).unwrap();
            tree.decision([risk, safe]).unwrap()
        };
        let one = part(&mut tree);
        let other = if shared { one } else { part(&mut tree) };
        let root = tree
            .chance(0, [(0.4.into(), one), (0.6.into(), other)])
            .unwrap();
        (
            roll_back(&tree, Rule::Tail(0.5)).unwrap().value(root),
            tree,
            root,
        )
    };
    let ((tail, one, a), (other_tail, other, b)) = (build(true), build(false));
    assert_eq!(tail, other_tail);
    let value = |tree: &DecisionTree, root| roll_back(tree, Rule::Expected).unwrap().value(root);
    assert!(close(value(&one, a), value(&other, b)));
    assert_eq!(strategies(&one, 10).unwrap().len(), 2);
    assert_eq!(strategies(&other, 10).unwrap().len(), 4);
}

#[test]
fn an_uncertain_probability_is_judged_by_the_runs_that_may_have_led_here() {
    // Two runs; an event has probability 0.9 in the first and 0.1 in the second. Who sees it
    // happen is probably in the first, where the risky option pays.
    let mut tree = DecisionTree::with_runs(2);
    let decide = |tree: &mut DecisionTree| {
        let risky = tree.end_runs(vec![10.0, -10.0]).unwrap();
        let safe = tree.end(0.0).unwrap();
        tree.decision([risky, safe]).unwrap()
    };
    let (seen, unseen) = (decide(&mut tree), decide(&mut tree));
    let odds = |p: [f64; 2]| Odds::Each(p.to_vec().into());
    let root = tree
        .chance(0, [(odds([0.9, 0.1]), seen), (odds([0.1, 0.9]), unseen)])
        .unwrap();
    let rolled = roll_back(&tree, Rule::Expected).unwrap();
    assert_eq!(
        (rolled.choice(seen), rolled.choice(unseen)),
        (Some(0), Some(1))
    );
    assert!(close(rolled.value(seen), 8.0) && close(rolled.value(root), 4.0));
    let shared = tree.chance(1, [(0.5.into(), root), (0.5.into(), root)]);
    assert_eq!(shared, Err(ChoiceFault::SharedUncertain(root)));
}

#[test]
fn runs_without_weight_do_not_count() {
    let mut tree = DecisionTree::with_runs(3);
    let one = tree.end_runs(vec![1.0, 5.0, -100.0]).unwrap();
    let other = tree.end(2.0).unwrap();
    let root = tree.decision([one, other]).unwrap();
    tree.weigh_runs(vec![1.0, 1.0, 0.0]).unwrap();
    for (rule, value) in [
        (Rule::Expected, 3.0),
        (Rule::Worst, 2.0),
        (Rule::Tail(1.0), 3.0),
    ] {
        assert_eq!(roll_back(&tree, rule).unwrap().value(root), value);
    }
    assert_eq!(tree.weigh_runs(vec![0.0; 3]), Err(ChoiceFault::NoWeight));
}

#[test]
fn what_makes_no_sense_is_refused_with_a_reason() {
    let mut tree = DecisionTree::new();
    assert_eq!(roll_back(&tree, Rule::Expected), Err(ChoiceFault::Empty));
    assert_eq!(tree.end(f64::NAN), Err(ChoiceFault::NotANumber));
    assert_eq!(tree.decision([]), Err(ChoiceFault::LeadsNowhere));
    assert_eq!(tree.decision([4]), Err(ChoiceFault::UnknownNode(4)));
    let end = tree.end(1.0).unwrap();
    let half = tree.chance(0, [(0.5.into(), end)]);
    assert_eq!(half, Err(ChoiceFault::Probabilities(0.5)));
    for rule in [Rule::Tail(0.0), Rule::Hurwicz(1.2), Rule::Utility(-1.0)] {
        assert!(matches!(roll_back(&tree, rule), Err(ChoiceFault::Level(_))));
    }
    assert!(matches!(
        tree.end_runs(vec![1.0, 2.0]),
        Err(ChoiceFault::Length { .. })
    ));
}

/// A tree of decisions and chances with a few runs and, now and then, uncertain probabilities.
pub fn any_tree() -> impl Strategy<Value = DecisionTree> {
    let shape = prop::collection::vec((any::<bool>(), 2..4_usize, any::<u64>()), 1..5);
    (shape, 1..4_usize).prop_map(|(levels, runs)| {
        let mut tree = DecisionTree::with_runs(runs);
        let mut luck = Luck(7);
        let mut nodes: Vec<NodeId> = Vec::new();
        let width: usize = levels.iter().map(|(_, width, _)| width).product();
        for (_, _, seed) in &levels {
            luck.0 ^= seed;
        }
        for _ in 0..width {
            let payoffs: Vec<f64> = (0..runs)
                .map(|_| (luck.next() * 200.0).round() - 100.0)
                .collect();
            nodes.push(tree.end_runs(payoffs).unwrap());
        }
        for (event, (decides, width, _)) in levels.into_iter().enumerate() {
            nodes = nodes
                .chunks(width)
                .map(|part| match decides {
                    true => tree.decision(part.iter().copied()).unwrap(),
                    false => tree.chance(event, odds(&mut luck, part)).unwrap(),
                })
                .collect();
        }
        tree
    })
}

fn odds(luck: &mut Luck, part: &[NodeId]) -> Vec<(Odds, NodeId)> {
    let raw: Vec<f64> = part.iter().map(|_| luck.next() + 0.05).collect();
    let total: f64 = raw.iter().sum();
    raw.iter()
        .zip(part)
        .map(|(p, n)| (Odds::Same(p / total), *n))
        .collect()
}

pub struct Luck(pub u64);

impl Luck {
    pub fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / (1_u64 << 31) as f64
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

proptest! {
    #[test]
    fn rolling_back_finds_the_best_of_all_strategies(tree in any_tree()) {
        let root = tree.root().unwrap();
        let best = roll_back(&tree, Rule::Expected).unwrap().value(root);
        let Ok(all) = strategies(&tree, 5000) else { return Ok(()) };
        let values = all.iter().map(|s| mean(&run_values(&tree, &s.by_node(&tree), root)));
        let found = values.fold(f64::NEG_INFINITY, f64::max);
        prop_assert!(close(best, found), "{best} {found}");
    }

    #[test]
    fn the_worst_case_is_the_best_worst_state_of_all_strategies(tree in any_tree()) {
        let root = tree.root().unwrap();
        let best = roll_back(&tree, Rule::Worst).unwrap().value(root);
        let Ok(all) = strategies(&tree, 500) else { return Ok(()) };
        let states = States::of(&tree, 1).unwrap();
        prop_assume!(is_listed(&tree, &states));
        let worst = |s: &foretree::analysis::choices::Strategy| {
            let values = state_values(&tree, &s.by_node(&tree), &states);
            values.into_iter().fold(f64::INFINITY, f64::min)
        };
        let found = all.iter().map(worst).fold(f64::NEG_INFINITY, f64::max);
        prop_assert!(close(best, found), "{best} {found}");
    }

    #[test]
    fn states_weigh_what_the_tree_says(tree in any_tree()) {
        let root = tree.root().unwrap();
        let states = States::of(&tree, 1).unwrap();
        prop_assume!(is_listed(&tree, &states));
        let choices = roll_back(&tree, Rule::Expected).unwrap().choices;
        let values = state_values(&tree, &choices, &states);
        let total: f64 = states.weights().iter().sum();
        let average = values.iter().zip(states.weights()).map(|(v, w)| v * w).sum::<f64>() / total;
        prop_assert!(close(average, mean(&run_values(&tree, &choices, root))));
        let known = hindsight(&tree, &states);
        prop_assert!(known.iter().zip(&values).all(|(k, v)| k >= v));
    }

    #[test]
    fn scores_move_with_the_scale_of_payoffs(tree in any_tree(), level in 0.05..1.0_f64) {
        let root = tree.root().unwrap();
        let moved = scaled(&tree, 3.0, 50.0);
        for rule in [Rule::Expected, Rule::Worst, Rule::Hurwicz(level), Rule::Tail(level)] {
            let (one, other) = (roll_back(&tree, rule).unwrap(), roll_back(&moved, rule).unwrap());
            prop_assert!(close(3.0 * one.value(root) + 50.0, other.value(root)), "{rule:?}");
        }
        let (one, other) = (Rule::Utility(20.0), Rule::Utility(60.0));
        let (one, other) = (roll_back(&tree, one).unwrap(), roll_back(&moved, other).unwrap());
        prop_assert!(close(3.0 * one.value(root) + 50.0, other.value(root)));
    }

    #[test]
    fn the_whole_tail_is_the_average_and_a_shorter_one_is_worse(tree in any_tree()) {
        let root = tree.root().unwrap();
        let value = |rule| roll_back(&tree, rule).unwrap().value(root);
        prop_assert!(close(value(Rule::Tail(1.0)), value(Rule::Expected)));
        prop_assert!(value(Rule::Tail(0.3)) <= value(Rule::Tail(1.0)) + 1e-9);
        prop_assert!(value(Rule::Worst) <= value(Rule::Tail(0.3)) + 1e-9);
    }
}

/// Whether all states are there, not only some drawn ones.
fn is_listed(tree: &DecisionTree, states: &States) -> bool {
    states.len() < 4096 || tree.events().is_empty()
}

fn scaled(tree: &DecisionTree, by: f64, plus: f64) -> DecisionTree {
    use foretree::analysis::choices::Node;
    let mut moved = DecisionTree::with_runs(tree.runs());
    for node in tree.nodes() {
        match node {
            Node::End(all) => moved.end_runs(all.iter().map(|v| by * v + plus).collect::<Vec<_>>()),
            Node::Decision(options) => moved.decision(options.clone()),
            Node::Chance { event, branches } => moved.chance(*event, branches.clone()),
        }
        .unwrap();
    }
    moved
}
