//! Cooke's classical model: experts weighed by how they did on questions with known answers.
//!
//! Cooke (1991), *Experts in Uncertainty*; Colson and Cooke (2018), Review of Environmental
//! Economics and Policy 12. Made for ten and more calibration questions by subject experts.
//! With three, as in a workshop's warm-up, scores are mostly luck ([`LEAST_QUESTIONS`]); so equal
//! weights are what we show and these stand beside them.

use super::tails::chi_squared_above;
use super::{ElicitationFault, Weights};

/// Fewer questions tell experts apart only if somebody is far off: by simulation in
/// `tests/answers/elicitation_scores.rs`.
pub const LEAST_QUESTIONS: usize = 10;

/// Answers of all experts to questions whose answers are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Exam {
    /// Probabilities asked for, rising, strictly within 0..1; mostly 0.05, 0.5, 0.95.
    levels: Vec<f64>,
    /// By expert, by question: values at the levels.
    answers: Vec<Vec<Vec<f64>>>,
    /// Known answers.
    truths: Vec<f64>,
    /// By question: the range on which information is measured.
    ranges: Vec<(f64, f64)>,
}

/// How one expert did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExamScore {
    /// How likely answers would lie so unevenly between the stated values if the expert were
    /// calibrated: a p-value, 0..=1; more is better.
    pub calibration: f64,
    /// How much narrower than "anything in the range" the answers are on average; more is better.
    pub information: f64,
}

impl ExamScore {
    /// Calibration times information.
    #[must_use]
    pub fn combined(&self) -> f64 {
        self.calibration * self.information
    }
}

impl Exam {
    /// The intrinsic range of a question runs from the least to the greatest of all answers and
    /// the truth, and a tenth of that further on both sides, as in EXCALIBUR.
    ///
    /// `answers` by expert, by question, by level; background measure uniform.
    ///
    /// # Errors
    /// Nobody, no question or level, lists of different lengths, numbers that are not finite,
    /// levels out of order, values that do not rise, or a question in which all numbers are equal.
    pub fn new(
        levels: &[f64],
        answers: Vec<Vec<Vec<f64>>>,
        truths: &[f64],
    ) -> Result<Self, ElicitationFault> {
        check_levels(levels)?;
        for (found, least) in [(answers.len(), 1), (truths.len(), 1)] {
            if found < least {
                return Err(ElicitationFault::TooFew { found, least });
            }
        }
        for expert in &answers {
            check_length(expert.len(), truths.len())?;
            for values in expert {
                check_length(values.len(), levels.len())?;
                check_values(values)?;
            }
        }
        if !truths.iter().all(|truth| truth.is_finite()) {
            return Err(ElicitationFault::NotANumber);
        }
        let ranges: Result<Vec<_>, _> = (0..truths.len())
            .map(|question| range(&answers, question, truths[question]))
            .collect();
        Ok(Self {
            levels: levels.to_vec(),
            answers,
            truths: truths.to_vec(),
            ranges: ranges?,
        })
    }

    /// The score of each expert.
    #[must_use]
    pub fn scores(&self) -> Vec<ExamScore> {
        self.answers
            .iter()
            .map(|expert| ExamScore {
                calibration: self.calibration(expert),
                information: self.information(expert),
            })
            .collect()
    }

    /// Performance weights: combined scores of experts whose calibration is at least `cutoff`
    /// (0 keeps all).
    ///
    /// # Errors
    /// Nobody passes the cutoff.
    pub fn weights(&self, cutoff: f64) -> Result<Weights, ElicitationFault> {
        let each: Vec<f64> = self
            .scores()
            .iter()
            .map(|score| {
                if score.calibration >= cutoff {
                    score.combined()
                } else {
                    0.0
                }
            })
            .collect();
        Weights::new(&each)
    }

    /// The pool of all experts' answers to one question (its place), at a probability: the linear
    /// pool of distributions that are even between stated values and out to the ends of the range.
    ///
    /// # Errors
    /// No such question, weights of another number, or a level outside of 0..=1.
    pub fn pooled(
        &self,
        question: usize,
        weights: &Weights,
        level: f64,
    ) -> Result<f64, ElicitationFault> {
        weights.check(self.answers.len())?;
        super::probability::within(level)?;
        let Some(&(low, high)) = self.ranges.get(question) else {
            return Err(ElicitationFault::Length {
                found: question,
                wanted: self.ranges.len(),
            });
        };
        let cdf = |x: f64| {
            weights.mean(
                self.answers
                    .iter()
                    .map(|expert| self.share_below(&expert[question], (low, high), x)),
            )
        };
        Ok(super::invert::rising(level, low, high, cdf))
    }

