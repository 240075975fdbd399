//! Answers that are probabilities: pooled, and scored once it is known what happened.

use super::{ElicitationFault, Weights};
use crate::model::math::{logistic, logit};

/// The weighted average of probabilities: the linear pool, and what we show.
///
/// # Errors
/// Weights of another number, or an answer outside of 0..=1.
pub fn average(answers: &[f64], weights: &Weights) -> Result<f64, ElicitationFault> {
    weights.check(answers.len())?;
    answers.iter().try_for_each(|answer| within(*answer))?;
    Ok(weights.mean(answers.iter().copied()))
}

/// The weighted average of log odds (the geometric mean of odds), times `extremised`.
///
/// With `extremised` 1 this is the logarithmic pool of a yes-or-no question, nearer to 0 or 1 than
/// the average. Factors above 1 (1.2 to 3 were best in tournaments: Baron et al. 2014, Decision
/// Analysis 11; Satopaa et al. 2014, International Journal of Forecasting 30) push further, on
/// the reasoning that people know different things. A room that has just talked does not, so it
/// is no default here.
///
/// # Errors
/// Weights of another number, an answer outside of 0..=1, an answer of exactly 0 or 1 with weight
/// (its log odds are infinite and would decide for everybody), or a factor that is not above 0.
///
/// ```
/// use foretree::analysis::elicitation::{Weights, probability::{average, log_odds_average}};
///
/// let answers = [0.1, 0.2, 0.9];
/// let alike = Weights::equal(3)?;
/// assert!((average(&answers, &alike)? - 0.4).abs() < 1e-12);
/// // Odds 1/9, 1/4 and 9: their geometric mean is the cube root of 1/4.
/// let odds = 0.25_f64.cbrt();
/// assert!((log_odds_average(&answers, &alike, 1.0)? - odds / (1.0 + odds)).abs() < 1e-12);
/// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
/// ```
pub fn log_odds_average(
    answers: &[f64],
    weights: &Weights,
    extremised: f64,
) -> Result<f64, ElicitationFault> {
    weights.check(answers.len())?;
    if !(extremised.is_finite() && extremised > 0.0) {
        return Err(ElicitationFault::Level(extremised));
    }
    for (answer, weight) in answers.iter().zip(weights.as_slice()) {
        within(*answer)?;
        if *weight > 0.0 && (*answer == 0.0 || *answer == 1.0) {
            return Err(ElicitationFault::Certain(*answer));
        }
    }
    let mean = weights.mean(answers.iter().map(|answer| logit(*answer)));
    Ok(logistic(extremised * mean))
}

/// Brier's score of one probability: its squared distance from what happened, 0 (right and sure)
/// to 1 (wrong and sure); 0.25 for "half and half". Brier (1950), Monthly Weather Review 78, in
/// the form that counts one of the two outcomes.
///
/// # Errors
/// An answer outside of 0..=1.
pub fn brier(answer: f64, happened: bool) -> Result<f64, ElicitationFault> {
    within(answer)?;
    let miss = answer - f64::from(happened);
    Ok(miss * miss)
}

/// A logarithmic score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LogScore {
    /// -ln of the probability given to what happened: 0 (sure and right) upwards; 0.69 for "half
    /// and half".
    Finite(f64),
    /// What happened had been held impossible: no number is bad enough.
    HeldImpossible,
}

/// The logarithmic score of one probability (Good 1952, Journal of the Royal Statistical Society
/// B 14); less is better.
///
/// # Errors
/// An answer outside of 0..=1.
pub fn log_score(answer: f64, happened: bool) -> Result<LogScore, ElicitationFault> {
    within(answer)?;
    let given = if happened { answer } else { 1.0 - answer };
    if given <= 0.0 {
        return Ok(LogScore::HeldImpossible);
    }
    // + 0.0: no minus before a zero.
    Ok(LogScore::Finite(-given.ln() + 0.0))
}

/// Checks that an answer is a probability.
pub(super) fn within(answer: f64) -> Result<(), ElicitationFault> {
    match () {
        () if answer.is_nan() => Err(ElicitationFault::NotANumber),
        () if !(0.0..=1.0).contains(&answer) => Err(ElicitationFault::Level(answer)),
        () => Ok(()),
    }
}
