//! Whether a room's answers lie in two humps, as far as so few can show it.
//!
//! Two signs, each with a chance of at most 2.5 in 100 where answers come from one hump: the dip
//! ([`super::dip`]) against a uniform hump, and the widest gap with at least two people on either
//! side, against uniform, normal and exponential humps. Together they raise a false alarm in at most
//! 5 of 100 rooms of one hump. Limits are ours, by simulation
//! (200,000 samples for each size; `tests/answers/elicitation_room.rs` holds them to it).
//!
//! People round. Answers that tie are spread evenly over the step to which all are rounded, for
//! "50" in steps of 10 means 45 to 55; otherwise ties alone would look like humps.
//!
//! No sign is no proof of one hump. Camps with normal answers are seen in half of all rooms where
//! they are so many of their standard deviations apart: 8 with five against three people, 6 to 7
//! with four against four, 5 with ten against ten. A lone dissenter is no hump at all.

use super::ElicitationFault;
use super::dip::dip;
use super::room::{ascending, quantile};

/// The least number of answers that can show two humps: two people on either side.
pub const LEAST: usize = 4;

/// Answers that lie together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// How many.
    pub answers: usize,
    /// The lowest.
    pub low: f64,
    /// Half lie below.
    pub median: f64,
    /// The highest.
    pub high: f64,
}

/// What speaks for two humps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The dip is too large for one hump.
    Dip,
    /// Nobody answered in a stretch that is too wide for one hump.
    Gap,
    /// Both.
    Both,
}

/// The shape of a room's answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Humps {
    /// Fewer than four answers: show them all.
    TooFew {
        /// Answers there are.
        answers: usize,
    },
    /// All answers are the same.
    Agreed(f64),
    /// Nothing speaks for two humps; nothing proves that there is one.
    NoSign,
    /// Two groups that a single hump rarely makes.
    Two {
        /// The lower group.
        lower: Cluster,
        /// The higher group.
        upper: Cluster,
        /// What speaks for it.
        sign: Sign,
    },
}

/// Looks for two humps among answers in any order.
///
/// # Errors
/// No answer, or one that is not finite.
///
/// ```
/// use foretree::analysis::elicitation::humps::{Humps, humps};
///
/// let Humps::Two { lower, upper, .. } = humps(&[10.0, 12.0, 15.0, 14.0, 80.0, 85.0, 75.0])? else {
///     unreachable!()
/// };
/// assert_eq!((lower.answers, lower.median), (4, 13.0));
/// assert_eq!((upper.answers, upper.median), (3, 80.0));
/// assert_eq!(humps(&[10.0, 20.0, 30.0, 40.0, 45.0, 60.0])?, Humps::NoSign);
/// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
/// ```
pub fn humps(answers: &[f64]) -> Result<Humps, ElicitationFault> {
    let sorted = ascending(answers)?;
    let n = sorted.len();
    if n < LEAST {
        return Ok(Humps::TooFew { answers: n });
    }
    if sorted[0] == sorted[n - 1] {
        return Ok(Humps::Agreed(sorted[0]));
    }
    let apart = ties_spread(&sorted);
    let (split, share) = widest_gap(&apart);
    let sign = match (dip(&apart) > dip_limit(n), share > gap_limit(n)) {
        (true, true) => Sign::Both,
        (true, false) => Sign::Dip,
        (false, true) => Sign::Gap,
        (false, false) => return Ok(Humps::NoSign),
    };
    let (low, high) = sorted.split_at(split);
    Ok(Humps::Two {
        lower: cluster(low),
        upper: cluster(high),
        sign,
    })
}

fn cluster(sorted: &[f64]) -> Cluster {
    Cluster {
        answers: sorted.len(),
        low: quantile(sorted, 0.0),
        median: quantile(sorted, 0.5),
        high: quantile(sorted, 1.0),
    }
}

