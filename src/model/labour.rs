//! Work: people are conserved (MODEL 3.5, E13 to E18).

use super::anchor::Anchor;
use super::constants::{EXIT_RATE, SCAR_RECOVERY};
use super::lane::Lane;
use super::math::phi;
use super::readiness::{View, mean};
use super::state::State;
use super::theta::Theta;

/// Yearly hazards of one year, per cohort (E14 to E17).
struct Hazards<L, const G: usize> {
    domestic: [L; G],
    external: [L; G],
    goods: [L; G],
    transform: [L; G],
    train: [L; G],
    create: [L; G],
    connect: [L; G],
}

/// Moves every labour stock to the next year.
///
/// `usage_before` is use at the start of the year; `state.usage` is already that of the next, and
/// everything else in `state` still that of the start.
#[inline(always)]
pub fn advance<L: Lane, const G: usize>(
    state: &mut State<L, G>,
    anchor: &Anchor<G>,
    view: &View<L, G>,
    th: &Theta<L, G>,
    usage_before: &[L; G],
) {
    let hazards = hazards(state, anchor, view, th, usage_before);
    let workers = state.people * th.working_age();
    for g in 0..G {
        move_cohort(state, anchor, th, &hazards, workers, g);
    }
}

#[inline(always)]
fn hazards<L: Lane, const G: usize>(
    state: &State<L, G>,
    anchor: &Anchor<G>,
    view: &View<L, G>,
    th: &Theta<L, G>,
    usage_before: &[L; G],
) -> Hazards<L, G> {
    let none = [state.data.like(0.0); G];
    let mut h = Hazards {
        domestic: none,
        external: none,
        goods: none,
        transform: none,
        train: none,
        create: none,
        connect: none,
    };
    let labour = &state.labour;
    let (mut destroyed, mut claim) = (none, none);
    for g in 0..G {
        // (E14)
        let exposed = state.firms * view.auto_online[g];
        let protection = (th.labour_protection()[g] * state.policy).complement();
        h.domestic[g] = th.displacement_hazard()[g] * exposed * protection;
        let abroad = th.external_hazard()[g] * state.frontier;
        h.external[g] = abroad * th.trade_x()[g];
        h.goods[g] = abroad * th.external_goods_ratio()[g] * th.trade_y()[g];
        // (E15)
        h.train[g] = th.reskill_coverage()[g] * th.reskill_effect()[g];
        h.transform[g] =
            th.transform_rate()[g] * state.firms * view.skilled[g] + h.train[g] * state.frontier;
        // (E16) jobs destroyed, and who can claim the new ones
        destroyed[g] = labour.automatable[g] * (h.domestic[g] + h.external[g])
            + (labour.other[g] + labour.scarred[g]) * h.goods[g];
        claim[g] = view.aug_online[g] * view.skilled[g];
        // (E17)
        let gained = state.usage[g] - usage_before[g];
        h.connect[g] = th.conn_job_gain()[g] * gained.max(gained.like(0.0));
    }
    let mut waiting = none;
    for g in 0..G {
        waiting[g] = claim[g] * (labour.displaced[g] + labour.out[g]);
    }
    let seekers = mean(&anchor.share, &waiting);
    let jobs = mean(&anchor.share, &destroyed) * view.readiness;
    let per_claim = jobs / seekers.max(seekers.like(1e-300));
    for g in 0..G {
        h.create[g] = th.reinstatement_ratio()[g] * per_claim * claim[g];
    }
    h
}

/// (E18) Exits in proportion to hazards; every outflow is an inflow elsewhere.
#[inline(always)]
fn move_cohort<L: Lane, const G: usize>(
    state: &mut State<L, G>,
    anchor: &Anchor<G>,
    th: &Theta<L, G>,
    h: &Hazards<L, G>,
    workers: L,
    g: usize,
) {
    let labour = &mut state.labour;
    let (x, m, y) = (
        labour.automatable[g],
        labour.augmentable[g],
        labour.other[g],
    );
    let (q, z, v) = (labour.scarred[g], labour.displaced[g], labour.out[g]);
    let from_x = x * phi(h.domestic[g] + h.external[g] + h.transform[g]);
    let (x_domestic, x_external, x_m) = (
        from_x * h.domestic[g],
        from_x * h.external[g],
        from_x * h.transform[g],
    );
    let y_z = y * h.goods[g] * phi(h.goods[g]);
    let from_q = q * phi(h.goods[g] + SCAR_RECOVERY);
    let (q_z, q_y) = (from_q * h.goods[g], from_q * SCAR_RECOVERY);
    let reemploy = th.reemploy_rate()[g] * th.reemploy_mult()[g];
    let to_augmentable = h.train[g] + h.create[g];
    let from_z = z * phi(to_augmentable + reemploy + EXIT_RATE);
    let (z_m, z_q, z_v) = (
        from_z * to_augmentable,
        from_z * reemploy,
        from_z * EXIT_RATE,
    );
    let from_v = v * phi(h.create[g] + h.connect[g]);
    let (v_m, v_y) = (from_v * h.create[g], from_v * h.connect[g]);
    let x_z = x_domestic + x_external;

    labour.automatable[g] = x - x_z - x_m;
    labour.augmentable[g] = m + x_m + z_m + v_m;
    labour.other[g] = y - y_z + q_y + v_y;
    labour.scarred[g] = q - q_z - q_y + z_q;
    labour.displaced[g] = z + x_z + y_z + q_z - z_m - z_q - z_v;
    labour.out[g] = v + z_v - v_m - v_y;
    let connected = labour.out_noai[g] * h.connect[g] * phi(h.connect[g]);
    labour.other_noai[g] = labour.other_noai[g] + connected;
    labour.out_noai[g] = labour.out_noai[g] - connected;

    let ledger = &mut state.ledger;
    let here = workers * anchor.share[g];
    let newly_displaced = here * (x_z + y_z + q_z);
    ledger.automated[g] = ledger.automated[g] + x_domestic;
    ledger.displaced = ledger.displaced + newly_displaced;
    ledger.displaced_women = ledger.displaced_women + newly_displaced * anchor.female[g];
    ledger.transformed = ledger.transformed + here * x_m;
    ledger.lost = ledger.lost + here * x_z;
    ledger.good_jobs = ledger.good_jobs + here * z_m;
    ledger.scarred_jobs = ledger.scarred_jobs + here * z_q;
}
