//! From an ensemble to the report of a run: names the numbers, computes none of its own.

use indexmap::IndexMap;

use super::fill_paths;
use super::precision::precision;
use super::run::{
    BaselineLine, Better, CohortLine, Decisions, FlagLine, IndicatorReport, Note, OpenDecision,
    ReferenceLine, RunLine, RunReport, ScenarioLine,
};
use super::stats::{Band, Series, Spread, known};
use crate::analysis::summary::{self, Moments, Weighing};
use crate::analysis::weights::Weights;
use crate::jobs::each;
use crate::model::indicators::{COHORT_SERIES, INDICATORS};
use crate::scenario::{Node, Sampling, Scenario};
use crate::seeds::{self, Baseline, BaselineKind, Indicator, catalogue};
use crate::sim::layout::{Value, Yearly, available};
use crate::sim::{Ensemble, Plan};

/// Everything that summaries need.
pub struct Material<'a> {
    /// The scenario that was run.
    pub scenario: &'a Scenario,
    /// Its numbers.
    pub ensemble: &'a Ensemble,
    /// Weights of its paths.
    pub weights: &'a Weights,
    /// Worker threads for summaries; changes no number.
    pub threads: usize,
}

/// The report of a run.
pub fn run_report(scenario: &Scenario, ensemble: &Ensemble, threads: usize) -> RunReport {
    let plan = &*ensemble.plan;
    let weights = Weights::new(ensemble);
    let material = Material {
        scenario,
        ensemble,
        weights: &weights,
        threads,
    };
    RunReport {
        scenario: scenario_line(scenario),
        baseline: baseline_line(&plan.baseline),
        reference: plan.reference.as_ref().map(|r| ReferenceLine {
            id: r.id.clone(),
            name: r.name.clone(),
        }),
        run: RunLine {
            effective_draws: Some(weights.effective_draws(ensemble.draws()).round() as u32),
            ..run_line(plan, ensemble.draws())
        },
        years: (0..=plan.steps)
            .map(|s| plan.base_year + i32::try_from(s).unwrap_or(0))
            .collect(),
        cohorts: plan
            .country()
            .cohorts
            .iter()
            .map(|c| c.id.clone())
            .collect(),
        cohort_facts: cohort_lines(plan),
        decisions: if plan.is_open() {
            Decisions::Unweighted
        } else {
            Decisions::Closed
        },
        open_decisions: open_decisions(scenario, plan),
        indicators: indicators(&material),
        cohort_series: cohort_series(&material, &all_paths(plan), Weighing::Whole),
        options: fill_paths::options(&material),
        paths: fill_paths::paths(&material),
        precision: precision(&material, None),
        notes: notes(ensemble),
    }
}

/// Title, question and fingerprint.
pub fn scenario_line(scenario: &Scenario) -> ScenarioLine {
    ScenarioLine {
        title: scenario.title.clone(),
        question: scenario.question.clone(),
        fingerprint: super::fingerprint::fingerprint(scenario),
    }
}

/// Where the run starts, with every flag.
pub fn baseline_line(baseline: &Baseline) -> BaselineLine {
    BaselineLine {
        kind: match baseline.kind {
            BaselineKind::Country => "country",
            BaselineKind::Group => "group",
            BaselineKind::Custom => "custom",
        }
        .to_owned(),
        id: baseline.id.clone(),
        name: baseline.name.clone(),
        vintage: baseline.vintage.clone(),
        flags: baseline
            .flags
            .iter()
            .map(|f| FlagLine {
                input: f.input.clone(),
                reason: f.reason.clone(),
                year: f.year,
            })
            .collect(),
        list_date: baseline.list_date.clone(),
        members: (!baseline.members.is_empty()).then_some(baseline.members.len()),
    }
}

