//! Known numbers of the model's two independent reference implementations, reproduced.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use foretree::model::constants::SEVERITY_SIGMA;
use foretree::model::math::exp;
use foretree::seeds::catalogue;
use foretree::sim::PlanOptions;
use foretree::sim::columns::Origin;
use serde_json::Value;
use support::drive::{Course, Median, STEPS, Trace, Written};
use support::effects;
use support::places::{LDC, LMIC, country, custom};
use support::runs;

/// One path on which everything that the road map can do begins in 2026.
const FULL_ROAD_MAP: &str = r#"tree: (root: "go", nodes: {"go": Decision(title: "Go", layer: Policy, certainty: High,
    year: 2026, actor: "all", options: [(id: "all", title: "All", adopts: [
    "1.1", "1.2", "1.3", "1.4", "2.1", "4.2", "5.1", "5.2", "5.3", "6.1", "6.2", "6.3", "7.1", "7.2", "7.3", "7.4",
    "7.5", "8.1", "8.2", "9.1", "9.2", "9.3", "9.4", "9.5"])])})"#;
const NOTHING: &str = r#"tree: (root: "", nodes: {})"#;

/// What the file of draws holds beside series.
const NOT_SERIES: [&str; 10] = [
    "parameter_order",
    "u",
    "theta",
    "incident_uniforms",
    "severity_normals",
    "use_normals",
    "effect_magnitudes",
    "country",
    "effects",
    "indicators",
];

