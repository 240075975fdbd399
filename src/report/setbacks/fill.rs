//! From answers to the shapes that leave the program.

use super::{
    BoxLine, CheckLine, LimitLine, OptionSetbacks, PathLine, RuleLine, SignpostLine, StepLine,
    TreeLine, Trouble,
};
use crate::analysis::inputs::Input;
use crate::analysis::setbacks::Fault;
use crate::analysis::setbacks::cart::Pruned;
use crate::analysis::setbacks::prim::{Limit, Move, PrimBox, Restriction, Side, Step};
use crate::analysis::setbacks::signposts::Alarm;
use crate::live::{Announced, Dimension, Early, EarlySigns, SetbackBox, SetbackTrouble, Setbacks};
use crate::scenario::Scenario;
use crate::sim::Plan;
use crate::words::setbacks as words;

/// What was answered about one option.
pub struct Answered {
    /// Place of the option; `None` where no decision is open.
    pub option: Option<usize>,
    /// What setbacks share.
    pub setbacks: Setbacks,
    /// What announces them.
    pub early: EarlySigns,
    /// The second opinion, if it was asked for.
    pub tree: Option<Result<(Vec<Dimension>, Pruned), SetbackTrouble>>,
}

/// Setbacks of one option.
#[must_use]
pub fn option_report(scenario: &Scenario, plan: &Plan, answered: &Answered) -> OptionSetbacks {
    let found = &answered.setbacks;
    let open = plan.open.as_ref().zip(answered.option);
    let named = open.and_then(|(open, place)| Some((&open.node, open.options.get(place)?)));
    let boxes = found.boxes.as_ref().map(Vec::as_slice).unwrap_or_default();
    let kinds = found.kinds.iter();
    let tree = answered.tree.as_ref().and_then(|tree| tree.as_ref().ok());
    let signs = answered.early.signs.as_ref().map(Vec::as_slice);
    OptionSetbacks {
        node: named.map(|(node, _)| node.clone()),
        option: named.map(|(_, option)| option.clone()),
        title: named.map(|(node, option)| words::title_of_outcome(scenario, node, option)),
        share: found.share,
        kinds: kinds
            .map(|(key, share)| ((*key).to_owned(), *share))
            .collect(),
        trouble: found.boxes.as_ref().err().map(trouble),
        boxes: boxes
            .iter()
            .map(|one| box_line(scenario, found, one))
            .collect(),
        paths: found
            .paths
            .iter()
            .map(|own| PathLine {
                path: plan
                    .paths
                    .get(own.path)
                    .map(|path| path.id.clone())
                    .unwrap_or_default(),
                of_weight: own.of_weight,
                of_setbacks: own.of_setbacks,
                share: own.share,
            })
            .collect(),
        signposts: signs
            .unwrap_or_default()
            .iter()
            .map(|early| signpost(scenario, early))
            .collect(),
        signpost_draws: answered.early.draws,
        signposts_tried: answered.early.tried,
        tree: tree.map(|(dimensions, pruned)| tree_line(scenario, dimensions, pruned)),
    }
}

fn trouble(problem: &SetbackTrouble) -> Trouble {
    let id = match problem {
        SetbackTrouble::Cases(fault) => match fault {
            Fault::NoSetbacks { .. } => "no_setbacks",
            Fault::AllSetbacks { .. } => "all_setbacks",
            Fault::TooFewSetbacks { .. } => "too_few_setbacks",
            Fault::TooFewOthers { .. } => "too_few_others",
            Fault::Constant => "constant",
            Fault::Shape | Fault::NotANumber { .. } | Fault::Weights => "broken",
        },
        SetbackTrouble::NotThere => "not_there",
        SetbackTrouble::Year { .. } => "year",
        SetbackTrouble::NoSeries => "no_series",
        SetbackTrouble::NoPaths => "no_paths",
    };
    Trouble {
        id: id.to_owned(),
        text: words::trouble(problem),
    }
}

fn box_line(scenario: &Scenario, found: &Setbacks, one: &SetbackBox) -> BoxLine {
    let fit = one.held.fit;
    let limits = |own: &PrimBox, dropped: bool| {
        let kept = own.restrictions.iter();
        let lines = kept.filter_map(|limit| limit_line(scenario, found, one, limit));
        lines
            .filter(|line| {
                !dropped
                    || !one
                        .held
                        .restrictions
                        .iter()
                        .any(|held| name(found, held).is_some_and(|(_, id)| id == line.id))
            })
            .collect()
    };
    BoxLine {
        coverage: fit.coverage,
        density: fit.density,
        mass: fit.mass,
        phi: fit.phi,
        limits: limits(&one.held, false),
        dropped: limits(&one.found.answer, true),
        check: one.stability.as_ref().map(|own| CheckLine {
            halves: own.halves,
            coverage: own.coverage,
            density: own.density,
            share: own.share,
        }),
        trajectory: one.found.trajectory.iter().map(step_line).collect(),
        chosen: one.found.chosen,
    }
}

