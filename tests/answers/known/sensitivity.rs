//! Sensitivity measures on functions and draws with known answers.

use std::f64::consts::PI;

use foretree::analysis::matters::sobol::{Design, indices};
use foretree::analysis::matters::{Factor, Factors, Fault, Settings, spearman};

use crate::matters::support::{Numbers, outputs};

fn prepared(columns: &[Vec<f64>]) -> Factors {
    let all: Vec<Factor<'_>> = columns.iter().map(|c| Factor::Number(c)).collect();
    Factors::new(&all).unwrap()
}

fn near(found: f64, known: f64, within: f64) {
    assert!((found - known).abs() <= within, "{found} is not {known}");
}

/// Ishigami and Homma 1990 with other constants: a = 5, b = 0.2, where the first input does most of
/// its work together with the third. Closed form in Saltelli and others 2008, *Global Sensitivity
/// Analysis: The Primer*.
#[test]
fn ishigami_with_other_constants_has_its_closed_form() {
    let f = |u: &[f64]| {
        let x = |i: usize| PI * (2.0 * u[i] - 1.0);
        x(0).sin() + 5.0 * x(1).sin().powi(2) + 0.2 * x(2).powi(4) * x(0).sin()
    };
    let columns = Numbers(3).columns(3, 8_000);
    let output = outputs(&columns, f);
    let factors = prepared(&columns);
    let against = factors.against(&output).unwrap();
    let first = against.first_order(&Settings::default());
    let total = against.total(&Settings::default());
    assert!(total.fit.is_trusted());
    let known = [
        (0.419_030, 0.890_761),
        (0.109_239, 0.109_239),
        (0.0, 0.471_731),
    ];
    for (place, (s, st)) in known.into_iter().enumerate() {
        near(first[place].value, s, 0.03);
        near(total.of[place].value, st, 0.03);
    }
}

/// Bratley and others 1992: f = -x1 + x1 x2 - x1 x2 x3 + x1 x2 x3 x4. Its parts are products, so
/// all variances follow from the means 1/2 and variances 1/12 (computed exactly in Python).
#[test]
fn the_function_of_bratley_has_its_closed_form() {
    let f = |u: &[f64]| {
        let term = |upto: usize| u[..upto].iter().product::<f64>();
        -term(1) + term(2) - term(3) + term(4)
    };
    let (a, b) = (Numbers(4).columns(4, 8_000), Numbers(5).columns(4, 8_000));
    let mixed: Vec<Vec<f64>> = (0..4)
        .map(|place| {
            let mut own = a.clone();
            own[place].clone_from(&b[place]);
            outputs(&own, f)
        })
        .collect();
    let (a, b) = (outputs(&a, f), outputs(&b, f));
    let design = Design {
        a: &a,
        b: &b,
        mixed: &mixed,
    };
    let found = indices(&design, &Settings::default()).unwrap();
    let known = [
        (0.607_561, 0.705_671),
        (0.218_722, 0.316_832),
        (0.024_302, 0.057_606),
    ];
    for (found, (s, st)) in found.iter().zip(known) {
        near(found.first.value, s, 0.03);
        near(found.total.value, st, 0.03);
    }
}

/// The sum of two standard normals with correlation r: knowing one tells (1 + r) / 2 of the variance,
/// so shares sum to 1 + r (Da Veiga, Wahl and Gamboa 2009 on correlated inputs).
#[test]
fn correlated_inputs_share_what_they_have_in_common_twice() {
    let mut numbers = Numbers(6);
    let (mut x, mut y) = (Vec::new(), Vec::new());
    for _ in 0..10_000 {
        let (one, other) = (numbers.normal(), numbers.normal());
        x.push(one);
        y.push(0.6 * one + 0.8 * other);
    }
    let output: Vec<f64> = x.iter().zip(&y).map(|(x, y)| x + y).collect();
    let factors = prepared(&[x, y]);
    let first = factors
        .against(&output)
        .unwrap()
        .first_order(&Settings::default());
    near(first[0].value, 0.8, 0.02);
    near(first[1].value, 0.8, 0.02);
}