fn full_road_map(number: usize) -> String {
    runs::file(&custom(&country(number)), FULL_ROAD_MAP)
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn deterministic(name: &str) -> Value {
    parsed(include_str!("golden/golden_deterministic.json"))[name].clone()
}

fn close(what: &str, got: f64, want: &Value) {
    let want = want.as_f64().unwrap_or(f64::NAN);
    assert!(
        (got - want).abs() <= 1e-9 * want.abs() + 1e-14,
        "{what}: {got:?}, expected {want:?}"
    );
}

/// A country on which the whole road map acts.
fn road_map(number: usize) -> Course {
    let (actions, magnitudes) = effects::road_map(&country(number));
    Course {
        actions,
        magnitudes,
        ..Course::of(country(number))
    }
}

/// The series of the files, by name, of one cohort and year.
fn of_cohort(trace: &Trace, name: &str, step: usize, g: usize) -> Option<f64> {
    let (state, view) = (&trace.states[step], &trace.views[step]);
    let labour = &state.labour;
    Some(match name {
        "C" => state.coverage[g],
        "Ce" => state.settled[g],
        "U" => state.usage[g],
        "S" => state.skills[g],
        "E" => state.electricity[g],
        "w" => state.usage[g] / state.settled[g],
        "x" => state.tide[g],
        "lev" => state.levers[g],
        "v" => state.workers[g],
        "H" => state.harmed[g],
        "Tr" => state.trained[g],
        "Rep" => view.represented[g],
        "Oaug" => view.aug_online[g],
        "Skaug" => view.skilled[g],
        "Oauto" => view.auto_online[g],
        "I" => trace.incomes[step].with_ai[g],
        "noai_I" => trace.incomes[step].without_ai[g],
        "X" => labour.automatable[g],
        "M" => labour.augmentable[g],
        "Y" => labour.other[g],
        "Q" => labour.scarred[g],
        "Z" => labour.displaced[g],
        "V" => labour.out[g],
        _ => return None,
    })
}

/// The national series of the files, by name; `lam` only where incidents stand at their mean.
fn national(trace: &Trace, name: &str, step: usize) -> Option<f64> {
    let (state, anchor) = (&trace.states[step], &trace.anchor);
    let mean = |values: &[f64; 8]| foretree::model::anchor::mean(&anchor.share, values);
    let counted = |step: usize| trace.states[step].ledger.incidents;
    Some(match name {
        "a" => state.firms,
        "F" => state.frontier,
        "R" => trace.views[step].readiness,
        "D" => state.data,
        "G" => state.policy,
        "Qc" => state.compute,
        "T" => state.trust,
        "LI" => (mean(&state.coverage) * mean(&state.electricity) * state.compute).powf(1.0 / 3.0),
        "LH" => mean(&state.skills),
        "lam" | "ninc" if step == 0 => 0.0,
        "lam" | "ninc" => counted(step) - counted(step - 1),
        _ => return None,
    })
}

/// Compares every series that the file has with a trace; `pick` finds one draw's list of years.
fn compare(trace: &Trace, series: &Value, label: &str, pick: impl Fn(&Value) -> Value) -> usize {
    let mut compared = 0;
    let known = series.as_object().expect("series").iter();
    for (name, values) in known.filter(|(name, _)| !NOT_SERIES.contains(&name.as_str())) {
        for (step, want) in pick(values).as_array().expect("years").iter().enumerate() {
            let cohorts = want.as_array().into_iter().flatten().enumerate();
            for (g, want) in cohorts {
                let Some(got) = of_cohort(trace, name, step, g) else {
                    continue;
                };
                close(&format!("{label} {name}[{step}][{g}]"), got, want);
                compared += 1;
            }
            if let (true, Some(got)) = (want.is_number(), national(trace, name, step)) {
                close(&format!("{label} {name}[{step}]"), got, want);
                compared += 1;
            }
        }
    }
    compared
}

/// Compares a deterministic run with all that the file says about it.
fn follows(course: &Course, name: &str) {
    let (trace, want) = (course.run(&mut Median), deterministic(name));
    let all = |values: &Value| values.clone();
    assert_eq!(
        compare(&trace, &want["series_cohort"], name, all),
        22 * 16 * 4,
        "all but cumdisp"
    );
    assert_eq!(
        compare(&trace, &want["series_national"], name, all),
        11 * 16,
        "all but sev"
    );
    for (step, year) in want["noai_I"].as_array().expect("years").iter().enumerate() {
        for g in 0..4 {
            close(
                &format!("{name} noai_I[{step}][{g}]"),
                trace.incomes[step].without_ai[g],
                &year[g],
            );
        }
        let severity = trace.inputs[step.max(1) - 1].severity_median()
            * exp(SEVERITY_SIGMA * SEVERITY_SIGMA / 2.0);
        let total = national(&trace, "ninc", step).expect("incidents") * severity;
        close(
            &format!("{name} sev[{step}]"),
            total,
            &want["series_national"]["sev"][step],
        );
        follows_ledger(&trace, &want, step, name);
    }
    let indicators = want["indicators"].as_object().expect("indicators");
    assert_eq!(indicators.len(), 41);
    indicators
        .iter()
        .for_each(|(key, want)| close(&format!("{name} {key}"), trace.last(key), want));
}

/// The file's displaced per head and cohort, as the workers that the ledger counts.
fn follows_ledger(trace: &Trace, want: &Value, step: usize, name: &str) {
    if step == 0 {
        return;
    }
    let cumulative = |step: usize, g: usize| {
        want["series_cohort"]["cumdisp"][step][g]
            .as_f64()
            .expect("a number")
    };
    let here = trace.states[step - 1].people * trace.inputs[step - 1].working_age();
    let new: f64 = (0..4)
        .map(|g| trace.anchor.share[g] * (cumulative(step, g) - cumulative(step - 1, g)))
        .sum();
    let counted = trace.states[step].ledger.displaced - trace.states[step - 1].ledger.displaced;
    assert!(
        (counted - here * new).abs() <= 1e-9 * here * new,
        "{name} cumdisp[{step}]: {counted} {}",
        here * new
    );
}

#[test]
fn without_effects_the_poor_country_follows_the_file() {
    follows(&Course::of(country(LDC)), "LDC/none");
}

#[test]
fn without_effects_the_lower_middle_country_follows_the_file() {
    follows(&Course::of(country(LMIC)), "LMIC/none");
}

#[test]
fn with_the_full_road_map_the_poor_country_follows_the_file() {
    follows(&road_map(LDC), "LDC/full road map");
}

#[test]
fn with_the_full_road_map_the_lower_middle_country_follows_the_file() {
    follows(&road_map(LMIC), "LMIC/full road map");
}

/// From the text of a file to the numbers at the horizon, through everything that the program has.
fn end_to_end(text: &str, path: &str, name: &str) {
    let ensemble = runs::median(text);
    assert_eq!(ensemble.draws(), 1);
    for (key, want) in deterministic(name)["indicators"]
        .as_object()
        .expect("indicators")
    {
        close(
            &format!("{name} {key}"),
            runs::values(&ensemble, path, key)[0],
            want,
        );
    }
    for (series, ours) in [("U", "usage"), ("C", "coverage"), ("S", "skills")] {
        let want = &deterministic(name)["series_cohort"][series];
        let path = runs::number(&ensemble, path);
        for (step, row) in ensemble.plan.paths[path].rows.iter().enumerate() {
            for g in 0..4 {
                let place = ensemble
                    .layout
                    .in_series(runs::of_cohort(ours, g))
                    .expect("kept");
                let got = ensemble.yearly(*row, place).expect("kept")[0];
                close(&format!("{name} {ours}[{step}][{g}]"), got, &want[step][g]);
            }
        }
    }
}

#[test]
fn a_file_without_a_tree_gives_the_known_numbers() {
    end_to_end(&runs::file(&custom(&country(LDC)), NOTHING), "", "LDC/none");
    end_to_end(
        &runs::file(&custom(&country(LMIC)), NOTHING),
        "",
        "LMIC/none",
    );
}

#[test]
fn a_file_that_adopts_every_measure_gives_the_known_numbers() {
    end_to_end(&full_road_map(LDC), "go=all", "LDC/full road map");
    end_to_end(&full_road_map(LMIC), "go=all", "LMIC/full road map");
}

#[test]
fn the_samplers_turn_the_files_uniforms_into_its_parameters() {
    let plan = runs::plan(&full_road_map(LDC), &PlanOptions::default());
    let draws = parsed(include_str!("golden/golden_draws.json"));
    for (number, parameter) in catalogue().parameters.iter().enumerate() {
        let column = &plan.columns.list()[number];
        assert_eq!(column.origin, Origin::Dimension(number));
        assert_eq!(draws["parameter_order"][number], parameter.id.as_str());
        let mut got: Vec<f64> = (0..5)
            .map(|draw| draws["u"][draw][number].as_f64().expect("a uniform"))
            .collect();
        column.evaluate(&mut got, false);
        for (draw, got) in got.iter().enumerate() {
            close(
                &format!("{} of draw {draw}", parameter.id),
                *got,
                &draws["theta"][&parameter.id][draw],
            );
        }
    }
}

#[test]
fn five_draws_with_their_luck_follow_the_file() {
    let draws = parsed(include_str!("golden/golden_draws.json"));
    let numbers = |value: &Value| -> Vec<f64> {
        value
            .as_array()
            .expect("a list")
            .iter()
            .map(|v| v.as_f64().expect("a number"))
            .collect()
    };
    let median = road_map(LDC);
    for draw in 0..5 {
        let mut course = median.clone();
        for parameter in catalogue().parameters.iter() {
            let value = draws["theta"][&parameter.id][draw]
                .as_f64()
                .expect("a number");
            course = course.with(&parameter.id, value);
        }
        for (magnitude, effect) in course.magnitudes.iter_mut().zip(catalogue().effects.iter()) {
            *magnitude = draws["effect_magnitudes"][&effect.id][draw]
                .as_f64()
                .expect("a magnitude");
        }
        let years = draws["severity_normals"][draw].as_array().expect("years");
        let mut luck = Written {
            surprises: numbers(&draws["use_normals"][draw]),
            incidents: numbers(&draws["incident_uniforms"][draw]),
            severities: years.iter().map(numbers).collect(),
        };
        let trace = course.run(&mut luck);
        let label = format!("draw {draw}");
        let compared = compare(&trace, &draws, &label, |values| values[draw].clone());
        assert_eq!(
            compared,
            14 * 16 * 4 + 3 * 16,
            "14 series by cohort, and ninc, T, a"
        );
        for (key, want) in draws["indicators"].as_object().expect("indicators") {
            close(
                &format!("{label} {key}"),
                trace.indicator(key, STEPS),
                &want[draw],
            );
        }
    }
}
