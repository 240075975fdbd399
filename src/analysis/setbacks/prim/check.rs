//! Could it be luck? Quasi-p-values, and how often a limit comes back in half of the rows.

use super::super::fault::LEAST_CASES;
use super::super::random::hashed;
use super::super::table::{Fit, Prepared};
use super::choose::each_alone;
use super::limits::{PrimBox, Test};
use super::{Found, Options, search};

/// For each demand of a box the quasi-p-value of Bryant and Lempert (2010, appendix): how often as
/// many setbacks would lie inside by chance if the demand did nothing, 0..1. The box was searched
/// for, so these values are too small; [`stability`] is the honest test. In the order of
/// [`super::PrimBox::tests`].
#[must_use]
pub fn quasi_p(rows: &Prepared, found: &Found) -> Vec<f64> {
    let (inside, kept_out) = each_alone(rows, &found.looked_at, &found.answer.bounds);
    // Weights count as numbers of rows; uneven ones for as many as they are worth.
    let squares: f64 = rows.rows.iter().map(|row| row.weight * row.weight).sum();
    let worth = rows.all.weight / squares;
    let quasi = kept_out.iter().map(|out| {
        let share = inside.plus(*out).density();
        let (count, cases) = (inside.weight * worth, inside.cases * worth);
        at_least(cases.round(), count.round(), share)
    });
    quasi.collect()
}

/// Chance of `cases` or more among `count` when each is one with `share` (binomial).
fn at_least(cases: f64, count: f64, share: f64) -> f64 {
    if cases <= 0.0 || share >= 1.0 {
        return 1.0;
    }
    if share <= 0.0 {
        return 0.0;
    }
    let odds = (share / (1.0 - share)).ln();
    // The log of the term at `cases`, then the sum of terms relative to it.
    let first = ln_choose(count, cases) + cases * share.ln() + (count - cases) * (1.0 - share).ln();
    let (mut sum, mut term, mut k) = (1.0, 0.0_f64, cases);
    let upwards = cases >= count * share;
    loop {
        let step = match upwards {
            true if k < count => ((count - k) / (k + 1.0)).ln() + odds,
            false if k > 0.0 => (k / (count - k + 1.0)).ln() - odds,
            _ => break,
        };
        term += step;
        k += if upwards { 1.0 } else { -1.0 };
        sum += term.exp();
        if term < -40.0 {
            break;
        }
    }
    let tail = (first + f64::ln(sum)).exp();
    match upwards {
        true => tail.min(1.0),
        // The lower tail holds `cases` itself, which belongs to both.
        false => (1.0 - tail + first.exp()).clamp(0.0, 1.0),
    }
}

fn ln_choose(n: f64, k: f64) -> f64 {
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}

/// By Stirling's series; small ones exactly.
fn ln_factorial(n: f64) -> f64 {
    if n < 20.0 {
        return (2..=n as u32).map(|k| f64::from(k).ln()).sum();
    }
    let series = 1.0 / (12.0 * n) - 1.0 / (360.0 * n.powi(3)) + 1.0 / (1260.0 * n.powi(5));
    n * n.ln() - n + 0.5 * (2.0 * std::f64::consts::PI * n).ln() + series
}

/// What a search in a random half of the rows found, checked on the other half.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfSample {
    /// Demands that were found again and raise density in the half that the search did not see.
    pub back: Vec<Test>,
    /// How the box that was found there fits the half that the search did not see.
    pub unseen: Fit,
    /// Share of setbacks in that half.
    pub share: f64,
}

/// Repeats a search in one random half of the rows that it looked at; `None` where that half has
/// too few setbacks. Rounds of one seed are independent halves, so threads may share them out.
#[must_use]
pub fn half_sample(
    rows: &Prepared,
    found: &Found,
    options: &Options,
    seed: u64,
    round: u64,
) -> Option<HalfSample> {
    let seen = |row: usize| hashed(seed, round, row as u64) & 1 == 0;
    let looked = found.looked_at.iter().enumerate();
    let (own, other): (Vec<bool>, Vec<bool>) = looked
        .map(|(row, looked)| (*looked && seen(row), *looked && !seen(row)))
        .unzip();
    let again = search(rows, own, options, LEAST_CASES / 4).ok()?;
    let all = rows.sums(&other);
    let (inside, kept_out) = each_alone(rows, &other, &again.answer.bounds);
    let tests = again.answer.tests().into_iter().zip(kept_out);
    let held = tests.filter(|(_, out)| inside.density() > inside.plus(*out).density());
    Some(HalfSample {
        back: held.map(|(test, _)| test).collect(),
        unseen: inside.fit(all),
        share: all.density(),
    })
}

