//! Each option of the next open decision: its values, its worst case, its regret.

use super::ask::{ChoiceRule, ChoicesAsk, ChoicesFault};
use super::objective::Aim;
use super::outcome_title;
use super::tree::{Grown, grown};
use crate::analysis::choices::{
    DecisionTree, Difference, Node, Odds, Payoffs, Regret, Rolled, Rule, States, Strategy, ends_of,
    hindsight, lowest, roll_back, run_values, state_values, strategies,
};
use crate::analysis::summary::moments;
use crate::analysis::weighted::{Part, Weight};
use crate::live::Results;
use crate::report::choices::OptionChoice;
use crate::report::fill::spread as spread_of;
use crate::report::fill_paths::paths_of_option;
use crate::report::stats::Spread;

/// Plans for later decisions that are tried for the smallest regret.
const MOST_PLANS: usize = 64;

/// An option, taken wherever the decision is met.
pub(super) struct Candidate {
    pub(super) told: OptionChoice,
    /// Probability of each path, later decisions at their best; by draw where it differs.
    pub(super) ends: Vec<(usize, Odds)>,
    /// Goodness in each run, chances averaged, later decisions at their best.
    pub(super) runs: Vec<f64>,
    /// Goodness in each state of the world, later decisions at their best.
    pub(super) states: Vec<f64>,
    /// The same, later decisions chosen for the smallest regret.
    pub(super) careful: Vec<f64>,
}

/// All options, in the order of the file.
pub(super) fn candidates(
    results: &Results,
    ask: &ChoicesAsk,
    aim: &Aim,
    whole: &Grown,
) -> Result<Vec<Candidate>, ChoicesFault> {
    let plan = &results.ensemble.plan;
    let Some(open) = &plan.open else {
        return Err(ChoicesFault::NothingOpen);
    };
    let states = States::of(&whole.tree, plan.seed)?;
    let best = hindsight(&whole.tree, &states);
    let mut found = Vec::with_capacity(open.options.len());
    for (number, option) in open.options.iter().enumerate() {
        let paths = paths_of_option(plan, number);
        if paths.is_empty() {
            // A condition leaves this option out.
            continue;
        }
        let part = grown(results, &paths, &aim.goodness)?;
        let mut candidate = candidate(&part, &states, &best, aim)?;
        candidate.told.option.clone_from(option);
        candidate.told.title = outcome_title(results, &open.node, option);
        candidate.told.score = match ask.rule.on_payoffs(aim.sign) {
            Some(rule) => score(&part, rule, aim)?,
            None => candidate.told.regret,
        };
        found.push(candidate);
    }
    share_the_best(&mut found, &states)?;
    Ok(found)
}

fn score(part: &Grown, rule: Rule, aim: &Aim) -> Result<f64, ChoicesFault> {
    let rolled = roll_back(&part.tree, rule)?;
    let value = rolled.value(part.tree.root()?);
    Ok(match rule {
        Rule::Satisfice(_) => value,
        _ => aim.shown(value),
    })
}

fn candidate(
    part: &Grown,
    states: &States,
    best: &[f64],
    aim: &Aim,
) -> Result<Candidate, ChoicesFault> {
    let tree = &part.tree;
    let root = tree.root()?;
    let rolled = roll_back(tree, Rule::Expected)?;
    let worst = roll_back(tree, Rule::Worst)?.value(root);
    let runs = run_values(tree, &rolled.choices, root);
    let nothing = vec![0.0; runs.len()];
    let mean = Difference::between(&runs, &nothing, tree.run_weights());
    let (careful, regret) = least_regret(part, &rolled, states, best)?;
    let ends = ends_of(tree, &rolled.choices, root).into_iter();
    Ok(Candidate {
        told: OptionChoice {
            option: String::new(),
            title: String::new(),
            value: spread(part, &rolled, aim),
            expected: aim.shown(rolled.value(root)),
            error: mean.error,
            worst: aim.shown(worst),
            regret: regret.largest,
            regret_p95: regret.levels[3],
            regret_mean: regret.mean,
            best_in: 0.0,
            score: 0.0,
        },
        ends: ends
            .filter_map(|(end, odds)| Some((part.path(end)?, odds)))
            .collect(),
        states: state_values(tree, &rolled.choices, states),
        runs,
        careful,
    })
}

