//! How the numbers of a subject are written: scale, sign, and what stands for our range.

use crate::analysis::summary::Moments;
use crate::live::{CohortMeasure, Subject};
use crate::words::answers;
use crate::words::numbers::{Range, Scale};

/// Gaps between groups or countries that are told in points.
const POINTS: [&str; 3] = ["poor_gap_pp", "usage_gap_between", "ai_dividend_gap"];

/// Whether a subject is a share of model runs, not a value within each run.
#[must_use]
pub fn is_share_of_runs(subject: &Subject) -> bool {
    matches!(subject, Subject::Indicator(key) if key.starts_with("setback_"))
}

/// Whether a subject measures a change, so that gains carry a plus sign.
#[must_use]
pub fn is_change(subject: &Subject) -> bool {
    match subject {
        Subject::Indicator(key) => {
            !is_share_of_runs(subject) && (key.contains("_vs_") || key == "worst_loss_poor")
        }
        Subject::Cohort(measure, _) => *measure == CohortMeasure::IncomeVsNoai,
    }
}

/// The scale in which a subject's numbers are written.
#[must_use]
pub fn scale(subject: &Subject, ranges: &[Range]) -> Scale {
    let unit = subject.unit();
    let scale = match subject {
        Subject::Indicator(key) if unit == "share" && POINTS.contains(&key.as_str()) => {
            Scale::of("points", ranges)
        }
        _ if is_share_of_runs(subject) => Scale::of("probability", ranges),
        _ => Scale::of(&unit, ranges),
    };
    if is_change(subject) {
        scale.signed()
    } else {
        scale
    }
}

/// The scale for differences between two values of a subject: points between shares.
#[must_use]
pub fn difference_scale(subject: &Subject, ranges: &[Range]) -> Scale {
    match subject.unit().as_str() {
        "share" => Scale::of("points", ranges).signed(),
        unit => Scale::of(unit, ranges).signed(),
    }
}

/// Middle and range of a subject; a share of runs has no range of its own.
#[must_use]
pub fn range(subject: &Subject, moments: &Moments) -> Range {
    if is_share_of_runs(subject) {
        let known = Some(moments.mean).filter(|mean| mean.is_finite());
        known.map_or_else(Range::default, Range::certain)
    } else {
        answers::range(moments)
    }
}