/// SALib 1.5 on the same 4,096 points (delta balanced, its interval 0.012; PAWN with ten slices).
#[test]
fn delta_and_pawn_of_ishigami_are_those_of_salib() {
    let grid = |step: f64| (0..4_096).map(|i| (f64::from(i) * step) % 1.0).collect();
    let columns: Vec<Vec<f64>> = [0.618_034, 0.414_214, 0.732_051].map(grid).to_vec();
    let output = outputs(&columns, crate::matters::support::ishigami);
    let factors = prepared(&columns);
    let against = factors.against(&output).unwrap();
    let delta = against.delta(&Settings::default());
    for (found, known) in delta.iter().zip([0.217_9, 0.327_7, 0.165_9]) {
        near(found.value, known, 0.03);
    }
    let pawn = against.pawn(&Settings::default());
    let known = [(0.235_2, 0.294_4), (0.393_1, 0.489_8), (0.084_2, 0.180_1)];
    for (found, (median, max)) in pawn.of.iter().zip(known) {
        near(found.median.value, median, 0.01);
        near(found.max.value, max, 0.01);
    }
}

/// SciPy 1.17, `stats.spearmanr`.
#[test]
fn spearman_with_ties_everywhere_is_that_of_scipy() {
    let a: Vec<f64> = (0..40).map(|k| f64::from(k * 7 % 5)).collect();
    let b: Vec<f64> = (0..40)
        .map(|k| f64::from(k * k % 3 + i32::from(k % 5 == 0)))
        .collect();
    near(spearman(&a, &b).unwrap(), -0.377_251_043_409_683_13, 1e-12);
}

/// An idle input is taken for something in 1 of 20 cases, as its documentation has it, also when it
/// is a number with few values. Out of 200 trials up to 20 are allowed (chance of more: 0.1 %), and at
/// least 2, so that the bar is not too high (chance of fewer: 0.05 %).
#[test]
fn an_idle_input_of_three_levels_is_noise_as_often_as_one_without_ties() {
    let settings = Settings {
        resamples: 4,
        ..Settings::default()
    };
    let (mut first, mut pawn) = (0, 0);
    for trial in 0..200 {
        let mut numbers = Numbers(1_000 + trial);
        let idle: Vec<f64> = (0..400)
            .map(|_| (numbers.uniform() * 3.0).floor())
            .collect();
        let output: Vec<f64> = (0..400).map(|_| numbers.normal()).collect();
        let factors = prepared(&[idle]);
        let against = factors.against(&output).unwrap();
        first += u32::from(!against.first_order(&settings)[0].is_noise());
        pawn += u32::from(!against.pawn(&settings).of[0].max.is_noise());
    }
    assert!((2..=20).contains(&first), "{first}");
    assert!((2..=20).contains(&pawn), "{pawn}");
}

/// A tornado needs both ends of a yes-or-no number too: here yes adds 2 to the mean.
#[test]
fn a_yes_or_no_number_has_a_swing() {
    let mut numbers = Numbers(8);
    let yes: Vec<f64> = (0..1_000).map(|i| f64::from(i % 2)).collect();
    let output: Vec<f64> = yes
        .iter()
        .map(|yes| 2.0 * yes + 0.1 * numbers.normal())
        .collect();
    let factors = prepared(&[yes]);
    let swing = factors.against(&output).unwrap().swings()[0].unwrap();
    near(swing.low, 0.0, 0.02);
    near(swing.high, 2.0, 0.02);
}

/// A factorial experiment with repeated, noisy runs: every combination of inputs is there equally
/// often, and yet no run is a copy of another. Main effects 4 and 2 on -1 and 1, noise 1: shares
/// 16/21 and 4/21.
#[test]
fn a_repeated_factorial_experiment_is_no_copy() {
    let mut numbers = Numbers(9);
    let sign = |run: i32, bit: i32| f64::from((run >> bit) % 2 * 2 - 1);
    let columns: Vec<Vec<f64>> = (0..2)
        .map(|bit| (0..4_000).map(|run| sign(run, bit)).collect())
        .collect();
    let output: Vec<f64> = (0..4_000)
        .map(|run| 4.0 * sign(run, 0) + 2.0 * sign(run, 1) + numbers.normal())
        .collect();
    let factors = prepared(&columns);
    let first = factors
        .against(&output)
        .unwrap()
        .first_order(&Settings::default());
    near(first[0].value, 16.0 / 21.0, 0.02);
    near(first[1].value, 4.0 / 21.0, 0.02);
}

#[test]
fn outputs_too_large_for_a_variance_are_refused_and_not_told_as_nothing() {
    let x: Vec<f64> = (0..500).map(f64::from).collect();
    let huge: Vec<f64> = x.iter().map(|x| x * 1e300).collect();
    let factors = prepared(&[x]);
    let fault = Fault::NotANumber { factor: None };
    assert_eq!(factors.against(&huge).unwrap_err(), fault);
    let design = Design {
        a: &huge,
        b: &huge,
        mixed: std::slice::from_ref(&huge),
    };
    assert_eq!(indices(&design, &Settings::default()).unwrap_err(), fault);
}
