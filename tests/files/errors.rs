//! Errors in scenario files: each says where it is, what is wrong and what would be right.

use foretree::files::{self, Fault, Refusal};

const MALAWI: &str = include_str!("../fixtures/scenarios/malawi.ron");

fn refusal(text: &str) -> Refusal {
    match files::parse(text, "f.ron") {
        Err(Fault::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

/// The example with one passage replaced, and the whole message that follows.
fn message(from: &str, to: &str) -> String {
    assert!(MALAWI.contains(from), "the example has no {from}");
    refusal(&MALAWI.replacen(from, to, 1)).to_string()
}

#[test]
fn a_misspelt_field_within_a_probability_is_shown_where_it_is() {
    let shown = message(
        "probability: 0.65",
        "probability: Normal(mean: 0.6, sdd: 0.1)",
    );
    let expected = "\
error: there is no field `sdd` here
  --> f.ron:41:84 at tree.nodes.passed_on.branches[1].probability.sdd
 41 | …title: \"Little\", probability: Normal(mean: 0.6, sdd: 0.1), next: \"power\"),
    |                                                  ^^^
    = help: did you mean `sd`?";
    assert_eq!(shown, expected);
}

#[test]
fn numbers_must_be_finite_wherever_they_stand() {
    for bad in ["NaN", "inf", "-inf", "1e400", "-1e999"] {
        for place in ["0.35", "Beta(alpha: 2.0, beta: 3.0, min: 0.0, max: 1.0)"] {
            let to = match place {
                "0.35" => format!("probability: {bad}"),
                beta => format!("probability: {}", beta.replacen("2.0", bad, 1)),
            };
            let shown = message("probability: 0.35", &to);
            assert!(shown.contains(bad), "{shown}");
            assert!(shown.contains("f.ron:38:"), "{shown}");
        }
    }
}

#[test]
fn a_key_written_twice_is_refused_instead_of_overwriting_the_first() {
    let shown = message("\"power\": Chance(", "\"budget\": Chance(");
    assert!(
        shown.contains("the key `budget` is written twice"),
        "{shown}"
    );
    assert!(
        shown.contains("f.ron:44:13 at tree.nodes.budget"),
        "{shown}"
    );
}

#[test]
fn a_field_written_twice_is_refused_where_it_is_repeated() {
    let shown = message("year: 2030,", "year: 2030, year: 2031,");
    assert!(
        shown.contains("the field `year` is written twice"),
        "{shown}"
    );
    assert!(shown.contains("at tree.nodes.power.year"), "{shown}");
}

#[test]
fn a_newer_format_is_said_before_anything_else() {
    let shown = message("format: 1", "format: 7, wings: true");
    assert!(shown.contains("this file needs foretree >="), "{shown}");
    assert!(!shown.contains("wings`"), "{shown}");
}

#[test]
fn several_mistakes_are_reported_together() {
    let text = MALAWI
        .replacen("probability: 0.35", "probability: \"0.35\"", 1)
        .replacen("layer: Policy", "layer: Polici", 1)
        .replacen("ramp: 2", "rmap: 2", 1);
    let refusal = refusal(&text);
    let lines: Vec<usize> = refusal
        .located
        .iter()
        .map(|located| located.mark.position.line)
        .collect();
    assert_eq!(lines, [35, 38, 39], "{refusal}");
}

#[test]
fn a_bomb_of_brackets_is_refused() {
    for open in ["[", "(", "{\"a\":", "(a:", "Some(", "/*"] {
        let shown = refusal(&open.repeat(200_000)).to_string();
        assert!(shown.len() < 2_000, "{shown}");
    }
}
