//! What people want to know about a year (MODEL 5), one packet at a time.
//!
//! Definitions only; labels, units and directions are in the catalogue under the same keys.

use super::anchor::{Anchor, mean as plain_mean};
use super::constants::{ATKINSON_EPSILON, LAG_LOGITS_PER_YEAR, POVERTY_LOG_SD, POVERTY_MEAN_RATIO};
use super::income::Income;
use super::lane::Lane;
use super::math::{ln, logit};
use super::normal::upper_tail;
use super::readiness::{View, mean};
use super::setbacks::{Gaps, gaps, setbacks};
use super::state::State;
use super::theta::Theta;

/// Which cohorts or runs an indicator cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Always there.
    Nothing,
    /// Poor cohorts.
    Poor,
    /// Cohorts that are not poor.
    Rest,
    /// Both poor and other cohorts.
    PoorAndRest,
    /// Cohorts of women.
    Women,
    /// Both women and men.
    WomenAndMen,
    /// A reference country.
    Peer,
}

macro_rules! keys {
    ($list:ident, $index:ident, $($name:ident: $needs:ident,)*) => {
        /// Keys in the order in which the equations write them, and what each needs.
        pub const $list: &[(&str, Needs)] = &[$((stringify!($name), Needs::$needs)),*];
        #[allow(non_camel_case_types, clippy::enum_variant_names, reason = "named like the catalogue")]
        #[derive(Clone, Copy)]
        #[allow(missing_docs, reason = "documented in the catalogue of indicators")]
        pub enum $index { $($name),* }
    };
}

keys! { INDICATORS, Key,
    offline_people: Nothing, offline_poor: Poor, usage: Nothing, usage_poor: Poor,
    coverage_gap: Nothing, usage_gap: Nothing, poor_gap_pp: PoorAndRest,
    poor_gap_ratio: PoorAndRest, gender_gap: WomenAndMen, years_behind_rest: PoorAndRest,
    displaced_now: Nothing, displaced_peak: Nothing, displaced_cum: Nothing,
    displaced_cum_women_share: Women, augmented: Nothing, missed_offline: Nothing,
    missed_unskilled: Nothing, missed_lag: Nothing, missed_share: Nothing,
    augmentation_gender_gap: WomenAndMen, net_jobs_vs_noai: Nothing, transformed_share: Nothing,
    good_reemployment_share: Nothing, scar_cost: Nothing, informal_proxy: Nothing,
    income_poor_vs_noai: Poor, income_rest_vs_noai: Rest, income_poor_vs_base: Poor,
    benefit_share_poor: Poor, benefit_parity: Poor, setback_vs_noai: Poor,
    setback_any_year: Poor, setback_vs_base: Poor, setback_online: Poor, setback_gap: Nothing,
    worst_loss_poor: Poor, still_poor: Poor, ede_vs_noai: Nothing, incidents_cum: Nothing,
    harmed_poor_peak: Poor, trust: Nothing, ai_adoption: Nothing, readiness: Nothing,
    usage_gap_between: Peer, augmentation_ratio: Peer, ai_dividend_gap: Peer,
    usage_lag_years: Peer,
}

keys! { COHORT_SERIES, CohortKey,
    usage: Nothing, coverage: Nothing, skills: Nothing, income_vs_noai: Nothing,
    displaced: Nothing, augmented: Nothing,
}

/// All indicators of one year.
#[derive(Clone, Copy)]
pub struct Year<L, const G: usize> {
    /// In the order of [`INDICATORS`].
    pub indicators: [L; INDICATORS.len()],
    /// In the order of [`COHORT_SERIES`], per cohort.
    pub cohorts: [[L; G]; COHORT_SERIES.len()],
}

/// What the reference country contributes to comparisons between countries.
#[derive(Clone, Copy)]
pub struct Peer<L> {
    /// National use.
    pub usage: L,
    /// Augmented share of jobs.
    pub augmented_share: L,
    /// National income against no AI.
    pub dividend: L,
}

/// What a packet's base year fixes for all later years.
#[derive(Clone, Copy)]
pub struct Base<L, const G: usize> {
    /// Incomes of the base year, dollars a day, with AI.
    pub income: [L; G],
    /// Mean income of the poor.
    pub income_poor: L,
    /// The three gaps.
    pub gaps: Gaps<L>,
}

/// What a year is compared with.
#[derive(Clone, Copy)]
pub struct Against<'a, L, const G: usize> {
    /// The packet's base year.
    pub base: &'a Base<L, G>,
    /// The reference country in the same year, if there is one.
    pub peer: Option<Peer<L>>,
    /// Use by the poor in the same year if no branch of the tree happened.
    pub undisturbed: L,
}

