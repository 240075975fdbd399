//! The three stylised countries, as the equations and as scenario files know them.

use foretree::model::{Cohort, Country};
use serde_json::Value;
use std::fmt::Write;

/// Places of the countries in the file.
pub const LDC: usize = 0;
pub const LMIC: usize = 1;
pub const HIC: usize = 2;

fn file() -> Vec<Value> {
    serde_json::from_str(include_str!("../golden/countries.json")).unwrap()
}

/// A stylised country as the equations take it.
pub fn country(number: usize) -> Country {
    let v = &file()[number];
    let f = |k: &str| v[k].as_f64().unwrap();
    let c = |k: &str, g: usize| v[k][g].as_f64().unwrap();
    let cohort = |g: usize| Cohort {
        id: v["cohorts"][g].as_str().unwrap().into(),
        poor: c("poor", g) == 1.0,
        female: c("female", g) == 1.0,
        share: c("share", g),
        coverage: c("coverage", g),
        usage: c("usage", g),
        electricity: c("electricity", g),
        skills: c("skills", g),
        employed: c("employed", g),
        auto_share: c("auto_share", g),
        aug_share: c("aug_share", g),
        income: c("income", g),
        coverage_equity: c("coverage_equity", g),
    };
    Country {
        name: v["name"].as_str().unwrap().into(),
        cohorts: (0..v["cohorts"].as_array().unwrap().len())
            .map(cohort)
            .collect(),
        population: f("population"),
        growth: f("growth"),
        working_age: f("working_age"),
        compute: f("compute"),
        data: f("data"),
        policy: f("policy"),
        ai_firms: f("ai_firms"),
        ai_workers: f("ai_workers"),
        trust: f("trust"),
        trade_x: f("trade_X"),
        trade_y: f("trade_Y"),
        reskill_coverage: f("reskill_coverage"),
        local_service_share: f("local_service_share"),
        transfer_share: f("transfer_share"),
        replacement: f("replacement"),
        coverage_loss: f("coverage_loss"),
        layer_loss: f("layer_loss"),
        reemploy_mult: f("reemploy_mult"),
        labour_protection: f("labour_protection"),
    }
}

/// The same country as the `baseline:` of a scenario file.
pub fn custom(country: &Country) -> String {
    let mut text = format!("Custom((name: {:?}, ", country.name);
    for (name, value) in country.inputs() {
        write!(text, "{name}: {value:?}, ").unwrap();
    }
    text.push_str("cohorts: [");
    for c in &country.cohorts {
        write!(
            text,
            "(id: {:?}, poor: {}, female: {}, share: {:?}, coverage: {:?}, usage: {:?}, electricity: {:?}, \
             skills: {:?}, employed: {:?}, auto_share: {:?}, aug_share: {:?}, income: {:?}, coverage_equity: {:?}), ",
            c.id, c.poor, c.female, c.share, c.coverage, c.usage, c.electricity, c.skills, c.employed, c.auto_share,
            c.aug_share, c.income, c.coverage_equity
        )
        .unwrap();
    }
    text.push_str("]))");
    text
}
