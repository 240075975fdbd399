//! The answer line in words: one number per option of the next open decision.

use crate::analysis::summary::Moments;
use crate::live::{AnswerEntry, AnswerLine};
use crate::tell;
use crate::words::numbers::Range;
use crate::words::subjects;

/// The line as one sentence; no average over open decisions is in it.
#[must_use]
pub fn line(line: &AnswerLine) -> String {
    let one = |entry: &AnswerEntry| subjects::range(&line.subject, &entry.moments);
    let ranges: Vec<Range> = line.entries.iter().map(one).collect();
    let scale = subjects::scale(&line.subject, &ranges);
    let head = tell!(
        "answer-head",
        what = line.subject.label(),
        year = line.year.to_string()
    );
    let entries = line.entries.iter().zip(&ranges).map(|(entry, range)| {
        let told = scale.told(*range);
        match entry.title.as_str() {
            "" => told,
            title => format!("{title} {told}"),
        }
    });
    format!("{head} {}", entries.collect::<Vec<_>>().join(" · "))
}

/// Our range of some moments.
#[must_use]
pub fn range(moments: &Moments) -> Range {
    let known = |value: f64| Some(value).filter(|v| v.is_finite());
    let [low, _, middle, _, high] = moments.levels;
    Range::new(known(middle), known(low), known(high))
}
