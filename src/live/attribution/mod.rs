//! What made the difference between two columns: every mixture of their changes is simulated on the
//! same draws, and the difference is shared out ([`crate::analysis::attribution`]).
//!
//! Few draws are enough: mixtures see the same draws, so luck cancels out.

mod report;

use std::collections::HashMap;

use super::results::Results;
use super::runs::runs;
use super::selection::Selection;
use super::subject::Subject;
use crate::analysis::assumed::closed;
use crate::analysis::attribution::{
    Attribution, AttributionFault, Coalition, Effort, MOST_EXACT, attribute,
};
use crate::jobs::{each, processors};
use crate::scenario::hybrid::{Change, at_most, changes, mixed};
use crate::scenario::{Node, Quantity, Scenario};
use crate::sim::{PlanError, PlanOptions};

/// Draws of each mixture unless told otherwise.
pub const DRAWS: u32 = 512;

/// More changes than this are taken together by kind.
pub const MOST_CHANGES: usize = 20;

/// Most pairs of orders that are sampled: some 20 mixtures each.
const PAIRS: usize = 40;

/// One of two states of affairs: a scenario whose decisions are closed as a column takes them.
#[derive(Clone, Debug)]
pub struct State {
    /// The scenario.
    pub scenario: Scenario,
    /// The wildcard that is switched on.
    pub stress: Option<String>,
}

impl State {
    /// A scenario as it stands.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        State {
            scenario: scenario.clone(),
            stress: None,
        }
    }

    /// Part of a scenario's results: decisions are closed as the selection takes them.
    #[must_use]
    pub fn of_selection(results: &Results, selection: Selection) -> Self {
        let plan = &*results.ensemble.plan;
        let own = &*results.scenario;
        let option = || {
            let open = plan.open.as_ref()?;
            closed(own, &open.node, open.options.get(selection.option()?)?)
        };
        let state = State {
            scenario: option().unwrap_or_else(|| own.clone()),
            stress: plan.stress.clone(),
        };
        match selection {
            Selection::Path(path) => match plan.paths.get(path) {
                Some(path) => state.along(&path.history),
                None => state,
            },
            Selection::Everything | Selection::Option(_) => state,
        }
    }

    /// The same on one path: what it passes happens for sure.
    #[must_use]
    pub fn along(mut self, history: &[(String, String)]) -> Self {
        for (id, outcome) in history {
            match self.scenario.tree.nodes.get_mut(id) {
                Some(Node::Decision(decision)) => decision.choose = Some(outcome.clone()),
                Some(Node::Chance(chance)) => {
                    for branch in &mut chance.branches {
                        let sure = f64::from(branch.id == *outcome);
                        branch.probability = Quantity::Fixed(sure);
                        branch.given.clear();
                    }
                }
                None => {}
            }
        }
        self
    }
}

/// What is shared out between.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// A change of the scenario.
    Change(Change),
    /// The wildcard that is switched on, or another one.
    Wildcard,
}

/// A difference shared out.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributed {
    /// What the difference is in.
    pub subject: Subject,
    /// The year in which values stand: the last of both.
    pub year: i32,
    /// What changed, in the order of a file.
    pub changes: Vec<Made>,
    /// What each made; contributions stand in the order of `changes`.
    pub shares: Attribution,
    /// Draws behind every number.
    pub draws: usize,
    /// One value for each draw without any change.
    pub there: Vec<f64>,
    /// One value for each draw with all changes.
    pub here: Vec<f64>,
}

/// Why a difference cannot be shared out.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributedFault {
    /// Nothing that moves numbers differs.
    Nothing,
    /// The two end in different years.
    Horizon,
    /// One of the two does not have what the question is about.
    NoSubject,
    /// A mixture makes no sense: parts of one do not fit the other.
    DoesNotMix(PlanError),
    /// A mixture has a value that is no number.
    NotANumber,
    /// Somebody stopped the search.
    Stopped,
}

