//! What it is worth to know more.

use foretree::analysis::choices::{
    ChoiceFault, DecisionTree, Information, NodeId, Odds, Payoffs, event_information,
    partial_information, perfect_information,
};
use proptest::prelude::*;

use super::trees::{Luck, any_tree};
use crate::oracles::oracle;

fn normals(seed: u64, count: usize) -> Vec<f64> {
    let mut luck = Luck(seed);
    for _ in 0..20 {
        luck.next();
    }
    let one = |luck: &mut Luck| {
        let (size, turn) = (1.0 - luck.next(), luck.next());
        (-2.0 * size.ln()).sqrt() * (std::f64::consts::TAU * turn).cos()
    };
    (0..count).map(|_| one(&mut luck)).collect()
}

fn two(gain: Vec<f64>) -> Payoffs {
    Payoffs::new(vec![vec![0.0; gain.len()], gain]).unwrap()
}

#[test]
fn knowing_everything_is_worth_the_unit_normal_loss() {
    let known = oracle("value_of_information.json");
    for (seed, case) in known["evpi_normal"]["cases"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
    {
        let number = |key: &str| case[key].as_f64().unwrap();
        let draws = normals(seed as u64, 40_000);
        let gain = draws
            .iter()
            .map(|z| number("mu") + number("sd") * z)
            .collect();
        let found = perfect_information(&two(gain), None).unwrap();
        let miss = (found.value - number("evpi")).abs();
        assert!(miss < 3.0 * found.error + 2e-4, "{case} {found:?}");
    }
}

/// Gains mu + a x + b y of the closed form, with x and y.
fn linear(seed: u64, count: usize) -> (Vec<f64>, Vec<f64>, Payoffs, [f64; 2]) {
    let known = &oracle("value_of_information.json")["evppi_linear"];
    let number = |key: &str| known[key].as_f64().unwrap();
    let (x, y) = (normals(seed, count), normals(seed + 1_000_003, count));
    let gain = x.iter().zip(&y);
    let gain = gain.map(|(x, y)| number("mu") + number("a") * x + number("b") * y);
    (
        x.clone(),
        y.clone(),
        two(gain.collect()),
        [number("evppi_x"), number("evppi_y")],
    )
}

#[test]
fn knowing_one_input_is_worth_the_closed_form() {
    let (x, y, payoffs, known) = linear(5, 10_000);
    for (input, known) in [(x, known[0]), (y, known[1])] {
        let found = partial_information(&input, &payoffs).unwrap();
        assert!(
            (found.value - known).abs() < 3.0 * found.error + 0.005,
            "{found:?} {known}"
        );
        assert!(found.error < 0.05, "{found:?}");
    }
}

#[test]
fn errors_of_one_input_are_honest_and_its_bias_is_small() {
    let trials = 200;
    let (mut inside, mut sum, mut error) = (0, 0.0, 0.0);
    let mut truth = 0.0;
    for trial in 0..trials {
        let (x, _, payoffs, known) = linear(17 * trial + 3, 1000);
        let found = partial_information(&x, &payoffs).unwrap();
        truth = known[0];
        inside += usize::from((found.value - truth).abs() < 1.96 * found.error);
        sum += found.value;
        error += found.error;
    }
    let (share, bias) = (inside as f64 / trials as f64, sum / trials as f64 - truth);
    println!(
        "inside {share}, bias {bias}, error {}",
        error / trials as f64
    );
    assert!(share > 0.88, "{share}");
    assert!(bias.abs() < 0.02, "{bias}");
}

#[test]
fn an_input_that_does_not_matter_is_worth_about_nothing() {
    let (_, _, payoffs, _) = linear(9, 4000);
    let mut values = Vec::new();
    for seed in 0..20 {
        let found = partial_information(&normals(seed + 77, 4000), &payoffs).unwrap();
        values.push(found.value);
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    assert!(mean < 0.01, "{values:?}");
}

#[test]
fn the_scale_of_an_input_does_not_matter() {
    let (x, _, payoffs, _) = linear(21, 2000);
    let stretched: Vec<f64> = x.iter().map(|x| (3.0 * x).exp()).collect();
    let (one, other) = (
        partial_information(&x, &payoffs),
        partial_information(&stretched, &payoffs),
    );
    assert_eq!(one, other);
}

#[test]
fn an_input_whose_effect_turns_twice_is_followed() {
    // Gain x^2 - 1 of a normal x: E max(0, x^2 - 1) = 2 phi(1), and the mean is 0.
    let x = normals(31, 10_000);
    let noise = normals(32, 10_000);
    let gain = x.iter().zip(&noise).map(|(x, e)| x * x - 1.0 + e).collect();
    let found = partial_information(&x, &two(gain)).unwrap();
    let known = 2.0 * (-0.5_f64).exp() / std::f64::consts::TAU.sqrt();
    assert!(
        (found.value - known).abs() < 3.0 * found.error + 0.01,
        "{found:?} {known}"
    );
}

#[test]
fn three_options_with_two_inputs_agree_with_nested_integration() {
    // Options 0, x + z and y + w: E max(0, x, E y = 0) = phi(0) for knowing x alone.
    let count = 10_000;
    let (x, y) = (normals(41, count), normals(42, count));
    let (z, w) = (normals(43, count), normals(44, count));
    let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a + b).collect::<Vec<_>>();
    let payoffs = Payoffs::new(vec![vec![0.0; count], sum(&x, &z), sum(&y, &w)]).unwrap();
    let found = partial_information(&x, &payoffs).unwrap();
    assert!(
        (found.value - 0.398_942).abs() < 3.0 * found.error + 0.01,
        "{found:?}"
    );
}

#[test]
fn a_constant_input_or_equal_options_are_worth_nothing() {
    let (_, _, payoffs, _) = linear(3, 500);
    assert_eq!(
        partial_information(&[1.0; 500], &payoffs),
        Ok(Information::NOTHING)
    );
    let same = Payoffs::new(vec![vec![1.0; 500], vec![1.0; 500]]).unwrap();
    assert_eq!(
        partial_information(&normals(1, 500), &same),
        Ok(Information::NOTHING)
    );
}

#[test]
fn an_input_of_three_levels_is_no_trouble() {
    let levels: Vec<f64> = (0..3000).map(|i| f64::from(i % 3)).collect();
    let noise = normals(51, 3000);
    let gain = levels
        .iter()
        .zip(&noise)
        .map(|(l, e)| l - 1.0 + 0.5 * e)
        .collect();
    let found = partial_information(&levels, &two(gain)).unwrap();
    assert!((found.value - 1.0 / 3.0).abs() < 0.03, "{found:?}");
}

#[test]
fn too_few_runs_and_wrong_columns_are_refused() {
    let (x, _, payoffs, _) = linear(3, 50);
    let few = ChoiceFault::TooFewRuns {
        found: 50,
        least: 100,
    };
    assert_eq!(partial_information(&x, &payoffs), Err(few));
    assert!(matches!(
        partial_information(&x[1..], &payoffs),
        Err(ChoiceFault::Length { .. })
    ));
}

#[test]
fn an_event_is_worth_the_same_beforehand_wherever_its_odds_depend_on_the_way() {
    // After option A the event has odds 0.8, after B 0.4; its luck is one. Known luck below 0.4:
    // it happens after both; to 0.8: after A only; above: after none.
    let mut tree = DecisionTree::new();
    let bet = |tree: &mut DecisionTree, p: f64, yes: f64| -> NodeId {
        let (yes, no) = (tree.end(yes).unwrap(), tree.end(0.0).unwrap());
        tree.chance(0, [(Odds::Same(p), yes), (Odds::Same(1.0 - p), no)])
            .unwrap()
    };
    let (a, b) = (bet(&mut tree, 0.8, 5.0), bet(&mut tree, 0.4, 9.0));
    tree.decision([a, b]).unwrap();
    let found = event_information(&tree, 0).unwrap();
    let known = 0.4 * 9.0 + 0.4 * 5.0 - 4.0;
    assert!((found.value - known).abs() < 1e-12, "{found:?}");
    assert!((found.changes - 0.4).abs() < 1e-12);
}

proptest! {
    #[test]
    fn knowing_an_event_is_worth_something_but_not_more_than_knowing_everything(tree in any_tree()) {
        use foretree::analysis::choices::{Rule, States, hindsight, roll_back, state_values};
        let choices = roll_back(&tree, Rule::Expected).unwrap().choices;
        let states = States::of(&tree, 3).unwrap();
        let taken = Payoffs::weighted(
            vec![state_values(&tree, &choices, &states)],
            states.weights().to_vec(),
        ).unwrap();
        let all = perfect_information(&taken, Some(&hindsight(&tree, &states))).unwrap();
        for event in tree.events() {
            let one = event_information(&tree, event).unwrap();
            prop_assert!(one.value >= 0.0 && one.value <= all.value + 1e-9, "{one:?} {all:?}");
        }
    }
}
