//! What follows from the answers of one stage.

use crate::analysis::elicitation::fit::{Fit as Fitted, fits};
use crate::analysis::elicitation::humps::{Cluster, Humps, humps};
use crate::analysis::elicitation::judgement::Judgement;
use crate::analysis::elicitation::pool::{LinearPool, QuantileAverage};
use crate::analysis::elicitation::probability::average;
use crate::analysis::elicitation::ranks::concordance;
use crate::analysis::elicitation::room::Spread as Lie;
use crate::analysis::elicitation::rounds::Change;
use crate::analysis::elicitation::{Limits, Weights};

use super::{Stage, Taken};
use crate::workshop::{
    Answer, Dissenter, Expert, ExpertAnswer, Fit, Hump, Item, Method, Moved, Pool, Question,
    Ranked, Results, Spread,
};

/// Every range is restated to hold so much, so that ranges of different confidence can be pooled.
pub const HELD: f64 = 0.8;

/// Shares at which distributions are told.
const LEVELS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Points of a pooled curve.
const POINTS: u32 = 40;

/// Answers that lie further than so many widths of the middle half beyond it are another view
/// (Tukey 1977, Exploratory Data Analysis).
const FENCE: f64 = 1.5;

/// What follows from the answers of a stage; `before` is the stage before it.
#[must_use]
pub fn results(question: &Question, stage: &Stage, before: Option<&Stage>) -> Results {
    let answers = stage.answers.iter().map(|(expert, taken)| ExpertAnswer {
        expert: expert.clone(),
        answer: taken.answer.clone(),
        reason: taken.reason.clone(),
        from: taken.from,
    });
    let mut found = Results {
        answers: answers.collect(),
        ..Results::default()
    };
    if let Question::Rank { items } = question {
        rank(&mut found, items, stage);
        return found;
    }
    let said: Vec<(&Expert, f64)> = numbers(stage).collect();
    let values: Vec<f64> = said.iter().map(|(_, value)| *value).collect();
    found.spread = spread(&values);
    found.dissent = dissent(found.spread.as_ref(), stage);
    found.moved = before.and_then(|before| moved(before, stage));
    if matches!(question, Question::Probability { .. }) {
        found.pools = probability_pools(&values);
    } else {
        let fits = fitted(question, stage);
        found.fits = fits
            .iter()
            .map(|(expert, said, fit)| shown(expert, said, fit))
            .collect();
        let members: Vec<Fitted> = fits.into_iter().map(|(_, _, fit)| fit).collect();
        found.pools = quantity_pools(&members);
    }
    found
}

/// The number of an answer by which answers are laid side by side.
pub(super) fn number(answer: &Answer) -> Option<f64> {
    match answer {
        Answer::Probability { p, .. } => Some(*p),
        Answer::Quantity { best, .. } => Some(*best),
        Answer::Rank(_) => None,
    }
}

fn numbers(stage: &Stage) -> impl Iterator<Item = (&Expert, f64)> {
    stage
        .answers
        .iter()
        .filter_map(|(expert, taken)| Some((expert, number(&taken.answer)?)))
}

/// Middle and spread of some answers; none of none.
fn spread(values: &[f64]) -> Option<Spread> {
    let lie = Lie::of(values).ok()?;
    let (least, greatest) = lie.range();
    let hump = |cluster: Cluster| Hump {
        at: cluster.median,
        range: (cluster.low, cluster.high),
        experts: cluster.answers,
    };
    let humps = match humps(values) {
        Ok(Humps::Two { lower, upper, .. }) => vec![hump(lower), hump(upper)],
        _ => Vec::new(),
    };
    Some(Spread {
        answers: values.len(),
        least,
        median: lie.median(),
        greatest,
        half: lie.quartiles(),
        humps,
    })
}

/// Those beyond the fences around the middle half, or in the smaller of two groups.
fn dissent(spread: Option<&Spread>, stage: &Stage) -> Vec<Dissenter> {
    let Some(spread) = spread else {
        return Vec::new();
    };
    let beyond = |value: f64| {
        let far = spread.half.is_some_and(|(low, high)| {
            let fence = FENCE * (high - low);
            value < low - fence || value > high + fence
        });
        let smaller = match spread.humps.as_slice() {
            [one, other] if one.experts < other.experts => one.range.1 >= value,
            [one, other] if one.experts > other.experts => other.range.0 <= value,
            _ => false,
        };
        far || smaller
    };
    let all = stage.answers.iter();
    let apart = all.filter(|(_, taken)| number(&taken.answer).is_some_and(beyond));
    let one = |(expert, taken): (&Expert, &Taken)| Dissenter {
        expert: expert.clone(),
        answer: taken.answer.clone(),
        reason: taken.reason.clone(),
    };
    apart.map(one).collect()
}

fn moved(before: &Stage, now: &Stage) -> Option<Moved> {
    let of = |stage: &Stage, expert: &Expert| number(&stage.answers.get(expert)?.answer);
    let mut experts: Vec<&Expert> = before.answers.keys().chain(now.answers.keys()).collect();
    experts.sort();
    experts.dedup();
    let first: Vec<Option<f64>> = experts.iter().map(|expert| of(before, expert)).collect();
    let second: Vec<Option<f64>> = experts.iter().map(|expert| of(now, expert)).collect();
    let change = Change::of(&first, &second).ok()?;
    Some(Moved {
        median_before: change.before.median(),
        median: change.after.median(),
        width_before: change.before.width(),
        width: change.after.width(),
        both: change.people(),
        towards: change.towards,
        away: change.away + change.across,
        stayed: change.stayed,
    })
}

