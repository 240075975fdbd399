//! What a setting says about its country: checking the names and ranges, and putting inputs in place.

use std::collections::BTreeMap;

use super::error::BaselineError;
use crate::model::Country;
use crate::scenario::{Assumption, Quantity, nearest};
use crate::seeds::{InputClass, catalogue};

/// The medians of a setting's inputs; base-year figures must be fixed numbers.
pub(super) fn medians<'a>(
    inputs: impl Iterator<Item = (&'a String, &'a Assumption)>,
) -> Result<BTreeMap<String, f64>, BaselineError> {
    let mut values = BTreeMap::new();
    for (name, assumption) in inputs {
        let input = catalogue().input(name).ok_or_else(|| unknown(name))?;
        let fixed = matches!(assumption.value, Quantity::Fixed(_));
        if input.class == InputClass::Figure && !fixed {
            return Err(BaselineError::NotFixed {
                input: name.clone(),
            });
        }
        values.insert(name.clone(), assumption.value.median());
    }
    Ok(values)
}

/// Refuses unknown names and values out of range.
pub(super) fn check(values: &BTreeMap<String, f64>) -> Result<(), BaselineError> {
    values
        .iter()
        .try_for_each(|(name, &value)| in_range(name, name, value))
}

/// Refuses base-year figures: they enter the rules of countries only.
pub(super) fn refuse_figures(values: &BTreeMap<String, f64>) -> Result<(), BaselineError> {
    let figure = |name: &&String| {
        catalogue()
            .input(name)
            .is_some_and(|input| input.class == InputClass::Figure)
    };
    match values.keys().find(figure) {
        Some(name) => Err(BaselineError::CountryOnly {
            input: name.clone(),
        }),
        None => Ok(()),
    }
}

/// Refuses a value outside the range of an input; `shown` is the name that the error carries.
pub(super) fn in_range(input: &str, shown: &str, value: f64) -> Result<(), BaselineError> {
    let known = catalogue().input(input).ok_or_else(|| unknown(input))?;
    if value >= known.min && value <= known.max {
        return Ok(());
    }
    Err(BaselineError::OutOfRange {
        input: shown.to_owned(),
        value,
        min: known.min,
        max: known.max,
    })
}

fn unknown(id: &str) -> BaselineError {
    let likely = nearest(id, catalogue().inputs.iter().map(|input| input.id.as_str()));
    BaselineError::UnknownInput {
        id: id.to_owned(),
        nearest: likely.map(str::to_owned),
    }
}

/// Puts the inputs of a setting in place; base-year figures have entered the rules before.
pub(super) fn put(country: &mut Country, values: &BTreeMap<String, f64>) {
    for (name, &value) in values {
        match name.as_str() {
            "coverage_equity" => {
                for cohort in country.cohorts.iter_mut().filter(|cohort| cohort.poor) {
                    cohort.coverage_equity = value;
                }
            }
            name => {
                if let Some(slot) = slot(country, name) {
                    *slot = value;
                }
            }
        }
    }
}

fn slot<'a>(country: &'a mut Country, input: &str) -> Option<&'a mut f64> {
    Some(match input {
        "population" => &mut country.population,
        "growth" => &mut country.growth,
        "working_age" => &mut country.working_age,
        "compute" => &mut country.compute,
        "data" => &mut country.data,
        "policy" => &mut country.policy,
        "ai_firms" => &mut country.ai_firms,
        "ai_workers" => &mut country.ai_workers,
        "trust" => &mut country.trust,
        "coverage_loss" => &mut country.coverage_loss,
        "layer_loss" => &mut country.layer_loss,
        "trade_x" => &mut country.trade_x,
        "trade_y" => &mut country.trade_y,
        "reskill_coverage" => &mut country.reskill_coverage,
        "local_service_share" => &mut country.local_service_share,
        "transfer_share" => &mut country.transfer_share,
        "replacement" => &mut country.replacement,
        "reemploy_mult" => &mut country.reemploy_mult,
        "labour_protection" => &mut country.labour_protection,
        _ => return None,
    })
}
