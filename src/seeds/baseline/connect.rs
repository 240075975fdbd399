//! People, coverage and use of the four cohorts (rules 1 to 5).

use super::error::BaselineError;
use super::figures::{Figures, group_name};
use super::flags::change;
use super::spread::{logit, mean, sigma, spread};
use crate::seeds::{Cause, Figure};

/// Poor women, poor men, other women, other men.
pub(super) type ByCohort = [f64; 4];

/// The first year whose split of use by sex is recent enough.
const RECENT_SPLIT: i32 = 2016;

/// Shares of the population (rule 1).
pub(super) struct People {
    pub(super) poverty: f64,
    pub(super) women: f64,
    pub(super) shares: ByCohort,
}

pub(super) fn people(figures: &mut Figures<'_>) -> Result<People, BaselineError> {
    let poverty = figures.bounded("poverty", figures.record.poverty, 0.002, 0.97);
    let women = figures.required("female_share", figures.record.female_share)?;
    let rest = 1.0 - poverty;
    let shares = [
        poverty * women,
        poverty * (1.0 - women),
        rest * women,
        rest * (1.0 - women),
    ];
    Ok(People {
        poverty,
        women,
        shares,
    })
}

/// Coverage, use, electricity and skills of each cohort (rules 2 to 5).
pub(super) struct Connectivity {
    pub(super) coverage: ByCohort,
    pub(super) usage: ByCohort,
    pub(super) electricity: ByCohort,
    pub(super) skills: ByCohort,
}

pub(super) fn connectivity(
    figures: &mut Figures<'_>,
    people: &People,
) -> Result<Connectivity, BaselineError> {
    let (national_coverage, national_use) = coverage_and_use(figures);
    let coverage = spread(national_coverage, &people.shares, &[-1.0, -1.0, 0.0, 0.0]);
    let women = women_shift(figures, people.women, national_use)?;
    let usage = usage(figures, people, national_use, women, &coverage);
    let electricity = figures.bounded("electricity", figures.record.electricity, 0.02, 0.999);
    let electricity = spread(electricity, &people.shares, &[-1.5, -1.5, 0.0, 0.0]);
    let skills = national_skills(figures, national_use);
    let skills = spread(
        skills,
        &people.shares,
        &[0.8 * women - 1.0, -1.0, 0.8 * women, 0.0],
    );
    Ok(Connectivity {
        coverage,
        usage,
        electricity,
        skills,
    })
}

/// Rule 2: coverage is raised where it lies below use.
fn coverage_and_use(figures: &mut Figures<'_>) -> (f64, f64) {
    let larger = larger_of(figures.record.coverage_4g, figures.record.coverage_3g);
    let coverage = figures.bounded("coverage", larger, 0.05, 0.999);
    let usage = figures.bounded("usage", figures.record.usage, 0.01, 0.985);
    if usage <= 0.98 * coverage {
        return (coverage, usage);
    }
    let raised = (usage / 0.98).min(0.999);
    let change = change(coverage, raised);
    figures.flags.add(
        "coverage",
        Cause::RaisedCoverage,
        larger.and_then(|figure| figure.year),
        &change,
    );
    (raised, usage.min(0.98 * raised))
}

fn larger_of(one: Option<Figure>, other: Option<Figure>) -> Option<Figure> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.value > one.value { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// Rule 3: how far women's log odds of use lie from men's.
fn women_shift(figures: &mut Figures<'_>, women: f64, usage: f64) -> Result<f64, BaselineError> {
    let (of_women, of_men) = match use_by_sex(figures)? {
        Some(measured) => measured,
        None => {
            figures.flags.add(
                "usage_by_sex",
                Cause::Parity,
                None,
                &[("group", group_name(figures.group))],
            );
            let parity = figures.assumed("parity");
            let men = usage / (women * parity + 1.0 - women);
            (parity * men, men)
        }
    };
    Ok(logit(of_women.min(0.99)) - logit(of_men.min(0.99)))
}

/// Use by women and men: from the setting, or measured recently enough.
fn use_by_sex(figures: &Figures<'_>) -> Result<Option<(f64, f64)>, BaselineError> {
    let recent =
        |figure: Option<Figure>| figure.filter(|f| f.year.is_some_and(|year| year >= RECENT_SPLIT));
    let given = [
        figures.replaced("usage_women"),
        figures.replaced("usage_men"),
    ];
    let women = given[0].or(recent(figures.record.usage_women).map(|figure| figure.value));
    let men = given[1].or(recent(figures.record.usage_men).map(|figure| figure.value));
    match (women, men) {
        (Some(women), Some(men)) => Ok(Some((women, men))),
        _ if given.iter().any(Option::is_some) => Err(BaselineError::NeedsBothSexes),
        _ => Ok(None),
    }
}

/// Rule 3: use of each cohort, below its coverage.
fn usage(
    figures: &mut Figures<'_>,
    people: &People,
    national: f64,
    women: f64,
    coverage: &ByCohort,
) -> ByCohort {
    let mut usage = spread(national, &people.shares, &[women - 1.5, -1.5, women, 0.0]);
    for (users, covered) in usage.iter_mut().zip(coverage) {
        *users = users.min(0.985 * covered);
    }
    let left = mean(&people.shares, &usage);
    if national - left >= 0.005 {
        figures
            .flags
            .add("usage", Cause::CappedUse, None, &change(national, left));
    }
    usage
}

/// Rule 5: a regression on use and schooling.
fn national_skills(figures: &mut Figures<'_>, usage: f64) -> f64 {
    if let Some(given) = figures.replaced("skills") {
        return given;
    }
    let year = figures.record.schooling.and_then(|figure| figure.year);
    figures.flags.add("skills", Cause::Regression, year, &[]);
    let schooling = figures.figure("schooling", figures.record.schooling);
    sigma(-2.482 + 0.368 * logit(usage) + 0.136 * schooling).clamp(0.02, 0.95)
}