/// How well a box stands up to searching again in half of the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// For each demand of the box, in the order of [`super::PrimBox::tests`]: the share of halves
    /// in which the search limited the same side of the same column and that limit raised density
    /// in the other half, 0..1. A limit made by luck does both in less than half of them.
    pub back: Vec<f64>,
    /// Halves that could be searched.
    pub halves: usize,
    /// Mean coverage in the halves that the searches did not see, 0..1.
    pub coverage: f64,
    /// Mean density there, 0..1.
    pub density: f64,
    /// Share of setbacks there, 0..1: what density would be if the boxes meant nothing.
    pub share: f64,
}

impl Stability {
    /// A demand that comes back in fewer halves may be luck: where nothing tells setbacks from the
    /// rest, at most 1 search in 10 has a demand that comes back so often.
    pub const STABLE: f64 = 0.9;

    /// Whether the demand at a place stands up.
    #[must_use]
    pub fn is_stable(&self, place: usize) -> bool {
        self.back
            .get(place)
            .is_some_and(|share| *share >= Self::STABLE)
    }
}

/// Puts halves together; `None` without any.
#[must_use]
pub fn stability(found: &Found, halves: &[HalfSample]) -> Option<Stability> {
    if halves.is_empty() {
        return None;
    }
    let count = halves.len() as f64;
    let share = |test: &Test| {
        let again = halves.iter().filter(|half| half.back.contains(test));
        again.count() as f64 / count
    };
    let mean = |of: fn(&HalfSample) -> f64| halves.iter().map(of).sum::<f64>() / count;
    Some(Stability {
        back: found.answer.tests().iter().map(share).collect(),
        halves: halves.len(),
        coverage: mean(|half| half.unseen.coverage),
        density: mean(|half| half.unseen.density),
        share: mean(|half| half.share),
    })
}

/// The box without the demands that did not stand up, with what it then catches. Without any that
/// did, it has no limit.
#[must_use]
pub fn held(rows: &Prepared, found: &Found, stability: &Stability) -> PrimBox {
    let tests = found.answer.tests().into_iter().enumerate();
    let weak = tests.filter(|(place, _)| !stability.is_stable(*place));
    let bounds = weak.fold(found.answer.bounds.clone(), |bounds, (_, test)| {
        bounds.without(test)
    });
    let (inside, _) = each_alone(rows, &found.looked_at, &bounds);
    bounds.told(rows, inside)
}

#[cfg(test)]
mod tests {
    use super::at_least;

    /// SciPy 1.17, `stats.binom.sf(cases - 1, count, share)`.
    #[test]
    fn the_binomial_tail_is_that_of_scipy() {
        let known = [
            (8.0, 10.0, 0.5, 0.054_687_5),
            (248.0, 248.0, 0.9, 4.488_924_913_070_387e-12),
            (300.0, 1000.0, 0.25, 0.000_193_590_321_949_075_8),
            (230.0, 1000.0, 0.25, 0.933_849_543_518_485_9),
            (3000.0, 10_000.0, 0.28, 5.077_872_114_123_207e-6),
        ];
        for (cases, count, share, expected) in known {
            let ours = at_least(cases, count, share);
            assert!((ours / expected - 1.0).abs() < 1e-8, "{ours} {expected}");
        }
    }

    #[test]
    fn no_case_at_all_is_certain_and_impossible_ones_never_happen() {
        assert_eq!(at_least(0.0, 10.0, 0.5), 1.0);
        assert_eq!(at_least(3.0, 10.0, 1.0), 1.0);
        assert_eq!(at_least(3.0, 10.0, 0.0), 0.0);
    }
}