/// The widest gap with at least two values on either side: how many lie below it, and its share
/// of the whole range, 0..=1. `sorted` has at least four values.
#[must_use]
pub fn widest_gap(sorted: &[f64]) -> (usize, f64) {
    let n = sorted.len();
    if n < LEAST || sorted[n - 1] <= sorted[0] {
        return (n / 2, 0.0);
    }
    let gap = |above: &usize| sorted[*above] - sorted[above - 1];
    let split = (2..=n - 2)
        .max_by(|a, b| gap(a).total_cmp(&gap(b)))
        .unwrap_or(n / 2);
    (split, gap(&split) / (sorted[n - 1] - sorted[0]))
}

/// Spreads equal answers evenly over the step to which all are rounded.
#[must_use]
pub fn ties_spread(sorted: &[f64]) -> Vec<f64> {
    let step = step(sorted);
    let mut apart = Vec::with_capacity(sorted.len());
    for group in sorted.chunk_by(|a, b| a == b) {
        let count = group.len() as f64;
        for (place, answer) in group.iter().enumerate() {
            apart.push(answer + step * ((place as f64 + 0.5) / count - 0.5));
        }
    }
    apart
}

/// The largest of ..., 0.5, 1, 2, 5, 10, ... of which all answers are multiples, at most half of
/// their range; 0 if there is none down to a millionth of it.
fn step(sorted: &[f64]) -> f64 {
    let range = sorted[sorted.len() - 1] - sorted[0];
    let top = range.log10().floor() as i32;
    let steps = (top - 6..=top)
        .rev()
        .flat_map(|power| [5.0, 2.0, 1.0].map(|digit| digit * 10.0_f64.powi(power)));
    let fits = |step: &f64| {
        sorted.iter().all(|answer| {
            let times = answer / step;
            (times - times.round()).abs() < 1e-6
        })
    };
    steps
        .filter(|step| *step <= 0.5 * range * (1.0 + 1e-9))
        .find(fits)
        .unwrap_or(0.0)
}

/// What a dip exceeds in 2.5 of 100 uniform samples of this size.
#[must_use]
pub fn dip_limit(answers: usize) -> f64 {
    beyond(answers, &DIP_LIMITS)
}

/// What the share of the widest gap exceeds in at most 2.5 of 100 uniform, normal or exponential
/// samples of this size.
#[must_use]
pub fn gap_limit(answers: usize) -> f64 {
    let place = answers.clamp(LEAST, LAST) - LEAST;
    GAP_LIMITS[place]
}

/// Beyond the table a dip shrinks with the root of the number (Hartigan and Hartigan 1985).
fn beyond(answers: usize, limits: &[f64; SIZES]) -> f64 {
    let place = answers.clamp(LEAST, LAST) - LEAST;
    let fewer = (LAST as f64 / answers.max(LAST) as f64).sqrt();
    limits[place] * fewer
}

/// The last size in the tables.
const LAST: usize = 30;
const SIZES: usize = LAST - LEAST + 1;
const DIP_LIMITS: [f64; SIZES] = [
    0.2201, 0.1923, 0.1740, 0.1717, 0.1633, 0.1548, 0.1479, 0.1435, 0.1387, 0.1346, 0.1299, 0.1263,
    0.1230, 0.1203, 0.1174, 0.1148, 0.1122, 0.1100, 0.1076, 0.1057, 0.1038, 0.1020, 0.1003, 0.0985,
    0.0969, 0.0958, 0.0943,
];
const GAP_LIMITS: [f64; SIZES] = [
    0.8403, 0.7683, 0.6968, 0.6442, 0.6088, 0.5808, 0.5573, 0.5389, 0.5219, 0.5073, 0.4971, 0.4872,
    0.4758, 0.4673, 0.4600, 0.4526, 0.4463, 0.4401, 0.4361, 0.4305, 0.4233, 0.4199, 0.4162, 0.4135,
    0.4076, 0.4067, 0.4027,
];
