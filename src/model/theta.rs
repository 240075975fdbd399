//! Everything that may differ by draw or be moved by an effect: parameters and country inputs.
//!
//! Each name is a slot; national slots hold one packet, the others one packet per cohort. The
//! names are those of the catalogue, so a path of an effect *is* the name of a slot.

use super::lane::Lane;

/// Where a named quantity lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// One value for the whole country.
    National(usize),
    /// One value for each cohort.
    Cohort(usize),
}

/// The current value of every slot, for one packet of draws and `G` cohorts.
#[derive(Clone, Copy)]
pub struct Theta<L, const G: usize> {
    /// National slots, in the order of [`NATIONAL`].
    pub national: [L; NATIONAL.len()],
    /// Cohort slots, in the order of [`COHORT`].
    pub cohort: [[L; G]; COHORT.len()],
}

impl<L: Lane, const G: usize> Theta<L, G> {
    /// All slots at zero; `zero` says which machine we are on.
    #[inline(always)]
    pub fn zero(zero: L) -> Self {
        Theta {
            national: [zero; NATIONAL.len()],
            cohort: [[zero; G]; COHORT.len()],
        }
    }

    /// Puts one value into a slot, for all cohorts alike.
    #[inline(always)]
    pub fn set(&mut self, slot: Slot, value: L) {
        match slot {
            Slot::National(i) => self.national[i] = value,
            Slot::Cohort(i) => self.cohort[i] = [value; G],
        }
    }
}

/// The slot of a parameter or country input, if the equations know the name.
pub fn slot(name: &str) -> Option<Slot> {
    let find = |names: &[&str]| names.iter().position(|n| *n == name);
    find(NATIONAL)
        .map(Slot::National)
        .or_else(|| find(COHORT).map(Slot::Cohort))
}

macro_rules! slots {
    ($list:ident, $index:ident, $field:ident, $out:ty, $($(#[doc = $doc:literal])* $name:ident,)*) => {
        /// Names of these slots, in order.
        pub const $list: &[&str] = &[$(stringify!($name)),*];
        #[allow(non_camel_case_types, clippy::enum_variant_names, reason = "named like the catalogue")]
        enum $index { $($name),* }
        impl<L: Lane, const G: usize> Theta<L, G> {
            $(
                $(#[doc = $doc])*
                #[inline(always)]
                pub fn $name(&self) -> $out {
                    self.$field[$index::$name as usize]
                }
            )*
        }
    };
}

slots! { NATIONAL, NationalIndex, national, L,
    /// kQ: gap closing of compute and network quality, per year.
    compute_rate,
    /// kD: gap closing of the data layer, per year.
    data_rate,
    /// kG: gap closing of the policy layer, per year.
    policy_rate,
    /// rho: exponent of readiness; lower means that the weakest layer dominates.
    ces_rho,
    /// F0: frontier in the base year.
    frontier_2025,
    /// rF: growth of the frontier, per year.
    frontier_growth,
    /// Fm: ceiling of the frontier.
    frontier_cap,
    /// phi: curvature of the adoption ceiling in readiness.
    readiness_exponent,
    /// mX: multiplier on the odds that a job is automatable.
    exposure_auto_mult,
    /// mM: multiplier on the odds that a job is augmentable.
    exposure_aug_mult,
    /// lk: share of the surplus that leaves the country.
    profit_leak,
    /// l0: serious incidents a year at full adoption without guardrails.
    incident_rate,
    /// al: how incidents fall as the policy layer strengthens.
    guardrail_exponent,
    /// sm: median share of people harmed by an incident.
    severity_median,
    /// kT: trust lost per incident.
    trust_loss,
    /// Decay of the data, policy and compute layers, per year.
    layer_loss,
    /// tau: share of the surplus at home that is spread per head.
    transfer_share,
    /// People in the base year.
    population,
    /// n: population growth per year.
    growth,
    /// wa: share of the population of working age.
    working_age,
    /// Compute layer in the base year.
    compute,
    /// Data layer in the base year.
    data,
    /// Policy layer in the base year.
    policy,
    /// a in the base year.
    ai_firms,
    /// v in the base year.
    ai_workers,
    /// T in the base year.
    trust,
}

slots! { COHORT, CohortIndex, cohort, [L; G],
    /// kC: hazard of gaining coverage, per year.
    coverage_rate,
    /// aU: yearly rise of the log odds of use.
    use_growth,
    /// kU: how fast that rise fades.
    use_slowdown,
    /// sU: size of the yearly surprise in the log odds of use.
    use_noise,
    /// pi: yearly log decline of the cost burden.
    price_decline,
    /// thA: log odds of use per log point of price beyond trend.
    price_odds_elasticity,
    /// kE: hazard of gaining electricity.
    power_rate,
    /// s0: hazard of gaining basic skills outside use.
    skill_rate,
    /// s1: extra skill hazard at full use.
    skill_learning,
    /// thS: log odds of use per logit point of skill beyond trend.
    skill_odds_elasticity,
    /// nu: yearly easing of norms that keep women offline, in log odds.
    norm_relax_rate,
    /// om: representation of an offline person relative to one online.
    offline_representation,
    /// qA: imitation coefficient of AI adoption.
    ai_bass_q,
    /// eM: how much better connected augmentable jobs are than the cohort.
    aug_selectivity,
    /// dX: hazard of losing an automatable job at full adoption.
    displacement_hazard,
    /// tX': hazard at which an automatable job becomes augmentable.
    transform_rate,
    /// eta: hazard of losing a foreign-facing job.
    external_hazard,
    /// eG: that hazard for goods exports, relative.
    external_goods_ratio,
    /// rR: new-task jobs per displaced job at full readiness.
    reinstatement_ratio,
    /// fZ: hazard of finding other work after displacement.
    reemploy_rate,
    /// xR: extra hazard of moving to an augmentable job when trained.
    reskill_effect,
    /// sc: earnings loss of re-employed displaced workers.
    scar_loss,
    /// bJ: hazard of finding work per unit of newly gained use.
    conn_job_gain,
    /// gP: output gain of an augmented worker.
    prod_gain,
    /// pt: share of that gain that reaches the worker.
    pass_through,
    /// rl: share of the gain available without local data or language.
    relevance_floor,
    /// io: income gain of a person who comes online.
    online_income_gain,
    /// gS: income gain from fully localised AI services.
    service_gain,
    /// kB: extra incidents when data are unrepresentative.
    data_bias_weight,
    /// lh: income lost by a harmed person in the first year.
    harm_income_loss,
    /// e: how fast coverage reaches the cohort, relative.
    coverage_equity,
    /// Hazard of losing coverage, per year.
    coverage_loss,
    /// tX: share of automatable jobs serving foreign customers.
    trade_x,
    /// tY: share of other jobs making goods for export.
    trade_y,
    /// rc: share reached by retraining.
    reskill_coverage,
    /// ls: share of AI services in local form.
    local_service_share,
    /// rep: share of the wage replaced while displaced.
    replacement,
    /// Multiplier on re-employment.
    reemploy_mult,
    /// psi: how far a full policy layer protects automatable jobs.
    labour_protection,
}
