//! What made a difference, and the way back from a target.

use crate::support::{Desk, SMALL, json};

/// The text without its line breaks.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Options of the small scenario, their difference shared out.
fn shared(desk: &Desk, more: &[&str]) -> String {
    desk.file("small.ron", SMALL);
    let base = ["compare", "small.ron", "--draws", "60", "--attribution"];
    desk.said(&[&base[..], more].concat())
}

#[test]
fn what_made_the_difference_sums_to_the_difference() {
    let report = json(&shared(&Desk::new(), &["--format", "json"]));
    let one = &report["attribution"][0];
    assert_eq!((&one["column"], &one["versus"]), (&"A".into(), &"B".into()));
    assert_eq!(one["indicator"], "offline:poor_women");
    assert_eq!(one["exact"], true);
    let changes = one["changes"].as_array().unwrap();
    assert_eq!(
        changes.len(),
        1,
        "one measure is all that differs: {changes:?}"
    );
    assert_eq!(changes[0]["kind"], "measures");
    assert_eq!(changes[0]["items"], serde_json::json!(["1.1"]));
    let sum: f64 = changes.iter().map(|c| c["mean"].as_f64().unwrap()).sum();
    assert!((sum - one["whole"]["mean"].as_f64().unwrap()).abs() < 1e-12);
    let difference = one["here"].as_f64().unwrap() - one["there"].as_f64().unwrap();
    assert!((sum - difference).abs() < 1e-12);
    assert_eq!(one["dominance"]["verdict"], "first_dominates");
    assert!(one["share_better"].as_f64().unwrap() > 0.9);
}

