//! What options cost.

use super::{Written, title};
use crate::report::choices::{Account, AccountLine, Choices, Spending};
use crate::tell;
use crate::words::numbers::two_digits;
use crate::words::tell;

/// What options cost.
#[must_use]
pub fn spending(choices: &Choices) -> Vec<String> {
    match &choices.spending {
        Spending::Nothing => vec![tell!("choices-cost-nothing")],
        Spending::Money(account) => lines(choices, account, &tell!("choices-cost-money")),
        Spending::Effort(account) => lines(choices, account, &tell!("choices-cost-effort")),
    }
}

fn lines(choices: &Choices, account: &Account, unit: &str) -> Vec<String> {
    let mut told: Vec<String> = account
        .options
        .iter()
        .enumerate()
        .map(|(place, line)| cost_line(choices, place, line, unit))
        .collect();
    if let Some(budget) = account.budget {
        let budget = two_digits(budget, budget);
        told.push(match account.best_within {
            Some(best) => tell!(
                "choices-cost-within",
                budget = budget,
                unit = unit,
                best = title(choices, best),
            ),
            None => tell!("choices-cost-too-little", budget = budget, unit = unit),
        });
    }
    told
}

fn cost_line(choices: &Choices, place: usize, line: &AccountLine, unit: &str) -> String {
    let option = title(choices, place);
    let (Some(cost), Some(standing)) = (line.cost, &line.standing) else {
        return tell!("choices-cost-unknown", option = option);
    };
    if same_as_beside(choices, place, line) {
        return tell!(
            "choices-cost-level",
            option = option,
            cost = two_digits(cost, cost),
            unit = unit,
            beside = line.beside.map_or("", |beside| title(choices, beside)),
        );
    }
    let other = |place: Option<usize>| place.map_or("", |place| title(choices, place));
    let (factor, step) = step(choices);
    let ratio = line.ratio.map(|ratio| ratio / factor).unwrap_or_default();
    let values = [
        ("option", option.into()),
        ("cost", two_digits(cost, cost).into()),
        ("unit", unit.into()),
        ("beside", other(line.beside).into()),
        ("and", other(line.and).into()),
        ("ratio", two_digits(ratio, ratio).into()),
        ("step", step.into()),
    ];
    tell(&format!("choices-cost-{standing}"), &values)
}

/// Is an option that costs more the same answer as the one beside it? Then a price of the difference
/// would be a price of noise.
fn same_as_beside(choices: &Choices, place: usize, line: &AccountLine) -> bool {
    let (Some(beside), Some(first)) = (line.beside, choices.verdicts.first()) else {
        return false;
    };
    let level = |own| own == first.best || first.level_with.contains(&own);
    line.standing.as_deref() == Some("frontier") && level(place) && level(beside)
}

/// How many of what is told make one unit of the objective, and what that is called.
fn step(choices: &Choices) -> (f64, String) {
    match choices.objective.unit.as_str() {
        "share" => (100.0, tell!("choices-step-percent")),
        "points" => (100.0, tell!("choices-step-points")),
        "score" => (10.0, tell!("choices-step-score")),
        _ => {
            let amount = Written::of(choices).amount;
            let unit = amount.unit_words();
            let named = if unit.is_empty() {
                tell!("choices-step-unit")
            } else {
                unit
            };
            (amount.factor, named)
        }
    }
}
