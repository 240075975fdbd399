//! The same bits on any number of threads, on any lanes, in any design, on any machine.

use std::fmt::Write;
use std::sync::Arc;

use foretree::files;
use foretree::jobs::{RunOptions, run};
use foretree::model::indicators::INDICATORS;
use foretree::model::{Cohort, Country};
use foretree::scenario::Sampling;
use foretree::sim::dispatch::Lanes;
use foretree::sim::{Ensemble, Plan, PlanOptions};
use sha2::{Digest, Sha256};

use super::trees::{Parts, rich};
use crate::support::places::{LDC, country, custom};
use crate::support::runs::{bits, draws, file, indicator, plan, yearly_bits};

const ALL_LANES: [Lanes; 4] = [Lanes::Widest, Lanes::Plain, Lanes::Four, Lanes::Eight];

fn every_bit(ensemble: &Ensemble) -> Vec<u64> {
    let paths = 0..ensemble.plan.paths.len();
    paths
        .flat_map(|path| [bits(ensemble, path), yearly_bits(ensemble, path)].concat())
        .collect()
}

fn on(plan: &Arc<Plan>, threads: usize, lanes: Lanes, budget: usize) -> Ensemble {
    let finished = run(
        plan,
        &RunOptions {
            threads: Some(threads),
            budget,
            lanes,
        },
        &mut |_| true,
    );
    assert!(finished.complete);
    finished.ensemble
}

#[test]
fn threads_and_lanes_change_no_bit() {
    let options = PlanOptions {
        draws: Some(600),
        ..PlanOptions::default()
    };
    let plan = plan(&rich(&Parts::default()), &options);
    let reference = on(&plan, 1, Lanes::Plain, 512 << 20);
    assert_eq!(reference.draws(), 600);
    let wanted = every_bit(&reference);
    for threads in [1, 2, 3] {
        for lanes in ALL_LANES.into_iter().filter(|lanes| lanes.available()) {
            if threads > 1 && !matches!(lanes, Lanes::Widest) {
                continue;
            }
            let other = on(&plan, threads, lanes, 512 << 20);
            assert!(every_bit(&other) == wanted, "{threads} threads, {lanes:?}");
            for row in 0..plan.rows {
                let mean = |e: &Ensemble| {
                    (0..e.layout.series.len())
                        .map(|p| e.yearly_mean(row, p).to_bits())
                        .collect()
                };
                let (here, there): (Vec<u64>, Vec<u64>) = (mean(&reference), mean(&other));
                assert!(
                    here == there,
                    "means of row {row}, {threads} threads, {lanes:?}"
                );
            }
        }
    }
}

#[test]
fn threads_and_lanes_change_no_count_of_a_sketch() {
    let options = PlanOptions {
        draws: Some(600),
        ..PlanOptions::default()
    };
    let plan = plan(&rich(&Parts::default()), &options);
    let budget = 8 << 20;
    let reference = on(&plan, 1, Lanes::Plain, budget);
    assert_eq!(
        reference.layout.yearly,
        foretree::sim::layout::Yearly::Sketch
    );
    for lanes in ALL_LANES.into_iter().filter(|lanes| lanes.available()) {
        let other = on(&plan, 3, lanes, budget);
        assert_eq!(other.bins, reference.bins);
        assert!(other.counts == reference.counts, "{lanes:?}");
    }
}

#[test]
fn every_design_gives_the_same_bits_on_all_lanes_and_its_own_numbers() {
    let mut seen = Vec::new();
    for sampling in [
        Sampling::LatinHypercube,
        Sampling::Sobol,
        Sampling::Independent,
    ] {
        let options = PlanOptions {
            draws: Some(40),
            sampling: Some(sampling),
            ..PlanOptions::default()
        };
        let plan = plan(&rich(&Parts::default()), &options);
        let reference = every_bit(&on(&plan, 1, Lanes::Plain, 512 << 20));
        assert!(
            reference == every_bit(&on(&plan, 2, Lanes::Widest, 512 << 20)),
            "{sampling:?}"
        );
        assert!(!seen.contains(&reference), "{sampling:?}");
        seen.push(reference);
    }
}

/// SHA-256 over the horizon values of the tutorial, 512 draws: path by path, indicator by indicator
/// in the order of [`INDICATORS`], little-endian bits. It changes when the example, the data or the
/// equations do, and with nothing else: not with the machine, threads or lanes.
const TUTORIAL: &str = "907735d4e8f4af507b78b2326e97c06652770758ef764e9ee4c6ea524f800423";

#[test]
fn the_tutorial_gives_the_same_bits_on_every_machine() {
    let (name, text) = files::examples::example("malawi-mast-or-phone").expect("embedded");
    let scenario = files::parse(text, name).expect("an example").scenario;
    let options = PlanOptions {
        draws: Some(512),
        ..PlanOptions::default()
    };
    let plan = Arc::new(Plan::compile(&scenario, &options).expect("a plan"));
    for lanes in ALL_LANES.into_iter().filter(|lanes| lanes.available()) {
        let ensemble = on(&plan, 2, lanes, 512 << 20);
        let mut hash = Sha256::new();
        let values = INDICATORS.iter().map(|(key, _)| indicator(key));
        for (path, value) in (0..plan.paths.len()).flat_map(|p| values.clone().map(move |v| (p, v)))
        {
            let column = ensemble.horizon(path, value).unwrap_or_default();
            column
                .iter()
                .for_each(|v| hash.update(v.to_bits().to_le_bytes()));
        }
        let mut hex = String::new();
        hash.finalize()
            .iter()
            .for_each(|byte| write!(hex, "{byte:02x}").unwrap());
        assert_eq!(hex, TUTORIAL, "{lanes:?}");
    }
}

/// More than four cohorts run on another width of the equations.
#[test]
fn eight_halves_of_four_cohorts_make_the_same_nation() {
    let four = country(LDC);
    let mut eight = four.clone();
    eight
        .cohorts
        .iter_mut()
        .for_each(|cohort| cohort.share /= 2.0);
    let halves = eight.cohorts.clone().into_iter().map(|c| Cohort {
        id: format!("{}_too", c.id),
        ..c
    });
    eight.cohorts.extend(halves);
    let run =
        |country: &Country| draws(&file(&custom(country), "tree: (root: \"\", nodes: {})"), 30);
    let (whole, halves) = (run(&four), run(&eight));
    for (key, _) in INDICATORS {
        let Some(value) = whole
            .layout
            .at_horizon(indicator(key))
            .map(|_| indicator(key))
        else {
            continue;
        };
        let (one, other) = (
            whole.horizon(0, value).expect("kept"),
            halves.horizon(0, value).expect("kept"),
        );
        for (a, b) in one.iter().zip(&other) {
            assert!((a - b).abs() <= 1e-9 * a.abs() + 1e-11, "{key}: {a} {b}");
        }
    }
}
