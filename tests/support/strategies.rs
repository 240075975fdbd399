//! Countries, parameters, luck and effects at random, within what a scenario may hold.

use foretree::model::{Cohort, Country};
use foretree::scenario::{Kind, Op};
use foretree::seeds::{Parameter, catalogue};
use foretree::sim::action::Action;
use proptest::prelude::*;

use super::drive::{Course, STEPS, Written};
use super::effects::action;

prop_compose! {
    fn cohort()(
        (poor, female) in any::<(bool, bool)>(),
        weight in 0.05_f64..1.0,
        coverage in 0.2_f64..0.999,
        among_covered in 0.02_f64..0.98,
        electricity in 0.02_f64..0.99,
        skills in 0.02_f64..0.95,
        employed in 0.1_f64..0.95,
        auto_share in 0.0_f64..0.25,
        aug_share in 0.01_f64..0.4,
        income in 1.0_f64..40.0,
        coverage_equity in 0.4_f64..1.3,
    ) -> Cohort {
        Cohort {
            id: String::new(), poor, female, share: weight, coverage, usage: coverage * among_covered, electricity,
            skills, employed, auto_share, aug_share, income, coverage_equity,
        }
    }
}

prop_compose! {
    /// A country of one to six cohorts.
    pub fn country()(
        mut cohorts in prop::collection::vec(cohort(), 1..=6),
        layers in prop::array::uniform3(0.05_f64..0.95),
        adoption in prop::array::uniform2(0.0_f64..0.25),
        trust in 0.1_f64..0.95,
        growth in -0.01_f64..0.035,
        shares in prop::array::uniform5(0.0_f64..0.5),
        losses in prop::array::uniform2(0.0_f64..0.04),
        trade_y in 0.0_f64..0.1,
        reemploy_mult in 0.6_f64..1.4,
    ) -> Country {
        let total: f64 = cohorts.iter().map(|c| c.share).sum();
        for (number, cohort) in cohorts.iter_mut().enumerate() {
            cohort.share /= total;
            cohort.id = format!("c{number}");
        }
        Country {
            name: "somewhere".into(), cohorts, population: 1e7, growth, working_age: 0.6, compute: layers[0],
            data: layers[1], policy: layers[2], ai_firms: adoption[0], ai_workers: adoption[1], trust,
            trade_x: shares[0], trade_y, reskill_coverage: shares[1], local_service_share: shares[2],
            transfer_share: shares[3], replacement: shares[4], coverage_loss: losses[0], layer_loss: losses[1],
            reemploy_mult, labour_protection: 0.25,
        }
    }
}

/// A value of a parameter between its 5th and 95th percentile, on its own scale.
fn between(parameter: &Parameter, at: f64) -> f64 {
    let blend = |low: f64, high: f64| low + at * (high - low);
    match parameter.kind {
        Kind::Rate => blend(parameter.p5.ln(), parameter.p95.ln()).exp(),
        Kind::Fraction | Kind::Real => blend(parameter.p5, parameter.p95),
    }
}

/// All parameters somewhere in their ranges.
pub fn parameters() -> impl Strategy<Value = Vec<(String, f64)>> {
    let list = &catalogue().parameters;
    prop::collection::vec(0.0_f64..1.0, list.len()).prop_map(|places| {
        let pairs = list.iter().zip(places);
        pairs
            .map(|(parameter, at)| (parameter.id.clone(), between(parameter, at)))
            .collect()
    })
}

/// Surprises, incidents and severities of every year.
pub fn luck() -> impl Strategy<Value = Written> {
    let years = prop::collection::vec((-2.5_f64..2.5, 0.001_f64..0.999), STEPS);
    (years, prop::collection::vec(-2.0_f64..2.0, 20)).prop_map(|(years, severities)| Written {
        surprises: years.iter().map(|y| y.0).collect(),
        incidents: years.iter().map(|y| y.1).collect(),
        severities: vec![severities; STEPS],
    })
}

/// A country with parameters somewhere in their ranges, and nothing happening.
pub fn calm() -> impl Strategy<Value = Course> {
    (country(), parameters()).prop_map(|(country, parameters)| Course {
        parameters,
        ..Course::of(country)
    })
}

/// What may be moved, how, and by how much, staying in range.
const MOVES: [(&str, Op, f64, f64); 12] = [
    ("coverage_rate", Op::Multiply, 0.4, 2.5),
    ("price_decline", Op::Add, -0.03, 0.06),
    ("power_rate", Op::Set, 0.0, 0.3),
    ("skill_rate", Op::Add, -0.01, 0.05),
    ("coverage_loss", Op::Add, 0.0, 0.6),
    ("layer_loss", Op::Add, 0.0, 0.4),
    ("ces_rho", Op::Add, -2.0, 0.5),
    ("offline_representation", Op::Add, -0.9, 0.9),
    ("labour_protection", Op::Multiply, 0.3, 3.0),
    ("frontier_growth", Op::Multiply, 0.0, 3.0),
    ("severity_median", Op::Multiply, 0.3, 5.0),
    ("external_hazard", Op::Set, 0.0, 0.5),
];

prop_compose! {
    fn effect()(
        which in prop::sample::select(&MOVES[..]),
        at in 0.0_f64..1.0,
        (start, ramp, fade) in (1_i32..16, 0_u32..6, 0_u32..4),
        duration in prop::option::of(0_u32..10),
        cohorts in 1_u8..64,
    ) -> (Action, f64) {
        let (path, op, low, high) = which;
        let timed = Action { start, ramp, fade, duration, cohorts, ..action(path, op, 0) };
        (timed, low + at * (high - low))
    }
}

/// Anything that a scenario may hold.
pub fn eventful() -> impl Strategy<Value = Course> {
    (calm(), prop::collection::vec(effect(), 0..6)).prop_map(|(calm, effects)| {
        let mut course = calm;
        for (mut action, magnitude) in effects {
            // National paths know no cohorts, and a path may be set only once.
            if matches!(action.slot, foretree::model::theta::Slot::National(_)) {
                action.cohorts = u8::MAX;
            }
            if action.op == Op::Set && course.actions.iter().any(|a| a.slot == action.slot) {
                continue;
            }
            course.actions.push(Action {
                column: course.magnitudes.len(),
                ..action
            });
            course.magnitudes.push(magnitude);
        }
        course
    })
}
