//! What made the difference between the marked column and the base.

use super::{columns, gains};
use crate::app::{App, Need};
use crate::live::Answer;
use crate::live::attribution::AttributedFault;
use crate::report::attribution::AttributionReport;
use crate::report::run_text::letter;
use crate::words::made::{fault, sentences};

/// What is known of it.
#[derive(Clone, Debug)]
pub enum Known<'a> {
    /// Shared out.
    Found(&'a AttributionReport),
    /// Why it cannot be, in words.
    Fault(String),
    /// The search has come so far, 0..1.
    Searching(f64),
    /// There is one column only.
    OneColumn,
}

/// Places of the base column and of the one that is measured against it: the marked one, or the
/// first other.
fn places(app: &App) -> Option<(usize, usize)> {
    let count = columns(app).len();
    let known = gains(app).and_then(|gains| gains.place_of(&gains.base));
    let base = app.compare.base.or(known).unwrap_or(0);
    let base = base.min(count.saturating_sub(1));
    let marked = app.compare.column;
    let other = match marked == base {
        true => (0..count).find(|place| *place != base)?,
        false => marked,
    };
    (other < count).then_some((base, other))
}

/// The need behind the view; `None` with one column.
#[must_use]
pub fn need(app: &App) -> Option<Need> {
    let (base, other) = places(app)?;
    let all = columns(app);
    Some(Need::Made {
        columns: [all.get(base)?.clone(), all.get(other)?.clone()],
        letters: [letter(base), letter(other)],
        subject: app.subject.clone(),
    })
}

/// What is known of it now.
#[must_use]
pub fn known(app: &App) -> Known<'_> {
    let Some(need) = need(app) else {
        return Known::OneColumn;
    };
    let Need::Made { letters, .. } = &need else {
        return Known::OneColumn;
    };
    let [versus, column] = letters;
    if let Some(share) = app.searching(&need) {
        return Known::Searching(share);
    }
    match app.known(&need).map(|answer| &**answer) {
        Some(Answer::Made(found)) => match &**found {
            Ok(report) => Known::Found(report),
            Err(AttributedFault::Stopped) => Known::Searching(0.0),
            Err(why) => Known::Fault(fault(why, (column, versus), &app.subject.label())),
        },
        _ => Known::Searching(0.0),
    }
}

/// The view in words; nothing while it is searched.
pub(super) fn words(app: &App) -> Option<String> {
    match known(app) {
        Known::Found(report) => Some(sentences(report).join("\n\n")),
        Known::Fault(text) => Some(text),
        Known::Searching(_) | Known::OneColumn => None,
    }
}
