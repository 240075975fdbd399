//! What the base year and the reference path fix once for a country: equations E4 and E5 count
//! only what goes beyond them.
//!
//! Plain numbers, the same for all draws, padded to `G` cohorts with empty ones.

use super::Country;
use super::constants::{
    COVERAGE_UPTAKE, POVERTY_LOG_SD, POVERTY_MEAN_RATIO, POWER_ODDS_ELASTICITY, USE_POWER_DRAG,
    USE_SPREAD_MAX,
};
use super::math::{exp, ln, logistic, logit};
use super::normal::upper_tail;
use super::step::{close_gap, relax, soft_logit, tide};
use super::theta::Theta;

/// Share-weighted averages over one group of cohorts; all zero when the group is empty.
pub type Weights<const G: usize> = [f64; G];

/// Base-year figures and reference path of one country.
#[derive(Clone, Debug)]
pub struct Anchor<const G: usize> {
    /// Population share of each cohort.
    pub share: Weights<G>,
    /// Weights of the poor, the rest, women, men: shares within the group.
    pub poor: Weights<G>,
    /// See `poor`.
    pub rest: Weights<G>,
    /// See `poor`.
    pub women: Weights<G>,
    /// See `poor`.
    pub men: Weights<G>,
    /// 1 for cohorts of women.
    pub female: [f64; G],
    /// Base-year coverage.
    pub coverage: [f64; G],
    /// Base-year users per head.
    pub usage: [f64; G],
    /// Base-year electricity.
    pub electricity: [f64; G],
    /// Base-year skills.
    pub skills: [f64; G],
    /// Base-year employment.
    pub employed: [f64; G],
    /// Base-year automatable share of jobs.
    pub auto_share: [f64; G],
    /// Base-year augmentable share of jobs.
    pub aug_share: [f64; G],
    /// Base-year income, dollars a day.
    pub income: [f64; G],
    /// logit of users among the covered, base year.
    pub use_logit: [f64; G],
    /// Log odds of national use, base year.
    pub national_logit: f64,
    /// H: what cohorts must move so that the nation's log odds move by one.
    pub spread: f64,
    /// f: women's share of the population.
    pub women_share: f64,
    /// Base-year income of cohorts that own businesses (the non-poor), 0 for the poor.
    pub owner_income: [f64; G],
    /// 1 / sum of share times `owner_income`; 0 when everybody is poor.
    pub per_dollar_of_the_rest: f64,
    /// Share of people below the line in the base year, by the lognormal of `still_poor`.
    pub below_line: f64,
    /// pi~: the catalogue's median decline of the cost burden.
    pub typical_price_decline: f64,
    /// Reference path, one entry per simulated step.
    pub path: Vec<ReferenceStep<G>>,
}

/// What happens on the reference path from one year to the next.
#[derive(Clone, Copy, Debug)]
pub struct ReferenceStep<const G: usize> {
    /// dU P(t): how much the shortage of power slows the tide.
    pub power_drag: f64,
    /// What the levers' trend takes off the log odds in this step (subtracted in E4).
    pub trend: Trend<G>,
}

/// The parts of a year's trend, per cohort.
#[derive(Clone, Copy, Debug)]
pub struct Trend<const G: usize> {
    /// Rise of ls E, times its elasticity.
    pub power: [f64; G],
    /// Rise of ls S.
    pub skills: [f64; G],
    /// f nu~ plus the rise of ln Ce.
    pub norms_and_coverage: [f64; G],
}

impl<const G: usize> Anchor<G> {
    /// Fixes a country's base year and walks its reference path for `steps` years.
    ///
    /// `typical` holds every parameter at its catalogue median together with the country's own
    /// inputs. The country has at most `G` cohorts.
    pub fn new(country: &Country, typical: &Theta<f64, G>, steps: usize) -> Self {
        let mut anchor = Self::base_year(country);
        anchor.typical_price_decline = typical.price_decline()[0];
        anchor.path = reference_path(&anchor, typical, steps);
        anchor
    }

    fn base_year(country: &Country) -> Self {
        let column = |value: fn(&super::Cohort) -> f64| padded(country, value);
        let mut share = column(|c| c.share);
        share
            .iter_mut()
            .skip(country.cohorts.len())
            .for_each(|s| *s = 0.0);
        let (poor, female) = (
            column(|c| f64::from(c.poor)),
            column(|c| f64::from(c.female)),
        );
        let (coverage, usage) = (column(|c| c.coverage), column(|c| c.usage));
        let among_covered: [f64; G] = std::array::from_fn(|g| usage[g] / coverage[g]);
        let national = mean(&share, &usage);
        let moved: f64 = (0..G)
            .map(|g| share[g] * coverage[g] * among_covered[g] * (1.0 - among_covered[g]))
            .sum();
        let income = column(|c| c.income);
        let owner_income = std::array::from_fn(|g| if poor[g] == 1.0 { 0.0 } else { income[g] });
        let owned = mean(&share, &owner_income);
        Anchor {
            per_dollar_of_the_rest: if owned > 0.0 { 1.0 / owned } else { 0.0 },
            owner_income,
            poor: group(&share, &poor, 1.0),
            rest: group(&share, &poor, 0.0),
            women: group(&share, &female, 1.0),
            men: group(&share, &female, 0.0),
            women_share: mean(&share, &female),
            share,
            female,
            coverage,
            usage,
            electricity: column(|c| c.electricity),
            skills: column(|c| c.skills),
            employed: column(|c| c.employed),
            auto_share: column(|c| c.auto_share),
            aug_share: column(|c| c.aug_share),
            income,
            use_logit: among_covered.map(logit),
            national_logit: logit(national),
            spread: (national * (1.0 - national) / moved).min(USE_SPREAD_MAX),
            below_line: upper_tail(ln(POVERTY_MEAN_RATIO) / POVERTY_LOG_SD),
            typical_price_decline: 0.0,
            path: Vec::new(),
        }
    }
}

