//! Break-even points by simulating again with weaker effects.
//!
//! Every trial sees the same draws as the columns that are compared, so nothing but the weakened
//! effects moves the difference. Few draws are enough: the draws are the same on both sides.

use std::sync::Arc;

use crate::analysis::assumed::set_apart;
use crate::analysis::breakeven::{BreakEven, EffectName, SingleTurn, Turn, lead, turn};
use crate::analysis::cost::expected;
use crate::analysis::subject::Subject;
use crate::analysis::weights::Weights;
use crate::files::vocabulary;
use crate::jobs::{RunOptions, run_keeping};
use crate::report::fill_compare::Column;
use crate::report::gains::{Gains, Rival, RowKind};
use crate::scenario::Scenario;
use crate::sim::action::Weakened;
use crate::sim::condition::in_common;
use crate::sim::layout::{DEFAULT_BUDGET, Value, Yearly};
use crate::sim::{Ensemble, Layout, Plan, PlanError, PlanOptions};

/// Draws that a search uses unless told otherwise.
pub const DRAWS: u32 = 512;

/// A column of a comparison: a scenario whose decisions are closed as the column takes them (see
/// [`crate::analysis::assumed::closed`]), or one of its paths.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Id of the only path that counts, `node=branch/…`; none = all, by their probabilities.
    pub path: Option<&'a str>,
}

impl<'a> Side<'a> {
    /// All paths of a scenario.
    #[must_use]
    pub fn of(scenario: &'a Scenario) -> Self {
        Self {
            scenario,
            path: None,
        }
    }
}

impl From<&super::Subject> for Subject {
    /// What a screen looks at, as a search takes it. People offline become people online: the lead
    /// is the same, and a mark must be turned round with it.
    fn from(shown: &super::Subject) -> Self {
        match shown {
            super::Subject::Indicator(key) => Self::Indicator(key.clone()),
            super::Subject::Cohort(measure, cohort) => Self::Cohort {
                measure: measure.series_key().to_owned(),
                cohort: cohort.clone(),
            },
        }
    }
}

/// How a search is carried out.
#[derive(Clone, Debug)]
pub struct Search {
    /// Draws, seed, sampling and wildcard; the same for both sides.
    pub plan: PlanOptions,
    /// Worker threads; `None` = one per processor.
    pub threads: Option<usize>,
    /// Whether each effect is weakened alone as well.
    pub single: bool,
}

impl Search {
    /// A search with [`DRAWS`] draws and the seed and sampling of a scenario.
    #[must_use]
    pub fn beside(scenario: &Scenario) -> Self {
        Self {
            plan: PlanOptions {
                draws: Some(DRAWS),
                seed: Some(scenario.simulation.seed),
                sampling: Some(scenario.simulation.sampling),
                ..PlanOptions::default()
            },
            threads: None,
            single: true,
        }
    }
}

