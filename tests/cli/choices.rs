//! Choices: one line per option, where the choice turns, what it hangs on.

use crate::support::{Desk, QUICK, SMALL, json};

/// `choices` of the small scenario with some options, as JSON.
fn chosen(text: &str, options: &[&str]) -> serde_json::Value {
    let desk = Desk::new();
    desk.file("small.ron", text);
    let draws = match options.contains(&"--draws") {
        true => &[][..],
        false => &QUICK[..],
    };
    let all = [
        &["choices", "small.ron", "--format", "json"],
        draws,
        options,
    ]
    .concat();
    json(&desk.said(&all))
}

#[test]
fn every_option_has_its_average_worst_case_and_regret() {
    let found = chosen(SMALL, &[]);
    assert_eq!(found["decision"]["node"], "first");
    assert_eq!(found["objective"]["key"], "offline:poor_women");
    let options = found["options"].as_array().unwrap();
    assert_eq!(options.len(), 2);
    let number = |place: usize, key: &str| options[place][key].as_f64().unwrap();
    // Masts leave nobody offline longer.
    assert!(number(0, "expected") < number(1, "expected"));
    assert!(number(0, "worst") <= number(1, "worst"));
    assert_eq!(number(0, "regret"), 0.0);
    assert!(number(0, "best_in") > 0.9);
    assert_eq!(found["verdicts"][0]["best"], 0);
}

#[test]
fn effort_is_told_where_no_cost_is_and_a_budget_is_kept() {
    let found = chosen(SMALL, &["--budget", "1", "--quick"]);
    assert_eq!(found["spending"]["kind"], "effort");
    assert_eq!(found["spending"]["options"][0]["cost"], 3.0);
    assert_eq!(found["spending"]["best_within"], 1);
    assert!(found["information"].is_null() && found["break_even"].is_null());
}

#[test]
fn without_cost_and_effort_doing_everything_wins_and_that_is_said() {
    let desk = Desk::new();
    desk.file("free.ron", &SMALL.replace(", effort: 3", ""));
    let text = desk.said(&["choices", "free.ron", "--draws", "120"]);
    let words: Vec<&str> = text.split_whitespace().collect();
    let told = words.join(" ");
    assert!(told.contains("doing everything always wins"), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
}

#[test]
fn wildcards_and_the_worth_of_knowing_more_are_part_of_it() {
    let found = chosen(SMALL, &["--draws", "200"]);
    assert_eq!(found["stress"][0]["wildcard"], "quake");
    assert_eq!(found["stress"][0]["survives"], true);
    let all = found["information"]["everything"]["value"]
        .as_f64()
        .unwrap();
    assert!(all >= 0.0);
    assert_eq!(found["assumed"], "only_helps");
    assert_eq!(found["regions"][0]["now"], 0.25);
}

#[test]
fn too_few_draws_leave_out_what_they_cannot_tell() {
    let found = chosen(SMALL, &["--draws", "40"]);
    assert!(found["information"].is_null());
    let note = found["notes"][0]["text"].as_str().unwrap();
    assert!(note.contains("at least 100"), "{note}");
}

#[test]
fn every_rule_and_objective_has_an_answer() {
    for options in [
        &["--rule", "worst"][..],
        &["--rule", "regret"],
        &["--rule", "cvar", "--level", "0.05"],
        &["--rule", "hurwicz"],
        &["--rule", "satisfice", "--level", "0.7"],
        &["--rule", "utility"],
        &["--equity", "1.5"],
        &["--equity", "0", "--indicator", "covered"],
        &[
            "--objective",
            "offline_people=2",
            "--objective",
            "setback_any_year=1",
        ],
        &["--indicator", "offline_poor", "--year", "2028"],
    ] {
        let found = chosen(SMALL, &[options, &["--quick"]].concat());
        for option in found["options"].as_array().unwrap() {
            assert!(option["score"].is_number(), "{options:?} {option}");
        }
    }
}

#[test]
fn what_cannot_be_asked_is_refused_with_what_would_help() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    desk.file(
        "closed.ron",
        &SMALL.replace("year: 2026,", "year: 2026, choose: \"masts\","),
    );
    for (options, word) in [
        (&["closed.ron"][..], "choose"),
        (&["small.ron", "--indicator", "joy"], "joy"),
        (&["small.ron", "--year", "2099"], "2099"),
        (&["small.ron", "--equity", "7"], "7"),
        (&["small.ron", "--rule", "satisfice"], "--level"),
        (&["small.ron", "--rule", "cvar", "--level", "2"], "2"),
        (&["small.ron", "--objective", "offline_people"], "weight"),
        (
            &["small.ron", "--indicator", "usage", "--equity", "1"],
            "--equity",
        ),
    ] {
        let (code, out, told) = desk.tried(&[&["choices"], options].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{options:?}");
        assert!(told.contains(word), "{options:?} {told}");
    }
}

#[test]
fn csv_has_one_row_for_each_option() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let text = desk.said(&[
        "choices",
        "small.ron",
        "--draws",
        "60",
        "--quick",
        "--format",
        "csv",
    ]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().unwrap().clone();
    assert_eq!(names.get(1), Some("option"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.len() == names.len()));
}
