//! Saved results are shown again without simulating.

use crate::support::{Desk, QUICK, SMALL, json};

fn saved(desk: &Desk) -> String {
    desk.file("small.ron", SMALL);
    desk.said(&[
        "run",
        "small.ron",
        QUICK[0],
        QUICK[1],
        "--save",
        "result.json",
        "--format",
        "json",
    ])
}

#[test]
fn a_saved_result_shows_the_same_numbers_again_even_without_its_scenario() {
    let desk = Desk::new();
    let first = saved(&desk);
    std::fs::remove_file(desk.path("small.ron")).unwrap();
    assert_eq!(
        desk.said(&["run", "result.json", "--format", "json"]),
        first
    );
    assert!(
        desk.said(&["run", "result.json"])
            .contains("Masts or phones?")
    );
    assert!(
        desk.said(&["run", "result.json", "--format", "csv"])
            .starts_with("scope,id,measure")
    );
}

#[test]
fn a_result_file_says_what_it_is_and_holds_the_scenario() {
    let desk = Desk::new();
    saved(&desk);
    let result = json(&std::fs::read_to_string(desk.path("result.json")).unwrap());
    assert_eq!(result["foretree_result"], 1);
    assert!(
        result["scenario"]
            .as_str()
            .unwrap()
            .contains("Masts or phones?")
    );
    assert_eq!(result["options"], serde_json::json!(["--draws", "60"]));
}

#[test]
fn a_newer_or_damaged_result_is_refused_with_words() {
    let desk = Desk::new();
    saved(&desk);
    let text = std::fs::read_to_string(desk.path("result.json")).unwrap();
    desk.file(
        "newer.json",
        &text.replace("\"foretree_result\": 1", "\"foretree_result\": 2"),
    );
    desk.file("cut.json", &text[..text.len() / 2]);
    desk.file("other.json", "{\"a\": 1}");
    for (file, words) in [
        ("newer.json", "newer foretree"),
        ("cut.json", "damaged"),
        ("other.json", "neither"),
    ] {
        let (code, out, err) = desk.tried(&["run", file]);
        assert_eq!((code, out.as_str()), (1, ""), "{file}");
        assert!(err.contains(words), "{file}: {err}");
    }
}

#[test]
fn a_saved_result_takes_no_options_that_would_change_its_numbers() {
    let desk = Desk::new();
    saved(&desk);
    let (code, out, err) = desk.tried(&["run", "result.json", "--draws", "5"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("small.ron"), "{err}");
}

#[test]
fn saving_never_replaces_the_scenario_and_leaves_no_other_files() {
    let desk = Desk::new();
    saved(&desk);
    let (code, _, _) = desk.tried(&["run", "small.ron", "--draws", "5", "--save", "small.ron"]);
    assert_eq!(code, 2);
    assert_eq!(
        std::fs::read_to_string(desk.path("small.ron")).unwrap(),
        SMALL
    );
    let files = std::fs::read_dir(desk.path("")).unwrap().count();
    assert_eq!(files, 2, "the scenario and the result");
}