    /// P(chi-squared >= 2 N I(s, p)): s the shares of truths between stated values, p those that
    /// should be; I their relative information. A truth on a stated value counts below it.
    fn calibration(&self, expert: &[Vec<f64>]) -> f64 {
        let questions = self.truths.len() as f64;
        let mut counts = vec![0.0; self.levels.len() + 1];
        for (values, truth) in expert.iter().zip(&self.truths) {
            counts[values.partition_point(|value| value < truth)] += 1.0;
        }
        let distance: f64 = counts
            .iter()
            .zip(self.shares())
            .filter(|(count, _)| **count > 0.0)
            .map(|(count, share)| count / questions * (count / questions / share).ln())
            .sum();
        chi_squared_above(2.0 * questions * distance, self.levels.len() as f64)
    }

    /// The mean over questions of ln(range) + sum p ln(p / width).
    fn information(&self, expert: &[Vec<f64>]) -> f64 {
        let each = expert.iter().zip(&self.ranges).map(|(values, range)| {
            let gain: f64 = self
                .shares()
                .zip(widths(values, *range))
                .map(|(share, width)| share * (share / width).ln())
                .sum();
            (range.1 - range.0).ln() + gain
        });
        each.sum::<f64>() / self.truths.len() as f64
    }

    /// Probabilities between the levels.
    fn shares(&self) -> impl Iterator<Item = f64> + '_ {
        let from = std::iter::once(0.0).chain(self.levels.iter().copied());
        let to = self.levels.iter().copied().chain(std::iter::once(1.0));
        from.zip(to).map(|(from, to)| to - from)
    }

    fn share_below(&self, values: &[f64], (low, high): (f64, f64), x: f64) -> f64 {
        let mut from = (low, 0.0);
        let ends = values.iter().copied().zip(self.levels.iter().copied());
        for to in ends.chain(std::iter::once((high, 1.0))) {
            if x <= to.0 {
                return from.1 + (to.1 - from.1) * ((x - from.0) / (to.0 - from.0)).max(0.0);
            }
            from = to;
        }
        1.0
    }
}

fn widths(values: &[f64], (low, high): (f64, f64)) -> impl Iterator<Item = f64> {
    let from = std::iter::once(low).chain(values.iter().copied());
    let to = values.iter().copied().chain(std::iter::once(high));
    from.zip(to)
        .map(|(from, to)| to - from)
        .collect::<Vec<_>>()
        .into_iter()
}

fn range(
    answers: &[Vec<Vec<f64>>],
    question: usize,
    truth: f64,
) -> Result<(f64, f64), ElicitationFault> {
    let all = answers.iter().flat_map(|expert| expert[question].iter());
    let (low, high) = all.fold((truth, truth), |(low, high), value| {
        (low.min(*value), high.max(*value))
    });
    if low >= high {
        return Err(ElicitationFault::Limits { low, high });
    }
    let further = 0.1 * (high - low);
    Ok((low - further, high + further))
}

fn check_levels(levels: &[f64]) -> Result<(), ElicitationFault> {
    if levels.is_empty() {
        return Err(ElicitationFault::TooFew { found: 0, least: 1 });
    }
    let mut before = 0.0;
    for &level in levels {
        if !(before < level && level < 1.0) {
            return Err(ElicitationFault::Level(level));
        }
        before = level;
    }
    Ok(())
}

fn check_length(found: usize, wanted: usize) -> Result<(), ElicitationFault> {
    if found == wanted {
        Ok(())
    } else {
        Err(ElicitationFault::Length { found, wanted })
    }
}

fn check_values(values: &[f64]) -> Result<(), ElicitationFault> {
    if !values.iter().all(|value| value.is_finite()) {
        return Err(ElicitationFault::NotANumber);
    }
    values.windows(2).try_for_each(|pair| match () {
        () if pair[1] == pair[0] => Err(ElicitationFault::Equal(pair[1])),
        () if pair[1] < pair[0] => Err(ElicitationFault::Order {
            before: pair[0],
            after: pair[1],
        }),
        () => Ok(()),
    })
}