#[test]
fn another_indicator_and_other_formats_can_be_asked_for() {
    let desk = Desk::new();
    let text = shared(&desk, &["--indicator", "offline_poor"]);
    assert!(text.contains("What made the difference in 2030"), "{text}");
    let said = in_one_line(&text);
    assert!(said.contains("is all that differs"), "{text}");
    assert!(said.contains("what we assumed it does"), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    let csv = shared(&desk, &["--format", "csv"]);
    assert!(csv.starts_with("column,versus,indicator,year,unit,kind,node"));
    assert_eq!(csv.lines().count(), 2);
}

#[test]
fn several_changes_between_two_files_are_told_apart() {
    let desk = Desk::new();
    let chosen = SMALL.replace("year: 2026,", "year: 2026, choose: \"masts\",");
    desk.file("a.ron", &chosen);
    let other = chosen
        .replace("probability: 0.25,", "probability: 0.75,")
        .replace(
            "title: \"Slow\", probability: 0.75",
            "title: \"Slow\", probability: 0.25",
        )
        .replace("Fixed(2.0)", "Fixed(3.0)")
        .replace("Country(\"MWI\")", "Country(\"KEN\")");
    desk.file("b.ron", &other);
    let arguments = [
        "compare",
        "a.ron",
        "b.ron",
        "--draws",
        "40",
        "--attribution",
    ];
    let report = json(&desk.said(&[&arguments[..], &["--format", "json"]].concat()));
    let one = &report["attribution"][0];
    let changes = one["changes"].as_array().unwrap().iter();
    let kinds: Vec<&str> = changes.map(|c| c["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["place", "probabilities", "effects"]);
    assert_eq!(one["mixtures"], 8);
}

#[test]
fn what_cannot_be_shared_out_is_a_note_or_a_fault() {
    let desk = Desk::new();
    let chosen = SMALL.replace("year: 2026,", "year: 2026, choose: \"masts\",");
    desk.file("a.ron", &chosen);
    desk.file("b.ron", &chosen);
    let arguments = [
        "compare",
        "a.ron",
        "b.ron",
        "--draws",
        "20",
        "--attribution",
    ];
    let report = json(&desk.said(&[&arguments[..], &["--format", "json"]].concat()));
    assert_eq!(report["attribution"], serde_json::json!([]));
    let note = report["notes"][0]["text"].as_str().unwrap();
    assert!(
        note.contains("nothing") || note.contains("Nothing"),
        "{note}"
    );
    let (code, out, said) = desk.tried(&["compare", "a.ron", "--draws", "20", "--attribution"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(said.contains("one column only"), "{said}");
    desk.file("small.ron", SMALL);
    let (code, _, said) = desk.tried(&[
        "compare",
        "small.ron",
        "--attribution",
        "--indicator",
        "happiness",
        "--draws",
        "20",
    ]);
    assert_eq!(code, 2);
    assert!(said.contains("happiness"), "{said}");
}

fn back(desk: &Desk, more: &[&str]) -> (i32, String, String) {
    desk.file("small.ron", SMALL);
    let base = ["backcast", "small.ron", "--draws", "60"];
    desk.tried(&[&base[..], more].concat())
}

const ONLINE: [&str; 4] = ["--indicator", "online", "--cohort", "poor_women"];

#[test]
fn a_target_tells_paths_common_outcomes_and_years() {
    let desk = Desk::new();
    let more = [&ONLINE[..], &["--reach", "20%", "--format", "json"]].concat();
    let report = json(&back(&desk, &more).1);
    assert_eq!(report["target"]["indicator"], "online:poor_women");
    assert_eq!(report["target"]["side"], "at_least");
    assert_eq!(report["target"]["reach"], 0.2);
    assert_eq!(report["target"]["year"], 2030);
    assert_eq!(report["options"].as_array().unwrap().len(), 2);
    assert_eq!(report["paths"].as_array().unwrap().len(), 4);
    let decision = &report["decision"];
    assert_eq!(
        (&decision["node"], &decision["versus"]),
        (&"first".into(), &"as_now".into())
    );
    let years = decision["options"][0]["years"].as_array().unwrap();
    let first: Vec<i64> = years.iter().map(|y| y["year"].as_i64().unwrap()).collect();
    assert_eq!(first, [2026, 2027, 2028, 2029, 2030]);
    let shares: Vec<f64> = years.iter().map(|y| y["share"].as_f64().unwrap()).collect();
    assert!(
        shares.windows(2).all(|pair| pair[1] <= pair[0]),
        "{shares:?}"
    );
}

#[test]
fn the_text_says_until_when_the_decision_helps_and_fits_eighty_columns() {
    let desk = Desk::new();
    let more = [&ONLINE[..], &["--reach", "0.2", "--by", "2029"]].concat();
    let (code, text, said) = back(&desk, &more);
    assert_eq!(code, 0, "{said}");
    let said = in_one_line(&text);
    assert!(said.contains("Masts") && said.contains("in 2029"), "{text}");
    assert!(said.contains("of 100 runs"), "{text}");
    assert!(said.contains("we assumed"), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    let csv = [&ONLINE[..], &["--reach", "0.2", "--format", "csv"]].concat();
    let csv = back(&desk, &csv).1;
    assert!(csv.starts_with("scope,id,outcome,year,share,standard_error"));
    assert!(
        csv.lines()
            .any(|line| line.starts_with("delay,first,masts,2027,"))
    );
}

#[test]
fn what_is_not_there_is_named_and_nothing_is_printed() {
    let desk = Desk::new();
    let cases: [(&[&str], &str); 6] = [
        (
            &["--indicator", "usage_pooor", "--reach", "1"],
            "usage_poor",
        ),
        (
            &[
                "--indicator",
                "happy",
                "--cohort",
                "poor_women",
                "--reach",
                "1",
            ],
            "online",
        ),
        (
            &[
                "--indicator",
                "online",
                "--cohort",
                "nobody",
                "--reach",
                "1",
            ],
            "cannot be had",
        ),
        (&["--indicator", "usage_poor", "--reach", "much"], "much"),
        (
            &[
                "--indicator",
                "usage_poor",
                "--reach",
                "0.5",
                "--by",
                "2050",
            ],
            "2030",
        ),
        (
            &[
                "--indicator",
                "usage_poor",
                "--reach",
                "0.5",
                "--decision",
                "frist",
            ],
            "first",
        ),
    ];
    for (more, named) in cases {
        let (code, out, said) = back(&desk, more);
        assert_eq!((code, out.as_str()), (2, ""), "{more:?}: {said}");
        assert!(said.contains(named), "{more:?}: {said}");
    }
}

#[test]
fn a_median_run_and_a_value_without_years_are_refused_with_what_would_help() {
    let desk = Desk::new();
    let (code, _, said) = back(
        &desk,
        &["--indicator", "usage_poor", "--reach", "0.5", "--median"],
    );
    assert_eq!(code, 2);
    assert!(said.contains("more draws"), "{said}");
    let more = [
        "--indicator",
        "setback_any_year",
        "--reach",
        "0",
        "--by",
        "2028",
    ];
    let (code, _, said) = back(&desk, &more);
    assert_eq!(code, 2);
    assert!(said.contains("--by"), "{said}");
}
