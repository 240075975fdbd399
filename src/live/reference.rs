//! The reference country on its own, simulated once when somebody asks for it.
//!
//! It sees the same parameters and surprises as the country of the scenario, draw by draw, so
//! differences between the two are differences within one model run.

use std::sync::{Arc, OnceLock};

use super::results::{Results, RunWish, Stage};
use super::subject::{CohortMeasure, NoAi, Subject};
use crate::jobs::run_keeping;
use crate::scenario::{BaselineRef, Scenario, Tree};
use crate::seeds::IndicatorGroup;
use crate::sim::layout::Yearly;
use crate::sim::{Condition, Layout, Plan};

/// Where its numbers are kept.
#[derive(Default)]
pub(super) struct Shelf(OnceLock<Option<Arc<Abroad>>>);

/// The reference country with its numbers.
pub(super) struct Abroad {
    /// Three-letter code.
    pub id: String,
    /// Name.
    pub name: String,
    /// Its numbers, one path.
    pub results: Results,
    /// Whether effects move the frontier of AI, which its own run does not know of.
    frontier_moves: bool,
}

/// How to have the reference country's number from a subject there.
pub(super) enum Everyone {
    /// As it is.
    As(Subject),
    /// 1 minus it.
    OneMinus(Subject),
}

impl Results {
    /// The reference country, if there is one.
    pub(super) fn abroad(&self) -> Option<Arc<Abroad>> {
        self.reference.0.get_or_init(|| simulated(self)).clone()
    }
}

fn simulated(results: &Results) -> Option<Arc<Abroad>> {
    let plan = &*results.ensemble.plan;
    let country = plan.reference.as_ref()?;
    let wish = RunWish {
        draws: Some(plan.asked),
        seed: Some(plan.seed),
        sampling: Some(plan.sampling),
        stress: None,
        // The same draws as at home, whatever was asked of them there.
        condition: Condition::same_draws(plan),
        ..results.wish.clone()
    };
    let scenario = Arc::new(of(&results.scenario, &country.id));
    let mut alone = Plan::compile(&scenario, &wish.plan()).ok()?;
    // It is not compared with any country itself.
    (alone.reference, alone.peers) = (None, Vec::new());
    let alone = Arc::new(alone);
    // Every draw at the horizon, bands by year: that is what is shown.
    let mut layout = Layout::fit(&alone, usize::MAX / 2);
    layout.yearly = Yearly::Sketch;
    let finished = run_keeping(&alone, layout, &wish.options(), &mut |_| true);
    Some(Arc::new(Abroad {
        id: country.id.clone(),
        name: country.name.clone(),
        results: Results::new(&scenario, &wish, finished.ensemble, Stage::Whole),
        frontier_moves: plan.peers.iter().any(|peer| !peer.actions.is_empty()),
    }))
}

/// A scenario in which nothing happens in the reference country: the same parameters and years,
/// none of the room's changes to the country of the scenario.
fn of(scenario: &Scenario, country: &str) -> Scenario {
    let mut there = scenario.clone();
    there.setting.baseline = BaselineRef::Country(country.to_owned());
    there.setting.reference = None;
    there.setting.inputs.clear();
    there.tree = Tree::default();
    there.wildcards.clear();
    there
}

impl Abroad {
    /// The subject's number in the reference country, and whether it is about everyone there while
    /// the subject is about one group; `None` where the two cannot be compared.
    pub fn counterpart(&self, subject: &Subject) -> Option<(Everyone, bool)> {
        let national = |key: &str| Subject::Indicator(key.to_owned());
        match subject {
            Subject::Cohort(CohortMeasure::Offline, _) => {
                Some((Everyone::OneMinus(national("usage")), true))
            }
            Subject::Cohort(CohortMeasure::Online, _) => {
                Some((Everyone::As(national("usage")), true))
            }
            Subject::Cohort(CohortMeasure::Covered, _) => {
                Some((Everyone::OneMinus(national("coverage_gap")), true))
            }
            Subject::Cohort(..) => None,
            Subject::Indicator(_) => {
                let facts = subject.indicator()?;
                let counted = matches!(subject.unit().as_str(), "share" | "ratio" | "index");
                let between = facts.group == IndicatorGroup::Between;
                let setback = facts.key.starts_with("setback_");
                let moved = self.frontier_moves && subject.no_ai() != NoAi::Same;
                (counted && !between && !setback && !moved)
                    .then(|| (Everyone::As(subject.clone()), false))
            }
        }
    }

    /// The counterpart's values at the horizon, one for each of the first `draws` draws.
    pub fn values(&self, subject: &Subject, draws: usize) -> Option<Vec<f64>> {
        let (there, _) = self.counterpart(subject)?;
        let (subject, flip) = match &there {
            Everyone::As(subject) => (subject, false),
            Everyone::OneMinus(subject) => (subject, true),
        };
        let all = self.results.values(subject)?;
        let column = all.first()?.get(..draws)?;
        let value = |v: &f64| if flip { 1.0 - v } else { *v };
        Some(column.iter().map(value).collect())
    }
}