/// Values over runs and chances, as they are shown.
fn spread(part: &Grown, rolled: &Rolled, aim: &Aim) -> Spread {
    let tree = &part.tree;
    let root = tree.nodes().len() - 1;
    let shown = ends_of(tree, &rolled.choices, root).into_iter();
    let shown = shown.filter_map(|(end, odds)| {
        let Node::End(values) = &tree.nodes()[end] else {
            return None;
        };
        let values: Vec<f64> = values.iter().map(|v| aim.shown(*v)).collect();
        Some((values, weighted(tree, odds)))
    });
    let shown: Vec<(Vec<f64>, Odds)> = shown.collect();
    let parts = shown.iter().map(|(values, odds)| Part {
        values,
        weights: match odds {
            Odds::Same(p) => Weight::Same(*p),
            Odds::Each(all) => Weight::Each(all),
        },
    });
    spread_of(&moments(&parts.collect::<Vec<_>>()))
}

/// A probability times how much each run counts.
fn weighted(tree: &DecisionTree, odds: Odds) -> Odds {
    match tree.run_weights() {
        None => odds,
        Some(all) => {
            let runs = all.iter().enumerate();
            Odds::Each(runs.map(|(run, weight)| weight * odds.at(run)).collect())
        }
    }
}

/// The plan for later decisions with the smallest largest regret, and its regret.
fn least_regret(
    part: &Grown,
    rolled: &Rolled,
    states: &States,
    best: &[f64],
) -> Result<(Vec<f64>, Regret), ChoicesFault> {
    let tree = &part.tree;
    let plans: Vec<Vec<Option<usize>>> = match strategies(tree, MOST_PLANS) {
        Ok(all) => all
            .iter()
            .map(|plan: &Strategy| plan.by_node(tree))
            .collect(),
        // Too many to try: later decisions at their best by expected value.
        Err(_) => vec![rolled.choices.clone()],
    };
    let rows: Vec<Vec<f64>> = plans
        .iter()
        .map(|plan| state_values(tree, plan, states))
        .collect();
    let table = Payoffs::weighted(rows, states.weights().to_vec())?;
    let regrets = table.regrets(Some(best))?;
    let largest: Vec<f64> = regrets.iter().map(|regret| regret.largest).collect();
    let least = lowest(&largest).unwrap_or(0);
    let row = table.rows().get(least).cloned().unwrap_or_default();
    Ok((row, regrets[least]))
}

/// In which share of futures each option is best.
fn share_the_best(found: &mut [Candidate], states: &States) -> Result<(), ChoicesFault> {
    let rows = found.iter().map(|own| own.states.clone()).collect();
    let shares = Payoffs::weighted(rows, states.weights().to_vec())?.best_shares();
    for (own, share) in found.iter_mut().zip(shares) {
        own.told.best_in = share;
    }
    Ok(())
}

/// Scores of plain rows by a rule, for telling how sure it is; larger is better.
pub(super) fn scores(
    rule: ChoiceRule,
    table: &Payoffs,
    sign: f64,
) -> Result<Vec<f64>, ChoicesFault> {
    Ok(match rule {
        ChoiceRule::Expected => table.expected(),
        ChoiceRule::Worst => table.worst(),
        ChoiceRule::Regret => table.largest_regret().iter().map(|v| -v).collect(),
        ChoiceRule::Tail(level) => table.tail(level)?,
        ChoiceRule::Hurwicz(level) => table.hurwicz(level)?,
        ChoiceRule::Satisfice(level) => table.domain(sign * level),
        ChoiceRule::Utility(tolerance) => {
            let lowest = table.worst().into_iter().fold(f64::INFINITY, f64::min);
            let harm = |v: f64| (-(v - lowest) / tolerance).exp();
            let mean = |row: &Vec<f64>| -> f64 {
                row.iter()
                    .zip(table.weights())
                    .map(|(v, w)| w * harm(*v))
                    .sum()
            };
            table.rows().iter().map(|row| -mean(row).ln()).collect()
        }
    })
}

/// Rows of some options in the states of the world.
pub(super) fn rows(found: &[Candidate], rule: ChoiceRule) -> Vec<Vec<f64>> {
    let row = |own: &Candidate| match rule {
        ChoiceRule::Regret => own.careful.clone(),
        _ => own.states.clone(),
    };
    found.iter().map(row).collect()
}
