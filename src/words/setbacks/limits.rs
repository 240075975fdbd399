//! Limits of a box in everyday units.

use super::of_100;
use crate::analysis::inputs::Input;
use crate::analysis::setbacks::cart::Rule;
use crate::analysis::setbacks::prim::{Limit, Restriction};
use crate::live::Dimension;
use crate::scenario::{Node, Scenario};
use crate::seeds::{CatalogueEffect, Observable, Parameter, catalogue};
use crate::sim::action::in_full;
use crate::tell;
use crate::words::inputs;
use crate::words::numbers::catalogued;

/// The limits of a box, a sentence each, without a stop at the end.
#[must_use]
pub fn limits_of(
    scenario: &Scenario,
    dimensions: &[Dimension],
    restrictions: &[Restriction],
) -> Vec<String> {
    let told = restrictions.iter().filter_map(|one| {
        let dimension = dimensions.get(one.column)?;
        Some(limit(scenario, dimension, &one.limit))
    });
    told.collect()
}

/// A leaf of a tree in one line.
#[must_use]
pub fn rule_limits(scenario: &Scenario, dimensions: &[Dimension], rule: &Rule) -> String {
    let told = rule.limits.iter().filter_map(|(column, own)| {
        let dimension = dimensions.get(*column)?;
        Some(limit(scenario, dimension, own))
    });
    let limits = told.collect::<Vec<_>>().join("; ");
    tell!(
        "setbacks-tree-rule",
        coverage = of_100(rule.fit.coverage),
        density = of_100(rule.fit.density),
        limits = limits
    )
}

/// One limit.
#[must_use]
pub fn limit(scenario: &Scenario, dimension: &Dimension, limit: &Limit) -> String {
    match (dimension, limit) {
        (Dimension::Number { input, levels, .. }, Limit::Range { low, high }) => {
            let everyday = counted(input);
            let everyday = everyday.and_then(|own| in_the_world(&own, *low, *high, levels));
            everyday.unwrap_or_else(|| plain(&name(scenario, input), *low, *high, levels))
        }
        (Dimension::Node { node, outcomes }, Limit::OneOf(codes)) => {
            let title = scenario.tree.nodes.get(node).map(Node::title);
            let told = codes
                .iter()
                .map(|code| match outcomes.get(usize::from(*code)) {
                    Some(id) => {
                        let outcome = title_of_outcome(scenario, node, id);
                        tell!("setbacks-limit-outcome", outcome = outcome)
                    }
                    None => tell!("setbacks-limit-unmet"),
                });
            let node = title.unwrap_or(node);
            tell!("setbacks-limit-node", node = node, outcomes = either(told))
        }
        _ => String::new(),
    }
}

/// The title of an outcome of a node; its id if it has none.
#[must_use]
pub fn title_of_outcome(scenario: &Scenario, node: &str, id: &str) -> String {
    let outcomes = scenario.tree.nodes.get(node).map(Node::outcomes);
    let found = outcomes.iter().flatten().find(|one| one.id == id);
    found.map_or_else(|| id.to_owned(), |one| one.title.to_owned())
}

fn either(all: impl Iterator<Item = String>) -> String {
    let joined = all.reduce(|first, second| tell!("setbacks-or", first = first, second = second));
    joined.unwrap_or_default()
}

/// What a number of the sheet does to something that can be counted in the world.
struct Counted {
    what: &'static Observable,
    /// The measure whose magnitude the number is, with the path that it moves; none for a parameter,
    /// which is what is counted.
    by: Option<(&'static CatalogueEffect, &'static Parameter)>,
}

impl Counted {
    /// The value that is counted.
    fn value(&self, number: f64) -> f64 {
        match self.by {
            None => number,
            Some((own, path)) => in_full(own.op, path.kind, path.p50, number),
        }
    }
}

fn counted(input: &Input) -> Option<Counted> {
    match input {
        Input::Parameter(id) => Some(Counted {
            what: catalogue().observable(id)?,
            by: None,
        }),
        Input::Measure(id) => {
            let effect = catalogue().effect(id)?;
            Some(Counted {
                what: catalogue().observable(&effect.path)?,
                by: Some((effect, catalogue().parameter(&effect.path)?)),
            })
        }
        _ => None,
    }
}

/// Our range of what an input does, in everyday units where it has them: low and high end.
#[must_use]
pub fn ends(dimension: &Dimension) -> Option<(String, String)> {
    let Dimension::Number { input, levels, .. } = dimension else {
        return None;
    };
    let own = counted(input)?;
    let told = |number: f64| own.what.counted(own.value(number));
    own.what.with("")?;
    Some((told(levels[0]), told(levels[2])))
}

/// Where the numbers are counts of something that happens, over or under so many.
fn in_the_world(
    own: &Counted,
    low: Option<f64>,
    high: Option<f64>,
    levels: &[f64; 3],
) -> Option<String> {
    let value = |number: f64| own.value(number);
    let levels = levels.map(value);
    let count = count_of(own.what, low.map(value), high.map(value), &levels);
    let sentence = own.what.with(&count)?;
    let sentence = sentence.trim_end_matches('.').to_owned();
    let sentence = match own.by {
        None => sentence,
        Some((effect, _)) => tell!("inputs-measure", measure = &effect.measure, what = sentence),
    };
    let middle = own.what.counted(levels[1]);
    Some(tell!(
        "setbacks-limit-sentence",
        sentence = sentence,
        middle = middle
    ))
}

/// “over 40”, “under 40”, “between 30 and 40”: a larger value may mean a smaller count.
#[must_use]
pub fn count_of(
    own: &Observable,
    low: Option<f64>,
    high: Option<f64>,
    levels: &[f64; 3],
) -> String {
    let rises = own.rule.count(levels[2]) >= own.rule.count(levels[0]);
    let (least, most) = if rises { (low, high) } else { (high, low) };
    let told = |value: f64| own.counted(value);
    match (least, most) {
        (Some(least), Some(most)) => {
            tell!(
                "setbacks-limit-between",
                low = told(least),
                high = told(most)
            )
        }
        (Some(least), None) => tell!("setbacks-limit-over", count = told(least)),
        (None, Some(most)) => tell!("setbacks-limit-under", count = told(most)),
        (None, None) => String::new(),
    }
}

fn plain(what: &str, low: Option<f64>, high: Option<f64>, levels: &[f64; 3]) -> String {
    let (from, to) = (rounded(levels[0]), rounded(levels[2]));
    match (low, high) {
        (Some(low), Some(high)) => tell!(
            "setbacks-limit-within",
            what = what,
            low = rounded(low),
            high = rounded(high),
            from = from,
            to = to
        ),
        (Some(low), None) => tell!(
            "setbacks-limit-least",
            what = what,
            low = rounded(low),
            from = from,
            to = to
        ),
        (None, Some(high)) => tell!(
            "setbacks-limit-most",
            what = what,
            high = rounded(high),
            from = from,
            to = to
        ),
        (None, None) => what.to_owned(),
    }
}

/// Two digits.
fn rounded(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return catalogued(0.0);
    }
    let size = 10_f64.powf(1.0 - value.abs().log10().floor());
    catalogued((value * size).round() / size)
}

fn name(scenario: &Scenario, input: &Input) -> String {
    match input {
        Input::Parameter(id) | Input::Country(id) => {
            let path = catalogue().path(id).map(|path| path.meaning.clone());
            path.unwrap_or_else(|| inputs::told(scenario, input))
        }
        _ => inputs::told(scenario, input),
    }
}
