//! What a check found in a scenario.

use super::Said;
use super::quantity::of_quantity;
use crate::scenario::{Code, FlagFacts, MOST_PATHS, Named, Severity, What};
use crate::words::numbers::exact;
use crate::words::{Value, tell};
use crate::{scenario, tell};

/// The name of a severity in JSON.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

type Values<'a> = &'a [(&'a str, Value<'a>)];

fn said(code: &'static str, values: Values<'_>) -> Said {
    Said::new("finding", code, values)
}

fn one(code: &'static str, name: &str, value: &str) -> Said {
    said(code, &[(name, Value::from(value))])
}

/// The sentence for a finding: names and settings first, then the rest.
pub(super) fn of_code(code: &Code) -> Said {
    match code {
        Code::BadId { id, of } => said("bad-id", &named(id, *of)),
        Code::RepeatedId { id, of } => said("repeated-id", &named(id, *of)),
        Code::RepeatedEffect { id } => one("repeated-effect", "id", id),
        Code::ReservedCohort { id } => one("reserved-cohort", "id", id),
        Code::Unknown { what, id, nearest } => {
            let what = tell(what_id(*what), &[]);
            said(
                "unknown",
                &[("what", Value::from(what)), ("id", Value::from(id))],
            )
            .or_nearest(nearest.as_deref())
        }
        Code::InputAsAssumption { id } => one("input-as-assumption", "id", id),
        Code::ParameterAsInput { id } => one("parameter-as-input", "id", id),
        Code::HorizonStart { year } => {
            let base = scenario::BASE_YEAR.to_string();
            said(
                "horizon-start",
                &[("base", Value::from(base)), ("year", Value::from(*year))],
            )
        }
        Code::HorizonEnd { year, first, last } => said("horizon-end", &years(*year, *first, *last)),
        Code::ExposureOnCustom => said("exposure-on-custom", &[]),
        Code::FigureUncertain { id } => one("figure-uncertain", "id", id),
        Code::FigureWithoutCountry { id } => one("figure-without-country", "id", id),
        Code::CohortCount { count, most } => said(
            "cohort-count",
            &[("count", Value::from(*count)), ("most", Value::from(*most))],
        ),
        Code::SharesSum { sum } => one("shares-sum", "sum", &exact(*sum)),
        Code::UsageOutside { usage, coverage } => said(
            "usage-outside",
            &[
                ("usage", Value::from(exact(*usage))),
                ("coverage", Value::from(exact(*coverage))),
            ],
        ),
        Code::ExposedSum { sum } => one("exposed-sum", "sum", &exact(*sum)),
        _ => of_number(code),
    }
}

/// Numbers, correlations and probabilities.
fn of_number(code: &Code) -> Said {
    match code {
        Code::Quantity(fault) => of_quantity(fault),
        Code::OutOfRange {
            found: (low, high),
            min,
            max,
        } => {
            let values = [
                ("low", exact(*low)),
                ("high", exact(*high)),
                ("min", exact(*min)),
                ("max", exact(*max)),
            ];
            said(
                "out-of-range",
                &values
                    .each_ref()
                    .map(|(name, text)| (*name, Value::from(text))),
            )
        }
        Code::ValueOutOfRange { value, min, max } => {
            let values = [
                ("value", exact(*value)),
                ("min", exact(*min)),
                ("max", exact(*max)),
            ];
            said(
                "value-out-of-range",
                &values
                    .each_ref()
                    .map(|(name, text)| (*name, Value::from(text))),
            )
        }
        Code::TailOutOfRange { min, max } => said(
            "tail-out-of-range",
            &[
                ("min", Value::from(exact(*min))),
                ("max", Value::from(exact(*max))),
            ],
        ),
        Code::Draws { draws, most } => said(
            "draws",
            &[("draws", Value::from(*draws)), ("most", Value::from(*most))],
        ),
        Code::CorrelatedWithItself { id } => one("correlated-with-itself", "id", id),
        Code::RepeatedPair { first, second } => said("repeated-pair", &pair(first, second)),
        Code::ProbabilitySum { sum, history } => said("probability-sum", &sum_after(*sum, history)),
        Code::ProbabilityMedians { sum, history } => {
            said("probability-medians", &sum_after(*sum, history))
        }
        Code::NoProbability { history } => said("no-probability", &sum_after(0.0, history)),
        Code::GivenNotBefore { node } => one("given-not-before", "id", node),
        Code::RepeatedGiven { node, branch } => said("repeated-given", &pair(node, branch)),
        _ => of_memory(code),
    }
}