/// How the search is carried out.
#[derive(Clone, Debug)]
pub struct Sharing {
    /// Draws, seed and sampling; the same for every mixture.
    pub plan: PlanOptions,
    /// Worker threads; `None` = one per processor.
    pub threads: Option<usize>,
}

impl Sharing {
    /// With [`DRAWS`] draws, at most those of the scenario, and its seed and sampling.
    #[must_use]
    pub fn beside(scenario: &Scenario) -> Self {
        Self {
            plan: PlanOptions {
                draws: Some(scenario.simulation.draws.min(DRAWS)),
                seed: Some(scenario.simulation.seed),
                sampling: Some(scenario.simulation.sampling),
                ..PlanOptions::default()
            },
            threads: None,
        }
    }

    /// With the design of results, and few of their draws.
    #[must_use]
    pub fn like(results: &Results) -> Self {
        let plan = &*results.ensemble.plan;
        Self {
            plan: PlanOptions {
                draws: Some(plan.asked.min(DRAWS)),
                seed: Some(plan.seed),
                sampling: Some(plan.sampling),
                median: plan.median,
                condition: plan.condition.clone(),
                ..PlanOptions::default()
            },
            threads: results.wish.threads,
        }
    }
}

/// What leads from one column to another, in at most [`MOST_CHANGES`] parts.
#[must_use]
pub fn made_between(from: &State, to: &State) -> Vec<Made> {
    let found = changes(&from.scenario, &to.scenario);
    let changes = at_most(found, MOST_CHANGES).into_iter().map(Made::Change);
    let other_event = from.stress != to.stress
        || (from.stress.is_some() && from.scenario.wildcards != to.scenario.wildcards);
    changes
        .chain(other_event.then_some(Made::Wildcard))
        .collect()
}

/// Shares the difference in a subject's mean at the horizon, `to` minus `from`, out to what
/// differs. `progress` hears the share done, 0..1, and stops the search by returning false.
///
/// # Errors
/// Nothing differs, other years, a subject that one does not have, mixtures that make no sense, and
/// being stopped.
pub fn attributed(
    from: &State,
    to: &State,
    subject: &Subject,
    sharing: &Sharing,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Result<Attributed, AttributedFault> {
    if from.scenario.setting.horizon != to.scenario.setting.horizon {
        return Err(AttributedFault::Horizon);
    }
    let changes = made_between(from, to);
    let mut trial = Trial {
        mixer: Mixer {
            from,
            to,
            changes: &changes,
            subject,
            sharing,
        },
        known: HashMap::new(),
        ends: (Vec::new(), Vec::new()),
        asked: 0,
        fault: None,
        progress,
    };
    if changes.len() <= MOST_EXACT {
        trial.prepare_all()?;
    }
    let effort = Effort {
        pairs: PAIRS,
        precision: 0.03,
        seed: sharing.plan.seed.unwrap_or_default(),
        ..Effort::default()
    };
    let everybody = Coalition::everybody(changes.len());
    let shares = attribute(changes.len(), &effort, &mut |made| {
        let worth = trial.worth(made)?;
        if made == Coalition::NOBODY {
            trial.ends.0.clone_from(&worth);
        }
        if made == everybody {
            trial.ends.1.clone_from(&worth);
        }
        Some(worth)
    });
    let (there, here) = std::mem::take(&mut trial.ends);
    let shares = match (shares, trial.fault.take()) {
        (_, Some(fault)) => return Err(fault),
        (Ok(shares), None) => shares,
        (Err(fault), None) => return Err(told(fault)),
    };
    let draws = shares.contributions.first().map_or(0, |c| c.by_draw.len());
    Ok(Attributed {
        subject: subject.clone(),
        year: from.scenario.setting.horizon.1,
        changes,
        shares,
        draws,
        there,
        here,
    })
}

fn told(fault: AttributionFault) -> AttributedFault {
    match fault {
        AttributionFault::Nothing => AttributedFault::Nothing,
        AttributionFault::Stopped => AttributedFault::Stopped,
        AttributionFault::TooMany(_)
        | AttributionFault::NotANumber
        | AttributionFault::Draws(..) => AttributedFault::NotANumber,
    }
}

/// Builds mixtures and simulates them.
struct Mixer<'a> {
    from: &'a State,
    to: &'a State,
    changes: &'a [Made],
    subject: &'a Subject,
    sharing: &'a Sharing,
}

