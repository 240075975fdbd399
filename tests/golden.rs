//! Known numbers of the model's two independent reference implementations, reproduced.

use foretree::model::anchor::Anchor;
use foretree::model::harm::Chance;
use foretree::model::indicators::INDICATORS;
use foretree::model::run::Start;
use foretree::model::theta::{Theta, slot};
use foretree::model::{Cohort, Country};
use foretree::seeds::catalogue;
use serde_json::Value;

struct Median;
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

fn country(v: &Value) -> Country {
    let f = |k: &str| v[k].as_f64().unwrap();
    let c = |k: &str, g: usize| v[k][g].as_f64().unwrap();
    Country {
        name: v["name"].as_str().unwrap().into(),
        cohorts: (0..v["cohorts"].as_array().unwrap().len())
            .map(|g| Cohort {
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
            })
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

#[test]
fn quick() {
    let countries: Value = serde_json::from_str(include_str!("golden/countries.json")).unwrap();
    let golden: Value = serde_json::from_str(include_str!("golden/golden_deterministic.json")).unwrap();
    for (i, name) in ["LDC/none", "LMIC/none"].iter().enumerate() {
        let country = country(&countries[i]);
        let mut th = Theta::<f64, 4>::zero(0.0);
        for p in catalogue().parameters.iter() {
            th.set(slot(&p.id).unwrap(), p.p50);
        }
        country.fill(&mut th);
        let anchor = Anchor::new(&country, &th, 15);
        let start = Start::new(&anchor, &th, None);
        let mut state = start.state;
        for step in 0..=15 {
            let now = start.look(&mut state, &anchor, &th, step);
            if step < 15 {
                start.advance(&mut state, &anchor, &th, &now, &mut Median, step);
            } else {
                let year = start.indicators(&state, &anchor, &th, &now, None, 0.0);
                for (k, v) in golden[name]["indicators"].as_object().unwrap() {
                    let at = INDICATORS.iter().position(|(n, _)| n == k).unwrap();
                    let (got, want) = (year.indicators[at], v.as_f64().unwrap());
                    if (got - want).abs() > 1e-9 * want.abs() + 1e-14 {
                        println!("{name} {k}: {got} {want}");
                    }
                }
            }
        }
    }
}
