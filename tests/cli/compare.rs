//! Comparisons name their reference and pair draws.

use crate::support::{Desk, SMALL, json};

#[test]
fn options_are_compared_with_the_one_that_does_nothing() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let report = json(&desk.said(&["compare", "small.ron", "--draws", "80", "--format", "json"]));
    assert_eq!(report["reference"], "B");
    assert_eq!(report["columns"][1]["option"]["option"], "as_now");
    let row = &report["indicators"]["offline_poor"]["columns"];
    assert!(row["B"]["difference"].is_null());
    let difference = &row["A"]["difference"];
    assert_eq!(difference["versus"], "B");
    assert!(
        difference["p95"].as_f64().unwrap() <= 0.0,
        "masts leave nobody offline longer"
    );
    assert_eq!(difference["direction"], "better");
    assert!(difference["share_better"].as_f64().unwrap() > 0.9);
    let differs = report["columns"][0]["differs"].as_array().unwrap();
    assert_eq!(differs[0]["here"], "Masts");
}

#[test]
fn a_scenario_compared_with_itself_differs_nowhere() {
    let desk = Desk::new();
    let chosen = SMALL.replace("year: 2026,", "year: 2026, choose: \"masts\",");
    desk.file("a.ron", &chosen);
    desk.file("b.ron", &chosen);
    let report = json(&desk.said(&[
        "compare", "a.ron", "b.ron", "--draws", "50", "--format", "json",
    ]));
    assert_eq!(report["columns"][1]["differs"], serde_json::json!([]));
    for (key, row) in report["indicators"].as_object().unwrap() {
        let difference = &row["columns"]["B"]["difference"];
        let direction = difference["direction"].as_str().unwrap();
        assert!(
            ["same", "unknown"].contains(&direction),
            "{key}: {difference}"
        );
    }
}

#[test]
fn the_reference_can_be_chosen_and_every_row_names_it() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let text = desk.said(&["compare", "small.ron", "--draws", "50", "--reference", "a"]);
    assert!(text.contains("vs A") && !text.contains("vs B"), "{text}");
}

#[test]
fn scenarios_of_other_horizons_and_seeds_run_alike_and_that_is_said() {
    let desk = Desk::new();
    desk.file("a.ron", SMALL);
    desk.file(
        "b.ron",
        &SMALL
            .replace("(2025, 2030)", "(2025, 2029)")
            .replace("seed: 7", "seed: 8"),
    );
    let report = json(&desk.said(&[
        "compare", "a.ron", "b.ron", "--draws", "20", "--format", "json",
    ]));
    assert_eq!(report["year"], 2030);
    assert_eq!(report["run"]["seed"], 7);
    let notes: Vec<&str> = report["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["text"].as_str().unwrap())
        .collect();
    assert!(
        notes.iter().any(|note| note.contains("b.ron ends in 2029")),
        "{notes:?}"
    );
    assert!(notes.iter().any(|note| note.contains("a.ron")), "{notes:?}");
}

#[test]
fn values_come_as_a_sheet_too() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let text = desk.said(&["compare", "small.ron", "--draws", "20", "--format", "csv"]);
    assert!(text.starts_with("column,file,option,measure,year,unit,mean"));
    assert!(
        text.lines()
            .any(|line| line.starts_with("A,small.ron,first=masts,usage,2030,share,"))
    );
}
