//! Values of the objective by path and draw, and the same turned so that larger is better.

use std::sync::Arc;

use super::ask::{ChoicesAsk, ChoicesFault, Objective};
use crate::analysis::choices::equally_distributed;
use crate::analysis::subject::goodness;
use crate::analysis::summary::moments;
use crate::jobs::{ByPath, Columns, Wanted};
use crate::live::{CohortMeasure, Results, Subject};
use crate::report::choices::{ObjectiveTold, Part};
use crate::report::run::Better;
use crate::tell;

/// The objective in numbers.
pub(super) struct Aim {
    /// What was asked for.
    objective: Objective,
    /// The year.
    pub(super) year: i32,
    /// By path, then by draw: larger is better.
    pub(super) goodness: Vec<Arc<[f64]>>,
    /// What goodness is multiplied by to be shown: 1 or -1.
    pub(super) sign: f64,
    /// Steps of several subjects.
    steps: Vec<f64>,
}

impl Aim {
    /// Goodness as it is shown.
    pub(super) fn shown(&self, goodness: f64) -> f64 {
        // No minus before a zero.
        self.sign * goodness + 0.0
    }

    /// The objective in words.
    pub(super) fn told(&self) -> ObjectiveTold {
        let parts = self.parts();
        let keys: Vec<String> = parts.iter().map(|part| part.key.clone()).collect();
        match &self.objective {
            Objective::One(subject) => ObjectiveTold {
                key: subject.key(),
                label: subject.label(),
                unit: subject.unit(),
                better: match self.sign < 0.0 {
                    true => Better::Down,
                    false => Better::Up,
                },
                parts,
                epsilon: None,
            },
            Objective::Several(_) => ObjectiveTold {
                key: keys.join("+"),
                label: tell!("choices-several"),
                unit: "score".to_owned(),
                better: Better::Up,
                parts,
                epsilon: None,
            },
            Objective::Even(measure, epsilon) => ObjectiveTold {
                key: format!("{}@{epsilon}", measure.key()),
                label: even_label(*measure),
                unit: Subject::Cohort(*measure, String::new()).unit(),
                better: match self.sign < 0.0 {
                    true => Better::Down,
                    false => Better::Up,
                },
                parts,
                epsilon: Some(*epsilon),
            },
        }
    }

    fn parts(&self) -> Vec<Part> {
        let Objective::Several(parts) = &self.objective else {
            return Vec::new();
        };
        let total: f64 = parts.iter().map(|(_, weight)| weight).sum();
        let both = parts.iter().zip(&self.steps);
        both.map(|((subject, weight), step)| Part {
            key: subject.key(),
            label: subject.label(),
            weight: weight / total,
            step: *step,
        })
        .collect()
    }

    /// The subject, where there is only one.
    pub(super) fn only(&self) -> Option<&Subject> {
        match &self.objective {
            Objective::One(subject) => Some(subject),
            _ => None,
        }
    }
}

fn even_label(measure: CohortMeasure) -> String {
    match measure {
        CohortMeasure::Offline => tell!("choices-even-offline"),
        CohortMeasure::Online => tell!("choices-even-online"),
        CohortMeasure::Covered => tell!("choices-even-covered"),
        CohortMeasure::Skilled => tell!("choices-even-skilled"),
        _ => tell!("choices-even-income_vs_noai"),
    }
}

/// Fetches and turns the numbers.
pub(super) fn aim(results: &Results, ask: &ChoicesAsk) -> Result<Aim, ChoicesFault> {
    let year = ask.year.unwrap_or_else(|| results.last_year());
    let mut aim = Aim {
        objective: ask.objective.clone(),
        year,
        goodness: Vec::new(),
        sign: 1.0,
        steps: Vec::new(),
    };
    match &ask.objective {
        Objective::One(subject) => {
            aim.sign = sign(subject);
            aim.goodness = good(subject, &fetch(results, subject, year)?);
        }
        Objective::Several(parts) => several(results, parts, &mut aim)?,
        Objective::Even(measure, epsilon) => even(results, *measure, *epsilon, &mut aim)?,
    }
    let finite = |column: &Arc<[f64]>| !column.is_empty() && column.iter().all(|v| v.is_finite());
    match aim.goodness.iter().all(finite) {
        true => Ok(aim),
        false => Err(ChoicesFault::NoValues(aim.told().label)),
    }
}

fn sign(subject: &Subject) -> f64 {
    let falls = goodness(&subject.plain(), 1.0) < 0.0;
    // Being offline is told from use, which turns the direction once more.
    let offline = matches!(subject, Subject::Cohort(CohortMeasure::Offline, _));
    if falls || offline { -1.0 } else { 1.0 }
}