/// What this country offers as a reference to another.
#[inline(always)]
pub fn as_peer<L: Lane, const G: usize>(
    state: &State<L, G>,
    anchor: &Anchor<G>,
    income: &Income<L, G>,
) -> Peer<L> {
    Peer {
        usage: mean(&anchor.share, &state.usage),
        augmented_share: augmented_share(state, anchor),
        dividend: versus_noai(&anchor.share, income),
    }
}

#[inline(always)]
fn augmented_share<L: Lane, const G: usize>(state: &State<L, G>, anchor: &Anchor<G>) -> L {
    let mut augmented = state.usage;
    for g in 0..G {
        augmented[g] = state.labour.augmentable[g] * state.workers[g];
    }
    mean(&anchor.share, &augmented) / mean(&anchor.share, &employed(state))
}

/// Employed people per head of each cohort.
#[inline(always)]
fn employed<L: Lane, const G: usize>(state: &State<L, G>) -> [L; G] {
    let l = &state.labour;
    let mut employed = l.other;
    for g in 0..G {
        employed[g] = l.automatable[g] + l.augmentable[g] + l.other[g] + l.scarred[g];
    }
    employed
}

/// Brings the extremes of the ledger up to the year that `state` stands in (`step` years after
/// the base).
#[inline(always)]
pub fn note_extremes<L: Lane, const G: usize>(
    state: &mut State<L, G>,
    anchor: &Anchor<G>,
    th: &Theta<L, G>,
    income: &Income<L, G>,
    step: usize,
) {
    let displaced =
        mean(&anchor.share, &state.labour.displaced) * (state.people * th.working_age());
    let loss = versus_noai(&anchor.poor, income);
    let harmed = mean(&anchor.poor, &state.harmed);
    let poor = mean(&anchor.poor, &state.usage);
    let goal = poor.like(plain_mean(&anchor.rest, &anchor.usage));
    let now = L::select(
        poor.lt(goal),
        state.ledger.years_behind,
        poor.like(step as f64),
    );
    let ledger = &mut state.ledger;
    ledger.displaced_peak = displaced.max(ledger.displaced_peak);
    ledger.worst_loss = loss.min(ledger.worst_loss);
    ledger.harmed_peak = harmed.max(ledger.harmed_peak);
    ledger.years_behind = now.min(ledger.years_behind);
}

/// All indicators of the year that `state` stands in; the extremes must have been noted.
#[inline(always)]
pub fn indicators<L: Lane, const G: usize>(
    state: &State<L, G>,
    anchor: &Anchor<G>,
    view: &View<L, G>,
    th: &Theta<L, G>,
    income: &Income<L, G>,
    against: &Against<'_, L, G>,
) -> Year<L, G> {
    let zero = state.data.like(0.0);
    let mut year = Year {
        indicators: [zero; INDICATORS.len()],
        cohorts: [[zero; G]; COHORT_SERIES.len()],
    };
    connectivity(&mut year.indicators, state, anchor, against);
    work(&mut year, state, anchor, view, th);
    displacement(&mut year.indicators, state, anchor, th);
    incomes(&mut year.indicators, anchor, income, against);
    harm(&mut year.indicators, state, view);
    setbacks(&mut year.indicators, state, anchor, against);
    between(&mut year.indicators, state, anchor, income, against);
    cohort_series(&mut year.cohorts, state, income);
    year
}

pub(super) type Row<L> = [L; INDICATORS.len()];

#[inline(always)]
pub(super) fn put<L: Lane>(row: &mut Row<L>, key: Key, value: L) {
    row[key as usize] = value;
}

#[inline(always)]
fn connectivity<L: Lane, const G: usize>(
    row: &mut Row<L>,
    state: &State<L, G>,
    anchor: &Anchor<G>,
    against: &Against<'_, L, G>,
) {
    let usage = mean(&anchor.share, &state.usage);
    let coverage = mean(&anchor.share, &state.coverage);
    let poor = mean(&anchor.poor, &state.usage);
    let rest = mean(&anchor.rest, &state.usage);
    let gaps = gaps(state, anchor, against.peer);
    let poor_share: f64 = poor_share(anchor);
    put(row, Key::offline_people, state.people * usage.complement());
    put(
        row,
        Key::offline_poor,
        state.people * poor.complement() * poor_share,
    );
    put(row, Key::usage, usage);
    put(row, Key::usage_poor, poor);
    put(row, Key::coverage_gap, coverage.complement());
    put(row, Key::usage_gap, coverage - usage);
    put(row, Key::poor_gap_pp, gaps.poor);
    put(row, Key::poor_gap_ratio, poor / rest);
    put(row, Key::gender_gap, gaps.gender);
    put(row, Key::years_behind_rest, state.ledger.years_behind);
}

