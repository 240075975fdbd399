//! Rounds of a workshop in words: what was asked, how answers lie, what changed, who sees it
//! otherwise.
//!
//! A middle is told only where there is one: two groups are told as two groups, and few answers are
//! told one by one.

mod ranks;
mod scores;

use crate::tell;
use crate::words::numbers::two_digits;
use crate::workshop::{
    Answer, Moved, Question, Results, RoundState, RoundView, Spread, StageView, Truth,
};

pub use ranks::agreement;
pub use scores::{day, of_round as scores};

/// How numbers of a question are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// What answers are multiplied by.
    pub factor: f64,
    /// The unit in words; may be empty.
    pub words: String,
}

impl Unit {
    /// The unit of a question: percent for probabilities.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        let plain = |words: &str| Unit {
            factor: 1.0,
            words: words.to_owned(),
        };
        match question {
            Question::Probability { .. } => Unit {
                factor: 100.0,
                words: tell!("unit-percent"),
            },
            Question::Quantity { unit, .. }
            | Question::Calibration { unit, .. }
            | Question::Prediction { unit, .. } => plain(unit),
            Question::Rank { .. } => plain(""),
        }
    }

    /// One number without its unit, no finer than a neighbour of this size deserves.
    #[must_use]
    pub fn number(&self, value: f64, largest: f64) -> String {
        two_digits(value * self.factor, largest * self.factor)
    }

    /// One number with its unit.
    #[must_use]
    pub fn told(&self, value: f64) -> String {
        self.after(self.number(value, value))
    }

    /// From one number to another: `20 to 60 %`.
    #[must_use]
    pub fn between(&self, low: f64, high: f64) -> String {
        let largest = low.abs().max(high.abs());
        self.after(tell!(
            "round-between",
            low = self.number(low, largest),
            high = self.number(high, largest)
        ))
    }

    /// Reads a number as it is typed in this unit; a percent sign after it is understood.
    #[must_use]
    pub fn typed(&self, text: &str) -> Option<f64> {
        let text = text.trim();
        let plain = text.strip_suffix('%').unwrap_or(text);
        // Rounded, so that 35 % is 0.35 and not the nearest quotient.
        let value = crate::words::numbers::typed(plain)? / self.factor;
        Some(if self.factor > 1.0 {
            (value * 1e12).round() / 1e12
        } else {
            value
        })
    }

    fn after(&self, number: String) -> String {
        match self.words.as_str() {
            "" => number,
            words => format!("{number} {words}"),
        }
    }
}

/// The kind of a question, in a word or two.
#[must_use]
pub fn kind(question: &Question) -> String {
    match question {
        Question::Probability { .. } => tell!("round-kind-probability"),
        Question::Quantity { .. } => tell!("round-kind-quantity"),
        Question::Rank { .. } => tell!("round-kind-rank"),
        Question::Calibration { .. } => tell!("round-kind-calibration"),
        Question::Prediction { .. } => tell!("round-kind-prediction"),
    }
}

/// What is asked.
#[must_use]
pub fn asked(question: &Question) -> String {
    match question {
        Question::Probability { of, .. } | Question::Quantity { of, .. } => of.clone(),
        Question::Rank { items } => items.join(", "),
        Question::Calibration { text, .. } | Question::Prediction { text, .. } => text.clone(),
    }
}

/// Where a round stands, and its result in short.
#[must_use]
pub fn state(round: &RoundView) -> String {
    if round.state == RoundState::Open {
        return tell!(
            "round-state-open",
            stage = i64::from(round.stage),
            answered = round.answered,
            expected = round.expected
        );
    }
    match round.stages.last() {
        Some(stage) => short(&round.question, &stage.results),
        None => tell!("round-no-answers"),
    }
}

/// The result in a few words.
#[must_use]
pub fn short(question: &Question, results: &Results) -> String {
    let unit = Unit::of(question);
    match (&results.spread, question) {
        (_, Question::Rank { .. }) => match results.items.first() {
            Some(first) => tell!("round-short-rank", first = &first.title),
            None => tell!("round-no-answers"),
        },
        (Some(spread), _) if spread.humps.len() > 1 => humps(&unit, spread),
        (Some(spread), _) => tell!(
            "round-short",
            middle = unit.told(spread.median),
            people = results.answers.len()
        ),
        (None, _) => tell!("round-no-answers"),
    }
}

/// Everything that a round has come to, a paragraph for each thing.
#[must_use]
pub fn in_words(round: &RoundView) -> Vec<String> {
    let mut text = vec![tell!(
        "round-head",
        round = i64::from(round.number),
        what = asked(&round.question)
    )];
    if round.state == RoundState::Open {
        text.push(state(round));
    }
    if let Some(stage) = round.stages.last() {
        text.extend(result(&round.question, &round.stages));
        text.extend(stage.results.answers.iter().filter_map(|one| {
            let reason = Some(one.reason.as_str()).filter(|r| !r.is_empty())?;
            Some(tell!(
                "round-answer-reason",
                expert = &one.expert.0,
                answer = answer(&round.question, &one.answer),
                reason = reason
            ))
        }));
    }
    text.extend(round.truth.as_ref().map(|t| truth(&round.question, t)));
    text.extend(scores(round));
    text
}