fn good(subject: &Subject, columns: &ByPath) -> Vec<Arc<[f64]>> {
    let plain = subject.plain();
    let two_sided = plain.is_two_sided_gap();
    let sign = sign(subject);
    let one = |value: &f64| {
        if two_sided {
            -value.abs()
        } else {
            sign * value
        }
    };
    columns
        .iter()
        .map(|path| path.iter().map(one).collect())
        .collect()
}

/// Values of a subject in a year, by path and draw.
fn fetch(results: &Results, subject: &Subject, year: i32) -> Result<ByPath, ChoicesFault> {
    let plan = &results.ensemble.plan;
    let missing = || ChoicesFault::NoSubject(subject.key());
    if !subject.available(plan) || subject.is_cost() {
        return Err(missing());
    }
    let steps = results.years();
    let step = steps.iter().position(|own| *own == year);
    let step = step.ok_or(ChoicesFault::NoYear(year))?;
    if year == results.last_year() {
        return results.values(subject).ok_or_else(missing);
    }
    let value = subject.value(plan).ok_or_else(missing)?;
    let mut columns = Columns::new(plan, results.wish.options());
    let found = columns.get(&[Wanted { value, step }], &mut |_| true);
    let found = found.and_then(|mut all| all.pop()).ok_or_else(missing)?;
    let turn = |v: &f64| if subject.is_complement() { 1.0 - v } else { *v };
    let cut = |path: &Vec<f64>| path.iter().take(results.draws()).map(turn).collect();
    Ok(Arc::new(found.iter().map(cut).collect()))
}

/// A weighted sum of several subjects, each in steps of the range of nine in ten runs.
fn several(results: &Results, parts: &[(Subject, f64)], aim: &mut Aim) -> Result<(), ChoicesFault> {
    let total: f64 = parts.iter().map(|(_, weight)| weight).sum();
    let paths: Vec<usize> = (0..results.ensemble.plan.paths.len()).collect();
    let mut sums: Vec<Vec<f64>> = vec![vec![0.0; results.draws()]; paths.len()];
    for (subject, weight) in parts {
        let columns = fetch(results, subject, aim.year)?;
        let [low, .., high] = moments(&results.parts(&columns, &paths)).levels;
        let step = high - low;
        if !step.is_finite() {
            return Err(ChoicesFault::NoValues(subject.label()));
        }
        aim.steps.push(step);
        // What is the same in nine of ten runs sets no option apart.
        let factor = if step > 0.0 {
            weight / total / step
        } else {
            0.0
        };
        for (sums, good) in sums.iter_mut().zip(good(subject, &columns)) {
            let both = sums.iter_mut().zip(good.iter());
            both.for_each(|(sum, value)| *sum += factor * value);
        }
    }
    aim.goodness = sums.into_iter().map(Arc::from).collect();
    Ok(())
}

/// What would be as good if every cohort had it alike.
fn even(
    results: &Results,
    measure: CohortMeasure,
    epsilon: f64,
    aim: &mut Aim,
) -> Result<(), ChoicesFault> {
    if matches!(measure, CohortMeasure::Displaced | CohortMeasure::Augmented) {
        // Numbers of workers, not something that everybody has more or less of.
        return Err(ChoicesFault::NoSubject(measure.key().to_owned()));
    }
    let cohorts = &results.ensemble.plan.country().cohorts;
    let people: Vec<f64> = cohorts.iter().map(|cohort| cohort.share).collect();
    let columns: Vec<ByPath> = cohorts
        .iter()
        .map(|cohort| fetch(results, &even_subject(measure, &cohort.id), aim.year))
        .collect::<Result<_, _>>()?;
    let Some(first) = columns.first() else {
        return Err(ChoicesFault::NoSubject(measure.key().to_owned()));
    };
    // Shares of people stand for themselves; a change of income for what is left of it.
    let plus = f64::from(u8::from(measure == CohortMeasure::IncomeVsNoai));
    let complement = matches!(measure, CohortMeasure::Offline);
    let mut values = vec![0.0; columns.len()];
    let mut spread = |path: usize, draw: usize| -> Result<f64, ChoicesFault> {
        for (value, column) in values.iter_mut().zip(&columns) {
            *value = (plus + column[path][draw]).max(0.0);
        }
        let level = equally_distributed(&values, &people, epsilon)?;
        Ok(if complement {
            level - 1.0
        } else {
            level - plus
        })
    };
    let paths = 0..first.len();
    aim.goodness = paths
        .map(|path| {
            (0..first[path].len())
                .map(|draw| spread(path, draw))
                .collect()
        })
        .collect::<Result<_, ChoicesFault>>()?;
    aim.sign = if complement { -1.0 } else { 1.0 };
    Ok(())
}

/// What is spread over cohorts must be something good to have: being offline is told from use.
fn even_subject(measure: CohortMeasure, cohort: &str) -> Subject {
    let measure = match measure {
        CohortMeasure::Offline => CohortMeasure::Online,
        other => other,
    };
    Subject::Cohort(measure, cohort.to_owned())
}
