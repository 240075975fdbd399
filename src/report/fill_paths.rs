//! Options and paths of a run's report.

use indexmap::IndexMap;

use super::fill::{Material, all_paths, band, cohort_series, spread, value_of};
use super::run::{OptionReport, PathReport};
use super::stats::{Summary, known};
use crate::analysis::cost::{comparable_cost, expected, path_cost, per_person};
use crate::analysis::summary::{self, Moments, Weighing, moments, of_columns};
use crate::analysis::weighted::{Part, Weight};
use crate::jobs::each;
use crate::model::indicators::{COHORT_SERIES, CohortKey, Key};
use crate::scenario::Node;
use crate::seeds::catalogue;
use crate::sim::Plan;
use crate::sim::layout::Value;

/// Key of the cost indicator.
const COST: &str = "cost_musd";
/// Key of the cost of each extra person online.
const COST_PER_PERSON: &str = "cost_per_person_online";

/// One entry per option of the first open decision.
pub fn options(material: &Material<'_>) -> Vec<OptionReport> {
    let plan = &*material.ensemble.plan;
    let Some(open) = &plan.open else {
        return Vec::new();
    };
    (0..open.options.len())
        .map(|number| option(material, &open.node, &open.options, number))
        .collect()
}

fn option(material: &Material<'_>, node: &str, options: &[String], number: usize) -> OptionReport {
    let plan = &*material.ensemble.plan;
    let paths = paths_of_option(plan, number);
    let list = &catalogue().indicators;
    let values = each(list.len(), material.threads, |i| {
        option_value(material, &paths, number, &list[i].key)
    });
    let mut report = OptionReport {
        node: node.to_owned(),
        option: options[number].clone(),
        indicators: list.iter().map(|i| i.key.clone()).zip(values).collect(),
        cohorts: cohort_horizons(material, &paths),
        cohort_series: cohort_series(material, &paths, Weighing::Whole),
        ..OptionReport::default()
    };
    for indicator in list.iter().filter(|i| i.has_series) {
        if let Some(value) = value_of(plan, &indicator.key) {
            let years = summary::series(
                material.ensemble,
                material.weights,
                &paths,
                Weighing::Whole,
                value,
            );
            report.series.insert(indicator.key.clone(), band(&years));
        }
    }
    describe(material, &mut report);
    report
}

/// Titles and what is not counted, in the words of the scenario.
fn describe(material: &Material<'_>, report: &mut OptionReport) {
    let Some(node) = material.scenario.tree.nodes.get(&report.node) else {
        return;
    };
    report.node_title = Node::title(node).to_owned();
    if let Some(outcome) = node.outcomes().into_iter().find(|o| o.id == report.option) {
        report.option_title = outcome.title.to_owned();
        report.not_counted = outcome.not_counted.to_owned();
        report.effort = outcome.effort.map(u32::from);
    }
}

/// Paths that take an option of the first open decision.
pub fn paths_of_option(plan: &Plan, option: usize) -> Vec<usize> {
    (0..plan.paths.len())
        .filter(|p| plan.paths[*p].option == Some(option))
        .collect()
}

fn option_value(material: &Material<'_>, paths: &[usize], option: usize, key: &str) -> Summary {
    let plan = &*material.ensemble.plan;
    let found = match (value_of(plan, key), key) {
        (Some(value), _) => summary::horizon(
            material.ensemble,
            material.weights,
            paths,
            Weighing::Whole,
            value,
        ),
        (None, COST_PER_PERSON) => per_person_of_option(material, option).unwrap_or(Moments::NONE),
        (None, _) => money(material, paths, key, Weighing::Whole),
    };
    spread(&found).summary()
}

/// Horizon values of cohorts, as far as they were kept.
fn cohort_horizons(
    material: &Material<'_>,
    paths: &[usize],
) -> IndexMap<String, IndexMap<String, Summary>> {
    let mut all = IndexMap::new();
    for (number, (name, _)) in COHORT_SERIES.iter().enumerate() {
        let mut of_cohorts = IndexMap::new();
        for (g, cohort) in material.ensemble.plan.country().cohorts.iter().enumerate() {
            let value = Value::Cohort(number, g);
            if material.ensemble.layout.at_horizon(value).is_some() {
                let found = summary::horizon(
                    material.ensemble,
                    material.weights,
                    paths,
                    Weighing::Whole,
                    value,
                );
                of_cohorts.insert(cohort.id.clone(), spread(&found).summary());
            }
        }
        if !of_cohorts.is_empty() || number == CohortKey::usage as usize {
            all.insert((*name).to_owned(), of_cohorts);
        }
    }
    all
}

/// One entry per path, in tree order.
pub fn paths(material: &Material<'_>) -> Vec<PathReport> {
    let plan = &*material.ensemble.plan;
    each(plan.paths.len(), material.threads, |number| {
        path(material, number)
    })
}

fn path(material: &Material<'_>, number: usize) -> PathReport {
    let plan = &*material.ensemble.plan;
    let path = &plan.paths[number];
    let chance = material.weights.chance_mean[number] / chance_left(material, number);
    let is_open = path
        .factors
        .iter()
        .any(|f| matches!(f, crate::sim::odds::Factor::OpenOption(_)));
    let value = |key: &str| match value_of(plan, key) {
        Some(value) => summary::path_horizon(material.ensemble, number, value),
        None => money_of_path(material, number, key),
    };
    let entry = |i: &crate::seeds::Indicator| (i.key.clone(), spread(&value(&i.key)).summary());
    PathReport {
        id: path.id.clone(),
        probability: if is_open { None } else { known(chance) },
        chance_probability: known(chance),
        indicators: catalogue().indicators.iter().map(entry).collect(),
    }
}