/// What the last of some closed stages shows: middle and spread, what changed, agreement, who sees
/// it otherwise.
#[must_use]
pub fn result(question: &Question, stages: &[StageView]) -> Vec<String> {
    let [earlier @ .., stage] = stages else {
        return Vec::new();
    };
    let unit = Unit::of(question);
    let results = &stage.results;
    if let Question::Rank { .. } = question {
        return ranks::result(results);
    }
    let Some(spread) = &results.spread else {
        return vec![tell!("round-no-answers")];
    };
    let mut text = vec![lie(&unit, spread)];
    let before = earlier
        .last()
        .and_then(|stage| stage.results.spread.as_ref());
    let moved = results.moved.as_ref();
    text.extend(moved.map(|moved| change(&unit, before, moved)));
    if !results.dissent.is_empty() {
        let all = results.dissent.iter();
        let all: Vec<String> = all.map(|one| answer(question, &one.answer)).collect();
        text.push(tell!(
            "round-dissent",
            count = results.dissent.len(),
            answers = all.join("; ")
        ));
    }
    text
}

/// How answers lie: two groups as two groups, few one by one, else middle and middle half.
fn lie(unit: &Unit, spread: &Spread) -> String {
    if spread.humps.len() > 1 {
        return humps(unit, spread);
    }
    let quarter = spread.half.unwrap_or((spread.least, spread.greatest));
    match spread.answers {
        0 => tell!("round-no-answers"),
        1 => tell!("round-one", value = unit.told(spread.median)),
        2 => tell!(
            "round-two",
            low = unit.told(spread.least),
            high = unit.told(spread.greatest)
        ),
        3 => tell!(
            "round-three",
            low = unit.told(spread.least),
            middle = unit.told(spread.median),
            high = unit.told(spread.greatest)
        ),
        people => tell!(
            "round-middle",
            middle = unit.told(spread.median),
            half = unit.between(quarter.0, quarter.1),
            people = people,
            whole = unit.between(spread.least, spread.greatest)
        ),
    }
}

/// Groups of answers: no middle is told, since nobody may stand there.
fn humps(unit: &Unit, spread: &Spread) -> String {
    let groups: Vec<String> = spread
        .humps
        .iter()
        .map(|hump| {
            tell!(
                "round-hump",
                people = hump.experts,
                value = unit.told(hump.at)
            )
        })
        .collect();
    tell!(
        "round-humps",
        groups = groups.join(&tell!("round-hump-and")),
        count = groups.len()
    )
}

fn change(unit: &Unit, old: Option<&Spread>, moved: &Moved) -> String {
    if old.is_some_and(|old| old.humps.len() > 1) {
        return tell!(
            "round-moved-from-groups",
            changed = moved.both.saturating_sub(moved.stayed),
            both = moved.both
        );
    }
    let (width, before) = (moved.width, moved.width_before);
    let text = match width {
        _ if (width - before).abs() <= 0.1 * before.abs().max(width.abs()) => {
            tell!("round-as-wide")
        }
        _ if width < before => tell!("round-narrower"),
        _ => tell!("round-wider"),
    };
    tell!(
        "round-moved",
        before = unit.told(moved.median_before),
        changed = moved.both.saturating_sub(moved.stayed),
        both = moved.both,
        width = text
    )
}

/// One person's answer.
#[must_use]
pub fn answer(question: &Question, answer: &Answer) -> String {
    let unit = Unit::of(question);
    match answer {
        Answer::Probability {
            p,
            low: Some(low),
            high: Some(high),
        } => tell!(
            "round-answer-range",
            best = unit.told(*p),
            low = unit.number(*low, *p),
            high = unit.number(*high, *p)
        ),
        Answer::Probability { p, .. } => unit.told(*p),
        Answer::Quantity {
            low, high, best, ..
        } => {
            let largest = low.abs().max(high.abs());
            tell!(
                "round-answer-range",
                best = unit.after(unit.number(*best, largest)),
                low = unit.number(*low, largest),
                high = unit.number(*high, largest)
            )
        }
        Answer::Rank(ranks) => {
            let all = ranks.iter();
            let all: Vec<String> = all
                .map(|rank| format!("{}/{}", rank.impact, rank.uncertainty))
                .collect();
            all.join(" ")
        }
    }
}

/// What came out.
#[must_use]
pub fn truth(question: &Question, truth: &Truth) -> String {
    let unit = Unit::of(question);
    match truth {
        Truth::Value(value) => tell!("round-truth", value = unit.told(*value)),
        Truth::Run { middle, low, high } => tell!(
            "round-truth-run",
            middle = unit.told(*middle),
            range = unit.between(*low, *high)
        ),
        Truth::Happened(true) => tell!("round-happened"),
        Truth::Happened(false) => tell!("round-did-not-happen"),
    }
}

#[cfg(test)]
mod tests;
