//! Exit codes: 0 done, 1 the scenario, 2 the command line, 3 the file.

use crate::support::{Desk, SMALL, json};

/// The call fails with this code, says something on standard error and nothing on standard output.
fn fails(desk: &Desk, code: i32, arguments: &[&str]) -> String {
    let (found, out, err) = desk.tried(arguments);
    assert_eq!((found, out.as_str()), (code, ""), "{arguments:?}: {err}");
    assert!(!err.trim().is_empty(), "{arguments:?} says nothing");
    err
}

#[test]
fn a_wrong_scenario_gives_1() {
    let desk = Desk::new();
    desk.file("wrong.ron", &SMALL.replace("0.25", "0.5"));
    desk.file("newer.ron", &SMALL.replace("format: 1", "format: 2"));
    desk.file("cut.ron", &SMALL[..400]);
    std::fs::write(desk.path("bytes.ron"), b"(format: 1, title: \"\xff\")").unwrap();
    for file in ["wrong.ron", "newer.ron", "cut.ron", "bytes.ron"] {
        fails(&desk, 1, &["check", file]);
        fails(&desk, 1, &["run", file]);
        fails(&desk, 1, &["compare", file, file]);
    }
    assert!(fails(&desk, 1, &["check", "newer.ron"]).contains("this file needs foretree >="));
}

#[test]
fn a_wrong_scenario_is_told_with_file_line_column_and_field() {
    let desk = Desk::new();
    desk.file("wrong.ron", &SMALL.replace("power_rate", "powr_rate"));
    let err = fails(&desk, 1, &["run", "wrong.ron"]);
    let line = SMALL
        .lines()
        .position(|line| line.contains("power_rate"))
        .unwrap()
        + 1;
    assert!(err.contains(&format!("wrong.ron:{line}:")), "{err}");
    assert!(
        err.contains("did you mean `power_rate`?") && err.contains("^^^"),
        "{err}"
    );
    assert!(
        err.contains("tree.nodes.power.branches[0].effects[0].path"),
        "{err}"
    );
}

#[test]
fn correlations_that_exclude_each_other_give_1_with_the_nearest_possible_ones() {
    let desk = Desk::new();
    let pairs = r#"correlations: [
        (between: ("policy_rate", "data_rate"), rank: 0.9),
        (between: ("policy_rate", "skill_rate"), rank: 0.9),
        (between: ("data_rate", "skill_rate"), rank: -0.9),
    ], tree: ("#;
    desk.file("pairs.ron", &SMALL.replace("tree: (", pairs));
    for command in ["check", "run"] {
        let err = fails(&desk, 1, &[command, "pairs.ron"]);
        assert!(err.contains("instead of"), "{err}");
    }
}

#[test]
fn a_wrong_command_line_gives_2() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    for arguments in [
        &["runn"][..],
        &["run"],
        &["run", "small.ron", "--draws", "many"],
        &["run", "small.ron", "--draws", "0"],
        &["run", "small.ron", "--sampling", "guess"],
        &["run", "small.ron", "--stress", "flood"],
        &["compare", "small.ron", "--reference", "Q"],
        &["new", "--country", "XXX", "-o", "new.ron"],
        &[
            "new",
            "--country",
            "MWI",
            "--from",
            "nothing",
            "-o",
            "new.ron",
        ],
        &["data", "planets"],
        &["data", "countries", "XXX"],
        &["data", "parameters", "luck"],
        &["completions", "dos"],
    ] {
        fails(&desk, 2, arguments);
    }
    assert!(!desk.path("new.ron").exists());
}

#[test]
fn a_file_out_of_reach_gives_3() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    fails(&desk, 3, &["check", "none.ron"]);
    fails(&desk, 3, &["run", "none.ron"]);
    fails(&desk, 3, &["run", "."]);
    fails(&desk, 3, &["compare", "small.ron", "none.ron"]);
    fails(&desk, 3, &["new", "--country", "MWI", "-o", "none/new.ron"]);
    fails(
        &desk,
        3,
        &[
            "run",
            "small.ron",
            "--draws",
            "5",
            "--save",
            "none/result.json",
        ],
    );
}

#[test]
fn of_several_files_the_larger_of_1_and_3_counts_and_every_file_is_told() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    desk.file("wrong.ron", &SMALL.replace("0.25", "0.5"));
    assert!(fails(&desk, 1, &["check", "small.ron", "wrong.ron"]).contains("wrong.ron"));
    let err = fails(&desk, 3, &["check", "none.ron", "wrong.ron", "small.ron"]);
    assert!(
        err.contains("none.ron") && err.contains("probabilities sum"),
        "{err}"
    );
    let err = fails(&desk, 3, &["compare", "wrong.ron", "none.ron"]);
    assert!(
        err.contains("none.ron") && err.contains("probabilities sum"),
        "{err}"
    );
}

#[test]
fn doubts_alone_give_0_and_go_to_standard_output() {
    let desk = Desk::new();
    desk.file("small.ron", &SMALL.replace("rationale: \"A choice.\",", ""));
    let out = desk.said(&["check", "small.ron"]);
    assert!(
        out.contains("warning: ") && out.contains("no rationale"),
        "{out}"
    );
}

#[test]
fn with_format_json_every_error_is_json_on_standard_error() {
    let desk = Desk::new();
    desk.file("wrong.ron", &SMALL.replace("0.25", "0.5"));
    for (code, kind, arguments) in [
        (1, "scenario", &["run", "wrong.ron", "--format", "json"][..]),
        (1, "scenario", &["check", "wrong.ron", "--format=json"]),
        (1, "scenario", &["compare", "wrong.ron", "--format", "json"]),
        (2, "usage", &["run", "--format", "json"]),
        (
            2,
            "usage",
            &["run", "x.ron", "--drws", "3", "--format=json"],
        ),
        (
            2,
            "usage",
            &["data", "countries", "XXX", "--format", "json"],
        ),
        (3, "file", &["run", "none.ron", "--format", "json"]),
    ] {
        let error = json(&fails(&desk, code, arguments));
        assert_eq!(error["error"]["exit_code"], code, "{arguments:?}");
        assert_eq!(error["error"]["kind"], kind);
        assert!(
            error["error"]["message"]
                .as_str()
                .is_some_and(|text| !text.is_empty())
        );
    }
    let error = json(&fails(&desk, 1, &["run", "wrong.ron", "--format", "json"]));
    let finding = &error["findings"][0];
    assert!(finding["line"].is_u64() && finding["column"].is_u64());
    assert_eq!(finding["code"], "probability_sum");
}

#[test]
fn new_never_replaces_a_file_unless_asked_to() {
    let desk = Desk::new();
    let path = desk.file("mine.ron", "precious");
    fails(&desk, 3, &["new", "--country", "MWI", "-o", "mine.ron"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
    desk.said(&["new", "--country", "MWI", "-o", "mine.ron", "--force"]);
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .contains("Country(\"MWI\")")
    );
}

#[test]
fn what_new_writes_is_sound_for_any_country_and_example() {
    let desk = Desk::new();
    for (country, from) in [
        ("KEN", None),
        ("Malawi", None),
        ("vut", Some("kenya-back-office-of-ai")),
    ] {
        let mut arguments = vec!["new", "--force", "-o", "new.ron", "--country", country];
        arguments.extend(from.into_iter().flat_map(|from| ["--from", from]));
        desk.said(&arguments);
        let out = desk.said(&["check", "new.ron", "--format", "json"]);
        assert_eq!(json(&out)["errors"], 0, "{country}");
    }
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_ends_silently_with_0() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("foretree"))
        .args(["data", "countries"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