/// How the numbers were computed.
pub fn run_line(plan: &Plan, draws: usize) -> RunLine {
    let done = u32::try_from(draws).unwrap_or(u32::MAX);
    RunLine {
        // A run that was stopped has done the first draws only.
        draws: if done < plan.draws { done } else { plan.asked },
        memory: None,
        condition: plan.condition.texts(),
        accepted_draws: Some(done),
        effective_draws: Some(done),
        seed: plan.seed,
        sampling: match plan.sampling {
            Sampling::LatinHypercube => "latin_hypercube",
            Sampling::Sobol => "sobol",
            Sampling::Independent => "independent",
        }
        .to_owned(),
        rng: "chacha8".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        median: plan.median,
        stress: plan.stress.clone(),
    }
}

fn cohort_lines(plan: &Plan) -> Vec<CohortLine> {
    let country = plan.country();
    let line = |c: &crate::model::Cohort| CohortLine {
        id: c.id.clone(),
        poor: c.poor,
        female: c.female,
        share: c.share,
        people: c.share * country.population,
        income_per_year: c.income * 365.0,
    };
    country.cohorts.iter().map(line).collect()
}

/// All paths of a plan, by number.
pub fn all_paths(plan: &Plan) -> Vec<usize> {
    (0..plan.paths.len()).collect()
}

/// The value behind an indicator's key; `None` for costs and for what this setting cannot have.
pub fn value_of(plan: &Plan, key: &str) -> Option<Value> {
    let number = INDICATORS.iter().position(|(name, _)| *name == key)?;
    available(plan, number).then_some(Value::Indicator(number))
}

fn indicators(material: &Material<'_>) -> IndexMap<String, IndicatorReport> {
    let list = &catalogue().indicators;
    let reports = each(list.len(), material.threads, |i| {
        indicator(material, &list[i])
    });
    list.iter().map(|i| i.key.clone()).zip(reports).collect()
}

fn indicator(material: &Material<'_>, indicator: &Indicator) -> IndicatorReport {
    let plan = &*material.ensemble.plan;
    let paths = all_paths(plan);
    let value = value_of(plan, &indicator.key);
    let horizon = match value {
        Some(value) => summary::horizon(
            material.ensemble,
            material.weights,
            &paths,
            Weighing::Whole,
            value,
        ),
        None => fill_paths::money(material, &paths, &indicator.key, Weighing::Whole),
    };
    let years = value.filter(|_| indicator.has_series).map(|value| {
        summary::series(
            material.ensemble,
            material.weights,
            &paths,
            Weighing::Whole,
            value,
        )
    });
    IndicatorReport {
        unit: unit_name(indicator),
        better: better(indicator),
        label: indicator.label.clone(),
        group: json_name(&indicator.group),
        horizon: spread(&horizon),
        series: match years {
            Some(years) => Some(series(&years)),
            None if indicator.has_series => Some(series(&vec![Moments::NONE; plan.steps + 1])),
            None => None,
        },
    }
}

/// The unit as the contract writes it.
pub fn unit_name(indicator: &Indicator) -> String {
    json_name(&indicator.unit)
}

