//! What a newcomer meets first: ties, one option, targets out of reach, 60 where 60 % is meant.

#![allow(clippy::unwrap_used, reason = "a test may end here")]

use crate::support::{Desk, QUICK, SMALL};

/// The small scenario with other options of its decision.
fn with_options(options: &str) -> String {
    let from = SMALL.find("(id: \"masts\"").unwrap();
    let to = SMALL.find("                ],").unwrap();
    format!("{}{options}\n{}", &SMALL[..from], &SMALL[to..])
}

/// What a command says of a scenario, lines joined.
fn said(text: &str, words: &[&str]) -> String {
    let desk = Desk::new();
    desk.file("own.ron", text);
    let said = desk.said(&[words, &["own.ron"], &QUICK[..]].concat());
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn one_option_is_not_ahead_of_anything() {
    let text = with_options(r#"(id: "masts", title: "Masts", next: "power"),"#);
    let told = said(&text, &["choices", "--quick"]);
    assert!(told.contains("There is one option only, Masts"), "{told}");
    assert!(!told.contains("comes out ahead"), "{told}");
    assert!(!told.contains("All rules choose"), "{told}");
}

#[test]
fn where_options_are_level_the_turn_says_what_being_ahead_hangs_on() {
    let same =
        r#"(id: "one", title: "One", next: "power"), (id: "two", title: "Two", next: "power"),"#;
    let told = said(&with_options(same), &["choices", "--quick"]);
    assert!(
        told.contains("Now One and Two are the same answer: which of them is ahead below hangs on"),
        "{told}"
    );
}

#[test]
fn columns_that_differ_by_less_than_is_shown_are_the_same_answer() {
    let tiny = r#"(id: "one", title: "One", effects: [
        (path: "norm_relax_rate", op: Multiply, magnitude: Fixed(1.00001)),
    ], next: "power"), (id: "two", title: "Two", next: "power"),"#;
    let told = said(&with_options(tiny), &["compare"]);
    assert!(
        told.contains("are the same answer. They differ by less than is shown."),
        "{told}"
    );
    assert!(!told.contains("leaves fewer"), "{told}");
    assert!(!told.contains("Whatever mark you set"), "{told}");
}

#[test]
fn what_no_run_reaches_has_nothing_in_common_and_no_tables_of_zeros() {
    let target = ["backcast", "--indicator", "offline_poor", "--reach", "1"];
    let told = said(SMALL, &target);
    assert!(told.contains("No model run reaches it"), "{told}");
    assert!(told.contains("at most 1 person in 2030"), "{told}");
    assert!(!told.contains("in common"), "{told}");
    assert!(!told.contains("taken in reach it"), "{told}");
}

#[test]
fn sixty_is_not_taken_for_sixty_hundredths_of_a_hundred() {
    let desk = Desk::new();
    desk.file("own.ron", SMALL);
    let target = ["--indicator", "offline:poor_women", "own.ron"];
    for own in [["backcast", "--reach", "60"], ["setbacks", "--above", "60"]] {
        let (code, _, told) = desk.tried(&[&own[..], &target].concat());
        assert_eq!(code, 2, "{told}");
        assert!(told.contains("Write 60% or 0.6"), "{told}");
    }
}

#[test]
fn a_chance_cannot_wait_and_is_not_offered_as_what_was_meant() {
    let desk = Desk::new();
    desk.file("own.ron", SMALL);
    let target = ["backcast", "--indicator", "online:poor_women", "--reach"];
    let more = ["50%", "--decision", "power", "own.ron"];
    let (code, _, told) = desk.tried(&[&target[..], &more].concat());
    assert_eq!(code, 2);
    assert!(told.contains("is a chance"), "{told}");
    assert!(!told.contains("did you mean"), "{told}");
}

#[test]
fn a_ranking_says_first_what_is_strongest_and_numbers_its_lines() {
    let desk = Desk::new();
    desk.file("own.ron", SMALL);
    let told = desk.said(&["matters", "own.ron", "--draws", "1000"]);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("The strongest single thing"), "{told}");
    assert!(told.contains("1. "), "{told}");
    assert!(told.contains("About the same, since their intervals overlap"));
    assert!(!told.contains("log decline"), "{told}");
}
