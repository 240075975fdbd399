//! From findings to the shapes that leave the program.

use super::{
    EstimateLine, ExactInput, ExactLine, FitLine, GroupsLine, InputMatters, OptionMatters,
    SubjectLine,
};
use crate::analysis::inputs::Input;
use crate::analysis::matters::Estimate;
use crate::live::Subject;
use crate::live::matters::{ExactRow, Exactly, Matters, MattersFault, MattersRow};
use crate::report::stats::known;
use crate::scenario::{Evidence, Scenario};
use crate::words::ranked;

/// What is moved.
#[must_use]
pub fn subject_line(subject: &Subject) -> SubjectLine {
    SubjectLine {
        id: subject.key(),
        label: subject.label(),
        unit: subject.unit(),
    }
}

/// What was found under one option, named by node, id and title.
#[must_use]
pub fn fill_option(
    scenario: &Scenario,
    option: Option<(String, String, String)>,
    found: &Result<Matters, MattersFault>,
) -> OptionMatters {
    let (node, id, title) = match option {
        Some((node, id, title)) => (Some(node), Some(id), Some(title)),
        None => (None, None, None),
    };
    let empty = OptionMatters {
        node,
        option: id,
        title,
        draws: 0,
        mean: None,
        p5: None,
        p50: None,
        p95: None,
        groups: None,
        fit: None,
        inputs: Vec::new(),
        exact: None,
        fault: None,
    };
    match found {
        Err(fault) => OptionMatters {
            fault: Some(ranked::fault(*fault)),
            ..empty
        },
        Ok(found) => filled(scenario, found, empty),
    }
}

fn filled(scenario: &Scenario, found: &Matters, empty: OptionMatters) -> OptionMatters {
    let groups = &found.groups;
    let level = |place: usize| known(found.moments.levels.get(place).copied().unwrap_or(f64::NAN));
    OptionMatters {
        draws: found.draws,
        mean: known(found.moments.mean),
        p5: level(0),
        p50: level(2),
        p95: level(4),
        groups: Some(GroupsLine {
            branches: groups.branches,
            chance: groups.chance,
            measured: groups.measured,
            similar_cases: groups.similar,
            our_judgement: groups.judgement,
            together: groups.together,
            rest: groups.rest,
        }),
        fit: (found.fit.terms > 0).then(|| FitLine {
            checked: known(found.fit.checked),
            terms: found.fit.terms,
            trusted: found.fit.is_trusted(),
        }),
        inputs: found.rows.iter().map(|row| input(scenario, row)).collect(),
        ..empty
    }
}

fn input(scenario: &Scenario, row: &MattersRow) -> InputMatters {
    let (kind, id) = kind_and_id(&row.input);
    let (lowest, highest) = match &row.outcomes {
        Some((lowest, highest)) => (Some(lowest.clone()), Some(highest.clone())),
        None => (None, None),
    };
    InputMatters {
        kind: kind.to_owned(),
        id,
        name: ranked::name(scenario, &row.input, row.levels),
        evidence: row
            .evidence
            .map(|evidence| evidence_key(evidence).to_owned()),
        share: estimate(row.share),
        total: row.total.map(estimate),
        rank_correlation: row.correlation,
        pawn_median: row.pawn.map(|pawn| estimate(pawn.median)),
        pawn_max: row.pawn.map(|pawn| estimate(pawn.max)),
        delta: row.delta.map(estimate),
        levels: row.levels,
        low: known(row.low),
        high: known(row.high),
        titles: ranked::titles(scenario, row),
        lowest,
        highest,
        noise: row.noise,
    }
}

/// Exact indices.
#[must_use]
pub fn fill_exact(scenario: &Scenario, found: &Exactly) -> ExactLine {
    let row = |row: &ExactRow| {
        let names = row
            .inputs
            .iter()
            .map(|one| ranked::name(scenario, one, None));
        let names: Vec<String> = names.collect();
        ExactInput {
            ids: row.inputs.iter().map(|one| kind_and_id(one).1).collect(),
            name: match names.is_empty() {
                true => ranked::chance_alone(),
                false => names.join("; "),
            },
            first: estimate(row.first),
            total: estimate(row.total),
        }
    };
    ExactLine {
        base: found.base,
        runs: found.runs,
        inputs: found.rows.iter().map(row).collect(),
    }
}

fn estimate(estimate: Estimate) -> EstimateLine {
    EstimateLine {
        value: known(estimate.value),
        low: known(estimate.low),
        high: known(estimate.high),
        noise: known(estimate.noise),
    }
}

fn evidence_key(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::A => "measured",
        Evidence::B => "similar_cases",
        Evidence::C => "our_judgement",
    }
}

fn kind_and_id(input: &Input) -> (&'static str, String) {
    match input {
        Input::Parameter(id) => ("parameter", id.clone()),
        Input::Measure(id) => ("measure", id.clone()),
        Input::Effect(id) => ("effect", id.clone()),
        Input::Country(id) => ("country", id.clone()),
        Input::Probability(id) => ("probability", id.clone()),
        Input::Cost(id) => ("cost", id.clone()),
        Input::Node { node } => ("node", node.clone()),
        Input::Surprise(year) => ("surprise", year.to_string()),
        Input::Incidents(year) => ("incidents", year.to_string()),
    }
}
