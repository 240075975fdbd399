//! Employment, exposure to AI and income of the four cohorts (rules 6 to 8).

use super::connect::{ByCohort, People};
use super::figures::{Figures, group_name};
use super::spread::mean;
use crate::model::math::pow;
use crate::scenario::Exposure;
use crate::seeds::Cause;

/// Jobs and incomes of each cohort.
pub(super) struct Work {
    pub(super) employed: ByCohort,
    pub(super) automatable: ByCohort,
    pub(super) augmentable: ByCohort,
    pub(super) income: ByCohort,
}

/// What the jobs of a country are like.
struct Jobs {
    /// Share of the employed who earn a wage or salary.
    waged: f64,
    /// Share of employed women in services.
    services_women: f64,
    /// Share of employed men in services.
    services_men: f64,
    /// Share of all the employed in services.
    services: f64,
    /// Employed people of each cohort, as shares of all people.
    weights: ByCohort,
}

pub(super) fn work(figures: &mut Figures<'_>, people: &People, exposure: Exposure) -> Work {
    let women = figures.bounded("employed_women", figures.record.employed_women, 0.05, 0.95);
    let men = figures.bounded("employed_men", figures.record.employed_men, 0.05, 0.95);
    let employed = [women, men, women, men];
    let jobs = jobs(figures, people, employed);
    let augmentable = augmentable(&jobs);
    let automatable = match exposure {
        Exposure::Ilo2023 => automatable_ilo(&jobs),
        Exposure::ImfLowComplementarity => {
            figures.flags.add(
                "auto_share",
                Cause::ExposureDefinition,
                None,
                &[("group", group_name(figures.group))],
            );
            automatable_imf(&jobs, figures.assumed("exposure_imf"), &augmentable)
        }
    };
    Work {
        employed,
        automatable,
        augmentable,
        income: income(figures, people.poverty),
    }
}

fn jobs(figures: &mut Figures<'_>, people: &People, employed: ByCohort) -> Jobs {
    let waged = figures.figure("waged", figures.record.waged);
    let services_women =
        figures.figure_or("services_women", figures.record.services_women, "services");
    let services_men = figures.figure_or("services_men", figures.record.services_men, "services");
    let (women, men) = (
        employed[0] * people.women,
        employed[1] * (1.0 - people.women),
    );
    let services = (women * services_women + men * services_men) / (women + men);
    let weights = std::array::from_fn(|cohort| employed[cohort] * people.shares[cohort]);
    Jobs {
        waged,
        services_women,
        services_men,
        services,
        weights,
    }
}

/// Automatable share of jobs of which a share are waged and in services; runs through the ILO's 0.4 and 5.5 %.
fn automatable_share(waged_services: f64) -> f64 {
    if waged_services > 0.0 {
        0.083 * pow(waged_services, 1.07)
    } else {
        0.0
    }
}

/// Women 1.4 and men 0.6 times, the poor 0.12 times, before rescaling.
fn automatable_pattern(jobs: &Jobs) -> ByCohort {
    let women = 1.4 * automatable_share(jobs.waged * jobs.services_women);
    let men = 0.6 * automatable_share(jobs.waged * jobs.services_men);
    [0.12 * women, 0.12 * men, women, men]
}

/// Rule 7, with the cap of a quarter of the jobs of a cohort.
fn automatable_ilo(jobs: &Jobs) -> ByCohort {
    let national = automatable_share(jobs.waged * jobs.services);
    rescaled(jobs, automatable_pattern(jobs), national).map(|share| share.min(0.25))
}

/// The wider definition: the national mean comes out as published, so the cap of a quarter, which
/// would bind almost everywhere, does not apply. Where few women work, the pattern may ask for
/// more jobs than a cohort has: then all its jobs that are not augmentable count, and the other
/// cohorts take up the rest in proportion.
fn automatable_imf(jobs: &Jobs, national: f64, augmentable: &ByCohort) -> ByCohort {
    let limits = augmentable.map(|share| 1.0 - share);
    let mut pattern = automatable_pattern(jobs);
    let mut full = [false; 4];
    loop {
        let taken: f64 = (0..4)
            .filter(|&g| full[g])
            .map(|g| jobs.weights[g] * limits[g])
            .sum();
        let open: f64 = (0..4)
            .filter(|&g| !full[g])
            .map(|g| jobs.weights[g] * pattern[g])
            .sum();
        let total: f64 = jobs.weights.iter().sum();
        let factor = if open > 0.0 {
            (national * total - taken) / open
        } else {
            0.0
        };
        for g in (0..4).filter(|&g| !full[g]) {
            pattern[g] *= factor;
        }
        let over: Vec<usize> = (0..4)
            .filter(|&g| !full[g] && pattern[g] > limits[g])
            .collect();
        for &g in &over {
            (full[g], pattern[g]) = (true, limits[g]);
        }
        if over.is_empty() {
            return pattern;
        }
    }
}

/// Rule 7 for augmentable jobs: the poor hold 0.45 times as many.
fn augmentable(jobs: &Jobs) -> ByCohort {
    let national = 0.100 + 0.034 * (jobs.waged * jobs.services / 0.67).min(1.0);
    rescaled(jobs, [0.45, 0.45, 1.0, 1.0], national).map(|share| share.min(0.4))
}

/// The pattern times a factor, so that its mean over the employed is `national`.
fn rescaled(jobs: &Jobs, pattern: ByCohort, national: f64) -> ByCohort {
    let raw = mean(&jobs.weights, &pattern);
    let factor = if raw > 0.0 { national / raw } else { 0.0 };
    pattern.map(|share| share * factor)
}

/// Rule 8: dollars a day at purchasing-power parity.
fn income(figures: &mut Figures<'_>, poverty: f64) -> ByCohort {
    let mean = 0.6 * figures.figure("gni_per_head", figures.record.gni_per_head) / 365.0;
    let others = ((mean - 2.1 * poverty) / (1.0 - poverty)).max(3.5);
    [2.05, 2.15, 0.95 * others, 1.05 * others]
}