/// What the room ranked and guessed.
fn of_memory(code: &Code) -> Said {
    match code {
        Code::Rank { rank, most } => said(
            "rank",
            &[("rank", Value::from(*rank)), ("most", Value::from(*most))],
        ),
        Code::GuessBackwards { low, high } => said(
            "guess-backwards",
            &[
                ("low", Value::from(exact(*low))),
                ("high", Value::from(exact(*high))),
            ],
        ),
        Code::NamesNothing { what, id, nearest } => {
            let what = tell(what_id(*what), &[]);
            let values = [("what", Value::from(what)), ("id", Value::from(id))];
            said("names-nothing", &values).or_nearest(nearest.as_deref())
        }
        Code::GuessOutside { year, first, last } => {
            said("guess-outside", &years(*year, *first, *last))
        }
        _ => of_tree(code),
    }
}

/// The tree.
fn of_tree(code: &Code) -> Said {
    match code {
        Code::NoRoot => said("no-root", &[]),
        Code::NoOutcomes { node } => one("no-outcomes", "id", node),
        Code::Unreachable { node } => one("unreachable", "id", node),
        Code::Cycle { nodes } => one("cycle", "nodes", &nodes.join(" → ")),
        Code::YearOutside { year, first, last } => {
            said("year-outside", &years(*year, *first, *last))
        }
        Code::YearNotAfter {
            node,
            year,
            parent,
            parent_year,
        } => said(
            "year-not-after",
            &[
                ("id", Value::from(node)),
                ("year", Value::from(*year)),
                ("parent", Value::from(parent)),
                ("before", Value::from(*parent_year)),
            ],
        ),
        Code::TooManyPaths { count, nodes } => {
            let factors = nodes
                .iter()
                .map(|(node, factor)| format!("{node} (×{factor})"));
            let nodes = factors.collect::<Vec<_>>().join(", ");
            let values = [
                ("count", count_of(*count)),
                ("most", count_of(MOST_PATHS)),
                ("nodes", Value::from(nodes)),
            ];
            said("too-many-paths", &values)
        }
        _ => of_effect(code),
    }
}

/// Effects.
fn of_effect(code: &Code) -> Said {
    match code {
        Code::TooManyEffects { count, most } => said(
            "too-many-effects",
            &[("count", Value::from(*count)), ("most", Value::from(*most))],
        ),
        Code::BaseOnly { path } => one("base-only", "id", path),
        Code::CohortsOnNational { path } => one("cohorts-on-national", "id", path),
        Code::StartBefore { start, year } => said(
            "start-before",
            &[("start", Value::from(*start)), ("year", Value::from(*year))],
        ),
        Code::StartAfterEnd { start, end } => said(
            "start-after-end",
            &[("start", Value::from(*start)), ("end", Value::from(*end))],
        ),
        Code::TooManyYears { years, most } => said(
            "too-many-years",
            &[("count", Value::from(*years)), ("most", Value::from(*most))],
        ),
        Code::Effort { effort } => said("effort", &[("effort", Value::from(*effort))]),
        Code::TwoSets {
            path,
            first,
            second,
            history,
        } => said("two-sets", &both(path, first, second, history)),
        Code::OppositeAdds {
            path,
            first,
            second,
            history,
        } => said("opposite-adds", &both(path, first, second, history)),
        _ => of_doubt(code),
    }
}

