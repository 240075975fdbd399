//! How exact numbers from draws are, and how many draws would be enough.
//!
//! Works on weighted columns: one column of values for each path, one value for each draw, and the
//! weight of each. The *draw* is what was sampled; paths share it. So every error here is that of
//! sums over the paths within a draw, and 64 paths are no 64 times more draws.
//!
//! **Conservative for Latin hypercubes.** The errors are those of independent draws. Slices take
//! away the part of the variance that is a sum over inputs (Stein 1987, *Large sample properties of
//! simulations using Latin hypercube sampling*), so means settle faster than told here; for any
//! function they are at most n/(n-1) times as uncertain (Owen 1997, *Monte Carlo variance of
//! scrambled net quadrature*). Batches of one hypercube do not see this, since a tenth of a
//! hypercube is almost a plain sample; only whole runs with other seeds do: see [`estimates`]. A rule
//! for stopping may be late but must not be early, so the errors of independent draws are the ones
//! that it uses.
//!
//! Owns errors, intervals and the rule for stopping; draws nothing.
//!
//! ```
//! use foretree::analysis::convergence::{Enough, enough, of_mean, of_quantile, ranks};
//! use foretree::analysis::weighted::{Part, Weight};
//!
//! // The median of ten draws lies between the second and the ninth in 95 of 100 samples or more.
//! assert_eq!(ranks(10, 0.5, 0.95), (Some(2), Some(9)));
//!
//! let values: Vec<f64> = (1..=400).map(f64::from).collect();
//! let runs = [Part { values: &values, weights: Weight::Same(1.0) }];
//! let mean = of_mean(&runs);
//! assert_eq!(mean.value, 200.5);
//! assert!((mean.error - 115.614_30 / 20.0).abs() < 1e-5); // s / √n
//! let median = of_quantile(&runs, 0.5);
//! assert_eq!((median.low, median.high), (Some(180.0), Some(221.0)));
//! // Numbers that are told in tens need more than these 400 draws.
//! assert!(matches!(enough(&[mean, median], 10.0, 400), Enough::Needs(_)));
//! ```

use super::weighted::{Part, Weight, mean, quantiles};

/// Of 100 intervals so many hold what they are about.
pub const CONFIDENCE: f64 = 0.95;
/// Standard errors on either side of such an interval (of the normal distribution).
pub const ERRORS: f64 = 1.959_963_984_540_054;

/// A number from draws, and how far more draws may move it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Its standard error; NaN where fewer than two draws tell nothing.
    pub error: f64,
    /// Lower end of the [`CONFIDENCE`] interval; `None` when there are too few draws to have one.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// How many independent draws of equal weight would tell as much.
    pub effective: f64,
}

impl Estimate {
    const NONE: Estimate = Estimate {
        value: f64::NAN,
        error: f64::NAN,
        low: None,
        high: None,
        effective: 0.0,
    };

    /// A number with its error and the interval of a normal distribution.
    fn normal(value: f64, error: f64, effective: f64) -> Self {
        let end = |errors: f64| error.is_finite().then_some(value + errors * error);
        Estimate {
            value,
            error,
            low: end(-ERRORS),
            high: end(ERRORS),
            effective,
        }
    }

    /// Half of the width of the interval; `None` without one.
    #[must_use]
    pub fn half_width(&self) -> Option<f64> {
        Some((self.high? - self.low?) / 2.0)
    }
}

/// How many values of equal weight would tell as much as these (Kish 1965, *Survey sampling*):
/// the square of the sum of weights over the sum of their squares. 0 without weight.
#[must_use]
#[doc(alias = "Kish")]
#[doc(alias = "ESS")]
pub fn effective_size(weights: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut squares) = (0.0, 0.0);
    for weight in weights {
        sum += weight;
        squares += weight * weight;
    }
    if squares > 0.0 {
        sum * sum / squares
    } else {
        0.0
    }
}

