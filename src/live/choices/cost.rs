//! What options cost, in money where it is entered, else in effort.

use super::Scene;
use super::options::Candidate;
use crate::analysis::choices::{CostEffect, Odds, Standing, best_within, standings};
use crate::analysis::cost::comparable_cost;
use crate::report::choices::{Account, AccountLine, Spending};

/// Costs and standings.
pub(super) fn spending(scene: &Scene<'_>) -> Spending {
    if scene.plan.has_costs() {
        let money = |path: usize| comparable_cost(&scene.results.ensemble, path);
        return Spending::Money(account(scene, &money));
    }
    let effort = |path: usize| effort(scene, path);
    // An option that does nothing costs nothing, but that alone is no account.
    match (0..scene.plan.paths.len()).any(|path| !points(scene, path).is_empty()) {
        true => Spending::Effort(account(scene, &effort)),
        false => Spending::Nothing,
    }
}

/// Points of effort that are entered along a path.
fn points(scene: &Scene<'_>, path: usize) -> Vec<u8> {
    let nodes = &scene.results.scenario.tree.nodes;
    let history = scene.plan.paths[path].history.iter();
    let points = history.filter_map(|(node, outcome)| {
        let outcomes = nodes.get(node)?.outcomes();
        let own = outcomes.into_iter().find(|own| own.id == *outcome)?;
        own.effort
    });
    points.collect()
}

/// Their sum; a path without any is unknown unless its option does nothing.
fn effort(scene: &Scene<'_>, path: usize) -> Option<Vec<f64>> {
    let points = points(scene, path);
    let known = !points.is_empty() || scene.plan.paths[path].idle_option;
    let sum: f64 = points.into_iter().map(f64::from).sum();
    known.then(|| vec![sum; scene.results.draws()])
}

fn account(scene: &Scene<'_>, cost: &dyn Fn(usize) -> Option<Vec<f64>>) -> Account {
    let costs: Vec<Option<f64>> = scene
        .candidates
        .iter()
        .map(|own| expected_cost(own, cost))
        .collect();
    // Options of unknown cost stand nowhere.
    let known: Vec<usize> = (0..costs.len())
        .filter(|place| costs[*place].is_some())
        .collect();
    let pairs: Vec<CostEffect> = known
        .iter()
        .map(|place| CostEffect {
            cost: costs[*place].unwrap_or_default(),
            effect: scene.aim.sign * scene.candidates[*place].told.expected,
        })
        .collect();
    let mut options: Vec<AccountLine> = costs
        .iter()
        .map(|cost| AccountLine {
            cost: *cost,
            ..AccountLine::default()
        })
        .collect();
    for (standing, place) in standings(&pairs).unwrap_or_default().iter().zip(&known) {
        tell_standing(&mut options[*place], standing, &known);
    }
    let within = scene.ask.budget.and_then(|budget| {
        let found = best_within(&pairs, budget).ok()??;
        known.get(found).copied()
    });
    Account {
        options,
        budget: scene.ask.budget,
        best_within: within,
    }
}

fn tell_standing(line: &mut AccountLine, standing: &Standing, known: &[usize]) {
    let (name, beside, and, ratio) = match standing {
        Standing::First => ("first", None, None, None),
        Standing::Frontier { beside, ratio } => ("frontier", Some(*beside), None, Some(*ratio)),
        Standing::Dominated { by } => ("dominated", Some(*by), None, None),
        Standing::Mixture { low, high } => ("mixture", Some(*low), Some(*high), None),
    };
    line.standing = Some(name.to_owned());
    line.beside = beside.and_then(|place| known.get(place).copied());
    line.and = and.and_then(|place| known.get(place).copied());
    line.ratio = ratio.filter(|ratio| ratio.is_finite());
}

/// Over chances and runs, later decisions at their best; none if a path that may happen has none.
fn expected_cost(own: &Candidate, cost: &dyn Fn(usize) -> Option<Vec<f64>>) -> Option<f64> {
    let (mut sum, mut total) = (0.0, 0.0);
    for (path, odds) in &own.ends {
        if *odds == Odds::Same(0.0) {
            continue;
        }
        for (draw, value) in cost(*path)?.iter().enumerate() {
            sum += odds.at(draw) * value;
            total += odds.at(draw);
        }
    }
    Some(sum / total).filter(|mean| mean.is_finite())
}
