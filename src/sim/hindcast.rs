//! The connectivity block alone, from the base year of an earlier time: what would have been said
//! then about today.
//!
//! No tree, no effects, no AI: equations E1 to E6 with drawn parameters and yearly surprises. The
//! caller builds the base year; this file draws and walks.

use super::sample::{Sampler, Uniforms};
use crate::model::anchor::{Anchor, mean};
use crate::model::state::State;
use crate::model::theta::{Slot, Theta, slot};
use crate::model::{Country, connectivity, constants::USE_POWER_DRAG};
use crate::scenario::{Quantity, Sampling, Scale};
use crate::seeds::catalogue;

/// The drawn parameters that move connectivity.
const DRAWN: [&str; 11] = [
    "coverage_rate",
    "use_growth",
    "use_slowdown",
    "use_noise",
    "price_decline",
    "price_odds_elasticity",
    "power_rate",
    "skill_rate",
    "skill_learning",
    "skill_odds_elasticity",
    "norm_relax_rate",
];
/// Cohorts of a country.
const COHORTS: usize = 4;
/// Seed of the draws, the same for all countries.
const SEED: u64 = 20_171_231;

/// Three points that stand in for those of the catalogue, by parameter, and the drag of missing
/// power.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replaced {
    /// 5, 50 and 95 percent points by name of the parameter.
    pub points: Vec<(&'static str, [f64; 3])>,
    /// dU; `None` keeps the constant of the model.
    pub power_drag: Option<f64>,
}

/// The numbers of every draw, the same for all countries.
#[derive(Clone, Debug)]
pub struct Numbers {
    typical: Vec<(Slot, f64)>,
    columns: Vec<(Slot, Vec<f64>)>,
    surprises: Vec<Vec<f64>>,
    power_drag: f64,
}

impl Numbers {
    /// A Latin hypercube of `draws` draws over the parameters and the surprises of `years` years.
    ///
    /// `None` if points make no distribution, or there are more draws than a design has.
    #[must_use]
    pub fn new(draws: u32, years: usize, replaced: &Replaced) -> Option<Self> {
        let design = Sampling::LatinHypercube;
        let uniforms = Uniforms::new(design, DRAWN.len() + years, draws, SEED).ok()?;
        let count = usize::try_from(draws).ok()?;
        let column = |dimension: usize, sampler: &Sampler| {
            let mut us = vec![0.0; count];
            uniforms.fill(dimension, 0, &mut us);
            let mut values = vec![0.0; count];
            sampler.fill(&us, &mut values);
            values
        };
        let mut columns = Vec::new();
        for (dimension, name) in DRAWN.iter().enumerate() {
            let (points, scale) = points_of(name, replaced)?;
            let [p5, p50, p95] = points;
            let sampler = Sampler::new(&Quantity::Quantiles { p5, p50, p95 }, scale).ok()?;
            columns.push((slot(name)?, column(dimension, &sampler)));
        }
        let [mean, sd] = [0.0, 1.0];
        let normal = Sampler::new(&Quantity::Normal { mean, sd }, Scale::Linear).ok()?;
        let surprises = (0..years).map(|year| column(DRAWN.len() + year, &normal));
        Some(Self {
            surprises: surprises.collect(),
            columns,
            typical: typical(replaced),
            power_drag: replaced
                .power_drag
                .map_or(1.0, |drag| drag / USE_POWER_DRAG),
        })
    }

    /// People online in the last year, share of all people, one value per draw.
    #[must_use]
    pub fn online(&self, country: &Country) -> Vec<f64> {
        let mut inputs = Theta::<f64, COHORTS>::zero(0.0);
        for (slot, value) in &self.typical {
            inputs.set(*slot, *value);
        }
        country.fill(&mut inputs);
        let mut anchor = Anchor::new(country, &inputs, self.surprises.len());
        for step in &mut anchor.path {
            step.power_drag *= self.power_drag;
        }
        let start = State::base(&anchor, &inputs);
        let draws = self.columns.first().map_or(0, |(_, column)| column.len());
        (0..draws)
            .map(|draw| self.walk(&anchor, inputs, start, draw))
            .collect()
    }

    fn walk(
        &self,
        anchor: &Anchor<COHORTS>,
        mut theta: Theta<f64, COHORTS>,
        mut state: State<f64, COHORTS>,
        draw: usize,
    ) -> f64 {
        for (slot, column) in &self.columns {
            theta.set(*slot, column[draw]);
        }
        for (step, surprises) in anchor.path.iter().zip(&self.surprises) {
            connectivity::advance(&mut state, anchor, step, &theta, surprises[draw]);
        }
        mean(&anchor.share, &state.usage)
    }
}

/// The points of a parameter, as replaced or as in the catalogue, and their scale.
fn points_of(name: &str, replaced: &Replaced) -> Option<([f64; 3], Scale)> {
    let parameter = catalogue().parameter(name)?;
    let own = replaced.points.iter().find(|(own, _)| *own == name);
    let points = own.map_or(
        [parameter.p5, parameter.p50, parameter.p95],
        |(_, points)| *points,
    );
    Some((points, Scale::of_path(parameter.kind)))
}

/// Every parameter at its median, replaced ones at theirs.
fn typical(replaced: &Replaced) -> Vec<(Slot, f64)> {
    let parameters = catalogue().parameters.iter();
    let median = |name: &str| points_of(name, replaced).map(|(points, _)| points[1]);
    parameters
        .filter_map(|parameter| Some((slot(&parameter.id)?, median(&parameter.id)?)))
        .collect()
}