/// Reads one figure of every cohort; empty places repeat the first cohort, with no weight.
fn padded<const G: usize>(country: &Country, value: fn(&super::Cohort) -> f64) -> [f64; G] {
    std::array::from_fn(|g| {
        country
            .cohorts
            .get(g)
            .or(country.cohorts.first())
            .map_or(0.0, value)
    })
}

/// Average over cohorts with the given weights.
pub fn mean<const G: usize>(weights: &Weights<G>, values: &[f64; G]) -> f64 {
    weights.iter().zip(values).map(|(w, v)| w * v).sum()
}

/// Weights of the cohorts whose flag equals `wanted`, summing to 1, or all zero.
fn group<const G: usize>(share: &Weights<G>, flag: &[f64; G], wanted: f64) -> Weights<G> {
    let inside: [f64; G] = std::array::from_fn(|g| if flag[g] == wanted { share[g] } else { 0.0 });
    let total: f64 = inside.iter().sum();
    if total > 0.0 {
        inside.map(|w| w / total)
    } else {
        inside
    }
}

/// Equations E1 to E6 at catalogue medians, without effects and surprises.
fn reference_path<const G: usize>(
    anchor: &Anchor<G>,
    typical: &Theta<f64, G>,
    steps: usize,
) -> Vec<ReferenceStep<G>> {
    let mut here = ReferenceState {
        coverage: anchor.coverage,
        settled: anchor.coverage,
        electricity: anchor.electricity,
        skills: anchor.skills,
        tide: anchor.national_logit,
        levers: [0.0; G],
        usage: anchor.usage,
    };
    (0..steps).map(|_| here.advance(anchor, typical)).collect()
}

struct ReferenceState<const G: usize> {
    coverage: [f64; G],
    settled: [f64; G],
    electricity: [f64; G],
    skills: [f64; G],
    tide: f64,
    levers: [f64; G],
    usage: [f64; G],
}

impl<const G: usize> ReferenceState<G> {
    fn advance(&mut self, anchor: &Anchor<G>, th: &Theta<f64, G>) -> ReferenceStep<G> {
        let national_power = mean(&anchor.share, &self.electricity);
        let power_drag = USE_POWER_DRAG * (soft_logit(national_power) - soft_logit(1.0));
        let mut trend = Trend {
            power: [0.0; G],
            skills: [0.0; G],
            norms_and_coverage: [0.0; G],
        };
        self.tide = tide(
            self.tide,
            th.use_growth()[0] + power_drag,
            th.use_slowdown()[0],
        );
        for g in 0..G {
            let covered = relax(
                self.coverage[g],
                th.coverage_rate()[g] * th.coverage_equity()[g],
                th.coverage_loss()[g],
            );
            let settled = settle(self.settled[g], self.coverage[g], covered);
            let power = close_gap(self.electricity[g], th.power_rate()[g]);
            let skill_hazard = th.skill_rate()[g] + th.skill_learning()[g] * self.usage[g];
            let skills = close_gap(self.skills[g], skill_hazard);
            let norm = th.norm_relax_rate()[g];
            let settled_rise = ln(settled) - ln(self.settled[g]);
            trend.power[g] =
                POWER_ODDS_ELASTICITY * (soft_logit(power) - soft_logit(self.electricity[g]));
            trend.skills[g] = soft_logit(skills) - soft_logit(self.skills[g]);
            trend.norms_and_coverage[g] = anchor.women_share * norm + settled_rise;
            self.levers[g] += anchor.female[g] * norm - trend.norms_and_coverage[g];
            (self.coverage[g], self.settled[g]) = (covered, settled);
            (self.electricity[g], self.skills[g]) = (power, skills);
            let logit = anchor.use_logit[g]
                + anchor.spread * (self.tide - anchor.national_logit)
                + self.levers[g];
            self.usage[g] = settled * logistic(logit);
        }
        ReferenceStep { power_drag, trend }
    }
}

/// (E2) Settled coverage after a year in which coverage went from `before` to `after`.
fn settle(settled: f64, before: f64, after: f64) -> f64 {
    let kept = settled * (after / before).min(1.0);
    after - (after - kept) * exp(-COVERAGE_UPTAKE)
}
