//! The frontier of AI and its adoption (MODEL 3.4, E7 and E12).

use super::anchor::Anchor;
use super::constants::AI_BASS_P;
use super::lane::Lane;
use super::readiness::{View, employer_ceiling, mean};
use super::state::State;
use super::step::{bass, logistic_growth, relax};
use super::theta::Theta;

/// Moves the layers, the frontier, employers and workers to the next year.
///
/// `trust` is T(t) / T(0), taken before this year's incidents.
#[inline(always)]
pub fn advance<L: Lane, const G: usize>(
    state: &mut State<L, G>,
    anchor: &Anchor<G>,
    view: &View<L, G>,
    th: &Theta<L, G>,
    trust: L,
) {
    // (E12) low trust slows adoption
    let innovation = trust * AI_BASS_P;
    let imitation = mean(&anchor.share, &th.ai_bass_q()) * trust;
    state.firms = bass(
        state.firms,
        employer_ceiling(state, view, th),
        innovation,
        imitation,
    );
    for g in 0..G {
        let ceiling = state.frontier * view.aug_online[g] * view.skilled[g];
        state.workers[g] = bass(
            state.workers[g],
            ceiling,
            innovation,
            th.ai_bass_q()[g] * trust,
        );
    }
    state.frontier = logistic_growth(state.frontier, th.frontier_cap(), th.frontier_growth());
    // (E7)
    state.data = relax(state.data, th.data_rate(), th.layer_loss());
    state.policy = relax(state.policy, th.policy_rate(), th.layer_loss());
    state.compute = relax(state.compute, th.compute_rate(), th.layer_loss());
}