impl Mixer<'_> {
    /// The mixture in which a coalition of changes is made.
    fn mixture(&self, made: Coalition) -> (Scenario, Option<String>) {
        let is_made = |wanted: &dyn Fn(&Made) -> bool| {
            let numbered = self.changes.iter().enumerate();
            numbered
                .filter(|(_, change)| wanted(change))
                .any(|(number, _)| made.has(number))
        };
        let mut scenario = mixed(&self.from.scenario, &self.to.scenario, &|change| {
            is_made(&|one| matches!(one, Made::Change(own) if own.includes(change)))
        });
        let event = match is_made(&|one| *one == Made::Wildcard) {
            true => self.to,
            false => self.from,
        };
        scenario.wildcards.clone_from(&event.scenario.wildcards);
        (scenario, event.stress.clone())
    }

    /// One value for each draw.
    fn worth(
        &self,
        made: Coalition,
        threads: Option<usize>,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<Vec<f64>, AttributedFault> {
        let (scenario, stress) = self.mixture(made);
        let options = PlanOptions {
            stress,
            ..self.sharing.plan.clone()
        };
        let last = scenario.setting.horizon.1 - crate::scenario::BASE_YEAR;
        let step = usize::try_from(last).unwrap_or(0);
        let found = runs(&scenario, &options, threads, (self.subject, step), go_on);
        match found {
            Ok(Some(found)) => Ok(found.mixed()),
            Ok(None) if !go_on() => Err(AttributedFault::Stopped),
            Ok(None) => Err(AttributedFault::NoSubject),
            Err(fault) => Err(AttributedFault::DoesNotMix(fault)),
        }
    }
}

/// Answers what coalitions are worth.
struct Trial<'a> {
    mixer: Mixer<'a>,
    known: HashMap<Coalition, Vec<f64>>,
    /// What no change and all changes are worth.
    ends: (Vec<f64>, Vec<f64>),
    asked: usize,
    fault: Option<AttributedFault>,
    progress: &'a mut dyn FnMut(f64) -> bool,
}

impl Trial<'_> {
    /// Simulates every mixture, several at a time.
    fn prepare_all(&mut self) -> Result<(), AttributedFault> {
        let count = self.mixer.changes.len();
        let everybody = Coalition::everybody(count);
        let all = std::iter::successors(Some(Coalition::NOBODY), |made| made.next(everybody));
        let all: Vec<Coalition> = all.collect();
        let threads = self.mixer.sharing.threads.unwrap_or_else(processors);
        let mut done = 0;
        for some in all.chunks(4 * threads.max(1)) {
            if !(self.progress)(done as f64 / all.len() as f64) {
                return Err(AttributedFault::Stopped);
            }
            let mixer = &self.mixer;
            let found = each(some.len(), threads, |i| {
                mixer.worth(some[i], Some(1), &mut || true)
            });
            for (made, worth) in some.iter().zip(found) {
                self.known.insert(*made, worth?);
            }
            done += some.len();
        }
        Ok(())
    }

    fn worth(&mut self, made: Coalition) -> Option<Vec<f64>> {
        if let Some(known) = self.known.remove(&made) {
            return Some(known);
        }
        self.asked += 1;
        let count = self.mixer.changes.len();
        let share = self.asked as f64 / (2 * PAIRS * count.max(1)) as f64;
        let progress = &mut self.progress;
        let mut go_on = || progress(share.min(1.0));
        let threads = self.mixer.sharing.threads;
        match self.mixer.worth(made, threads, &mut go_on) {
            Ok(worth) => Some(worth),
            Err(fault) => {
                self.fault = Some(fault);
                None
            }
        }
    }
}
