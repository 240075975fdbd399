//! Why a base year cannot be built.

use super::Said;
use crate::seeds::BaselineError;
use crate::words::Value;
use crate::words::numbers::exact;

/// Code, sentence and help for a baseline that cannot be built.
#[must_use]
pub fn of_baseline(error: &BaselineError) -> (&'static str, String, Option<String>) {
    let said = said(error);
    (said.code, said.message, said.help)
}

pub(super) fn said(error: &BaselineError) -> Said {
    let said =
        |code: &'static str, values: &[(&str, Value<'_>)]| Said::new("baseline", code, values);
    let one = |code, name, value: &str| said(code, &[(name, Value::from(value))]);
    match error {
        BaselineError::UnknownCountry { id, nearest } => {
            one("unknown-country", "id", id).or_nearest(nearest.as_deref())
        }
        BaselineError::UnknownGroup { id, nearest } => {
            one("unknown-group", "id", id).or_nearest(nearest.as_deref())
        }
        BaselineError::NoData { iso3, missing } => said(
            "no-data",
            &[
                ("id", Value::from(iso3)),
                ("missing", Value::from(*missing)),
            ],
        ),
        BaselineError::UnknownInput { id, nearest } => {
            one("unknown-input", "id", id).or_nearest(nearest.as_deref())
        }
        BaselineError::OutOfRange {
            input,
            value,
            min,
            max,
        } => said(
            "out-of-range",
            &[
                ("id", Value::from(input)),
                ("value", Value::from(exact(*value))),
                ("min", Value::from(exact(*min))),
                ("max", Value::from(exact(*max))),
            ],
        ),
        BaselineError::NotFixed { input } => one("not-fixed", "id", input),
        BaselineError::CountryOnly { input } => one("country-only", "id", input),
        BaselineError::NeedsBothSexes => said("needs-both-sexes", &[]),
        BaselineError::ExposureOnCustom => said("exposure-on-custom", &[]),
        BaselineError::CohortCount { count } => {
            said("cohort-count", &[("count", Value::from(*count))])
        }
        BaselineError::DuplicateCohort { id } => one("duplicate-cohort", "id", id),
        BaselineError::ShareSum { sum } => one("share-sum", "sum", &exact(*sum)),
        BaselineError::UsageOutsideCoverage { id } => one("usage-outside-coverage", "id", id),
        BaselineError::TooManyExposedJobs { id } => one("too-many-exposed-jobs", "id", id),
    }
}
