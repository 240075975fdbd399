//! Plain ways to look ahead, to see whether the model is worth its trouble.
//!
//! A rival that gives one number gets a range from its own past: a normal distribution with the
//! root mean square of the errors it made for the same horizon in the ten years before the origin
//! (targets in these years), in shares, held in 0..1.

use super::panel::{LEAST_ONLINE, Pair, Series, pairs};
use super::tide::log_odds;
use crate::model::math::{logistic, logit};

/// A way to look ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rival {
    /// What is stays.
    NoChange,
    /// What is, plus the mean change over that horizon in the ten years before.
    MeanChange,
    /// Straight line from six years before through the year itself.
    LinearTrend,
    /// The same in log odds: a logistic curve up to 100 %.
    LogisticTrend,
    /// Yearly changes of log odds that depend on the level, the same for all countries, with
    /// normal surprises; fitted on everything before the origin.
    RandomWalk,
}

impl Rival {
    /// All of them.
    pub const ALL: [Rival; 5] = [
        Rival::NoChange,
        Rival::MeanChange,
        Rival::LinearTrend,
        Rival::LogisticTrend,
        Rival::RandomWalk,
    ];

    /// The share that it gives for the end of a pair, before any mean error is added.
    fn point(self, panel: &[Series], pair: &Pair) -> f64 {
        let online = panel
            .get(pair.country)
            .map_or(&[][..], |series| &series.online);
        let ahead = f64::from(pair.horizon);
        match self {
            Rival::LinearTrend => carried_on(online, pair.origin, ahead, |share| share)
                .map_or(pair.start, |share| share.clamp(ENDS.0, ENDS.1)),
            Rival::LogisticTrend => {
                carried_on(online, pair.origin, ahead, logit).map_or(pair.start, logistic)
            }
            Rival::NoChange | Rival::MeanChange | Rival::RandomWalk => pair.start,
        }
    }
}

/// Years back to the start of a trend.
const TREND: i32 = 6;
/// Years in which past errors are looked for.
const PAST: i32 = 10;
/// Shares of a trend are held within these ends: log odds near 0 and 1 are noise.
const ENDS: (f64, f64) = (0.01, 0.99);

/// The first figure of the six years before `year` and the one of `year` itself, carried on for
/// `ahead` years on this scale; unchanged without an earlier figure.
fn carried_on(
    online: &[(i32, f64)],
    year: i32,
    ahead: f64,
    scale: impl Fn(f64) -> f64,
) -> Option<f64> {
    let recent = |(when, _): &&(i32, f64)| (year - TREND..=year).contains(when);
    let held = |share: f64| scale(share.clamp(ENDS.0, ENDS.1));
    let (first, before) = online.iter().find(recent)?;
    let (last, now) = online.iter().rev().find(recent)?;
    let years = f64::from(last - first);
    let slope = if years > 0.0 {
        (held(*now) - held(*before)) / years
    } else {
        0.0
    };
    Some(held(*now) + slope * ahead)
}

/// What a rival knows at one origin for one horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// Mean of what happened less what it gave.
    pub mean: f64,
    /// Root mean square of the same; of what is left after the mean for [`Rival::MeanChange`].
    pub size: f64,
}

/// The errors that a rival made in the ten years before an origin; `None` if it made none.
#[must_use]
pub fn errors_before(panel: &[Series], rival: Rival, origin: i32, horizon: i32) -> Option<Known> {
    let spans: Vec<(i32, i32)> = (origin - PAST..=origin)
        .map(|target| (target - horizon, horizon))
        .collect();
    let errors: Vec<f64> = pairs(panel, &spans, LEAST_ONLINE)
        .iter()
        .map(|pair| pair.observed - rival.point(panel, pair))
        .collect();
    if errors.is_empty() {
        return None;
    }
    let count = errors.len() as f64;
    let mean = errors.iter().sum::<f64>() / count;
    let centre = if rival == Rival::MeanChange {
        mean
    } else {
        0.0
    };
    let squares: f64 = errors.iter().map(|e| (e - centre) * (e - centre)).sum();
    Some(Known {
        mean,
        size: (squares / count).sqrt(),
    })
}

/// Centre and standard deviation, in shares, of what a rival says about a pair.
#[must_use]
pub fn normal_range(panel: &[Series], rival: Rival, known: Known, pair: &Pair) -> (f64, f64) {
    let shift = if rival == Rival::MeanChange {
        known.mean
    } else {
        0.0
    };
    (
        (rival.point(panel, pair) + shift).clamp(0.0, 1.0),
        known.size,
    )
}

/// The pooled walk of log odds: change = rise + pull x + surprise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Walk {
    /// Yearly change at half online.
    pub rise: f64,
    /// Change of it per log odds; below 0.
    pub pull: f64,
    /// Standard deviation of the surprise.
    pub noise: f64,
}

/// Figures below this share are left out of the walk.
const WALK_FROM: f64 = 0.005;

/// Least squares over all neighbouring years up to the origin; `None` with fewer than three pairs.
#[must_use]
pub fn walk(panel: &[Series], origin: i32) -> Option<Walk> {
    let spans: Vec<(i32, i32)> = (1990..origin).map(|year| (year, 1)).collect();
    let points: Vec<(f64, f64)> = pairs(panel, &spans, WALK_FROM)
        .iter()
        .map(|pair| {
            let x = log_odds(pair.start);
            (x, log_odds(pair.observed) - x)
        })
        .collect();
    if points.len() < 3 {
        return None;
    }
    let count = points.len() as f64;
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let both: f64 = points
        .iter()
        .map(|(x, y)| (x - mean_x) * (y - mean_y))
        .sum();
    let square: f64 = points
        .iter()
        .map(|(x, _)| (x - mean_x) * (x - mean_x))
        .sum();
    let pull = if square > 0.0 { both / square } else { 0.0 };
    let rise = mean_y - pull * mean_x;
    let left = points.iter().map(|(x, y)| y - rise - pull * x);
    let noise = (left.map(|e| e * e).sum::<f64>() / (count - 2.0)).sqrt();
    Some(Walk { rise, pull, noise })
}

impl Walk {
    /// Median and standard deviation of the log odds at the end of a pair.
    #[must_use]
    pub fn ahead(&self, pair: &Pair) -> (f64, f64) {
        let (mut x, mut variance) = (log_odds(pair.start), 0.0);
        for _ in 0..pair.horizon {
            x += self.rise + self.pull * x;
            variance = variance * (1.0 + self.pull) * (1.0 + self.pull) + self.noise * self.noise;
        }
        (x, variance.sqrt())
    }
}