/// A weighted mean with its standard error: that of a ratio of two sums over draws (Cochran 1977,
/// *Sampling techniques*, 6.3). For one path with equal weights it is s / √n.
///
/// Columns of all parts have one value for each draw. Draws without weight do not count: leaving
/// them out gives the same.
#[must_use]
pub fn of_mean(parts: &[Part<'_>]) -> Estimate {
    let value = mean(parts);
    if value.is_nan() {
        return Estimate::NONE;
    }
    let sums = by_draw(parts, |value| value);
    let error = ratio_error(&sums, value);
    Estimate::normal(value, error, effective_size(sums.iter().map(|s| s.0)))
}

/// A share of draws, where values are 0 or 1, with the interval of Wilson (1927, *Probable
/// inference*), which says something where all or no draws count.
#[must_use]
pub fn of_share(parts: &[Part<'_>]) -> Estimate {
    let mut found = of_mean(parts);
    if found.value.is_nan() {
        return found;
    }
    let (share, squared) = (found.value, ERRORS * ERRORS);
    let variance = share * (1.0 - share);
    // As many draws as would have this error; where all count, as many as there are.
    let size = match found.error > 0.0 {
        true => variance / (found.error * found.error),
        false => found.effective,
    };
    if size.is_nan() || size <= 0.0 {
        return found;
    }
    let middle = (share + squared / (2.0 * size)) / (1.0 + squared / size);
    let half =
        ERRORS / (1.0 + squared / size) * (variance / size + squared / (4.0 * size * size)).sqrt();
    found.low = Some((middle - half).max(0.0));
    found.high = Some((middle + half).min(1.0));
    found
}

/// Quantile `level` of weighted values with its order-statistic interval.
///
/// With one column and equal weights the interval is exact and asks nothing of the distribution
/// (David and Nagaraja 2003, *Order statistics*, 7.1): its ends are the values at the ranks of
/// [`ranks`]. With weights or several paths the share of runs below the quantile has an error of
/// its own; as many equal draws as would give that error take the place of n (Woodruff 1952,
/// *Confidence intervals for medians and other position measures*). The standard error is the
/// interval's half width over [`ERRORS`]. NaN for a level outside 0..1.
#[must_use]
#[doc(alias = "order statistics")]
pub fn of_quantile(parts: &[Part<'_>], level: f64) -> Estimate {
    let [value] = quantiles(parts, [level]);
    if value.is_nan() || !(0.0..=1.0).contains(&level) {
        return Estimate::NONE;
    }
    let size = size_below(parts, value);
    let count = size.round() as u64;
    let (low, high) = ranks(count, level, CONFIDENCE);
    let at = |rank: u64| quantiles(parts, [rank as f64 / count as f64])[0];
    let (low, high) = (low.map(at), high.map(at));
    let error = match (low, high) {
        (Some(low), Some(high)) => (high - low) / (2.0 * ERRORS),
        _ => f64::NAN,
    };
    Estimate {
        value,
        error,
        low,
        high,
        effective: size,
    }
}

/// Draws of equal weight that would know the share of runs up to `value` as well as these do.
fn size_below(parts: &[Part<'_>], value: f64) -> f64 {
    let sums = by_draw(parts, |own| f64::from(u8::from(own <= value)));
    let total: f64 = sums.iter().map(|(weight, _)| weight).sum();
    let share = sums.iter().map(|(_, sum)| sum).sum::<f64>() / total;
    let draws = sums.len() as f64;
    // Without the correction for one degree of freedom, so that equal draws count as one each.
    let error = ratio_error(&sums, share) * ((draws - 1.0) / draws).sqrt();
    let variance = share * (1.0 - share);
    match error > 0.0 && variance > 0.0 {
        true => (variance / (error * error)).min(draws),
        // Every run has the same value, or there is one draw.
        false => draws,
    }
}

/// Weight and weighted sum of something over the paths, draw by draw; draws without weight are left
/// out.
fn by_draw(parts: &[Part<'_>], of: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let draws = parts
        .iter()
        .map(|part| part.values.len())
        .max()
        .unwrap_or(0);
    let mut sums = vec![(0.0, 0.0); draws];
    for part in parts {
        for (draw, (sum, value)) in sums.iter_mut().zip(part.values).enumerate() {
            let weight = match part.weights {
                Weight::Same(weight) => weight,
                Weight::Each(all) => all.get(draw).copied().unwrap_or(0.0),
            };
            // What has no weight may have no value either.
            if weight > 0.0 {
                sum.0 += weight;
                sum.1 += weight * of(*value);
            }
        }
    }
    sums.retain(|(weight, _)| *weight > 0.0);
    sums
}

/// Standard error of the ratio of two sums over draws; NaN for fewer than two draws.
fn ratio_error(sums: &[(f64, f64)], ratio: f64) -> f64 {
    let total: f64 = sums.iter().map(|(weight, _)| weight).sum();
    let squares: f64 = sums
        .iter()
        .map(|(weight, sum)| (sum - ratio * weight).powi(2))
        .sum();
    let draws = sums.len() as f64;
    (squares * draws / (draws - 1.0)).sqrt() / total
}

/// Ranks, from 1, of the order statistics of `count` independent draws between which quantile
/// `level` lies with at least `confidence`: exact, by the binomial distribution. The chance of
/// missing is at most half of the rest on either side. `None` where even the smallest or largest
/// draw is not far enough out, and for a level or confidence outside 0..1.
#[must_use]
pub fn ranks(count: u64, level: f64, confidence: f64) -> (Option<u64>, Option<u64>) {
    let is_share = |share: f64| (0.0..=1.0).contains(&share);
    if !is_share(level) || !is_share(confidence) {
        return (None, None);
    }
    let tail = (1.0 - confidence) / 2.0;
    let below = Binomial::new(count, level);
    // The draw of rank r is above the quantile when fewer than r draws lie below it.
    let low = below.largest(tail);
    // It is below or at it when r or more do.
    let above = Binomial::new(count, 1.0 - level);
    let high = above.largest(tail).map(|rank| count + 1 - rank);
    (low, high)
}

/// How many of `count` draws lie below a quantile.
struct Binomial {
    /// First number with a chance that counts.
    first: u64,
    /// Chances from there on.
    chances: Vec<f64>,
}

/// Chances beside the largest below which they are nothing.
const NOTHING: f64 = 1e-22;

impl Binomial {
    /// Chances are found from the most likely number outwards, each from its neighbour, and then
    /// made to sum to 1: no factorial is needed.
    fn new(count: u64, share: f64) -> Self {
        let odds = share / (1.0 - share);
        let most = (((count + 1) as f64 * share) as u64).min(count);
        let mut lower = Vec::new();
        let (mut chance, mut number) = (1.0, most);
        while number > 0 && chance > NOTHING {
            chance *= number as f64 / ((count - number + 1) as f64 * odds);
            number -= 1;
            lower.push(chance);
        }
        let first = number;
        lower.reverse();
        let mut chances = lower;
        chances.push(1.0);
        (chance, number) = (1.0, most);
        while number < count && chance > NOTHING {
            chance *= (count - number) as f64 * odds / (number + 1) as f64;
            number += 1;
            chances.push(chance);
        }
        let total: f64 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= total);
        Binomial { first, chances }
    }

    /// The largest rank r, from 1, with a chance of at most `tail` of fewer than r.
    fn largest(&self, tail: f64) -> Option<u64> {
        let mut sum = 0.0;
        let mut rank = self.first;
        for chance in &self.chances {
            sum += chance;
            if sum > tail {
                break;
            }
            rank += 1;
        }
        (rank > 0).then_some(rank)
    }
}

/// The middle of independent estimates of one number and its standard error: batches of a run, or
/// whole runs with other seeds. For runs with other seeds it is right for every design; batches of
/// one run count as independent draws do (see the head of this file). NaN without any; with one the
/// error is NaN.
#[must_use]
pub fn estimates(all: &[f64]) -> Estimate {
    if all.is_empty() {
        return Estimate::NONE;
    }
    let count = all.len() as f64;
    let middle = all.iter().sum::<f64>() / count;
    let squares: f64 = all.iter().map(|own| (own - middle).powi(2)).sum();
    Estimate::normal(middle, (squares / (count - 1.0) / count).sqrt(), count)
}

/// The last digit that is shown of a row of numbers: the second digit of the largest of them. 0
/// when all are 0.
#[must_use]
pub fn last_digit(values: &[f64]) -> f64 {
    digit(values, 2)
}

/// The place of digit number `count` of the largest of some numbers: of 0.73 the second is 0.01.
#[must_use]
pub fn digit(values: &[f64], count: i32) -> f64 {
    let largest = values.iter().fold(0.0_f64, |most, own| most.max(own.abs()));
    match largest > 0.0 && largest.is_finite() {
        // 9.95 is shown as 10, see words::numbers.
        true => 10_f64.powi((largest * 1.005).log10().floor() as i32 + 1 - count),
        false => 0.0,
    }
}

/// Whether there are enough draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Enough {
    /// Twice as many would change the shown numbers by less than their last digit.
    Yes,
    /// About so many would be needed for that.
    Needs(u64),
    /// Too few draws to tell.
    Unknown,
}

/// Whether `draws` draws are enough for numbers of which `step` is the last digit shown: whether
/// twice as many would change them by less than that, with [`CONFIDENCE`].
///
/// With an error of e, as many draws again have the same error, so the average of both differs from
/// the first by e / √2.
#[must_use]
pub fn enough(all: &[Estimate], step: f64, draws: u64) -> Enough {
    let moves = |error: f64| ERRORS * error / std::f64::consts::SQRT_2;
    within(all.iter().map(|one| moves(one.error)), step, draws)
}

/// Whether `draws` draws are enough for intervals that reach no further than `half` to either side,
/// and how many would be: the rule for stopping.
#[must_use]
pub fn precise(all: &[Estimate], half: f64, draws: u64) -> Enough {
    // Intervals of quantiles lean to one side: the longer arm counts.
    let reach = |one: &Estimate| match (one.low, one.high) {
        (Some(low), Some(high)) => (one.value - low).max(high - one.value),
        _ => f64::NAN,
    };
    within(all.iter().map(reach), half, draws)
}

/// Errors shrink with the square root of the draws.
fn within(errors: impl Iterator<Item = f64>, most: f64, draws: u64) -> Enough {
    let mut largest = 0.0_f64;
    for error in errors {
        if error.is_nan() {
            return Enough::Unknown;
        }
        largest = largest.max(error);
    }
    if largest <= most {
        return Enough::Yes;
    }
    let needed = draws as f64 * (largest / most).powi(2);
    match needed.is_finite() {
        true => Enough::Needs(rounded_up(needed)),
        false => Enough::Unknown,
    }
}

/// Two digits, upwards: nobody needs 18 437 draws.
fn rounded_up(draws: f64) -> u64 {
    let step = digit(&[draws], 2).max(1.0);
    ((draws / step).ceil() * step) as u64
}

/// The next number of draws to try where `have` were not enough and `needs` would be: doubled until
/// it reaches what is needed, and never beyond `most`. `None` when there is nothing more to try.
///
/// A Latin hypercube of 2 n draws does not begin with that of n: every try is a run of its own, and
/// the last one has the bits of a run that was asked for with its number of draws. Doubling keeps
/// all tries together below twice the last.
#[must_use]
pub fn next_draws(have: u64, needs: Enough, most: u64) -> Option<u64> {
    let goal = match needs {
        Enough::Yes => return None,
        Enough::Needs(goal) => goal,
        Enough::Unknown => have.saturating_mul(2),
    };
    if have >= most {
        return None;
    }
    let mut next = have.max(1).saturating_mul(2);
    while next < goal && next < most {
        next = next.saturating_mul(2);
    }
    Some(next.min(most))
}