/// The name that a plain enum has in JSON.
fn json_name(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

/// Open decisions that some path passes, in the order of the file.
fn open_decisions(scenario: &Scenario, plan: &Plan) -> Vec<OpenDecision> {
    let passed = |id: &str| {
        plan.paths
            .iter()
            .any(|p| p.history.iter().any(|(node, _)| node == id))
    };
    let nodes = scenario.tree.nodes.iter();
    nodes
        .filter(|(id, node)| {
            matches!(node, Node::Decision(_)) && node.choose().is_none() && passed(id)
        })
        .map(|(id, node)| OpenDecision {
            node: id.clone(),
            title: node.title().to_owned(),
        })
        .collect()
}

/// The direction as the report has it.
pub fn better(indicator: &Indicator) -> Better {
    match indicator.better {
        seeds::Better::Up => Better::Up,
        seeds::Better::Down => Better::Down,
        seeds::Better::Context => Better::Context,
    }
}

/// Moments as a spread; what is not a number is missing.
pub fn spread(moments: &Moments) -> Spread {
    let [p5, p25, p50, p75, p95] = moments.levels.map(known);
    Spread {
        mean: known(moments.mean),
        p5,
        p25,
        p50,
        p75,
        p95,
    }
}

/// One spread for each year.
pub fn series(years: &[Moments]) -> Series {
    let all: Vec<Spread> = years.iter().map(spread).collect();
    let pick = |f: fn(&Spread) -> Option<f64>| all.iter().map(f).collect();
    Series {
        mean: pick(|s| s.mean),
        p5: pick(|s| s.p5),
        p25: pick(|s| s.p25),
        p50: pick(|s| s.p50),
        p75: pick(|s| s.p75),
        p95: pick(|s| s.p95),
    }
}

/// Middle and range for each year.
pub fn band(years: &[Moments]) -> Band {
    let all = series(years);
    Band {
        p5: all.p5,
        p50: all.p50,
        p95: all.p95,
    }
}

/// Bands by what is measured, then by cohort.
pub fn cohort_series(
    material: &Material<'_>,
    paths: &[usize],
    weighing: Weighing,
) -> IndexMap<String, IndexMap<String, Band>> {
    let cohorts = &material.ensemble.plan.country().cohorts;
    let bands = each(COHORT_SERIES.len() * cohorts.len(), material.threads, |i| {
        let value = Value::Cohort(i / cohorts.len(), i % cohorts.len());
        band(&summary::series(
            material.ensemble,
            material.weights,
            paths,
            weighing,
            value,
        ))
    });
    let mut bands = bands.into_iter();
    COHORT_SERIES
        .iter()
        .map(|(name, _)| {
            let of_cohorts = cohorts
                .iter()
                .map(|c| c.id.clone())
                .zip(bands.by_ref())
                .collect();
            ((*name).to_owned(), of_cohorts)
        })
        .collect()
}

/// Fewer draws than this make a range whose ends rest on too few of them.
const FEW: usize = 400;
/// With so many draws, ranges are worth reading.
const GOAL: usize = 1000;

/// A warning where a condition leaves few draws, with what would help.
pub(crate) fn few_draws_left(ensemble: &Ensemble) -> Option<Note> {
    let (left, asked) = (ensemble.draws(), ensemble.plan.asked as usize);
    if ensemble.plan.chosen.is_none() || left >= FEW {
        return None;
    }
    let more = (asked * GOAL).div_ceil(left.max(1)).next_multiple_of(1000);
    let values = [
        ("left", left),
        ("asked", asked),
        ("tail", left / 20),
        ("more", more),
        ("goal", left * more / asked.max(1)),
    ];
    let values = values.map(|(name, count)| (name.to_owned(), count.into()));
    Some(Note {
        id: "few-draws-left".to_owned(),
        values: values.into_iter().collect(),
        ..Note::default()
    })
}

/// What memory or a cancelled run left out.
/// Notes about how a run went.
pub(crate) fn notes(ensemble: &Ensemble) -> Vec<Note> {
    let mut notes = Vec::new();
    let note = |id: &str| Note {
        id: id.to_owned(),
        ..Note::default()
    };
    match ensemble.layout.yearly {
        Yearly::Exact => {}
        Yearly::Sketch => notes.push(note("years-sketched")),
        Yearly::Means => notes.push(note("years-means-only")),
    }
    if !ensemble.layout.dropped.is_empty() {
        let mut dropped = note("horizon-dropped");
        dropped
            .values
            .insert("count".to_owned(), ensemble.layout.dropped.len().into());
        notes.push(dropped);
    }
    notes.extend(few_draws_left(ensemble));
    if ensemble.draws() < ensemble.plan.draws as usize {
        let mut partial = note("partial");
        partial
            .values
            .insert("done".to_owned(), ensemble.draws().into());
        partial
            .values
            .insert("asked".to_owned(), ensemble.plan.draws.into());
        notes.push(partial);
    }
    notes
}
