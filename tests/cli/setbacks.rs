//! What runs that end in a setback share, from the command line.

use crate::support::{Desk, SMALL, json};

/// The small scenario with enough draws.
fn asked(desk: &Desk, more: &[&str]) -> serde_json::Value {
    desk.file("small.ron", SMALL);
    let mut words = vec![
        "setbacks",
        "small.ron",
        "--draws",
        "600",
        "--format",
        "json",
    ];
    words.extend(more);
    json(&desk.said(&words))
}

const OFFLINE: [&str; 4] = ["--indicator", "offline:poor_women", "--above", "80%"];

#[test]
fn every_option_of_the_open_decision_is_told_on_its_own() {
    let report = asked(&Desk::new(), &OFFLINE);
    let options = report["options"].as_array().unwrap();
    let ids: Vec<&str> = options
        .iter()
        .map(|o| o["option"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["masts", "as_now"]);
    assert_eq!(report["setback"]["above"], 0.8);
    assert_eq!(report["setback"]["subject"], "offline:poor_women");
    for option in options {
        let share = option["share"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&share));
        let parts = option["paths"].as_array().unwrap().iter();
        let all: f64 = parts.map(|p| p["of_setbacks"].as_f64().unwrap()).sum();
        assert!((all - 1.0).abs() < 1e-9, "paths share all setbacks out");
    }
}

#[test]
fn a_box_has_limits_in_words_and_a_way_that_led_to_it() {
    let report = asked(&Desk::new(), &OFFLINE);
    let found = &report["options"][1]["boxes"][0];
    let limits = found["limits"].as_array().unwrap();
    assert!(!limits.is_empty(), "{found}");
    for limit in limits {
        assert!(limit["text"].as_str().unwrap().len() > 20);
        assert!(limit["stability"][0].as_f64().unwrap() >= 0.9);
    }
    let way = found["trajectory"].as_array().unwrap();
    assert_eq!(way[0]["made"], "start");
    assert_eq!(
        (&way[0]["coverage"], &way[0]["mass"]),
        (&1.0.into(), &1.0.into())
    );
    let share = report["options"][1]["share"].as_f64().unwrap();
    assert!(
        found["density"].as_f64().unwrap() > share,
        "denser than all runs"
    );
}

#[test]
fn early_use_announces_who_is_offline_later() {
    let report = asked(&Desk::new(), &[&OFFLINE[..], &["--until", "2028"]].concat());
    let posts = report["options"][1]["signposts"].as_array().unwrap();
    assert!(
        posts.iter().any(|p| p["indicator"] == "usage_poor"),
        "{posts:?}"
    );
    for post in posts {
        let at = |key: &str| post[key].as_f64().unwrap();
        assert!(at("year") <= 2028.0);
        assert!((at("hits") - at("false_alarms") - at("score")).abs() < 1e-9);
        assert!(post["below"].is_null() || post["above"].is_null());
    }
}

#[test]
fn the_second_opinion_comes_only_when_asked_for() {
    let desk = Desk::new();
    assert!(asked(&desk, &OFFLINE)["options"][0]["tree"].is_null());
    let report = asked(
        &desk,
        &[&OFFLINE[..], &["--cart", "--option", "as_now"]].concat(),
    );
    assert_eq!(report["options"].as_array().unwrap().len(), 1);
    let tree = &report["options"][0]["tree"];
    assert!(tree["leaves"].as_u64().unwrap() >= 2, "{tree}");
}

#[test]
fn too_few_setbacks_are_said_with_what_would_help() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let text = desk.said(&["setbacks", "small.ron", "--draws", "60"]);
    assert!(
        text.contains("threshold") || text.contains("draws"),
        "{text}"
    );
    assert!(!text.contains("NaN"), "{text}");
    let report = json(&desk.said(&[
        "setbacks",
        "small.ron",
        "--indicator",
        "usage",
        "--below",
        "0",
        "--format",
        "json",
    ]));
    assert_eq!(report["options"][0]["trouble"]["id"], "no_setbacks");
    assert_eq!(report["options"][0]["boxes"], serde_json::json!([]));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let refused = |words: &[&str]| {
        let all = [&["setbacks", "small.ron", "--draws", "60"], words].concat();
        let out = desk.foretree(&all).output().unwrap();
        assert_eq!(out.status.code(), Some(2), "{words:?}");
        String::from_utf8(out.stderr).unwrap()
    };
    assert!(refused(&["--indicator", "usage"]).contains("--below"));
    assert!(refused(&["--indicator", "usag", "--below", "1"]).contains("usage"));
    assert!(refused(&["--indicator", "usage", "--below", "x"]).contains("not a number"));
    assert!(refused(&["--option", "mast"]).contains("masts"));
    let year = ["--indicator", "usage", "--below", "0.3", "--year", "2050"];
    assert!(refused(&year).contains("2025"));
}

#[test]
fn the_text_fits_eighty_columns_and_never_claims_a_cause() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let words = ["setbacks", "small.ron", "--draws", "600", "--cart"];
    let text = desk.said(&[&words[..], &OFFLINE[..]].concat());
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    assert!(text.contains("not causes in the world"), "{text}");
    assert!(text.contains("false alarm"), "{text}");
}

#[test]
fn csv_has_one_number_in_each_row() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let words = ["setbacks", "small.ron", "--draws", "600", "--format", "csv"];
    let text = desk.said(&[&words[..], &OFFLINE[..]].concat());
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("option,part,place,id,measure,value"));
    assert!(
        lines.clone().all(|line| line.matches(',').count() == 5),
        "{text}"
    );
    assert!(
        lines.any(|line| line.starts_with("as_now,signpost,")),
        "{text}"
    );
}

#[test]
fn a_condition_holds_in_every_run_that_is_looked_at() {
    let report = asked(
        &Desk::new(),
        &[&OFFLINE[..], &["--where", "power = slow"]].concat(),
    );
    assert_eq!(report["run"]["where"], serde_json::json!(["power = slow"]));
    for option in report["options"].as_array().unwrap() {
        for path in option["paths"].as_array().unwrap() {
            assert!(path["path"].as_str().unwrap().ends_with("power=slow"));
        }
    }
}
