//! What matters: one ranking per option, shares that add up, words for what cannot be told.

#![allow(clippy::unwrap_used, reason = "a test may end here")]

use serde_json::Value;

use crate::support::{Desk, SMALL, json};

fn report(desk: &Desk, more: &[&str]) -> Value {
    let asked = ["matters", "small.ron", "--format", "json"];
    let mut words: Vec<&str> = asked.iter().chain(more).copied().collect();
    if !more.contains(&"--draws") {
        words.extend(["--draws", "400"]);
    }
    json(&desk.said(&words))
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    desk
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn every_option_of_an_open_decision_has_a_ranking_of_its_own() {
    let report = report(&desk(), &[]);
    let options = report["options"].as_array().unwrap();
    let ids: Vec<&str> = options
        .iter()
        .filter_map(|o| o["option"].as_str())
        .collect();
    assert_eq!(ids, ["masts", "as_now"]);
    for option in options {
        let groups = option["groups"].as_object().unwrap();
        let sum: f64 = groups.values().map(number).sum();
        assert!((sum - 1.0).abs() < 1e-6, "{sum}");
        let inputs = option["inputs"].as_array().unwrap();
        assert!(inputs.len() > 30);
        let loud: Vec<f64> = inputs
            .iter()
            .filter(|input| input["noise"] == false)
            .map(|input| number(&input["share"]["value"]))
            .collect();
        assert!(loud.windows(2).all(|pair| pair[0] >= pair[1]), "{loud:?}");
        assert!(loud.iter().all(|share| (0.0..=1.0).contains(share)));
        let node = inputs.iter().find(|input| input["kind"] == "node").unwrap();
        assert_eq!(node["id"], "power");
        assert!(node["evidence"].is_null() && node["total"].is_null());
    }
}

#[test]
fn another_indicator_year_method_and_option_can_be_asked_for() {
    let desk = desk();
    let more = [
        "--indicator",
        "usage:poor_men",
        "--year",
        "2028",
        "--option",
        "masts",
        "--method",
        "delta",
    ];
    let found = report(&desk, &more);
    assert_eq!(found["subject"]["id"], "online:poor_men");
    assert_eq!(
        (&found["year"], &found["ranked_by"]),
        (&2028.into(), &"delta".into())
    );
    let options = found["options"].as_array().unwrap();
    assert_eq!(options.len(), 1);
    let inputs = options[0]["inputs"].as_array().unwrap();
    assert!(inputs.iter().all(|input| input["delta"]["value"].is_f64()));
}

#[test]
fn the_text_is_eighty_columns_wide_and_says_what_it_is_not() {
    let desk = desk();
    let asked = [
        "matters",
        "small.ron",
        "--draws",
        "400",
        "--method",
        "all",
        "--top",
        "3",
    ];
    let text = desk.said(&asked);
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    for part in [
        "With “Masts”",
        "Chance alone",
        "cannot be told from chance",
        "not of what happens",
        "PAWN",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("NaN"), "{text}");
}

#[test]
fn exact_indices_come_from_runs_of_their_own() {
    let found = report(
        &desk(),
        &[
            "--design", "saltelli", "--draws", "128", "--option", "masts",
        ],
    );
    let exact = &found["options"][0]["exact"];
    assert_eq!(exact["base"], 128);
    let inputs = exact["inputs"].as_array().unwrap();
    let runs = 128 * (inputs.len() + 2);
    assert_eq!(exact["runs"], runs);
    assert!(
        inputs
            .iter()
            .any(|input| input["ids"].as_array().unwrap().is_empty())
    );
}

#[test]
fn what_cannot_be_ranked_says_why_and_what_would_help() {
    let desk = desk();
    let few = json(&desk.said(&["matters", "small.ron", "--draws", "50", "--format", "json"]));
    let fault = few["options"][0]["fault"].as_str().unwrap();
    assert!(
        fault.contains("too few") && fault.contains("--draws"),
        "{fault}"
    );
    let csv = desk.said(&["matters", "small.ron", "--draws", "200", "--format", "csv"]);
    assert!(csv.starts_with("option,year,subject,kind,id,"));
    assert!(csv.lines().count() > 60);
}

#[test]
fn what_is_not_there_is_named_with_what_is_near() {
    let desk = desk();
    for (asked, says) in [
        (["--indicator", "usag"], "usage"),
        (["--option", "mast"], "masts"),
        (["--year", "1999"], "2025"),
    ] {
        let words = ["matters", "small.ron", "--draws", "120", asked[0], asked[1]];
        let (code, out, said) = desk.tried(&words);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(said.contains(says), "{said}");
    }
}