/// Chance that the condition holds, given the options that a path takes: what its own chance has
/// to be measured against. Options that only other paths meet count equally.
fn chance_left(material: &Material<'_>, number: usize) -> f64 {
    let plan = &*material.ensemble.plan;
    if plan.branch_tests.is_empty() {
        return 1.0;
    }
    let own = &plan.paths[number].history;
    let options = |node: &str| match material.scenario.tree.nodes.get(node) {
        Some(Node::Decision(decision)) if decision.choose.is_none() => decision.options.len(),
        _ => 0,
    };
    let share = |(node, outcome): &(String, String)| match options(node) {
        0 => 1.0,
        count => match own.iter().find(|(met, _)| met == node) {
            Some((_, taken)) => f64::from(u8::from(taken == outcome)),
            None => 1.0 / count as f64,
        },
    };
    let of_path = |(path, chance): (&crate::sim::plan::Path, &f64)| {
        chance * path.history.iter().map(share).product::<f64>()
    };
    let paths = plan.paths.iter().zip(&material.weights.chance_mean);
    paths.map(of_path).sum()
}

/// The cost indicator over some paths; none for everything else.
pub fn money(material: &Material<'_>, paths: &[usize], key: &str, weighing: Weighing) -> Moments {
    if key != COST {
        return Moments::NONE;
    }
    let costs = paths
        .iter()
        .filter_map(|p| Some((*p, path_cost(material.ensemble, *p)?)));
    let (paths, columns): (Vec<usize>, Vec<Vec<f64>>) = costs.unzip();
    of_columns(&columns, material.weights, &paths, weighing)
}

fn plain(values: &[f64]) -> Moments {
    moments(&[Part {
        values,
        weights: Weight::Same(1.0),
    }])
}

fn money_of_path(material: &Material<'_>, number: usize, key: &str) -> Moments {
    match key {
        COST => path_cost(material.ensemble, number).map_or(Moments::NONE, |cost| plain(&cost)),
        COST_PER_PERSON => per_person_of_path(material, number).unwrap_or(Moments::NONE),
        _ => Moments::NONE,
    }
}

/// A path against the one that differs only in taking the cheapest option of the first open
/// decision; nothing when there is no such path, or it is the cheapest itself.
fn per_person_of_path(material: &Material<'_>, number: usize) -> Option<Moments> {
    let ensemble = material.ensemble;
    let plan = &*ensemble.plan;
    let open = plan.open.as_ref()?;
    let own = &plan.paths[number];
    let same_otherwise = |p: &&usize| {
        let other = &plan.paths[**p].history;
        own.history.len() == other.len()
            && own
                .history
                .iter()
                .zip(other)
                .all(|(a, b)| a == b || (a.0 == b.0 && a.0 == open.node))
    };
    let total = |p: &usize| comparable_cost(ensemble, *p).map(|c| c.iter().sum::<f64>());
    let all = all_paths(plan);
    let rivals = all
        .iter()
        .filter(same_otherwise)
        .filter_map(|p| Some((p, total(p)?)));
    let (cheapest, _) = rivals.min_by(|a, b| a.1.total_cmp(&b.1))?;
    if *cheapest == number {
        return None;
    }
    let users = |p: usize| users(material, &[p]);
    let extra_cost = difference(
        &comparable_cost(ensemble, number)?,
        &comparable_cost(ensemble, *cheapest)?,
    );
    let extra_users = difference(&users(number)?, &users(*cheapest)?);
    Some(plain(&per_person(&extra_cost, &extra_users)))
}

/// An option against the cheapest option of the same decision, by expected values in each draw.
fn per_person_of_option(material: &Material<'_>, option: usize) -> Option<Moments> {
    let ensemble = material.ensemble;
    let plan = &*ensemble.plan;
    let options = plan.open.as_ref()?.options.len();
    let cost = |o: usize| -> Option<Vec<f64>> {
        let paths = paths_of_option(plan, o);
        let columns: Option<Vec<Vec<f64>>> = paths
            .iter()
            .map(|p| comparable_cost(ensemble, *p))
            .collect();
        Some(expected(&columns?, material.weights, &paths))
    };
    let own = cost(option)?;
    let rivals = (0..options).filter_map(|o| Some((o, cost(o)?)));
    let total = |costs: &[f64]| costs.iter().sum::<f64>();
    let (cheapest, least) = rivals.min_by(|a, b| total(&a.1).total_cmp(&total(&b.1)))?;
    if cheapest == option {
        return None;
    }
    let users = |o: usize| users(material, &paths_of_option(plan, o));
    let extra_users = difference(&users(option)?, &users(cheapest)?);
    Some(plain(&per_person(&difference(&own, &least), &extra_users)))
}

/// People offline, negated: differences of it are differences in people online.
fn users(material: &Material<'_>, paths: &[usize]) -> Option<Vec<f64>> {
    let value = Value::Indicator(Key::offline_people as usize);
    let columns: Option<Vec<Vec<f64>>> = paths
        .iter()
        .map(|p| material.ensemble.horizon(*p, value))
        .collect();
    let offline = expected(&columns?, material.weights, paths);
    Some(offline.into_iter().map(|people| -people).collect())
}

fn difference(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}
