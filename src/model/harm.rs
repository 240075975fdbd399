//! Incidents, people harmed and trust (MODEL 3.6, E19 to E21).

use super::anchor::Anchor;
use super::constants::{HARM_RECOVERY, MAX_INCIDENTS, SEVERITY_SIGMA, TRUST_REPAIR, VULNERABILITY};
use super::lane::Lane;
use super::math::{exp, ln};
use super::readiness::{View, mean};
use super::state::State;
use super::step::relax;
use super::theta::Theta;

/// Where the year's luck comes from: seeded streams, a file of known numbers, or the median run.
pub trait Chance<L: Lane> {
    /// Is this the median run, in which incidents stand at their mean and surprises at zero?
    fn is_median(&self) -> bool;
    /// z(t): standard normal surprise in use in step `step` (0 = base year to the next).
    fn surprise(&mut self, step: usize) -> L;
    /// Uniform in (0, 1) behind the number of incidents of step `step`.
    fn incidents(&mut self, step: usize) -> L;
    /// Standard normal behind the severity of incident `index` of step `step`.
    fn severity(&mut self, step: usize, index: usize) -> L;
}

/// Number of incidents of a year and the sum of their severities.
#[inline(always)]
fn incidents<L: Lane, X: Chance<L>>(chance: &mut X, step: usize, rate: L, severity: L) -> (L, L) {
    if chance.is_median() {
        // The mean, not the median: n = lambda, Sigma = lambda sm e^(sigma^2/2).
        let mean_size = super::math::exp(SEVERITY_SIGMA * SEVERITY_SIGMA / 2.0);
        return (rate, rate * severity * mean_size);
    }
    let u = chance.incidents(step);
    let zero = u.like(0.0);
    let mut probability = exp(-rate);
    let mut cumulative = probability;
    let (mut count, mut total) = (zero, zero);
    for index in 0..MAX_INCIDENTS {
        let more = cumulative.lt(u);
        if !u.any(more) {
            break;
        }
        let size = severity * exp(chance.severity(step, index) * SEVERITY_SIGMA);
        count = count + u.indicator(more);
        total = total + L::select(more, size, zero);
        probability = probability * rate / (index as f64 + 1.0);
        cumulative = cumulative + probability;
    }
    (count, total)
}

/// Moves harm and trust to the next year and counts the incidents.
#[inline(always)]
pub fn advance<L: Lane, X: Chance<L>, const G: usize>(
    state: &mut State<L, G>,
    anchor: &Anchor<G>,
    view: &View<L, G>,
    th: &Theta<L, G>,
    chance: &mut X,
    step: usize,
) {
    // (E19)
    let guard = exp(th.guardrail_exponent() * ln(state.policy.complement()));
    let bias =
        mean(&anchor.share, &th.data_bias_weight()) * view.represented_mean.complement() + 1.0;
    let rate = th.incident_rate() * state.firms * guard * bias;
    let (count, severity) = incidents(chance, step, rate, th.severity_median());
    // (E20)
    let fading = super::math::exp(-HARM_RECOVERY);
    for g in 0..G {
        let exposure = view.represented[g].complement() * VULNERABILITY + 1.0;
        let spared = exp(-(exposure * severity));
        state.harmed[g] = ((state.harmed[g] * fading).complement() * spared).complement();
    }
    // (E21)
    state.trust = relax(
        state.trust,
        state.policy * TRUST_REPAIR,
        th.trust_loss() * count,
    );
    state.ledger.incidents = state.ledger.incidents + count;
}
