//! Choices in sentences: for the command, the screen and whoever listens.

mod spending;
mod turns;
mod verdicts;
mod worth;

pub use spending::spending;
pub use turns::{assumed, region, regions, stress};
pub use verdicts::{agreement, histories, history, verdict, verdicts};
pub use worth::information;

use crate::analysis::choices::ChoiceFault;
use crate::live::Subject;
use crate::live::choices::ChoicesFault;
use crate::report::choices::{Choices, RuleTold};
use crate::report::stats::Spread;
use crate::tell;
use crate::words::numbers::{Range, Scale, two_digits};
use crate::words::{sentences, subjects, tell};

/// How values and differences of the objective are written.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    /// Values.
    pub value: Scale,
    /// Differences, regrets and worths: amounts without a sign.
    pub amount: Scale,
}

impl Written {
    /// As suits all options.
    #[must_use]
    pub fn of(choices: &Choices) -> Self {
        let ranges: Vec<Range> = choices
            .options
            .iter()
            .map(|own| range(&own.value))
            .collect();
        let (value, amount) = match Subject::parse(&choices.objective.key) {
            Some(subject) => (
                subjects::scale(&subject, &ranges),
                subjects::difference_scale(&subject, &ranges),
            ),
            None if choices.objective.unit == "share" => {
                (Scale::of("share", &ranges), Scale::of("points", &ranges))
            }
            None => {
                let scale = Scale::of(&choices.objective.unit, &ranges);
                (scale, scale)
            }
        };
        let amount = Scale {
            signed: false,
            ..amount
        };
        Written { value, amount }
    }

    /// A value without its unit.
    #[must_use]
    pub fn value(&self, value: f64) -> String {
        self.value.number(Some(value))
    }

    /// An amount with its unit.
    #[must_use]
    pub fn amount(&self, value: f64) -> String {
        self.amount.told(Range::certain(value))
    }
}

/// Middle and ends of a spread.
#[must_use]
pub fn range(spread: &Spread) -> Range {
    Range::new(spread.p50, spread.p5, spread.p95)
}

fn title(choices: &Choices, place: usize) -> &str {
    choices
        .options
        .get(place)
        .map_or("", |own| own.title.as_str())
}

fn titles(choices: &Choices, places: &[usize]) -> String {
    let all: Vec<&str> = places.iter().map(|place| title(choices, *place)).collect();
    all.join(", ")
}

fn of_100(share: f64) -> String {
    Scale::of("probability", &[]).number(Some(share))
}

/// What the numbers are about.
#[must_use]
pub fn about(choices: &Choices) -> String {
    tell!(
        "choices-about",
        label = &choices.objective.label,
        year = choices.year.to_string(),
        draws = choices.draws,
    )
}

/// What the objective is made of, where it has parts.
#[must_use]
pub fn parts(choices: &Choices) -> Vec<String> {
    let parts = choices.objective.parts.iter().map(|part| {
        let step = Subject::parse(&part.key).map_or_else(
            || two_digits(part.step, part.step),
            |subject| {
                let scale = subjects::difference_scale(&subject, &[Range::certain(part.step)]);
                let plain = Scale {
                    signed: false,
                    ..scale
                };
                plain.told(Range::certain(part.step))
            },
        );
        tell!(
            "choices-part",
            label = &part.label,
            weight = of_100(part.weight),
            step = step,
        )
    });
    let mut all: Vec<String> = parts.collect();
    if let Some(epsilon) = choices.objective.epsilon {
        let epsilon = two_digits(epsilon, epsilon);
        all.push(tell!("choices-evenly", epsilon = epsilon));
    }
    all
}

/// A rule's name.
#[must_use]
pub fn rule(choices: &Choices, rule: &RuleTold) -> String {
    named(choices, "choices-rule", rule, "")
}

