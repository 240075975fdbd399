//! One path of one draw, driven by hand through the equations, everything kept.

use foretree::model::Country;
use foretree::model::anchor::Anchor;
use foretree::model::harm::Chance;
use foretree::model::income::{Income, Scale, income};
use foretree::model::indicators::{INDICATORS, Year};
use foretree::model::readiness::{View, view};
use foretree::model::run::Start;
use foretree::model::state::State;
use foretree::model::theta::{Theta, slot};
use foretree::seeds::catalogue;
use foretree::sim::action::Action;
use foretree::sim::program::SlotTracker;

/// Most cohorts that a hand-driven path has.
pub const G: usize = 8;
/// Years after the base year.
pub const STEPS: usize = 15;

/// What is simulated.
#[derive(Clone, Debug)]
pub struct Course {
    /// Where.
    pub country: Country,
    /// Parameters that do not stand at their median.
    pub parameters: Vec<(String, f64)>,
    /// Effects; the column of each is its place in `magnitudes`.
    pub actions: Vec<Action>,
    /// Their magnitudes.
    pub magnitudes: Vec<f64>,
}

/// Everything that happened, year by year.
pub struct Trace {
    /// The base year's figures and the reference path.
    pub anchor: Anchor<G>,
    /// States, the base year first.
    pub states: Vec<State<f64, G>>,
    /// What followed from them.
    pub views: Vec<View<f64, G>>,
    /// Incomes.
    pub incomes: Vec<Income<f64, G>>,
    /// Indicators.
    pub years: Vec<Year<f64, G>>,
    /// Inputs in force.
    pub inputs: Vec<Theta<f64, G>>,
}

impl Course {
    /// A country at the medians, nothing happens.
    pub fn of(country: Country) -> Self {
        Course {
            country,
            parameters: Vec::new(),
            actions: Vec::new(),
            magnitudes: Vec::new(),
        }
    }

    /// The same with one parameter elsewhere.
    pub fn with(&self, parameter: &str, value: f64) -> Self {
        let mut other = self.clone();
        other.parameters.push((parameter.to_owned(), value));
        other
    }

    /// Drives it.
    pub fn run(&self, luck: &mut impl Chance<f64>) -> Trace {
        let typical = medians(&self.country);
        let anchor = Anchor::<G>::new(&self.country, &typical, STEPS);
        let mut base = typical;
        for (name, value) in &self.parameters {
            base.set(slot(name).unwrap(), *value);
        }
        let start = Start::new(&anchor, &base, None);
        let mut trace = Trace {
            states: vec![],
            views: vec![],
            incomes: vec![],
            years: vec![],
            inputs: vec![],
            anchor,
        };
        let scale = Scale::fit(
            &start.state,
            &trace.anchor,
            &view(&start.state, &trace.anchor, &base),
            &base,
        );
        let (mut state, mut theta, mut tracker) = (start.state, base, SlotTracker::default());
        for step in 0..=STEPS {
            for touch in tracker.advance(&self.actions, step, self.country.cohorts.len()) {
                touch.apply(&mut theta, &base, |column| self.magnitudes[column]);
            }
            let now = start.look(&mut state, &trace.anchor, &theta, step);
            let seen = view(&state, &trace.anchor, &theta);
            trace.incomes.push(income(
                &state,
                &trace.anchor,
                &seen,
                &theta,
                &scale,
                &start.state.labour,
            ));
            trace
                .years
                .push(start.indicators(&state, &trace.anchor, &theta, &now, None, 0.0));
            trace.views.push(seen);
            trace.states.push(state);
            trace.inputs.push(theta);
            if step < STEPS {
                start.advance(&mut state, &trace.anchor, &theta, &now, luck, step);
            }
        }
        trace
    }
}

/// Every parameter at its catalogue median, with the country's own inputs.
pub fn medians(country: &Country) -> Theta<f64, G> {
    let mut theta = Theta::zero(0.0);
    for parameter in catalogue().parameters.iter() {
        theta.set(slot(&parameter.id).unwrap(), parameter.p50);
    }
    country.fill(&mut theta);
    theta
}

impl Trace {
    /// An indicator in some year.
    pub fn indicator(&self, key: &str, step: usize) -> f64 {
        let place = INDICATORS
            .iter()
            .position(|(name, _)| *name == key)
            .expect(key);
        self.years[step].indicators[place]
    }

    /// An indicator at the horizon.
    pub fn last(&self, key: &str) -> f64 {
        self.indicator(key, STEPS)
    }

    /// All indicators of all years, as bits.
    pub fn bits(&self) -> Vec<u64> {
        self.years
            .iter()
            .flat_map(|year| year.indicators.map(f64::to_bits))
            .collect()
    }
}

/// The median run: no surprises, incidents at their mean.
pub struct Median;

impl Chance<f64> for Median {
    fn is_median(&self) -> bool {
        true
    }
    fn surprise(&mut self, _: usize) -> f64 {
        0.0
    }
    fn incidents(&mut self, _: usize) -> f64 {
        0.5
    }
    fn severity(&mut self, _: usize, _: usize) -> f64 {
        0.0
    }
}

/// Luck that is written down.
#[derive(Clone, Debug)]
pub struct Written {
    /// z(t).
    pub surprises: Vec<f64>,
    /// Uniforms behind the number of incidents.
    pub incidents: Vec<f64>,
    /// Normals behind their severity.
    pub severities: Vec<Vec<f64>>,
}

impl Chance<f64> for Written {
    fn is_median(&self) -> bool {
        false
    }
    fn surprise(&mut self, step: usize) -> f64 {
        self.surprises[step]
    }
    fn incidents(&mut self, step: usize) -> f64 {
        self.incidents[step]
    }
    fn severity(&mut self, step: usize, index: usize) -> f64 {
        self.severities[step][index % self.severities[step].len()]
    }
}
