//! The JSON of `run` and `check`, key by key.

use serde_json::Value;

use crate::support::{Desk, QUICK, SMALL, json};

const SPREAD: [&str; 6] = ["mean", "p5", "p25", "p50", "p75", "p95"];
const COHORTS: [&str; 4] = ["poor_women", "poor_men", "other_women", "other_men"];

fn run(desk: &Desk, more: &[&str]) -> Value {
    desk.file("small.ron", SMALL);
    let mut arguments = vec!["run", "small.ron", "--format", "json"];
    arguments.extend(more);
    json(&desk.said(&arguments))
}

#[test]
fn the_head_says_which_scenario_which_place_and_how() {
    let report = run(&Desk::new(), &QUICK);
    let fingerprint = report["scenario"]["fingerprint"].as_str().unwrap();
    assert!(fingerprint.len() == 16 && fingerprint.chars().all(|c| c.is_ascii_hexdigit()));
    assert_eq!(report["scenario"]["title"], "Masts or phones?");
    assert_eq!(report["baseline"]["kind"], "country");
    assert_eq!(report["baseline"]["id"], "MWI");
    assert!(report["baseline"]["vintage"].is_string());
    for flag in report["baseline"]["flags"].as_array().unwrap() {
        assert!(flag["input"].is_string() && flag["reason"].is_string());
        assert!(flag["year"].is_null() || flag["year"].is_i64());
    }
    let how = &report["run"];
    assert_eq!(
        (how["draws"].as_u64(), how["seed"].as_u64()),
        (Some(60), Some(7))
    );
    assert_eq!(
        (how["sampling"].as_str(), how["rng"].as_str()),
        (Some("latin_hypercube"), Some("chacha8"))
    );
    assert_eq!(how["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(how["median"], false);
    assert_eq!(
        report["years"],
        serde_json::json!([2025, 2026, 2027, 2028, 2029, 2030])
    );
    assert_eq!(report["cohorts"], serde_json::json!(COHORTS));
    assert_eq!(report["decisions"], "unweighted");
}

#[test]
fn every_indicator_of_the_catalogue_is_there_with_its_unit_direction_and_spread() {
    let desk = Desk::new();
    let report = run(&desk, &QUICK);
    let catalogue = json(&desk.said(&["data", "indicators", "--format", "json"]));
    let indicators = report["indicators"].as_object().unwrap();
    assert_eq!(indicators.len(), catalogue.as_array().unwrap().len());
    for entry in catalogue.as_array().unwrap() {
        let key = entry["key"].as_str().unwrap();
        let found = &indicators[key];
        assert_eq!(
            (&found["unit"], &found["better"]),
            (&entry["unit"], &entry["better"]),
            "{key}"
        );
        assert!(found["label"].is_string());
        for name in SPREAD {
            let value = &found["horizon"][name];
            assert!(value.is_number() || value.is_null(), "{key} {name}");
        }
        assert_eq!(
            found.get("series").is_some(),
            entry["series"] == true,
            "{key}"
        );
        if let Some(series) = found.get("series") {
            for name in SPREAD {
                assert_eq!(series[name].as_array().unwrap().len(), 6, "{key} {name}");
            }
        }
    }
}

#[test]
fn cohorts_options_and_paths_have_their_shapes() {
    let report = run(&Desk::new(), &QUICK);
    for measure in [
        "usage",
        "coverage",
        "skills",
        "income_vs_noai",
        "displaced",
        "augmented",
    ] {
        for cohort in COHORTS {
            for name in ["p5", "p50", "p95"] {
                let band = &report["cohort_series"][measure][cohort][name];
                assert_eq!(
                    band.as_array().unwrap().len(),
                    6,
                    "{measure} {cohort} {name}"
                );
            }
        }
    }
    let options = report["options"].as_array().unwrap();
    let named: Vec<(&str, &str)> = options
        .iter()
        .map(|o| (o["node"].as_str().unwrap(), o["option"].as_str().unwrap()))
        .collect();
    assert_eq!(named, [("first", "masts"), ("first", "as_now")]);
    let paths = report["paths"].as_array().unwrap();
    let ids: Vec<&str> = paths
        .iter()
        .map(|path| path["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        ids,
        [
            "first=masts/power=fast",
            "first=masts/power=slow",
            "first=as_now/power=fast",
            "first=as_now/power=slow"
        ]
    );
    for (path, chance) in paths.iter().zip([0.25, 0.75, 0.25, 0.75]) {
        assert!(path["probability"].is_null());
        assert!((path["chance_probability"].as_f64().unwrap() - chance).abs() < 1e-12);
    }
    for holder in options.iter().chain(paths) {
        for name in ["mean", "p5", "p50", "p95"] {
            assert!(holder["indicators"]["poor_gap_pp"][name].is_number());
        }
    }
}

#[test]
fn a_closed_decision_gives_probabilities_and_no_options() {
    let desk = Desk::new();
    let chosen = SMALL.replace("year: 2026,", "year: 2026, choose: \"masts\",");
    desk.file("closed.ron", &chosen);
    let report = json(&desk.said(&["run", "closed.ron", "--draws", "20", "--format", "json"]));
    assert_eq!(report["decisions"], "closed");
    assert_eq!(report["options"], serde_json::json!([]));
    let sum: f64 = report["paths"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["probability"].as_f64().unwrap())
        .sum();
    assert!((sum - 1.0).abs() < 1e-12);
}

#[test]
fn a_median_run_repeats_one_value_in_all_quantiles_of_a_path() {
    let report = run(&Desk::new(), &["--median"]);
    assert_eq!(report["run"]["median"], true);
    for path in report["paths"].as_array().unwrap() {
        let gap = &path["indicators"]["poor_gap_pp"];
        assert_eq!((&gap["p5"], &gap["p95"]), (&gap["p50"], &gap["mean"]));
    }
}

#[test]
fn threads_and_progress_change_nothing_and_seeds_do() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let with = |more: &[&str]| {
        let mut arguments = vec!["run", "small.ron", "--format", "json", "--draws", "300"];
        arguments.extend(more);
        desk.said(&arguments)
    };
    let one = with(&["--threads", "1"]);
    assert_eq!(one, with(&["--threads", "3"]));
    assert_ne!(one, with(&["--seed", "8"]));
}

#[test]
fn a_stress_test_is_named_and_changes_numbers() {
    let desk = Desk::new();
    let calm = run(&desk, &QUICK);
    let stressed = run(&desk, &["--draws", "60", "--stress", "quake"]);
    assert_eq!(stressed["run"]["stress"], "quake");
    let gap = |report: &Value| {
        report["indicators"]["coverage_gap"]["horizon"]["p50"]
            .as_f64()
            .unwrap()
    };
    assert!(gap(&stressed) > gap(&calm));
}

#[test]
fn a_file_of_an_unknown_name_is_a_built_in_example_and_that_is_said() {
    let desk = Desk::new();
    let name = "scenarios/malawi-mast-or-phone.ron";
    let output = desk
        .foretree(&["run", name, "--median", "--format", "json"])
        .output()
        .unwrap();
    assert_eq!(
        json(&String::from_utf8(output.stdout).unwrap())["baseline"]["id"],
        "MWI"
    );
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("built-in example")
    );
}

#[test]
#[cfg(unix)]
fn a_scenario_can_come_through_a_pipe() {
    let desk = Desk::new();
    let mut command = desk.foretree(&["run", "/dev/stdin", "--median", "--format", "json"]);
    let output = command.write_stdin(SMALL).output().unwrap();
    let report = json(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(report["scenario"]["title"], "Masts or phones?");
}

#[test]
fn check_lists_findings_with_their_places() {
    let desk = Desk::new();
    desk.file("small.ron", &SMALL.replace("rationale: \"A choice.\",", ""));
    let report = json(&desk.said(&["check", "small.ron", "--format", "json"]));
    let file = &report["files"][0];
    assert_eq!(
        (&file["ok"], &file["nodes"], &file["paths"]),
        (&true.into(), &2.into(), &4.into())
    );
    let findings = file["findings"].as_array().unwrap();
    let found = findings
        .iter()
        .find(|f| f["code"] == "no_rationale")
        .unwrap();
    assert_eq!(found["severity"], "warning");
    assert_eq!(found["field"], "tree.nodes.first");
    assert!(found["line"].is_u64() && found["column"].is_u64() && found["message"].is_string());
}
