//! Tests on inputs: which draws pass.

use std::sync::Arc;

use super::names::input_name;
use super::{Condition, ConditionFault, Kept, Test, Wanted};
use crate::model::indicators::INDICATORS;
use crate::scenario::{Scenario, nearest};
use crate::sim::plan::Plan;
use crate::sim::sheet::{CHUNK, Sheet, Source};

/// The draws of a plan that pass, in order; `None` when all do because nothing is asked of them.
///
/// # Errors
/// Names that the plan does not have, tests that make no sense for an input, and a condition that
/// no draw passes.
pub(in crate::sim) fn choose(
    condition: &Condition,
    plan: &Plan,
    scenario: &Scenario,
) -> Result<Option<Arc<Vec<u32>>>, ConditionFault> {
    let mut asked = Vec::new();
    for test in &condition.tests {
        if scenario.tree.nodes.contains_key(&test.name) {
            continue;
        }
        match column(plan, &test.name) {
            Some(_) if plan.median => {
                return Err(ConditionFault::Median {
                    column: test.column,
                    name: test.name.clone(),
                });
            }
            Some(column) => asked.push((test, column)),
            None if condition.lenient => {}
            None => return Err(unknown(plan, scenario, test)),
        }
    }
    if let Some((_, draws)) = among(condition, plan) {
        return Ok(Some(Arc::clone(draws)));
    }
    if asked.is_empty() {
        return Ok(None);
    }
    let columns: Vec<usize> = asked.iter().map(|(_, column)| *column).collect();
    let values = drawn(plan, &columns);
    let mut passed = vec![true; plan.asked as usize];
    let mut kept = Vec::new();
    for ((test, _), values) in asked.iter().zip(&values) {
        let own = mask(test, values)?;
        kept.push(alone(test, values, &own));
        for (all, own) in passed.iter_mut().zip(own) {
            *all &= own;
        }
    }
    let draws: Vec<u32> = (0..plan.asked).filter(|d| passed[*d as usize]).collect();
    if draws.is_empty() {
        return Err(ConditionFault::NoDraw {
            draws: plan.asked,
            kept,
        });
    }
    Ok(Some(Arc::new(draws)))
}

/// Draws that were chosen beforehand from a design of the same size.
fn among<'a>(condition: &'a Condition, plan: &Plan) -> Option<&'a (u32, Arc<Vec<u32>>)> {
    let among = condition.among.as_ref();
    among.filter(|(design, _)| *design == plan.asked)
}

/// The column of an input.
fn column(plan: &Plan, name: &str) -> Option<usize> {
    let list = plan.columns.list();
    list.iter()
        .position(|column| input_name(&column.origin) == Some(name))
}

fn unknown(plan: &Plan, scenario: &Scenario, test: &Test) -> ConditionFault {
    let (column, name) = (test.column, test.name.clone());
    let before_year = name.split('@').next().unwrap_or_default();
    if name.starts_with("usage_") || INDICATORS.iter().any(|(key, _)| *key == before_year) {
        return ConditionFault::Result { column, name };
    }
    let inputs = plan.columns.list().iter();
    let inputs = inputs.filter_map(|column| input_name(&column.origin));
    let nodes = scenario.tree.nodes.keys().map(String::as_str);
    let near = nearest(&name, nodes.chain(inputs)).map(str::to_owned);
    ConditionFault::Unknown {
        column,
        nearest: near,
        name,
    }
}

/// Values of some columns in every draw of the design.
fn drawn(plan: &Plan, columns: &[usize]) -> Vec<Vec<f64>> {
    let draws = plan.asked as usize;
    let source = Source::new(plan);
    let mut sheet = Sheet::new(plan);
    let mut all: Vec<Vec<f64>> = columns.iter().map(|_| Vec::with_capacity(draws)).collect();
    if columns.is_empty() {
        return all;
    }
    for first in (0..draws).step_by(CHUNK) {
        let count = CHUNK.min(draws - first);
        sheet.fill_columns(&source, first as u64, count);
        for (values, column) in all.iter_mut().zip(columns) {
            values.extend_from_slice(&sheet.columns()[*column][..count]);
        }
    }
    all
}

