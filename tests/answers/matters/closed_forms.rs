//! Published cases.

use foretree::analysis::matters::sobol::{Design, SobolIndex, indices};
use foretree::analysis::matters::{Factor, Factors, Settings, spearman};
use serde_json::Value;

use super::support::{Numbers, g_function, g_indices, ishigami, outputs};

pub fn factors(columns: &[Vec<f64>]) -> Factors {
    let all: Vec<Factor<'_>> = columns.iter().map(|c| Factor::Number(c)).collect();
    Factors::new(&all).unwrap()
}

/// Closed form and figures of SALib 1.6.0 for Ishigami's function.
fn oracle() -> Value {
    crate::oracles::oracle("sobol_indices.json")["ishigami"].clone()
}

fn numbers(value: &Value) -> Vec<f64> {
    let all = value.as_array().unwrap().iter();
    all.map(|one| one.as_f64().unwrap()).collect()
}

fn exact(inputs: usize, base: usize, f: impl Fn(&[f64]) -> f64) -> Vec<SobolIndex> {
    let mut source = Numbers(3);
    let (a, b) = (source.columns(inputs, base), source.columns(inputs, base));
    let mixed: Vec<Vec<f64>> = (0..inputs)
        .map(|input| {
            let mut columns = a.clone();
            columns[input].clone_from(&b[input]);
            outputs(&columns, &f)
        })
        .collect();
    let design = Design {
        a: &outputs(&a, &f),
        b: &outputs(&b, &f),
        mixed: &mixed,
    };
    indices(&design, &Settings::default()).unwrap()
}

#[test]
fn exact_sobol_indices_of_ishigami_are_those_of_the_closed_form() {
    let oracle = oracle();
    let found = exact(3, 16_384, ishigami);
    let first = numbers(&oracle["analytic"]["S1"]);
    let total = numbers(&oracle["analytic"]["ST"]);
    for (index, (first, total)) in found.iter().zip(first.iter().zip(&total)) {
        // Four standard errors as SALib gives them for so many runs (its figure is 1.96 of them).
        assert!(
            (index.first.value - first).abs() < 0.03,
            "{index:?} {first}"
        );
        assert!(
            (index.total.value - total).abs() < 0.03,
            "{index:?} {total}"
        );
        assert!(index.total.low <= *total && *total <= index.total.high + 0.01);
    }
    assert!(found[2].first.is_noise() && !found[0].first.is_noise());
}

#[test]
fn given_draws_tell_the_shares_of_ishigami() {
    let oracle = oracle();
    let columns = Numbers(1).columns(3, 16_384);
    let factors = factors(&columns);
    let output = outputs(&columns, ishigami);
    let against = factors.against(&output).unwrap();
    let settings = Settings::default();
    let first = against.first_order(&settings);
    for (found, known) in first.iter().zip(numbers(&oracle["analytic"]["S1"])) {
        assert!((found.value - known).abs() < 0.015, "{found:?} {known}");
    }
    assert!(first[2].is_noise(), "{:?}", first[2]);
    let total = against.total(&settings);
    assert!(total.fit.checked > 0.99 && total.fit.is_trusted());
    for (found, known) in total.of.iter().zip(numbers(&oracle["analytic"]["ST"])) {
        assert!((found.value - known).abs() < 0.015, "{found:?} {known}");
    }
    let together: f64 = total
        .sets
        .iter()
        .filter(|(set, _)| *set == [0, 2])
        .map(|s| s.1)
        .sum();
    let known = oracle["analytic"]["S13"].as_f64().unwrap();
    assert!((together - known).abs() < 0.015, "{together}");
}

#[test]
fn the_g_function_of_sobol_has_its_closed_form() {
    let (first, total) = g_indices();
    let found = exact(8, 16_384, g_function);
    let columns = Numbers(2).columns(8, 16_384);
    let output = outputs(&columns, g_function);
    let factors = factors(&columns);
    let against = factors.against(&output).unwrap();
    let given = against.first_order(&Settings::default());
    let totals = against.total(&Settings::default());
    for input in 0..8 {
        assert!((found[input].first.value - first[input]).abs() < 0.03);
        assert!((found[input].total.value - total[input]).abs() < 0.03);
        assert!((given[input].value - first[input]).abs() < 0.02);
        // Its kinks are no polynomials: the surrogate is near, and says how near.
        assert!((totals.of[input].value - total[input]).abs() < 0.05);
    }
    assert!(totals.fit.checked > 0.8 && totals.fit.checked < 0.999);
}

