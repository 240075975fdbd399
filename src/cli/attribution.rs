//! `foretree compare --attribution`: what made the difference between the columns.

use std::cell::RefCell;

use super::arguments::Compare;
use super::engine::{few_draws, threads};
use super::failure::{Failure, Kind};
use super::interrupt;
use super::output;
use super::progress::Progress;
use crate::live::Subject;
use crate::live::attribution::{AttributedFault, DRAWS, Sharing, State, attributed};
use crate::report::attribution::AttributionReport;
use crate::report::fill_compare::Column;
use crate::tell;
use crate::words::made::fault;

/// Most columns beside the reference whose difference is shared out.
const COLUMNS: usize = 4;

/// Every column's difference to the reference, shared out among what differs. What cannot be shared
/// out is said in the second list, one sentence for each column.
///
/// # Errors
///
/// An unknown indicator, a median run, a single column, Ctrl-C.
pub(super) fn attributions(
    asked: &Compare,
    columns: &[Column<'_>],
    reference: &str,
) -> Result<(Vec<AttributionReport>, Vec<String>), Failure> {
    if asked.how.median {
        return Err(Failure::usage(tell!("made-fault-median")));
    }
    let Some(base) = columns.iter().find(|column| column.id == reference) else {
        return Ok(Default::default());
    };
    let others: Vec<&Column<'_>> = columns
        .iter()
        .filter(|column| column.id != reference)
        .take(COLUMNS)
        .collect();
    if others.is_empty() {
        return Err(Failure::usage(tell!("made-fault-one")));
    }
    let subject = subject(asked, base)?;
    let plan = &base.ensemble.plan;
    let sharing = Sharing {
        plan: few_draws(plan, DRAWS, &asked.how),
        threads: Some(threads(&asked.how)),
    };
    let bar = RefCell::new(Progress::new(output::look().ascii));
    let part = 1.0 / others.len() as f64;
    let from = state(base);
    let (mut found, mut said) = (Vec::new(), Vec::new());
    for (number, column) in others.iter().enumerate() {
        let to = state(column);
        let shared = attributed(&from, &to, &subject, &sharing, &mut |share| {
            bar.borrow_mut().set(part * (number as f64 + share));
            !interrupt::requested()
        });
        let letters = (column.id.as_str(), base.id.as_str());
        match shared {
            Ok(shared) => found.push(shared.report(letters, (&from, &to))),
            Err(AttributedFault::Stopped) => {
                return Err(Failure::new(Kind::Interrupted, tell!("fault-interrupted")));
            }
            Err(why) => said.push(fault(&why, letters, &subject.label())),
        }
    }
    Ok((found, said))
}

fn state(column: &Column<'_>) -> State {
    State {
        scenario: column.closed(),
        stress: column.ensemble.plan.stress.clone(),
    }
}

fn subject(asked: &Compare, base: &Column<'_>) -> Result<Subject, Failure> {
    match &asked.indicator {
        None => Ok(Subject::first(&base.ensemble.plan)),
        Some(key) => {
            Subject::parse(key).ok_or_else(|| Failure::usage(tell!("made-unknown", key = key)))
        }
    }
}
