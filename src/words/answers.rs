//! The answer line in words: one number per option of the next open decision.

use crate::analysis::summary::Moments;
use crate::live::{AnswerEntry, AnswerLine};
use crate::tell;
use crate::words::numbers::{Range, Scale};
use crate::words::subjects;

/// What the numbers are about, and when: `Offline, poor women in 2040:`.
#[must_use]
pub fn head(line: &AnswerLine) -> String {
    tell!(
        "answer-head",
        what = line.subject.label(),
        year = line.year.to_string()
    )
}

/// Our range of each option, and the scale in which all of them are written.
#[must_use]
pub fn ranges(line: &AnswerLine) -> (Vec<Range>, Scale) {
    let one = |entry: &AnswerEntry| subjects::range(&line.subject, &entry.moments);
    let ranges: Vec<Range> = line.entries.iter().map(one).collect();
    let scale = subjects::scale(&line.subject, &ranges);
    (ranges, scale)
}

/// The line as one sentence; no average over open decisions is in it.
#[must_use]
pub fn line(line: &AnswerLine) -> String {
    let (ranges, scale) = ranges(line);
    let entries = line.entries.iter().zip(&ranges).map(|(entry, range)| {
        let told = scale.told(*range);
        match entry.title.as_str() {
            "" => told,
            title => format!("{title} {told}"),
        }
    });
    let entries = entries.collect::<Vec<_>>().join(" · ");
    format!("{} {entries}", head(line))
}

/// Our range of some moments.
#[must_use]
pub fn range(moments: &Moments) -> Range {
    let known = |value: f64| Some(value).filter(|v| v.is_finite());
    let [low, _, middle, _, high] = moments.levels;
    Range::new(known(middle), known(low), known(high))
}