/// Half the area between two normal densities, by the rule of Simpson.
fn area(mean: f64, spread: f64) -> f64 {
    let density = |x: f64, m: f64, s: f64| {
        (-0.5 * ((x - m) / s).powi(2)).exp() / (s * (2.0 * std::f64::consts::PI).sqrt())
    };
    let steps = 4_000;
    let width = 20.0 / f64::from(steps);
    let at = |i: i32| {
        let x = -10.0 + f64::from(i) * width;
        (density(x, mean, spread) - density(x, 0.0, 1.0)).abs()
    };
    let weight = |i: i32| match i {
        i if i == 0 || i == steps => 1.0,
        i if i % 2 == 1 => 4.0,
        _ => 2.0,
    };
    (0..=steps).map(|i| weight(i) * at(i)).sum::<f64>() * width / 6.0
}

/// Delta of one input of a sum of normals that has correlation `r` with the sum (Borgonovo 2007,
/// equation 10, over a normal input).
fn delta_of(r: f64) -> f64 {
    let spread = (1.0 - r * r).sqrt();
    let at = |x: f64| area(r * x, spread) * (-0.5 * x * x).exp();
    let all: f64 = (-60..=60).map(|i| at(f64::from(i) / 10.0)).sum();
    all / 10.0 / (2.0 * std::f64::consts::PI).sqrt()
}

#[test]
fn delta_of_a_sum_of_normals_is_the_integral_of_its_definition() {
    let mut source = Numbers(4);
    let columns: Vec<Vec<f64>> = (0..4)
        .map(|_| (0..10_000).map(|_| source.normal()).collect())
        .collect();
    let output = outputs(&columns, |x| 2.0 * x[0] + x[1] + 0.5 * x[2]);
    let spread = (4.0_f64 + 1.0 + 0.25).sqrt();
    let factors = factors(&columns);
    let found = factors
        .against(&output)
        .unwrap()
        .delta(&Settings::default());
    for (found, part) in found.iter().zip([2.0, 1.0, 0.5]) {
        let known = delta_of(part / spread);
        assert!((found.value - known).abs() < 0.025, "{found:?} {known}");
        assert!(!found.is_noise());
    }
    assert!(found[3].is_noise(), "{:?}", found[3]);
}

#[test]
fn pawn_of_the_only_input_follows_from_its_slices() {
    // The k-th of ten slices of a uniform output lies as far from all as the larger of what is
    // below and what is above it: 0.9, 0.8, … 0.5, 0.5, … 0.9.
    let columns = vec![
        (0..5_000)
            .map(|i| f64::from(i * 7 % 5_000))
            .collect::<Vec<f64>>(),
    ];
    let factors = factors(&columns);
    let output: Vec<f64> = columns[0].iter().map(|x| 2.0 - 3.0 * x).collect();
    let found = factors
        .against(&output)
        .unwrap()
        .pawn(&Settings::default())
        .of[0];
    assert!((found.median.value - 0.7).abs() < 1e-9, "{found:?}");
    assert!((found.max.value - 0.9).abs() < 1e-9, "{found:?}");
}

#[test]
fn the_share_of_a_kind_is_the_variance_between_its_means() {
    let mut source = Numbers(5);
    let kinds: Vec<Option<usize>> = (0..4_000)
        .map(|_| [None, Some(0), Some(1)][(source.uniform() * 3.0) as usize])
        .collect();
    let noise: Vec<f64> = (0..4_000).map(|_| source.normal()).collect();
    let level = |kind: &Option<usize>| kind.map_or(0.0, |kind| 1.0 + kind as f64);
    let output: Vec<f64> = kinds
        .iter()
        .zip(&noise)
        .map(|(k, n)| level(k) + n)
        .collect();
    let factors = Factors::new(&[Factor::Kind(&kinds), Factor::Number(&noise)]).unwrap();
    let against = factors.against(&output).unwrap();
    // Kinds at 0, 1, 2 have variance 2/3 beside a noise of 1.
    let first = against.first_order(&Settings::default());
    assert!((first[0].value - 0.4).abs() < 0.02, "{:?}", first[0]);
    let total = against.total(&Settings::default());
    assert!((total.of[0].value - 0.4).abs() < 0.02 && total.fit.checked > 0.99);
    assert!(!against.pawn(&Settings::default()).of[0].median.is_noise());
    assert!(!against.delta(&Settings::default())[0].is_noise());
    assert_eq!(against.rank_correlations()[0], None);
}

#[test]
fn spearman_with_ties_is_the_textbook_figure() {
    // Ten IQs and hours of television, from the article "Spearman's rank correlation coefficient"
    // (Wikipedia, 2026): -29/165.
    let iq = [106., 100., 86., 101., 99., 103., 97., 113., 112., 110.];
    let hours = [7., 27., 2., 50., 28., 29., 20., 12., 6., 17.];
    assert!((spearman(&iq, &hours).unwrap() + 29.0 / 165.0).abs() < 1e-12);
    // With ties: scipy.stats.spearmanr gives 0.8207826816681233.
    let a = [1., 2., 3., 4., 5.];
    let b = [5., 6., 7., 8., 7.];
    assert!((spearman(&a, &b).unwrap() - 0.820_782_681_668_123_3).abs() < 1e-12);
}
