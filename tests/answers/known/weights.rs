//! What a weight means, everywhere: a run that counts twice is as good as two, and a run that does not
//! count might as well not be there.

use foretree::analysis::ahead::ahead;
use foretree::analysis::choices::{
    DecisionTree, Difference, Payoffs, Rule, partial_information, roll_back,
};
use foretree::analysis::convergence::{of_mean, of_quantile};
use foretree::analysis::dominance::dominance;
use foretree::analysis::weighted::{Part, Weight, mean, quantiles};
use foretree::model::normal::cdf;

use crate::matters::support::Numbers;

const RULES: [Rule; 6] = [
    Rule::Expected,
    Rule::Worst,
    Rule::Hurwicz(0.3),
    Rule::Tail(0.25),
    Rule::Satisfice(0.1),
    Rule::Utility(0.5),
];

/// Two options in 60 runs, each counted 0 to 3 times.
struct Runs {
    rows: [Vec<f64>; 2],
    weights: Vec<f64>,
}

impl Runs {
    fn new(seed: u64) -> Self {
        let mut numbers = Numbers(seed);
        let mut row = |shift: f64| -> Vec<f64> {
            // Tenths: many ties.
            let value = |_| ((numbers.normal() + shift) * 10.0).round() / 10.0;
            (0..60).map(value).collect()
        };
        let rows = [row(0.0), row(0.2)];
        let weights = (0..60).map(|run| f64::from(run * 7 % 4)).collect();
        Runs { rows, weights }
    }

    /// The same with each run written as often as it counts.
    fn written(&self) -> Runs {
        let times = |run: usize| self.weights[run] as usize;
        let row = |row: &Vec<f64>| -> Vec<f64> {
            (0..60).flat_map(|run| vec![row[run]; times(run)]).collect()
        };
        let rows = self.rows.each_ref().map(row);
        let weights = vec![1.0; rows[0].len()];
        Runs { rows, weights }
    }

    /// The same without the runs that do not count.
    fn counted(&self) -> Runs {
        let keep = |values: &Vec<f64>| -> Vec<f64> {
            let pairs = values.iter().zip(&self.weights);
            pairs.filter(|(_, w)| **w > 0.0).map(|(v, _)| *v).collect()
        };
        Runs {
            rows: self.rows.each_ref().map(keep),
            weights: keep(&self.weights),
        }
    }

    fn table(&self) -> Payoffs {
        Payoffs::weighted(self.rows.to_vec(), self.weights.clone()).unwrap()
    }

    fn part(&self, row: usize) -> [Part<'_>; 1] {
        [Part {
            values: &self.rows[row],
            weights: Weight::Each(&self.weights),
        }]
    }

    fn rolled(&self, rule: Rule) -> Vec<f64> {
        let mut tree = DecisionTree::with_runs(self.weights.len());
        tree.weigh_runs(self.weights.clone()).unwrap();
        let ends: Vec<usize> = self
            .rows
            .iter()
            .map(|row| tree.end_runs(row.clone()).unwrap())
            .collect();
        let mixed = tree
            .chance(0, [(0.4.into(), ends[0]), (0.6.into(), ends[1])])
            .unwrap();
        tree.decision([mixed]).unwrap();
        roll_back(&tree, rule).unwrap().values
    }
}

fn same(one: &[f64], other: &[f64]) {
    let near = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-9;
    assert!(
        one.len() == other.len() && one.iter().zip(other).all(near),
        "{one:?} {other:?}"
    );
}

#[test]
fn a_run_that_counts_twice_is_as_good_as_two_in_every_score() {
    for seed in 0..20 {
        let (runs, written) = (Runs::new(seed), Runs::new(seed).written());
        let (one, two) = (runs.table(), written.table());
        same(&one.expected(), &two.expected());
        same(&one.worst(), &two.worst());
        same(&one.best(), &two.best());
        same(&one.tail(0.2).unwrap(), &two.tail(0.2).unwrap());
        same(&one.domain(0.3), &two.domain(0.3));
        same(&one.best_shares(), &two.best_shares());
        same(&one.largest_regret(), &two.largest_regret());
        let of = |table: &Payoffs| table.regrets(None).unwrap();
        for (one, two) in of(&one).iter().zip(of(&two)) {
            same(&one.levels, &two.levels);
            same(&[one.mean], &[two.mean]);
        }
        for rule in RULES {
            same(&runs.rolled(rule), &written.rolled(rule));
        }
        let levels = [0.05, 0.25, 0.5, 0.95];
        same(
            &quantiles(&runs.part(0), levels),
            &quantiles(&written.part(0), levels),
        );
        same(&[mean(&runs.part(0))], &[mean(&written.part(0))]);
        let compared = |runs: &Runs| dominance(&runs.part(0), &runs.part(1), 0.02).unwrap();
        let (one, two) = (compared(&runs), compared(&written));
        assert_eq!(one.verdict, two.verdict);
        same(&one.crossings, &two.crossings);
        let shares = |runs: &Runs| {
            let [a, b] = &runs.rows;
            let found = ahead(a, b, Some(&runs.weights), 0.05).unwrap();
            let lead = Difference::between(a, b, Some(&runs.weights));
            [found.ahead, found.behind, found.tied, lead.mean, lead.ahead]
        };
        same(&shares(&runs), &shares(&written));
    }
}

