//! The state of one packet of draws at the start of a year (MODEL 3.1), and its ledgers.

use super::anchor::Anchor;
use super::lane::Lane;
use super::step::soft_logit;
use super::theta::Theta;

/// One value per cohort.
pub type PerCohort<L, const G: usize> = [L; G];

/// Everything that is carried from year to year; copied where paths of the tree part.
#[derive(Clone, Copy)]
pub struct State<L, const G: usize> {
    /// C: covered by mobile broadband.
    pub coverage: PerCohort<L, G>,
    /// Ce: covered long enough to have caught up.
    pub settled: PerCohort<L, G>,
    /// x: national tide of use, in log odds.
    pub tide: PerCohort<L, G>,
    /// l: log odds added by levers beyond the trend.
    pub levers: PerCohort<L, G>,
    /// U: users per head.
    pub usage: PerCohort<L, G>,
    /// E: electricity.
    pub electricity: PerCohort<L, G>,
    /// ls E: its soft logit.
    pub power_logit: PerCohort<L, G>,
    /// S: basic digital skills.
    pub skills: PerCohort<L, G>,
    /// ls S: their soft logit.
    pub skill_logit: PerCohort<L, G>,
    /// Tr: retrained since the base year.
    pub trained: PerCohort<L, G>,
    /// D, G, Q, T: data, policy, compute, trust.
    pub data: L,
    /// See `data`.
    pub policy: L,
    /// See `data`.
    pub compute: L,
    /// See `data`.
    pub trust: L,
    /// F: the frontier of AI.
    pub frontier: L,
    /// a: adoption by employers.
    pub firms: L,
    /// v: augmentable jobs in which AI is used.
    pub workers: PerCohort<L, G>,
    /// Labour stocks; they sum to 1 in each cohort.
    pub labour: Labour<L, G>,
    /// H: people currently harmed.
    pub harmed: PerCohort<L, G>,
    /// People in the country.
    pub people: L,
    /// Sums and extremes since the base year.
    pub ledger: Ledger<L, G>,
}

/// X, M, Y, Q', Z, V, and the two stocks that also move without AI.
#[derive(Clone, Copy)]
pub struct Labour<L, const G: usize> {
    /// X: in automatable jobs.
    pub automatable: PerCohort<L, G>,
    /// M: in augmentable jobs.
    pub augmentable: PerCohort<L, G>,
    /// Y: in other jobs.
    pub other: PerCohort<L, G>,
    /// Q': in other jobs, with an earnings scar.
    pub scarred: PerCohort<L, G>,
    /// Z: displaced.
    pub displaced: PerCohort<L, G>,
    /// V: out of work.
    pub out: PerCohort<L, G>,
    /// Y without AI.
    pub other_noai: PerCohort<L, G>,
    /// V without AI.
    pub out_noai: PerCohort<L, G>,
}

/// Cumulative flows and extremes that indicators need.
#[derive(Clone, Copy)]
pub struct Ledger<L, const G: usize> {
    /// Cumulative X -> Z through employers at home (E24).
    pub automated: PerCohort<L, G>,
    /// Workers displaced since the base year, women and all.
    pub displaced_women: L,
    /// See `displaced_women`.
    pub displaced: L,
    /// Workers: X -> M and X -> Z since the base year.
    pub transformed: L,
    /// See `transformed`.
    pub lost: L,
    /// Workers: Z -> M and Z -> Q' since the base year.
    pub good_jobs: L,
    /// See `good_jobs`.
    pub scarred_jobs: L,
    /// Incidents since the base year.
    pub incidents: L,
    /// Most workers displaced at one time.
    pub displaced_peak: L,
    /// Lowest income of the poor against no AI.
    pub worst_loss: L,
    /// Largest share of the poor harmed.
    pub harmed_peak: L,
    /// Years until the poor reach the rest's base-year use, or horizon + 1.
    pub years_behind: L,
}

impl<L: Lane, const G: usize> State<L, G> {
    /// The base year: country figures and the packet's own base inputs.
    #[inline(always)]
    pub fn base(anchor: &Anchor<G>, th: &Theta<L, G>) -> Self {
        let zero = th.population().like(0.0);
        let none = [zero; G];
        let mut state = State {
            coverage: none,
            settled: none,
            tide: [zero.like(anchor.national_logit); G],
            levers: none,
            usage: none,
            electricity: none,
            power_logit: none,
            skills: none,
            skill_logit: none,
            trained: none,
            data: th.data(),
            policy: th.policy(),
            compute: th.compute(),
            trust: th.trust(),
            frontier: th.frontier_2025().min(th.frontier_cap() * 0.999),
            firms: th.ai_firms(),
            workers: [th.ai_workers(); G],
            labour: Labour::base(anchor, th),
            harmed: none,
            people: th.population(),
            ledger: Ledger::empty(zero, anchor.path.len()),
        };
        for g in 0..G {
            state.coverage[g] = zero.like(anchor.coverage[g]);
            state.settled[g] = state.coverage[g];
            state.usage[g] = zero.like(anchor.usage[g]);
            state.electricity[g] = zero.like(anchor.electricity[g]);
            state.skills[g] = zero.like(anchor.skills[g]);
            state.power_logit[g] = soft_logit(state.electricity[g]);
            state.skill_logit[g] = soft_logit(state.skills[g]);
        }
        state
    }
}

impl<L: Lane, const G: usize> Labour<L, G> {
    /// (E13) Employment split over jobs in proportion to exposure.
    #[inline(always)]
    fn base(anchor: &Anchor<G>, th: &Theta<L, G>) -> Self {
        let zero = th.population().like(0.0);
        let none = [zero; G];
        let mut labour = Labour {
            automatable: none,
            augmentable: none,
            other: none,
            scarred: none,
            displaced: none,
            out: none,
            other_noai: none,
            out_noai: none,
        };
        for g in 0..G {
            let auto = th.exposure_auto_mult() * anchor.auto_share[g];
            let aug = th.exposure_aug_mult() * anchor.aug_share[g];
            let rest = 1.0 - anchor.auto_share[g] - anchor.aug_share[g];
            let per_job = zero.like(anchor.employed[g]) / (auto + aug + rest);
            labour.automatable[g] = auto * per_job;
            labour.augmentable[g] = aug * per_job;
            labour.other[g] = per_job * rest;
            labour.out[g] = zero.like(1.0 - anchor.employed[g]);
            labour.other_noai[g] = labour.other[g];
            labour.out_noai[g] = labour.out[g];
        }
        labour
    }
}

impl<L: Lane, const G: usize> Ledger<L, G> {
    #[inline(always)]
    fn empty(zero: L, steps: usize) -> Self {
        Ledger {
            automated: [zero; G],
            displaced_women: zero,
            displaced: zero,
            transformed: zero,
            lost: zero,
            good_jobs: zero,
            scarred_jobs: zero,
            incidents: zero,
            displaced_peak: zero,
            worst_loss: zero.like(f64::MAX),
            harmed_peak: zero,
            years_behind: zero.like(steps as f64 + 1.0),
        }
    }
}