/// Population share of the poor cohorts.
fn poor_share<const G: usize>(anchor: &Anchor<G>) -> f64 {
    (0..G)
        .filter(|g| anchor.poor[*g] > 0.0)
        .map(|g| anchor.share[g])
        .sum()
}

#[inline(always)]
fn work<L: Lane, const G: usize>(
    year: &mut Year<L, G>,
    state: &State<L, G>,
    anchor: &Anchor<G>,
    view: &View<L, G>,
    th: &Theta<L, G>,
) {
    let workers = state.people * th.working_age();
    let (mut used, mut offline, mut unskilled, mut able) =
        (state.usage, state.usage, state.usage, state.usage);
    for g in 0..G {
        let capable = state.labour.augmentable[g] * state.frontier;
        let online = capable * view.aug_online[g];
        used[g] = state.labour.augmentable[g] * state.workers[g];
        offline[g] = capable - online;
        unskilled[g] = online * view.skilled[g].complement();
        able[g] = capable;
        let here = workers * anchor.share[g];
        year.cohorts[CohortKey::augmented as usize][g] = here * used[g];
        year.cohorts[CohortKey::displaced as usize][g] = here * state.labour.displaced[g];
    }
    let row = &mut year.indicators;
    let (augmented, offline) = (mean(&anchor.share, &used), mean(&anchor.share, &offline));
    let (unskilled, able) = (mean(&anchor.share, &unskilled), mean(&anchor.share, &able));
    let women = mean(&anchor.women, &used) / mean(&anchor.men, &used);
    put(row, Key::augmented, workers * augmented);
    put(row, Key::missed_offline, workers * offline);
    put(row, Key::missed_unskilled, workers * unskilled);
    put(
        row,
        Key::missed_lag,
        workers * (able - offline - unskilled - augmented),
    );
    put(row, Key::missed_share, (offline + unskilled) / able);
    put(row, Key::augmentation_gender_gap, women.complement());
}

#[inline(always)]
fn displacement<L: Lane, const G: usize>(
    row: &mut Row<L>,
    state: &State<L, G>,
    anchor: &Anchor<G>,
    th: &Theta<L, G>,
) {
    let workers = state.people * th.working_age();
    let (l, ledger) = (&state.labour, &state.ledger);
    let employed = employed(state);
    let (mut extra, mut informal) = (employed, employed);
    for g in 0..G {
        // Without AI, X and M stay as they were: employed people are those not out of work.
        extra[g] = employed[g] - l.out_noai[g].complement();
        informal[g] = l.other[g] + l.scarred[g];
    }
    put(
        row,
        Key::displaced_now,
        workers * mean(&anchor.share, &l.displaced),
    );
    put(row, Key::displaced_peak, ledger.displaced_peak);
    put(row, Key::displaced_cum, ledger.displaced);
    put(
        row,
        Key::displaced_cum_women_share,
        ledger.displaced_women / ledger.displaced,
    );
    put(
        row,
        Key::net_jobs_vs_noai,
        workers * mean(&anchor.share, &extra),
    );
    put(
        row,
        Key::transformed_share,
        ledger.transformed / (ledger.transformed + ledger.lost),
    );
    put(
        row,
        Key::good_reemployment_share,
        ledger.good_jobs / (ledger.good_jobs + ledger.scarred_jobs),
    );
    put(
        row,
        Key::informal_proxy,
        mean(&anchor.share, &informal) / mean(&anchor.share, &employed),
    );
}

/// Earnings lost by displaced and scarred workers over the wage bill.
#[inline(always)]
pub fn scar_cost<L: Lane, const G: usize>(
    state: &State<L, G>,
    anchor: &Anchor<G>,
    th: &Theta<L, G>,
    scale: &[L; G],
) -> L {
    use super::constants::{WAGE_M, WAGE_X};
    let l = &state.labour;
    let (mut lost, mut bill) = (state.usage, state.usage);
    for g in 0..G {
        let unpaid = th.replacement()[g].complement() * l.displaced[g] * WAGE_X;
        lost[g] = scale[g] * (th.scar_loss()[g] * l.scarred[g] + unpaid);
        let wages =
            l.automatable[g] * WAGE_X + l.augmentable[g] * WAGE_M + l.other[g] + l.scarred[g];
        bill[g] = scale[g] * wages;
    }
    mean(&anchor.share, &lost) / mean(&anchor.share, &bill)
}