fn step_line(step: &Step) -> StepLine {
    let made = match step.made {
        Move::Start => "start",
        Move::Peel => "peel",
        Move::Paste => "paste",
    };
    StepLine {
        made: made.to_owned(),
        coverage: step.found.fit.coverage,
        density: step.found.fit.density,
        mass: step.found.fit.mass,
        limited: step.found.restrictions.len(),
    }
}

/// What kind of input a limit is on, and its id.
fn name(found: &Setbacks, limit: &Restriction) -> Option<(&'static str, String)> {
    let dimension = found.dimensions.get(limit.column)?;
    Some(match dimension {
        Dimension::Node { node, .. } => ("node", node.clone()),
        Dimension::Number { input, .. } => match input {
            Input::Parameter(id) => ("parameter", id.clone()),
            Input::Measure(id) => ("measure", id.clone()),
            Input::Effect(id) => ("effect", id.clone()),
            Input::Country(id) => ("country", id.clone()),
            Input::Cost(id) => ("cost", id.clone()),
            Input::Probability(id) => ("probability", id.clone()),
            Input::Node { node } => ("node", node.clone()),
            Input::Surprise(year) | Input::Incidents(year) => ("luck", year.to_string()),
        },
    })
}

fn limit_line(
    scenario: &Scenario,
    found: &Setbacks,
    one: &SetbackBox,
    limit: &Restriction,
) -> Option<LimitLine> {
    let dimension = found.dimensions.get(limit.column)?;
    let (kind, id) = name(found, limit)?;
    let (low, high) = match &limit.limit {
        Limit::Range { low, high } => (*low, *high),
        Limit::OneOf(_) => (None, None),
    };
    let outcomes = match (&limit.limit, dimension) {
        (Limit::OneOf(codes), Dimension::Node { outcomes, .. }) => {
            let id = |code: &u16| outcomes.get(usize::from(*code)).cloned();
            codes.iter().map(id).collect()
        }
        _ => Vec::new(),
    };
    let tests = one.found.answer.tests();
    let told = |side: Side| match side {
        Side::Low => low.is_some(),
        Side::High => high.is_some(),
        Side::Categories => true,
    };
    let own =
        |(_, (column, side)): &(usize, &(usize, Side))| *column == limit.column && told(*side);
    let places: Vec<usize> = tests
        .iter()
        .enumerate()
        .filter(own)
        .map(|(p, _)| p)
        .collect();
    let back = one.stability.as_ref().map(|stability| &stability.back);
    let at = |all: &[f64]| {
        places
            .iter()
            .filter_map(|place| all.get(*place).copied())
            .collect()
    };
    Some(LimitLine {
        kind: kind.to_owned(),
        id,
        low,
        high,
        range: match dimension {
            Dimension::Number { levels, .. } => Some(*levels),
            Dimension::Node { .. } => None,
        },
        outcomes,
        quasi_p: at(&one.quasi_p),
        stability: back.map(|back| at(back)).unwrap_or_default(),
        text: words::limit(scenario, dimension, &limit.limit),
    })
}

fn signpost(scenario: &Scenario, early: &Early) -> SignpostLine {
    let own = &early.signpost;
    let (indicator, node, outcome) = match &early.what {
        Announced::Indicator { key, .. } => (Some(key.clone()), None, None),
        Announced::Outcome { node, outcome, .. } => {
            (None, Some(node.clone()), Some(outcome.clone()))
        }
    };
    let mark = indicator.is_some().then_some(own.threshold);
    SignpostLine {
        indicator,
        node,
        outcome,
        year: early.what.year(),
        below: mark.filter(|_| own.alarm == Alarm::Below),
        above: mark.filter(|_| own.alarm == Alarm::Above),
        hits: own.hits,
        false_alarms: own.false_alarms,
        wrong_alarms: own.wrong_alarms,
        score: own.score,
        unseen: own.unseen,
        unseen_range: own.range,
        p_value: own.p_value,
        text: format!(
            "{} {}",
            words::sign(scenario, early),
            words::sign_score(early)
        ),
    }
}

fn tree_line(scenario: &Scenario, dimensions: &[Dimension], pruned: &Pruned) -> TreeLine {
    let rules = pruned.tree.rules();
    let line = |rule: &crate::analysis::setbacks::cart::Rule| RuleLine {
        coverage: rule.fit.coverage,
        density: rule.fit.density,
        mass: rule.fit.mass,
        text: words::rule_limits(scenario, dimensions, rule),
    };
    TreeLine {
        leaves: pruned.tree.leaves(),
        explains: pruned.explains,
        rules: rules.iter().map(line).collect(),
    }
}
