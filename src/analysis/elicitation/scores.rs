//! Scores of one judgement or distribution once the answer is known; in the unit of the quantity,
//! less is better. The formulas are those of [`crate::analysis::backtest::scores`].

use super::judgement::Judgement;
use crate::analysis::backtest::scores::{crps_sample, interval_score, quantile_score};

/// Equally likely values that stand for a distribution.
const VALUES: usize = 400;

/// The score of stated values: twice the mean quantile loss over the stated probabilities, a
/// coarse CRPS (Gneiting and Raftery 2007, section 6.1).
///
/// ```
/// use foretree::analysis::elicitation::{Limits, judgement::Judgement, scores::stated};
///
/// let said = Judgement::new(&[10.0, 20.0, 40.0], &[0.1, 0.5, 0.9], Limits::NONE)?;
/// // Losses 2 x (10 x 0.1), 0 and 2 x (20 x 0.1), over three.
/// assert!((stated(&said, 20.0) - 2.0).abs() < 1e-12);
/// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
/// ```
#[must_use]
pub fn stated(judgement: &Judgement, observed: f64) -> f64 {
    let levels: Vec<f64> = judgement.levels().collect();
    let values: Vec<f64> = judgement.values().collect();
    quantile_score(&levels, &values, observed)
}

/// The interval score of the outermost stated values: width, plus 2/(1 - held) for every unit by
/// which it missed (Winkler 1972). `None` if the tails beyond them are not equal, for which the
/// score is not made, or if nothing is held to lie beyond.
#[must_use]
pub fn range(judgement: &Judgement, observed: f64) -> Option<f64> {
    let points = judgement.points();
    let (low, high) = (points.first()?, points.last()?);
    let (below, above) = (low.level, 1.0 - high.level);
    let equal = (below - above).abs() < 1e-9 && below > 0.0;
    equal.then(|| interval_score(low.value, high.value, high.level - low.level, observed))
}

/// The CRPS of any distribution by its quantile function, at 400 middle quantiles: to about
/// 1 in 1,000 of its width.
#[must_use]
pub fn crps(quantile: impl Fn(f64) -> f64, observed: f64) -> f64 {
    let middle = |place: usize| (place as f64 + 0.5) / VALUES as f64;
    let values: Vec<f64> = (0..VALUES).map(|place| quantile(middle(place))).collect();
    crps_sample(&values, observed)
}