#[inline(always)]
fn incomes<L: Lane, const G: usize>(
    row: &mut Row<L>,
    anchor: &Anchor<G>,
    income: &Income<L, G>,
    against: &Against<'_, L, G>,
) {
    let poor_share = poor_share(anchor);
    let benefit = mean(&anchor.poor, &income.gain) * poor_share / mean(&anchor.share, &income.gain);
    let poor = mean(&anchor.poor, &income.with_ai);
    put(
        row,
        Key::income_poor_vs_noai,
        versus_noai(&anchor.poor, income),
    );
    put(
        row,
        Key::income_rest_vs_noai,
        versus_noai(&anchor.rest, income),
    );
    put(
        row,
        Key::income_poor_vs_base,
        poor / against.base.income_poor - 1.0,
    );
    put(row, Key::benefit_share_poor, benefit);
    put(row, Key::benefit_parity, benefit / poor_share);
    put(
        row,
        Key::still_poor,
        still_poor(anchor, income, against.base),
    );
    let equal = equally_distributed(anchor, &income.with_ai)
        / equally_distributed(anchor, &income.without_ai);
    put(row, Key::ede_vs_noai, equal - 1.0);
}

/// Mean income of a group with AI, relative to the same people without.
#[inline(always)]
fn versus_noai<L: Lane, const G: usize>(weights: &[f64; G], income: &Income<L, G>) -> L {
    mean(weights, &income.with_ai) / mean(weights, &income.without_ai) - 1.0
}

/// Poor people still below the line, 1 = base year: a lognormal around each cohort's income.
#[inline(always)]
fn still_poor<L: Lane, const G: usize>(
    anchor: &Anchor<G>,
    income: &Income<L, G>,
    base: &Base<L, G>,
) -> L {
    let mut shares = income.with_ai;
    for g in 0..G {
        if anchor.poor[g] == 0.0 {
            continue;
        }
        let ratio = income.with_ai[g] / base.income[g];
        shares[g] = upper_tail(ln(ratio * POVERTY_MEAN_RATIO) / POVERTY_LOG_SD);
    }
    mean(&anchor.poor, &shares) / anchor.below_line
}

/// Atkinson's equally distributed income over cohort means.
#[inline(always)]
fn equally_distributed<L: Lane, const G: usize>(anchor: &Anchor<G>, income: &[L; G]) -> L {
    // With an aversion of 1.5 the power is -1/2, and roots are cheaper than logarithms.
    const { assert!(ATKINSON_EPSILON == 1.5) };
    let mut raised = *income;
    for g in 0..G {
        raised[g] = income[g].like(1.0) / income[g].sqrt();
    }
    let mean = mean(&anchor.share, &raised);
    mean.like(1.0) / (mean * mean)
}

#[inline(always)]
fn harm<L: Lane, const G: usize>(row: &mut Row<L>, state: &State<L, G>, view: &View<L, G>) {
    put(row, Key::incidents_cum, state.ledger.incidents);
    put(row, Key::harmed_poor_peak, state.ledger.harmed_peak);
    put(row, Key::trust, state.trust);
    put(row, Key::ai_adoption, state.firms);
    put(row, Key::readiness, view.readiness);
}

#[inline(always)]
fn between<L: Lane, const G: usize>(
    row: &mut Row<L>,
    state: &State<L, G>,
    anchor: &Anchor<G>,
    income: &Income<L, G>,
    against: &Against<'_, L, G>,
) {
    let Some(peer) = against.peer else { return };
    let own = as_peer(state, anchor, income);
    put(row, Key::usage_gap_between, peer.usage - own.usage);
    put(
        row,
        Key::augmentation_ratio,
        own.augmented_share / peer.augmented_share,
    );
    put(row, Key::ai_dividend_gap, peer.dividend - own.dividend);
    put(
        row,
        Key::usage_lag_years,
        (logit(peer.usage) - logit(own.usage)) / LAG_LOGITS_PER_YEAR,
    );
}

#[inline(always)]
fn cohort_series<L: Lane, const G: usize>(
    rows: &mut [[L; G]; COHORT_SERIES.len()],
    state: &State<L, G>,
    income: &Income<L, G>,
) {
    rows[CohortKey::usage as usize] = state.usage;
    rows[CohortKey::coverage as usize] = state.coverage;
    rows[CohortKey::skills as usize] = state.skills;
    for g in 0..G {
        rows[CohortKey::income_vs_noai as usize][g] =
            income.with_ai[g] / income.without_ai[g] - 1.0;
    }
}