/// Which of an input's values pass a test.
fn mask(test: &Test, values: &[f64]) -> Result<Vec<bool>, ConditionFault> {
    let by_value = |pass: &dyn Fn(f64) -> bool| values.iter().map(|v| pass(*v)).collect();
    Ok(match &test.wanted {
        Wanted::Above(bound, true) => by_value(&|v| v >= *bound),
        Wanted::Above(bound, false) => by_value(&|v| v > *bound),
        Wanted::Below(bound, true) => by_value(&|v| v <= *bound),
        Wanted::Below(bound, false) => by_value(&|v| v < *bound),
        Wanted::Within(low, high) => by_value(&|v| (*low..=*high).contains(&v)),
        Wanted::Words(words) => by_rank(test, words, values)?,
        Wanted::NotWords(words) => by_rank(test, words, values)?.iter().map(|p| !p).collect(),
    })
}

fn by_rank(test: &Test, words: &[String], values: &[f64]) -> Result<Vec<bool>, ConditionFault> {
    let mut passed = vec![false; values.len()];
    if let Some(first) = values.first()
        && values.iter().all(|value| value == first)
    {
        return Err(ConditionFault::Certain {
            column: test.column,
            name: test.name.clone(),
            value: *first,
        });
    }
    for word in words {
        let part = part(word).ok_or_else(|| ConditionFault::NoSuchPart {
            column: test.column,
            name: test.name.clone(),
            found: word.clone(),
        })?;
        for (all, own) in passed.iter_mut().zip(ranked(values, part)) {
            *all |= own;
        }
    }
    Ok(passed)
}

/// Which values lie, by rank, between two shares of all: `(2/3, 1)` is the top third. Ends are
/// rounded to whole draws, so that parts that meet leave nothing out and share nothing; among
/// equal values the earlier draw counts as lower.
#[must_use]
pub fn ranked(values: &[f64], (low, high): (f64, f64)) -> Vec<bool> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
    let place = |share: f64| (share * values.len() as f64).round() as usize;
    let mut passed = vec![false; values.len()];
    for draw in &order[place(low).min(values.len())..place(high).min(values.len())] {
        passed[*draw] = true;
    }
    passed
}

/// The part of the draws that words name, as two shares: `high`, `top third`, `bottom 10 %`.
fn part(words: &str) -> Option<(f64, f64)> {
    let lower = words.to_lowercase();
    let (end, rest) = lower
        .split_once(char::is_whitespace)
        .unwrap_or((&lower, ""));
    let size = match rest.trim() {
        "" | "third" => 1.0 / 3.0,
        "half" => 0.5,
        "quarter" => 0.25,
        "tenth" => 0.1,
        other => {
            let digits = other.strip_suffix('%')?.trim().parse::<f64>().ok()?;
            Some(digits / 100.0).filter(|share| *share > 0.0 && *share <= 1.0)?
        }
    };
    match end {
        "high" | "top" | "upper" | "highest" => Some((1.0 - size, 1.0)),
        "low" | "bottom" | "lower" | "lowest" => Some((0.0, size)),
        "middle" => Some((0.5 - size / 2.0, 0.5 + size / 2.0)),
        _ => None,
    }
}

fn alone(test: &Test, values: &[f64], passed: &[bool]) -> Kept {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        let place = (sorted.len().saturating_sub(1)) as f64 * share;
        sorted.get(place as usize).copied().unwrap_or(f64::NAN)
    };
    Kept {
        test: test.text.clone(),
        draws: passed.iter().filter(|p| **p).count(),
        range: (at(0.05), at(0.95)),
    }
}
