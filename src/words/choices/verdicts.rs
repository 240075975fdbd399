//! Which option is best by which rule, now and later.

use super::{Written, named, rule, title, titles};
use crate::report::choices::{Choices, HistoryChoice, Verdict};
use crate::tell;
use crate::words::numbers::two_digits;

/// Which option is best by each rule; that there is nothing to choose where there is one option only.
#[must_use]
pub fn verdicts(choices: &Choices) -> Vec<String> {
    if choices.options.len() < 2 {
        return vec![tell!("choices-single", best = title(choices, 0))];
    }
    let all = choices.verdicts.iter();
    all.map(|own| verdict(choices, own)).collect()
}

/// Which option is best by a rule, or why nobody can say.
#[must_use]
pub fn verdict(choices: &Choices, verdict: &Verdict) -> String {
    let best = title(choices, verdict.best);
    let expected = verdict.rule.name == "expected";
    if verdict.level_with.is_empty() {
        let lead = Written::of(choices).amount(verdict.ahead_by.unwrap_or(0.0));
        return match expected {
            true => tell!("choices-best-expected", best = best, lead = lead),
            false => named(choices, "choices-best", &verdict.rule, best),
        };
    }
    let others = titles(choices, &verdict.level_with);
    if !expected {
        let rule = rule(choices, &verdict.rule);
        return tell!(
            "choices-level-other",
            rule = rule,
            best = best,
            others = others
        );
    }
    let nothing = verdict.ahead_by == Some(0.0) && verdict.error == Some(0.0);
    if nothing {
        return tell!("choices-level-equal", best = best, others = others);
    }
    let written = Written::of(choices);
    let (lead, error) = (
        verdict.ahead_by.unwrap_or(0.0),
        verdict.error.unwrap_or(0.0),
    );
    if lead > 2.0 * error {
        let lead = written.amount(lead);
        return tell!(
            "choices-level-small",
            best = best,
            others = others,
            lead = lead
        );
    }
    let told = tell!(
        "choices-level-expected",
        best = best,
        others = others,
        lead = written.amount(lead),
        error = written.amount(2.0 * error),
    );
    let more = match verdict.draws_needed {
        Some(draws) if draws <= 1_000_000 => {
            tell!(
                "choices-more-draws",
                draws = two_digits(draws as f64, draws as f64)
            )
        }
        _ => tell!("choices-more-look"),
    };
    format!("{told} {more}")
}

/// Whether all rules agree.
#[must_use]
pub fn agreement(choices: &Choices) -> String {
    let single = choices.options.len() < 2;
    let clear = |verdict: &&Verdict| !single && verdict.level_with.is_empty();
    let bests: Vec<usize> = choices
        .verdicts
        .iter()
        .filter(clear)
        .map(|own| own.best)
        .collect();
    match bests.first() {
        Some(first) if bests.iter().any(|best| best != first) => tell!("choices-rules-part"),
        Some(first) if bests.len() == choices.verdicts.len() => {
            tell!("choices-all-agree", best = title(choices, *first))
        }
        _ => String::new(),
    }
}

/// What to choose at a decision, for one way there.
#[must_use]
pub fn history(choices: &Choices, own: &HistoryChoice) -> String {
    let written = Written::of(choices);
    let values = own.options.iter();
    let values =
        values.map(|option| format!("{} {}", option.title, written.value(option.expected)));
    let values = values.collect::<Vec<_>>().join(" · ");
    let ways: Vec<String> = own
        .after
        .iter()
        .map(|way| {
            tell!(
                "choices-history-way",
                title = &way.title,
                outcome = &way.outcome_title,
            )
        })
        .collect();
    let after = match ways.is_empty() {
        true => String::new(),
        false => tell!("choices-history-after", ways = ways.join(", ")),
    };
    let year = own.decision.year.to_string();
    let decision = &own.decision.title;
    match (own.clear, own.options.get(own.best)) {
        (true, Some(best)) => tell!(
            "choices-history",
            decision = decision,
            year = year,
            after = after,
            best = &best.title,
            values = values,
        ),
        _ => tell!(
            "choices-history-level",
            decision = decision,
            year = year,
            after = after,
            values = values,
        ),
    }
}

/// What to choose at later decisions, told together where it is the same on every way.
#[must_use]
pub fn histories(choices: &Choices) -> Vec<String> {
    let later: Vec<&HistoryChoice> = choices
        .histories
        .iter()
        .filter(|own| !own.after.is_empty())
        .collect();
    let mut nodes: Vec<&str> = Vec::new();
    for own in &later {
        if !nodes.contains(&own.decision.node.as_str()) {
            nodes.push(&own.decision.node);
        }
    }
    let mut told = Vec::new();
    for node in nodes {
        let ways: Vec<&HistoryChoice> = later
            .iter()
            .copied()
            .filter(|own| own.decision.node == node)
            .collect();
        told.extend(together(choices, &ways));
    }
    if told.len() > MOST_WAYS {
        let count = told.len() - MOST_WAYS;
        told.truncate(MOST_WAYS);
        told.push(tell!("choices-history-more", count = count));
    }
    told
}

/// Ways to later decisions that are told.
const MOST_WAYS: usize = 12;

/// One decision on all ways to it.
fn together(choices: &Choices, ways: &[&HistoryChoice]) -> Vec<String> {
    let each = || ways.iter().map(|own| history(choices, own)).collect();
    let Some(first) = ways.first().filter(|_| ways.len() > 1) else {
        return each();
    };
    let best = |own: &HistoryChoice| own.options.get(own.best).map(|o| o.title.clone());
    let year = first.decision.year.to_string();
    let decision = &first.decision.title;
    if ways.iter().all(|own| !own.clear) {
        return vec![tell!(
            "choices-history-never",
            decision = decision,
            year = year
        )];
    }
    match best(first) {
        Some(title)
            if ways
                .iter()
                .all(|own| own.clear && best(own) == Some(title.clone())) =>
        {
            vec![tell!(
                "choices-history-always",
                decision = decision,
                year = year,
                best = title,
            )]
        }
        _ => each(),
    }
}