/// The limits of a question as far as it has any.
fn limits(question: &Question) -> Limits {
    let both = question
        .limits()
        .and_then(|(low, high)| Limits::new(low, high).ok());
    both.unwrap_or(Limits::NONE)
}

/// A range as a judgement that holds [`HELD`]; none for other answers.
pub(super) fn judgement(question: &Question, answer: &Answer) -> Option<Judgement> {
    match answer {
        Answer::Quantity {
            low,
            high,
            best,
            confidence,
        } => Judgement::four_step(*low, *best, *high, *confidence, HELD, limits(question)).ok(),
        _ => None,
    }
}

/// The nearest family of which hardly anything (2 of 100) lies beyond the limits of the question;
/// the nearest of all if there is none such.
pub(super) fn fit_within(said: &Judgement) -> Option<Fitted> {
    let all = fits(said);
    let inside = |fit: &&Fitted| {
        let ends = [0.01, 0.99].map(|level| fit.distribution.quantile(level));
        ends.into_iter().all(|end| said.limits().hold(end))
    };
    all.iter().find(inside).or(all.first()).copied()
}

fn fitted<'a>(question: &Question, stage: &'a Stage) -> Vec<(&'a Expert, Judgement, Fitted)> {
    let one = |(expert, taken): (&'a Expert, &Taken)| {
        let said = judgement(question, &taken.answer)?;
        let fit = fit_within(&said)?;
        Some((expert, said, fit))
    };
    stage.answers.iter().filter_map(one).collect()
}

fn shown(expert: &Expert, said: &Judgement, fit: &Fitted) -> Fit {
    Fit {
        expert: expert.clone(),
        family: format!("{:?}", fit.distribution.family()).to_lowercase(),
        quantiles: LEVELS.map(|level| fit.distribution.quantile(level)),
        miss: fit.worst_miss(said),
    }
}

fn probability_pools(values: &[f64]) -> Vec<Pool> {
    let median = Lie::of(values).map(|lie| lie.median());
    let mean = Weights::equal(values.len()).and_then(|alike| average(values, &alike));
    let pool = |method: Method, value: f64| Pool {
        method,
        quantiles: [value; 5],
        curve: Vec::new(),
    };
    let both = [(Method::Median, median), (Method::Mean, mean)];
    let found = both
        .into_iter()
        .filter_map(|(method, value)| Some(pool(method, value.ok()?)));
    found.collect()
}

fn quantity_pools(fits: &[Fitted]) -> Vec<Pool> {
    let pool = |method: Method, quantile: &dyn Fn(f64) -> f64| Pool {
        method,
        quantiles: LEVELS.map(quantile),
        curve: (1..POINTS)
            .map(|point| f64::from(point) / f64::from(POINTS))
            .map(|level| (quantile(level), level))
            .filter(|(value, _)| value.is_finite())
            .collect(),
    };
    let mut pools = Vec::new();
    if let Some(average) = quantile_average(fits) {
        pools.push(pool(Method::QuantileAverage, &|level| {
            average.quantile(level)
        }));
    }
    if let Some(linear) = linear(fits) {
        pools.push(pool(Method::Linear, &|level| linear.quantile(level)));
    }
    pools.retain(|pool| pool.quantiles.iter().all(|value| value.is_finite()));
    pools
}

/// The mean of everybody's quantiles, all weighing the same.
pub(super) fn quantile_average(fits: &[Fitted]) -> Option<QuantileAverage> {
    let members = fits.iter().map(|fit| fit.distribution).collect();
    QuantileAverage::new(members, Weights::equal(fits.len()).ok()?).ok()
}

/// The mean of everybody's distributions, all weighing the same.
pub(super) fn linear(fits: &[Fitted]) -> Option<LinearPool> {
    let members = fits.iter().map(|fit| fit.distribution).collect();
    LinearPool::new(members, Weights::equal(fits.len()).ok()?).ok()
}

fn rank(found: &mut Results, items: &[String], stage: &Stage) {
    let rows: Vec<&Vec<Ranked>> = stage
        .answers
        .values()
        .filter_map(|taken| match &taken.answer {
            Answer::Rank(ranks) => Some(ranks),
            _ => None,
        })
        .collect();
    let column = |place: usize, which: fn(&Ranked) -> u8| -> Vec<f64> {
        let given = rows.iter().filter_map(|row| row.get(place)).map(which);
        given.filter(|rank| *rank > 0).map(f64::from).collect()
    };
    let one = |(place, title): (usize, &String)| {
        Some(Item {
            title: title.clone(),
            impact: spread(&column(place, |ranked| ranked.impact))?,
            uncertainty: spread(&column(place, |ranked| ranked.uncertainty))?,
        })
    };
    found.items = items.iter().enumerate().filter_map(one).collect();
    let score = |item: &Item| item.impact.median * item.uncertainty.median;
    found.items.sort_by(|a, b| score(b).total_cmp(&score(a)));
    found.agree_impact = agreement(&rows, |ranked| ranked.impact);
    found.agree_uncertainty = agreement(&rows, |ranked| ranked.uncertainty);
}

/// Kendall's W of those who ranked everything.
fn agreement(rows: &[&Vec<Ranked>], which: fn(&Ranked) -> u8) -> Option<f64> {
    let whole = rows
        .iter()
        .filter(|row| row.iter().all(|ranked| which(ranked) > 0));
    let numbers: Vec<Vec<f64>> = whole
        .map(|row| row.iter().map(|ranked| f64::from(which(ranked))).collect())
        .collect();
    concordance(&numbers).ok().map(|found| found.w)
}
