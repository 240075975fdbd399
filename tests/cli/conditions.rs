//! `--where` and `--until-precise`: only some runs, and enough of them.

use serde_json::Value;

use crate::support::{Desk, SMALL, json};

fn run(desk: &Desk, more: &[&str]) -> Value {
    desk.file("small.ron", SMALL);
    let mut arguments = vec!["run", "small.ron", "--format", "json"];
    arguments.extend(more);
    json(&desk.said(&arguments))
}

fn text(desk: &Desk, more: &[&str]) -> String {
    desk.file("small.ron", SMALL);
    let mut arguments = vec!["run", "small.ron"];
    arguments.extend(more);
    let shown = desk.said(&arguments);
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a wrong command line says; nothing goes to standard output.
fn fails(desk: &Desk, arguments: &[&str]) -> String {
    let (code, out, error) = desk.tried(arguments);
    assert_eq!((code, out.as_str()), (2, ""), "{error}");
    error
}

fn refused(desk: &Desk, condition: &str) -> String {
    desk.file("small.ron", SMALL);
    let failed = fails(desk, &["run", "small.ron", "--where", condition]);
    failed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_json_says_what_must_hold_and_how_much_is_left() {
    let desk = Desk::new();
    let plain = run(&desk, &[]);
    assert_eq!(plain["run"]["where"], serde_json::json!([]));
    assert_eq!(plain["run"]["accepted_draws"], 100);
    assert_eq!(plain["run"]["effective_draws"], 100);
    let some = run(
        &desk,
        &["--where", "price_decline=high", "--where", "power = slow"],
    );
    assert_eq!(
        some["run"]["where"],
        serde_json::json!(["price_decline=high", "power = slow"])
    );
    assert_eq!(some["run"]["draws"], 100);
    assert_eq!(some["run"]["accepted_draws"], 33);
    assert_eq!(some["run"]["effective_draws"], 33);
    let paths = some["paths"].as_array().unwrap();
    assert_eq!(paths.len(), 2);
    for path in paths {
        // Given that power is slow, each option leads there for certain.
        let chance = path["chance_probability"].as_f64().unwrap();
        assert!((chance - 1.0).abs() < 1e-12, "{chance}");
    }
    let notes = some["notes"].as_array().unwrap();
    assert!(notes.iter().any(|note| note["id"] == "few-draws-left"));
}

#[test]
fn several_conditions_are_one() {
    let desk = Desk::new();
    let split = run(
        &desk,
        &["--where", "power=slow", "--where", "price_decline=low"],
    );
    let joined = run(&desk, &["--where", "power=slow and price_decline=low"]);
    assert_eq!(split["options"], joined["options"]);
    let everything = run(&desk, &["--where", "price_decline > -9"]);
    assert_eq!(everything["indicators"], run(&desk, &[])["indicators"]);
}

#[test]
fn people_read_what_must_hold_and_how_to_ask_again() {
    let desk = Desk::new();
    let shown = text(&desk, &["--where", "price_decline > 0.01 and power = slow"]);
    assert!(
        shown.contains("Only runs where price_decline > 0.01 and power = slow: "),
        "{shown}"
    );
    assert!(shown.contains(" of 100 draws."), "{shown}");
    assert!(
        shown.contains("--where 'price_decline > 0.01, power = slow'"),
        "{shown}"
    );
}

#[test]
fn a_wrong_condition_is_told_with_its_place_and_what_would_help() {
    let desk = Desk::new();
    let near = refused(&desk, "power=slwo");
    assert!(
        near.contains("fast, slow") && near.contains("Did you mean “slow”?"),
        "{near}"
    );
    let place = refused(&desk, "power = slow and price_decline");
    assert!(place.contains("At character 31"), "{place}");
    let result = refused(&desk, "offline_poor@2030 < 3");
    assert!(
        result.contains("is a result") && result.contains("foretree setbacks"),
        "{result}"
    );
}

#[test]
fn an_empty_filter_is_a_sentence() {
    let desk = Desk::new();
    let empty = refused(&desk, "price_decline > 0.9");
    assert!(
        empty.contains("None of 100 runs passes") && empty.contains("alone lets 0 through"),
        "{empty}"
    );
    assert!(!empty.contains("NaN"), "{empty}");
    let paths = refused(&desk, "power = slow, power = fast");
    assert!(paths.contains("No path through the tree"), "{paths}");
}

#[test]
fn a_comparison_is_about_the_rest_too() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let arguments = [
        "compare",
        "small.ron",
        "--where",
        "price_decline=high",
        "--format",
        "json",
    ];
    let report = json(&desk.said(&arguments));
    assert_eq!(report["run"]["accepted_draws"], 33);
    assert_eq!(report["run"]["draws"], 100);
    assert!(report["indicators"]["offline_poor"]["columns"]["A"]["horizon"]["p50"].is_f64());
    let shown = desk.said(&["compare", "small.ron", "--where", "price_decline=high"]);
    assert!(
        shown.contains("Only runs where price_decline=high"),
        "{shown}"
    );
}

#[test]
fn the_memory_that_was_allowed_is_told() {
    let desk = Desk::new();
    assert_eq!(run(&desk, &[])["run"]["memory"], 512);
    assert_eq!(run(&desk, &["--memory", "64"])["run"]["memory"], 64);
}

#[test]
fn numbers_come_with_how_exact_they_are() {
    let report = run(&Desk::new(), &["--draws", "400"]);
    let precision = &report["precision"];
    assert_eq!(precision["cohort"], "poor_women");
    assert_eq!(precision["confidence"], 0.95);
    let numbers = precision["numbers"].as_array().unwrap();
    assert_eq!(numbers.len(), 6);
    for number in numbers {
        let value = number["value"].as_f64().unwrap();
        assert!(number["low"].as_f64().unwrap() <= value);
        assert!(value <= number["high"].as_f64().unwrap());
        assert!(number["standard_error"].as_f64().unwrap() > 0.0);
    }
    assert_eq!(precision["enough"], false);
    assert!(precision["draws_needed"].as_u64().unwrap() > 400);
}

#[test]
fn draws_double_until_the_numbers_are_exact_and_can_be_had_again() {
    let desk = Desk::new();
    let report = run(&desk, &["--until-precise", "4%"]);
    assert_eq!(report["precision"]["enough"], true);
    assert_eq!(report["precision"]["target"], 0.02);
    let draws = report["run"]["draws"].as_u64().unwrap();
    assert!(draws > 100 && (draws / 100).is_power_of_two(), "{draws}");
    for number in report["precision"]["numbers"].as_array().unwrap() {
        let at = |name: &str| number[name].as_f64().unwrap();
        assert!(at("high") - at("value") <= 0.02 && at("value") - at("low") <= 0.02);
    }
    let again = run(&desk, &["--draws", &draws.to_string(), "--threads", "1"]);
    assert_eq!(report["indicators"], again["indicators"]);
    assert_eq!(report["options"], again["options"]);
    let shown = text(&desk, &["--until-precise", "4%"]);
    assert!(shown.contains("as exact as was asked for"), "{shown}");
    assert!(shown.contains(&format!("--draws {draws}")), "{shown}");
    let wrong = fails(&desk, &["run", "small.ron", "--until-precise", "9"]);
    assert!(wrong.contains("is no precision"), "{wrong}");
    fails(
        &desk,
        &["run", "small.ron", "--until-precise", "2", "--median"],
    );
}

#[test]
fn one_draw_has_no_ranges_and_no_share_of_runs() {
    let desk = Desk::new();
    for how in [&["--median"][..], &["--draws", "1"]] {
        let shown = text(&desk, how);
        for mark in ["[", "of 100", "range.", "brackets"] {
            assert!(!shown.contains(mark), "{how:?} {mark}: {shown}");
        }
        assert!(shown.contains("no ranges"), "{shown}");
        assert!(run(&desk, how)["precision"].is_null());
        let mut compare = vec!["compare", "small.ron"];
        compare.extend(how);
        let shown = desk.said(&compare);
        for mark in ["[", "of 100"] {
            assert!(!shown.contains(mark), "{how:?} {mark}: {shown}");
        }
    }
}