/// What is legal but doubtful.
fn of_doubt(code: &Code) -> Said {
    match code {
        Code::EmptyTitle => said("empty-title", &[]),
        Code::ReferenceIsItself { id } => one("reference-is-itself", "id", id),
        Code::RepeatedMeasure { id } => one("repeated-measure", "id", id),
        Code::MeasureWithoutEffect { id } => one("measure-without-effect", "id", id),
        Code::PullsBundle { adopted, with } => {
            said("pulls-bundle", &pair(&adopted.join(", "), &with.join(", ")))
        }
        Code::MeasureTooLate { id, start, end } => said(
            "measure-too-late",
            &[
                ("id", Value::from(id)),
                ("start", Value::from(*start)),
                ("end", Value::from(*end)),
            ],
        ),
        Code::NobodyMeant { id } => one("nobody-meant", "id", id),
        Code::NoDuration => said("no-duration", &[]),
        Code::WildcardWithoutEffect { id } => one("wildcard-without-effect", "id", id),
        Code::DissentOnNothing { on, nearest } => {
            one("dissent-on-nothing", "id", on).or_nearest(nearest.as_deref())
        }
        Code::UnknownEvidence { id, nearest } => {
            one("unknown-evidence", "id", id).or_nearest(nearest.as_deref())
        }
        Code::NoDoNothing { node } => one("no-do-nothing", "id", node),
        Code::OnlyBenefits { option } => one("only-benefits", "id", option),
        Code::NoPlainOption { node } => one("no-plain-option", "id", node),
        Code::SmallPoorCohorts { cohorts } => {
            let told = cohorts.iter().map(|(id, share)| {
                let share = crate::words::numbers::Scale::of("share", &[]).number(Some(*share));
                tell!(
                    "cohort-share",
                    who = crate::words::people::person_of(id),
                    share = share
                )
            });
            one(
                "small-poor-cohorts",
                "cohorts",
                &told.collect::<Vec<_>>().join(", "),
            )
        }
        Code::ManyNodes { count, most } => said(
            "many-nodes",
            &[("count", Value::from(*count)), ("most", Value::from(*most))],
        ),
        Code::ManyPaths { count, most } => said(
            "many-paths",
            &[("count", count_of(*count)), ("most", count_of(*most))],
        ),
        Code::DoubtfulData { flags } => one("doubtful-data", "flags", &doubts(flags)),
        Code::NoRationale { node } => one("no-rationale", "id", node),
        Code::AndMore { count } => said("and-more", &[("count", Value::from(*count))]),
        other => one("other", "reason", &other.to_string()),
    }
}

fn named(id: &str, of: Named) -> [(&'static str, Value<'_>); 2] {
    let of = match of {
        Named::Node => "kind-node",
        Named::Branch => "kind-branch",
        Named::Choice => "kind-option",
        Named::Effect => "kind-effect",
        Named::Wildcard => "kind-wildcard",
        Named::Cohort => "kind-cohort",
    };
    [("id", Value::from(id)), ("of", Value::from(tell(of, &[])))]
}

fn what_id(what: What) -> &'static str {
    match what {
        What::Country => "kind-country",
        What::Group => "kind-group",
        What::Input => "kind-input",
        What::Parameter => "kind-parameter",
        What::Path => "kind-effect-path",
        What::Measure => "kind-measure",
        What::Cohort => "kind-cohort",
        What::Node => "kind-node",
        What::Outcome => "kind-outcome",
        What::Choice => "kind-option",
        What::Indicator => "kind-indicator",
    }
}

fn years(year: i32, first: i32, last: i32) -> [(&'static str, Value<'static>); 3] {
    [
        ("year", Value::from(year)),
        ("first", Value::from(first)),
        ("last", Value::from(last)),
    ]
}

fn pair<'a>(first: &'a str, second: &'a str) -> [(&'static str, Value<'a>); 2] {
    [
        ("first", Value::from(first)),
        ("second", Value::from(second)),
    ]
}

fn both<'a>(
    path: &'a str,
    first: &'a str,
    second: &'a str,
    history: &str,
) -> [(&'static str, Value<'a>); 4] {
    [
        ("id", Value::from(path)),
        ("first", Value::from(first)),
        ("second", Value::from(second)),
        ("after", Value::from(after(history))),
    ]
}

fn sum_after(sum: f64, history: &str) -> [(&'static str, Value<'static>); 2] {
    [
        ("sum", Value::from(exact((sum * 1e9).round() / 1e9))),
        ("after", Value::from(after(history))),
    ]
}

/// Where on the tree something holds; nothing if everywhere.
fn after(history: &str) -> String {
    if history.is_empty() {
        String::new()
    } else {
        tell!("after-history", history = history)
    }
}

fn count_of(count: u64) -> Value<'static> {
    Value::from(i64::try_from(count).unwrap_or(i64::MAX))
}

fn doubts(flags: &[FlagFacts]) -> String {
    let told = flags.iter().map(|flag| match flag.year {
        Some(year) => {
            tell!(
                "doubt-flag-year",
                input = &flag.input,
                reason = &flag.reason,
                year = year
            )
        }
        None => tell!("doubt-flag", input = &flag.input, reason = &flag.reason),
    });
    told.collect::<Vec<_>>().join("; ")
}
