//! Who is covered and who is online (MODEL 3.2, E1 to E6).

use super::anchor::{Anchor, ReferenceStep};
use super::constants::{COVERAGE_UPTAKE, POWER_ODDS_ELASTICITY};
use super::lane::Lane;
use super::math::logistic;
use super::state::State;
use super::step::{close_gap, relax, soft_logit, tide};
use super::theta::Theta;

/// e^-cu: what is left after one year of the gap between settled and all coverage.
fn not_caught_up() -> f64 {
    super::math::exp(-COVERAGE_UPTAKE)
}

/// Moves coverage, power, skills, training and use to the next year.
///
/// `surprise` is z(t), the country's luck of the year, the same for all its cohorts.
#[inline(always)]
pub fn advance<L: Lane, const G: usize>(
    state: &mut State<L, G>,
    anchor: &Anchor<G>,
    reference: &ReferenceStep<G>,
    th: &Theta<L, G>,
    surprise: L,
) {
    let keep = not_caught_up();
    for g in 0..G {
        // (E1, E2)
        let before = state.coverage[g];
        let covered = relax(
            before,
            th.coverage_rate()[g] * th.coverage_equity()[g],
            th.coverage_loss()[g],
        );
        let kept = state.settled[g] * (covered / before).min(covered.like(1.0));
        let settled = covered - (covered - kept) * keep;
        // (E6)
        let power = close_gap(state.electricity[g], th.power_rate()[g]);
        let skill_hazard = th.skill_rate()[g] + th.skill_learning()[g] * state.usage[g];
        let skills = close_gap(state.skills[g], skill_hazard);
        let trained = close_gap(
            state.trained[g],
            th.reskill_coverage()[g] * th.reskill_effect()[g],
        );
        // (E4) only what goes beyond the reference path counts
        let price =
            th.price_odds_elasticity()[g] * (th.price_decline()[g] - anchor.typical_price_decline);
        let (power_logit, skill_logit) = (soft_logit(power), soft_logit(skills));
        let power_rise = (power_logit - state.power_logit[g]) * POWER_ODDS_ELASTICITY;
        let skill_rise = skill_logit - state.skill_logit[g];
        let skill_lever = th.skill_odds_elasticity()[g] * (skill_rise - reference.trend.skills[g]);
        let norms =
            th.norm_relax_rate()[g] * anchor.female[g] - reference.trend.norms_and_coverage[g];
        state.levers[g] =
            state.levers[g] + price + (power_rise - reference.trend.power[g]) + skill_lever + norms;
        // (E3, E5)
        let growth = th.use_growth()[g] + reference.power_drag;
        state.tide[g] =
            tide(state.tide[g], growth, th.use_slowdown()[g]) + th.use_noise()[g] * surprise;
        let odds = (state.tide[g] - anchor.national_logit) * anchor.spread
            + state.levers[g]
            + anchor.use_logit[g];
        (state.coverage[g], state.settled[g]) = (covered, settled);
        (state.electricity[g], state.skills[g], state.trained[g]) = (power, skills, trained);
        (state.power_logit[g], state.skill_logit[g]) = (power_logit, skill_logit);
        state.usage[g] = settled * logistic(odds);
    }
}