/// How weak the effects that set `ours` apart from `theirs` may be before `ours` is no longer
/// ahead of it, or, with a `mark`, before `ours` no longer reaches that value.
///
/// `None` if the settings do not have the subject, if nothing sets the two apart, or if
/// `go_on` says no.
///
/// # Errors
/// Scenarios that cannot be compiled.
pub fn break_even(
    ours: Side<'_>,
    theirs: Side<'_>,
    subject: &Subject,
    mark: Option<f64>,
    search: &Search,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Option<BreakEven>, PlanError> {
    let names = set_apart(ours.scenario, Some(theirs.scenario), vocabulary());
    if names.is_empty() {
        return Ok(None);
    }
    // Pairs of draws need the same draws on both sides.
    let search = &Search {
        plan: in_common(&[ours.scenario, theirs.scenario], &search.plan)?,
        ..search.clone()
    };
    let rival = values(theirs, &[], subject, search)?;
    let Some(rival) = rival.map(|all| against(all, mark)) else {
        return Ok(None);
    };
    let mut trial = Trial {
        ours,
        rival,
        subject,
        search,
        go_on,
        fault: None,
    };
    let found = trial.all(&names);
    trial.fault.map_or(Ok(found), Err)
}

/// Most columns beside the base for which break-even points are searched.
const COLUMNS: usize = 4;

/// Fills the break-even points of a view: of each column against the base, and of the best
/// column against the next best. A column of one path counts by that path.
///
/// Nothing is filled where columns play in different places: their order is no choice.
///
/// # Errors
/// Scenarios that cannot be compiled.
pub fn search_columns(
    columns: &[Column<'_>],
    gains: &mut Gains,
    search: &Search,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<(), PlanError> {
    if gains.places || gains.median {
        return Ok(());
    }
    let subject = Subject::usage_of(&gains.cohort);
    let closed: Vec<Scenario> = columns.iter().map(Column::closed).collect();
    let sides: Vec<Side<'_>> = columns
        .iter()
        .zip(&closed)
        .map(|(column, scenario)| Side {
            scenario,
            path: column.only_path(),
        })
        .collect();
    let Some(base) = gains.place_of(&gains.base).and_then(|at| sides.get(at)) else {
        return Ok(());
    };
    let others = gains.columns.iter_mut().zip(&sides);
    for (column, side) in others.filter(|(c, _)| c.id != gains.base).take(COLUMNS) {
        column.break_even = break_even(*side, *base, &subject, None, search, go_on)?;
    }
    if let Some((ahead, behind)) = best_two(gains)
        && let (Some(ours), Some(theirs)) = (sides.get(ahead), sides.get(behind))
    {
        let found = break_even(*ours, *theirs, &subject, None, search, go_on)?;
        let letter = |at: usize| gains.columns.get(at).map(|column| column.id.clone());
        gains.rival = found.and_then(|break_even| {
            Some(Rival {
                ahead: letter(ahead)?,
                behind: letter(behind)?,
                break_even,
            })
        });
    }
    Ok(())
}

/// Places of the two columns that leave the fewest offline, the base aside.
fn best_two(gains: &Gains) -> Option<(usize, usize)> {
    let row = gains.row(RowKind::Offline)?;
    let cells = row.cells.iter().zip(&gains.columns).enumerate();
    let others = cells.filter(|(_, (_, column))| column.id != gains.base);
    let mut middles: Vec<(usize, f64)> = others
        .filter_map(|(place, (cell, _))| Some((place, cell.value.p50?)))
        .collect();
    middles.sort_by(|one, other| one.1.total_cmp(&other.1));
    match middles.as_slice() {
        [first, second, ..] => Some((first.0, second.0)),
        _ => None,
    }
}

/// Values to be ahead of: the other column's, or the mark in every draw.
fn against(theirs: Vec<f64>, mark: Option<f64>) -> Vec<f64> {
    match mark {
        Some(mark) => vec![mark; theirs.len()],
        None => theirs,
    }
}

/// Simulates one side again and again.
struct Trial<'a> {
    ours: Side<'a>,
    rival: Vec<f64>,
    subject: &'a Subject,
    search: &'a Search,
    go_on: &'a mut dyn FnMut() -> bool,
    fault: Option<PlanError>,
}

impl Trial<'_> {
    fn all(&mut self, names: &[EffectName]) -> Option<BreakEven> {
        let full = self.lead(names, 1.0)?;
        let without = self.lead(names, 0.0)?;
        let whole = turn(&mut |share| match share {
            1.0 => Some(full),
            0.0 => Some(without),
            _ => self.lead(names, share),
        })?;
        let ahead = !matches!(whole, Turn::Behind | Turn::Level);
        let mut single = Vec::new();
        if ahead && self.search.single && names.len() > 1 {
            for name in names {
                single.push(self.single(name)?);
            }
        }
        Some(BreakEven {
            subject: self.subject.clone(),
            lead: full,
            without,
            whole,
            single,
            draws: u32::try_from(self.rival.len()).unwrap_or(u32::MAX),
        })
    }

    /// One effect alone; the rest of the search is only worth its time where the lead is lost.
    fn single(&mut self, name: &EffectName) -> Option<SingleTurn> {
        let alone = std::slice::from_ref(name);
        let without = self.lead(alone, 0.0)?;
        let turn = match without > 0.0 {
            true => Turn::Never,
            false => turn(&mut |share| match share {
                0.0 => Some(without),
                _ => self.lead(alone, share),
            })?,
        };
        Some(SingleTurn {
            effect: name.clone(),
            turn,
            without,
        })
    }

    /// How far ahead with so much of some effects left; none when stopped or faulty.
    fn lead(&mut self, names: &[EffectName], share: f64) -> Option<f64> {
        if self.fault.is_some() || !(self.go_on)() {
            return None;
        }
        let weakened: Vec<Weakened> = names.iter().map(|name| weakened(name, share)).collect();
        match values(self.ours, &weakened, self.subject, self.search) {
            Ok(found) => lead(self.subject, &found?, &self.rival),
            Err(fault) => {
                self.fault = Some(fault);
                None
            }
        }
    }
}

fn weakened(name: &EffectName, share: f64) -> Weakened {
    Weakened {
        node: name.node.clone(),
        outcome: name.outcome.clone(),
        effect: Some(name.id.clone()),
        share,
    }
}

/// One value for each draw: the average over the side's chances.
fn values(
    side: Side<'_>,
    weakened: &[Weakened],
    subject: &Subject,
    search: &Search,
) -> Result<Option<Vec<f64>>, PlanError> {
    let options = PlanOptions {
        weakened: weakened.to_vec(),
        ..search.plan.clone()
    };
    let plan = Arc::new(Plan::compile(side.scenario, &options)?);
    let Some(value) = subject.value(&plan) else {
        return Ok(None);
    };
    let how = RunOptions {
        threads: search.threads,
        ..RunOptions::default()
    };
    let ensemble = run_keeping(&plan, layout(&plan, value), &how, &mut |_| true).ensemble;
    Ok(mixed(&ensemble, value, side.path))
}

/// Only what the subject needs at the horizon.
pub(super) fn layout(plan: &Plan, value: Value) -> Layout {
    let all = Layout::fit(plan, DEFAULT_BUDGET);
    let horizon = match all.horizon.contains(&value) {
        true => vec![value],
        false => all.horizon,
    };
    Layout {
        series: horizon.first().copied().into_iter().collect(),
        horizon,
        yearly: Yearly::Means,
        dropped: Vec::new(),
    }
}

fn mixed(ensemble: &Ensemble, value: Value, path: Option<&str>) -> Option<Vec<f64>> {
    let all = ensemble.plan.paths.iter().enumerate();
    let wanted = all.filter(|(_, own)| path.is_none_or(|id| own.id == id));
    let paths: Vec<usize> = wanted.map(|(number, _)| number).collect();
    let columns: Option<Vec<Vec<f64>>> = paths
        .iter()
        .map(|path| ensemble.horizon(*path, value))
        .collect();
    let columns = columns.filter(|columns| !columns.is_empty())?;
    if let [only] = columns.as_slice() {
        return Some(only.clone());
    }
    let weights = Weights::new(ensemble);
    // Open decisions further down count equally, as in every comparison.
    let whole = Weights {
        chance: weights.whole.clone(),
        ..weights
    };
    Some(expected(&columns, &whole, &paths))
}
