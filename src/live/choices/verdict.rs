//! Which option is best by which rule, and whether so many draws can tell.

use super::Scene;
use super::ask::ChoiceRule;
use super::options::{rows, scores};
use crate::analysis::choices::{Difference, Payoffs, States, highest};
use crate::report::choices::{OptionChoice, Verdict};

/// By expected value, worst case, regret and the rule that was asked for.
pub(super) fn verdicts(scene: &Scene<'_>) -> Vec<Verdict> {
    let mut rules = vec![ChoiceRule::Expected, ChoiceRule::Worst, ChoiceRule::Regret];
    if !rules.contains(&scene.ask.rule) {
        rules.push(scene.ask.rule);
    }
    let all = rules.into_iter();
    all.map(|rule| match rule {
        ChoiceRule::Expected => by_expected(scene),
        _ => by_score(scene, rule),
    })
    .collect()
}

/// The difference in averages is larger than its standard error allows for, or not.
fn by_expected(scene: &Scene<'_>) -> Verdict {
    let options = &scene.candidates;
    let means: Vec<f64> = options
        .iter()
        .map(|own| scene.aim.sign * own.told.expected)
        .collect();
    let best = highest(&means).unwrap_or(0);
    let mut verdict = plain(ChoiceRule::Expected, best);
    for (number, other) in options.iter().enumerate().filter(|(n, _)| *n != best) {
        let lead = Difference::between(
            &options[best].runs,
            &other.runs,
            scene.whole.tree.run_weights(),
        );
        if !lead.is_clear() {
            verdict.level_with.push(number);
        }
        if verdict.ahead_by.is_none_or(|ahead| lead.mean < ahead) {
            verdict.ahead_by = Some(lead.mean.max(0.0));
            verdict.error = Some(lead.error);
            verdict.draws_needed = lead.runs_needed(scene.results.draws());
        }
    }
    verdict
}

fn plain(rule: ChoiceRule, best: usize) -> Verdict {
    Verdict {
        rule: rule.told(),
        best,
        level_with: Vec::new(),
        ahead_by: None,
        error: None,
        draws_needed: None,
    }
}

/// Rules about tails have no plain standard error: an order holds if both halves of the draws
/// agree on it.
fn by_score(scene: &Scene<'_>, rule: ChoiceRule) -> Verdict {
    let options = scene.candidates.iter().map(|own| &own.told);
    let good: Vec<f64> = options.map(|told| goodness(scene, rule, told)).collect();
    let best = highest(&good).unwrap_or(0);
    let mut verdict = plain(rule, best);
    let others = good
        .iter()
        .enumerate()
        .filter(|(number, _)| *number != best);
    let next = others
        .map(|(_, score)| *score)
        .fold(f64::NEG_INFINITY, f64::max);
    verdict.ahead_by = Some(good[best] - next).filter(|ahead| ahead.is_finite());
    let halves = halves(scene, rule);
    for (number, score) in good.iter().enumerate() {
        let overtakes = |half: &Vec<f64>| half[number] >= half[best];
        let level = *score == good[best] || halves.iter().any(overtakes);
        if number != best && level {
            verdict.level_with.push(number);
        }
    }
    verdict
}

fn goodness(scene: &Scene<'_>, rule: ChoiceRule, told: &OptionChoice) -> f64 {
    match rule {
        ChoiceRule::Expected => scene.aim.sign * told.expected,
        ChoiceRule::Worst => scene.aim.sign * told.worst,
        ChoiceRule::Regret => -told.regret,
        ChoiceRule::Satisfice(_) => told.score,
        _ => scene.aim.sign * told.score,
    }
}

/// Scores of the options in every other run, and in the runs between.
fn halves(scene: &Scene<'_>, rule: ChoiceRule) -> Vec<Vec<f64>> {
    let Ok(states) = States::of(&scene.whole.tree, scene.plan.seed) else {
        return Vec::new();
    };
    let half = |odd: usize| {
        let weights = states.weights().iter().enumerate();
        let weights = weights.map(|(state, weight)| match states.run(state) % 2 == odd {
            true => *weight,
            false => 0.0,
        });
        let table = Payoffs::weighted(rows(&scene.candidates, rule), weights.collect()).ok()?;
        scores(rule, &table, scene.aim.sign).ok()
    };
    (0..2).filter_map(half).collect()
}
