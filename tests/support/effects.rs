//! Effects as the equations take them, without a scenario file.

use foretree::model::Country;
use foretree::model::effect::Scale;
use foretree::model::theta::{Slot, slot};
use foretree::scenario::{BASE_YEAR, Kind, Op};
use foretree::seeds::{CatalogueEffect, catalogue};
use foretree::sim::action::Action;

/// An effect on everybody, at once and to the end; change what differs.
pub fn action(path: &str, op: Op, column: usize) -> Action {
    let known = catalogue().path(path).expect(path);
    Action {
        slot: slot(path).expect(path),
        scale: match known.kind {
            Kind::Rate => Scale::Rate,
            Kind::Fraction => Scale::Fraction,
            Kind::Real => Scale::Real,
        },
        op,
        column,
        cohorts: u8::MAX,
        start: 1,
        ramp: 0,
        duration: None,
        fade: 0,
        global: false,
        share: 1.0,
    }
}

/// Everything that the road map can do to a country, with its median magnitudes.
pub fn road_map(country: &Country) -> (Vec<Action>, Vec<f64>) {
    let effects = catalogue().effects.iter().enumerate();
    effects
        .map(|(number, effect)| (adopted(effect, number, country), effect.p50))
        .unzip()
}

fn adopted(effect: &CatalogueEffect, column: usize, country: &Country) -> Action {
    let plain = action(&effect.path, effect.op, column);
    let everybody = effect.cohorts.is_empty() || matches!(plain.slot, Slot::National(_));
    Action {
        cohorts: if everybody {
            u8::MAX
        } else {
            tagged(country, &effect.cohorts)
        },
        start: effect.start - BASE_YEAR,
        ramp: effect.ramp,
        duration: effect.duration,
        fade: effect.fade,
        ..plain
    }
}

fn tagged(country: &Country, tags: &[String]) -> u8 {
    let has = |tag: &str| tags.iter().any(|t| t == tag);
    let bits = country.cohorts.iter().enumerate();
    bits.filter(|(_, c)| (c.poor && has("poor")) || (c.female && has("women")))
        .map(|(g, _)| 1 << g)
        .sum()
}