#[test]
fn a_run_that_does_not_count_changes_no_error_and_no_interval() {
    for seed in 0..20 {
        let (runs, left) = (Runs::new(seed), Runs::new(seed).counted());
        let told = |runs: &Runs| {
            let [a, b] = &runs.rows;
            let (own, half) = (of_mean(&runs.part(0)), of_quantile(&runs.part(0), 0.5));
            let lead = Difference::between(a, b, Some(&runs.weights));
            let paired = ahead(a, b, Some(&runs.weights), 0.0).unwrap();
            let mut all = vec![own.error, own.effective, half.error, half.effective];
            all.extend([half.low, half.high].map(Option::unwrap));
            all.extend([lead.error, paired.lead_error, paired.effective]);
            all.extend(runs.table().regret_at(0.9).unwrap());
            all
        };
        same(&told(&runs), &told(&left));
        for rule in RULES {
            same(&runs.rolled(rule), &left.rolled(rule));
        }
    }
    // A payoff far below all that count must not drown them.
    let mut tree = DecisionTree::with_runs(3);
    tree.weigh_runs(vec![1.0, 1.0, 0.0]).unwrap();
    let end = tree.end_runs(vec![1.0, 3.0, -1e9]).unwrap();
    let value = roll_back(&tree, Rule::Utility(1.0)).unwrap().value(end);
    assert!((value - 1.566_219_169).abs() < 1e-6, "{value}");
}

/// Runs that count much are few runs: the standard error of a weighted mean is the spread of its
/// sum (Cochran 1977, 6.3), held here to 4,000 repetitions, within 5 %.
#[test]
fn the_error_of_a_weighted_difference_is_the_spread_of_its_mean() {
    let mut numbers = Numbers(21);
    let (mut means, mut told) = (Vec::new(), 0.0);
    for _ in 0..4_000 {
        let ours: Vec<f64> = (0..200).map(|_| numbers.normal()).collect();
        // Large values are likely ones, as under a condition that favours them.
        let weights: Vec<f64> = ours.iter().map(|v| v.exp().min(4.0)).collect();
        let lead = Difference::between(&ours, &[0.0; 200], Some(&weights));
        means.push(lead.mean);
        told += lead.error / 4_000.0;
    }
    let middle = means.iter().sum::<f64>() / 4_000.0;
    let squares: f64 = means.iter().map(|m| (m - middle).powi(2)).sum();
    let spread = (squares / 3_999.0).sqrt();
    assert!((told / spread - 1.0).abs() < 0.05, "{told} {spread}");
}

/// Akinshin 2023, *Weighted quantile estimators* (type 7), by his formula in NumPy.
#[test]
fn weighted_regret_levels_are_those_of_akinshin() {
    let rows = vec![vec![-1.0, -2.0, -5.0, -9.0], vec![0.0; 4]];
    let table = Payoffs::weighted(rows.clone(), vec![1.0, 2.0, 3.0, 4.0]).unwrap();
    assert!((table.regret_at(0.5).unwrap()[0] - 5.666_666_666_666_666).abs() < 1e-12);
    let even = Payoffs::new(rows).unwrap();
    assert!((even.regret_at(0.4).unwrap()[0] - 2.6).abs() < 1e-12);
}

/// Draws of a standard normal that are weighed as if they came from one around 0.5 tell what draws
/// around 0.5 would: with gains of x + y the value of knowing x is the unit normal loss (Raiffa and
/// Schlaifer 1961). 30 samples, so their mean lies within three of its standard errors.
#[test]
fn knowing_one_input_is_worth_what_the_weighted_runs_say() {
    let shift = 0.5_f64;
    let density = (-0.5 * shift * shift).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let known = density - shift * cdf(-shift);
    let found: Vec<f64> = (0..30)
        .map(|seed| {
            let mut numbers = Numbers(400 + seed);
            let x: Vec<f64> = (0..4_000).map(|_| numbers.normal()).collect();
            let weights = x.iter().map(|x| (shift * x).exp()).collect();
            let gain = x.iter().map(|x| x + numbers.normal()).collect();
            let table = Payoffs::weighted(vec![vec![0.0; 4_000], gain], weights).unwrap();
            partial_information(&x, &table).unwrap().value
        })
        .collect();
    let mean = found.iter().sum::<f64>() / 30.0;
    let squares: f64 = found.iter().map(|v| (v - mean).powi(2)).sum();
    let error = (squares / 29.0 / 30.0).sqrt();
    assert!(
        (mean - known).abs() < 3.0 * error + 0.003,
        "{mean} {known} {error}"
    );
}
