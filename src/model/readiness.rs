//! What a year looks like before it moves: the four layers, readiness, representation and access
//! to AI (MODEL 3.3, E8 to E11).

use super::anchor::Anchor;
use super::constants::{AUTO_SELECTIVITY, LAYER_WEIGHT};
use super::lane::Lane;
use super::math::{exp, ln};
use super::state::State;
use super::theta::Theta;

/// Quantities of a year that follow from its state and inputs.
#[derive(Clone, Copy)]
pub struct View<L, const G: usize> {
    /// R: readiness of the country.
    pub readiness: L,
    /// ln R.
    pub ln_readiness: L,
    /// Rep: how well each cohort is represented in data.
    pub represented: [L; G],
    /// The national mean of `represented`.
    pub represented_mean: L,
    /// rel: relevance of AI to each cohort.
    pub relevance: [L; G],
    /// O^X: automatable jobs that are online.
    pub auto_online: [L; G],
    /// O^M: augmentable jobs that are online.
    pub aug_online: [L; G],
    /// K: augmentable jobs held by people with the skills.
    pub skilled: [L; G],
}

/// Average over cohorts, with fixed weights.
#[inline(always)]
pub fn mean<L: Lane, const G: usize>(weights: &[f64; G], values: &[L; G]) -> L {
    let mut sum = values[0] * weights[0];
    for g in 1..G {
        sum = sum + values[g] * weights[g];
    }
    sum
}

/// Reads the year that `state` stands in.
#[inline(always)]
pub fn view<L: Lane, const G: usize>(
    state: &State<L, G>,
    anchor: &Anchor<G>,
    th: &Theta<L, G>,
) -> View<L, G> {
    let zero = state.data.like(0.0);
    let ln_readiness = ln_readiness(state, anchor, th.ces_rho());
    let mut view = View {
        readiness: exp(ln_readiness),
        ln_readiness,
        represented: [zero; G],
        represented_mean: zero,
        relevance: [zero; G],
        auto_online: [zero; G],
        aug_online: [zero; G],
        skilled: [zero; G],
    };
    for g in 0..G {
        let usage = state.usage[g];
        let offline_weight = th.offline_representation()[g];
        // (E10)
        view.represented[g] = state.data * (offline_weight + offline_weight.complement() * usage);
        let floor = th.relevance_floor()[g];
        view.relevance[g] = floor + floor.complement() * view.represented[g];
        // (E11)
        let ln_offline = ln(usage.complement());
        let ln_unskilled = ln(state.skills[g].complement());
        let selectivity = th.aug_selectivity()[g];
        view.auto_online[g] = exp(ln_offline * AUTO_SELECTIVITY).complement();
        view.aug_online[g] = exp(ln_offline * selectivity).complement();
        let unskilled = exp(ln_unskilled * selectivity) * state.trained[g].complement();
        view.skilled[g] = unskilled.complement();
    }
    view.represented_mean = mean(&anchor.share, &view.represented);
    view
}

/// (E8, E9) Logarithm of the CES mean of the four layers, computed from the smallest one up.
#[inline(always)]
fn ln_readiness<L: Lane, const G: usize>(state: &State<L, G>, anchor: &Anchor<G>, rho: L) -> L {
    let coverage = mean(&anchor.share, &state.coverage);
    let power = mean(&anchor.share, &state.electricity);
    let skills = mean(&anchor.share, &state.skills);
    let infrastructure = ln(coverage * power * state.compute) / 3.0;
    let layers = [infrastructure, ln(state.data), ln(skills), ln(state.policy)];
    let smallest = layers[0].min(layers[1]).min(layers[2]).min(layers[3]);
    // The geometric mean is the limit as rho goes to 0; below 1e-8 the two agree to rounding.
    let tiny = rho.lt(rho.like(1e-8));
    let tiny_negative = rho.like(-1e-8).lt(rho);
    let safe_rho = L::select(tiny, L::select(tiny_negative, rho.like(1e-8), rho), rho);
    let mut sum = rho.like(0.0);
    for layer in layers {
        sum = sum + exp(safe_rho * (layer - smallest));
    }
    smallest + ln(sum * LAYER_WEIGHT) / safe_rho
}

/// F R^phi: the ceiling of adoption by employers.
#[inline(always)]
pub fn employer_ceiling<L: Lane, const G: usize>(
    state: &State<L, G>,
    view: &View<L, G>,
    th: &Theta<L, G>,
) -> L {
    state.frontier * exp(th.readiness_exponent() * view.ln_readiness)
}
