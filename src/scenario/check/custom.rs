//! Made-up places.

use super::names::is_id;
use super::report::Report;
use super::{Code, Named, numbers};
use crate::scenario::{CustomBaseline, CustomCohort, Place, Range};
use std::collections::HashSet;

/// Most cohorts that the model can hold.
const MOST_COHORTS: usize = 8;

/// How far shares may miss 1.
const SLACK: f64 = 1e-6;

/// Names that stand for several cohorts.
pub(super) const TAGS: [&str; 4] = ["poor", "rest", "women", "men"];

const HAZARD: Range = range(0.0, 100.0);

const fn range(min: f64, max: f64) -> Range {
    Range { min, max }
}

/// Checks a made-up place; `place` is that of the whole baseline.
pub(super) fn check(made_up: &CustomBaseline, report: &mut Report, place: &Place) {
    for (name, value, range) in national(made_up) {
        if let Some(value) = value {
            numbers::value(report, place.field(name), value, range);
        }
    }
    let place = place.field("cohorts");
    let count = made_up.cohorts.len();
    if !(1..=MOST_COHORTS).contains(&count) {
        let most = MOST_COHORTS;
        report.add(place.clone(), Code::CohortCount { count, most });
    }
    let sum: f64 = made_up.cohorts.iter().map(|cohort| cohort.share).sum();
    if count > 0 && (sum - 1.0).abs() > SLACK {
        report.add(place.clone(), Code::SharesSum { sum });
    }
    let mut seen = HashSet::new();
    for (number, cohort) in made_up.cohorts.iter().enumerate() {
        let place = place.index(number);
        id(cohort, &mut seen, report, &place.field("id"));
        self::cohort(cohort, report, &place);
    }
}

fn national(made_up: &CustomBaseline) -> [(&'static str, Option<f64>, Range); 19] {
    [
        ("population", Some(made_up.population), range(1.0, 1e11)),
        ("growth", made_up.growth, range(-0.2, 0.2)),
        ("working_age", made_up.working_age, Range::SHARE),
        ("compute", Some(made_up.compute), Range::SHARE),
        ("data", Some(made_up.data), Range::SHARE),
        ("policy", Some(made_up.policy), Range::SHARE),
        ("ai_firms", Some(made_up.ai_firms), Range::SHARE),
        ("ai_workers", Some(made_up.ai_workers), Range::SHARE),
        ("trust", made_up.trust, range(0.01, 1.0)),
        ("trade_x", made_up.trade_x, Range::SHARE),
        ("trade_y", made_up.trade_y, Range::SHARE),
        ("reskill_coverage", made_up.reskill_coverage, Range::SHARE),
        (
            "local_service_share",
            made_up.local_service_share,
            Range::SHARE,
        ),
        ("transfer_share", made_up.transfer_share, Range::SHARE),
        ("replacement", made_up.replacement, Range::SHARE),
        ("coverage_loss", made_up.coverage_loss, HAZARD),
        ("layer_loss", made_up.layer_loss, HAZARD),
        ("reemploy_mult", made_up.reemploy_mult, HAZARD),
        ("labour_protection", made_up.labour_protection, Range::SHARE),
    ]
}

fn id<'a>(
    cohort: &'a CustomCohort,
    seen: &mut HashSet<&'a str>,
    report: &mut Report,
    place: &Place,
) {
    let (id, of) = (cohort.id.clone(), Named::Cohort);
    if !is_id(&id) {
        report.add(place.clone(), Code::BadId { id, of });
    } else if TAGS.contains(&id.as_str()) {
        report.add(place.clone(), Code::ReservedCohort { id });
    } else if !seen.insert(&cohort.id) {
        report.add(place.clone(), Code::RepeatedId { id, of });
    }
}

fn cohort(cohort: &CustomCohort, report: &mut Report, place: &Place) {
    let shares = [
        ("share", cohort.share),
        ("coverage", cohort.coverage),
        ("electricity", cohort.electricity),
        ("skills", cohort.skills),
        ("employed", cohort.employed),
        ("auto_share", cohort.auto_share),
        ("aug_share", cohort.aug_share),
    ];
    for (name, value) in shares {
        numbers::value(report, place.field(name), value, Range::SHARE);
    }
    numbers::value(
        report,
        place.field("income"),
        cohort.income,
        range(0.01, 1e6),
    );
    if let Some(equity) = cohort.coverage_equity {
        numbers::value(report, place.field("coverage_equity"), equity, HAZARD);
    }
    let (usage, coverage) = (cohort.usage, cohort.coverage);
    if !(0.0 < usage && usage < coverage) {
        report.add(place.field("usage"), Code::UsageOutside { usage, coverage });
    }
    let sum = cohort.auto_share + cohort.aug_share;
    if sum > 1.0 {
        report.add(place.field("aug_share"), Code::ExposedSum { sum });
    }
}