fn named(choices: &Choices, id: &str, rule: &RuleTold, best: &str) -> String {
    let level = level(choices, rule);
    tell(
        &format!("{id}-{}", rule.name),
        &[("level", level.into()), ("best", best.into())],
    )
}

fn level(choices: &Choices, rule: &RuleTold) -> String {
    let Some(level) = rule.level else {
        return String::new();
    };
    match rule.name.as_str() {
        "satisfice" => {
            let written = Written::of(choices);
            written.value.told(Range::certain(level))
        }
        _ => of_100(level),
    }
}

/// What to doubt about all of this.
#[must_use]
pub fn doubts(choices: &Choices) -> Vec<String> {
    let mut told: Vec<String> = choices.notes.iter().map(|note| note.text.clone()).collect();
    if choices.draws == 1 {
        told.push(tell!("choices-doubt-median"));
    }
    told.extend([
        tell!("choices-doubt-assumed"),
        tell!("choices-doubt-worst", draws = choices.draws),
        sentences::untested(),
        sentences::not_counted(),
    ]);
    told
}

/// Why there is no answer, as a screen says it.
#[must_use]
pub fn reason(fault: &ChoicesFault) -> String {
    match fault {
        ChoicesFault::NothingOpen => tell!("choices-none-open"),
        other => self::fault(other),
    }
}

/// What cannot be told from so few draws.
#[must_use]
pub fn too_few(fault: &ChoicesFault) -> String {
    tell!("choices-too-few", reason = self::fault(fault))
}

/// Options that nobody who reads two digits can tell from the best are level with it.
pub fn blur(choices: &mut Choices) {
    let written = Written::of(choices);
    let share = Scale::of("probability", &[]);
    let shown = |place: usize, rule: &RuleTold, choices: &Choices| {
        let own = choices.options.get(place)?;
        Some(match rule.name.as_str() {
            "expected" => written.value(own.expected),
            "worst" => written.value(own.worst),
            "regret" => written.amount.number(Some(own.regret)),
            "satisfice" => share.number(Some(own.score)),
            _ => written.value(own.score),
        })
    };
    let mut verdicts = choices.verdicts.clone();
    for verdict in &mut verdicts {
        for place in 0..choices.options.len() {
            let known = place == verdict.best || verdict.level_with.contains(&place);
            let same =
                shown(place, &verdict.rule, choices) == shown(verdict.best, &verdict.rule, choices);
            if same && !known {
                verdict.level_with.push(place);
            }
        }
        verdict.level_with.sort_unstable();
    }
    choices.verdicts = verdicts;
    for own in &mut choices.histories {
        let values: Vec<String> = own
            .options
            .iter()
            .map(|o| written.value(o.expected))
            .collect();
        let best = values.get(own.best).cloned();
        let same = values
            .into_iter()
            .filter(|text| Some(text) == best.as_ref())
            .count();
        own.clear &= same < 2;
    }
}

/// Why there is no answer.
#[must_use]
pub fn fault(fault: &ChoicesFault) -> String {
    match fault {
        ChoicesFault::NothingOpen => tell!("choices-fault-nothing-open"),
        ChoicesFault::NoSubject(key) => tell!("choices-fault-no-subject", key = key),
        ChoicesFault::NoValues(key) => tell!("choices-fault-no-values", key = key),
        ChoicesFault::NoYear(year) => tell!("choices-fault-no-year", year = year.to_string()),
        ChoicesFault::Weights => tell!("choices-fault-weights"),
        ChoicesFault::Choice(ChoiceFault::Level(level)) => {
            tell!("choices-fault-level", level = level.to_string())
        }
        ChoicesFault::Choice(ChoiceFault::TooFewRuns { found, least }) => {
            tell!("choices-fault-few", found = *found, least = *least)
        }
        ChoicesFault::Choice(ChoiceFault::SharedUncertain(_)) => tell!("choices-fault-shared"),
        ChoicesFault::Choice(other) => tell!("choices-fault-other", reason = other.to_string()),
    }
}
