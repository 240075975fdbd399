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

/// Every case: what to change, what must be said, and the place that must be named.
const CASES: [(&str, &str, &str, &str); 27] = [
    (
        "layer: Policy",
        "layer: \"Policy\"",
        "write `Policy` without quotation marks",
        "35:64 at tree.nodes.passed_on.layer",
    ),
    (
        "layer: Policy",
        "layer: Polici",
        "did you mean `Policy`?",
        "35:64 at tree.nodes.passed_on.layer",
    ),
    (
        "layer: Policy, ",
        "",
        "the field `layer` is missing",
        "34:26 at tree.nodes.passed_on",
    ),
    (
        "magnitude: Fixed(2.0)",
        "magnitude: 2.0",
        "write a certain number as `Fixed(2.0)`",
        "at tree.nodes.power.branches[0].effects[0].magnitude",
    ),
    (
        "magnitude: Fixed(2.0)",
        "magnitude: Fixed(2.0, 3.0)",
        "expected one value in `Fixed(…)`, found 2",
        "effects[0].magnitude",
    ),
    (
        "magnitude: Fixed(2.0)",
        "magnitude: Fixed",
        "`Fixed(…)` with a value in brackets",
        "effects[0].magnitude",
    ),
    (
        "magnitude: Fixed(2.0)",
        "magnitude: Normal(1.0, 2.0)",
        "`Normal(…)` with named fields",
        "effects[0].magnitude",
    ),
    (
        "magnitude: Fixed(2.0)",
        "magnitude: Discrete([(1.0)])",
        "2 values in `( )`",
        "effects[0].magnitude",
    ),
    (
        "Fixed(0.05)",
        "Fixed(\"0.05\")",
        "expected a number, found a text",
        "setting.inputs.trade_y.value",
    ),
    (
        "Fixed(0.05)",
        "Fixed(0.0.5)",
        "`0.0.5` is not a number",
        "setting.inputs.trade_y.value",
    ),
    (
        "draws: 10000",
        "draws: 1e4",
        "expected a whole number from 0 to 4294967295, found `1e4`",
        "18:25 at simulation.draws",
    ),
    (
        "draws: 10000",
        "draws: -1",
        "found `-1`",
        "simulation.draws",
    ),
    (
        "horizon: (2025, 2040)",
        "horizon: (2025, 2040, 2050)",
        "expected 2 values in `( )`, found 3",
        "14:18 at setting.horizon",
    ),
    (
        "horizon: (2025, 2040)",
        "horizon: [2025, 2040]",
        "expected 2 values in `( )`, found a list",
        "setting.horizon",
    ),
    (
        "parked: []",
        "parked: {}",
        "expected a list in `[ ]`, found a map",
        "10:24 at parked",
    ),
    (
        "notes: \"\"",
        "notes: none",
        "expected a text in quotation marks, found a word",
        "10:12 at notes",
    ),
    ("notes: \"\"", "notes: \"\\q\"", "bad text", "10:"),
    (
        "Country(\"MWI\")",
        "Country(MWI)",
        "expected a text in quotation marks, found a word",
        "setting.baseline",
    ),
    (
        "Country(\"MWI\")",
        "Contry(\"MWI\")",
        "did you mean `Country`?",
        "setting.baseline",
    ),
    (
        "Country(\"MWI\")",
        "Custom(name: \"X\")",
        "write `Custom((…))` with two pairs of brackets",
        "setting.baseline",
    ),
    (
        "setting: (",
        "setting: Settings(",
        "without a name before them",
        "setting",
    ),
    (
        "title: \"Malawi",
        "titel: \"Malawi",
        "did you mean `title`?",
        "3:5 at titel",
    ),
    (
        "format: 1",
        "format: 0",
        "there is no format 0",
        "2:13 at format",
    ),
    (
        "format: 1",
        "format: \"1\"",
        "expected a whole number, found a text",
        "2:13 at format",
    ),
    (
        "year: 2028, actor",
        "year: 2028 actor",
        "expected `,` or `)` before `actor`",
        "35:",
    ),
    (
        "signposts: [(",
        "signposts: [(\u{1}",
        "unexpected character",
        "54:18",
    ),
    (
        "        \"power\": Chance(",
        "        power: Chance(",
        "expected a text in quotation marks",
        "44:13",
    ),
];

#[test]
fn each_mistake_is_said_in_its_own_words_and_place() {
    for (from, to, said, place) in CASES {
        let shown = message(from, to);
        assert!(shown.contains(said), "{to}: {shown}");
        assert!(shown.contains(place), "{to}: {shown}");
        assert_eq!(shown.matches("error:").count(), 1, "{to}: {shown}");
    }
}

#[test]
fn an_unclosed_bracket_is_named_where_it_was_opened() {
    let shown = message("rank: 0.5)],", "rank: 0.5),");
    assert!(shown.contains("`[` of line 22, column 19"), "{shown}");
    let shown = message("rank: 0.5)],", "rank: 0.5]),");
    let said = "the `(` of line 22, column 20 is not closed before `]`";
    assert!(shown.contains(said), "{shown}");
}

#[test]
fn what_rust_object_notation_allows_is_read() {
    let text = MALAWI
        .replacen("reference: \"ZAF\"", "reference: Some(\"ZAF\")", 1)
        .replacen("notes: \"\"", "notes: r#\"a \"raw\" \\ text\"#", 1)
        .replacen(
            "title: \"Malawi: tax, power or masts?\"",
            "title: \"\\u{4D}alawi\\x21\"",
            1,
        )
        .replacen("draws: 10000", "draws: 0x2710", 1)
        .replacen("seed: 20250601", "seed: 20_250_601", 1)
        .replacen("probability: 0.35", "probability: 35e-2", 1)
        .replacen("parked: []", "parked: [/* a /* nested */ comment */]", 1);
    let loaded = files::parse(&text, "f.ron").expect("good RON");
    let plain = files::parse(MALAWI, "f.ron").expect("good RON").scenario;
    let mut expected = plain.clone();
    "a \"raw\" \\ text".clone_into(&mut expected.notes);
    "Malawi!".clone_into(&mut expected.title);
    assert_eq!(loaded.scenario, expected);
    let none = MALAWI.replacen("reference: \"ZAF\"", "reference: None", 1);
    let none = files::parse(&none, "f.ron").expect("good RON").scenario;
    assert_eq!(none.setting.reference, None);
}

#[test]
fn defaults_are_those_of_the_file_format() {
    let text = "(format: 1, title: \"t\", setting: (baseline: Group(\"ldc\")), tree: (root: \"\", nodes: {}))";
    let scenario = files::parse(text, "f.ron")
        .expect("all that is required")
        .scenario;
    assert_eq!(scenario.setting.horizon, (2025, 2040));
    let simulation = &scenario.simulation;
    assert_eq!((simulation.draws, simulation.seed), (10_000, 20_250_601));
    assert_eq!(format!("{:?}", simulation.sampling), "LatinHypercube");
    assert_eq!(format!("{:?}", scenario.setting.exposure), "Ilo2023");
}

#[test]
fn what_is_required_is_asked_for() {
    let full = "(format: 1, title: \"t\", setting: (baseline: Group(\"ldc\")), tree: (root: \"\", nodes: {}))";
    for (field, text) in [
        ("format", full.replacen("format: 1, ", "", 1)),
        ("title", full.replacen("title: \"t\", ", "", 1)),
        (
            "setting",
            full.replacen("setting: (baseline: Group(\"ldc\")), ", "", 1),
        ),
        ("baseline", full.replacen("baseline: Group(\"ldc\")", "", 1)),
        (
            "tree",
            full.replacen(", tree: (root: \"\", nodes: {})", "", 1),
        ),
    ] {
        let shown = refusal(&text).to_string();
        assert!(
            shown.contains(&format!("the field `{field}` is missing")),
            "{shown}"
        );
    }
}

#[test]
fn extensions_of_a_file_are_refused() {
    for first in [
        "#![enable(implicit_some)]",
        "#![enable(unwrap_newtypes)]",
        "# ! [enable(x)]",
    ] {
        let shown = refusal(&format!("{first}\n{MALAWI}")).to_string();
        assert!(shown.contains("sets no extensions of its own"), "{shown}");
        assert!(shown.contains("f.ron:1:1"), "{shown}");
    }
}

#[test]
fn one_file_holds_one_scenario() {
    let shown = refusal(&format!("{MALAWI}{MALAWI}")).to_string();
    assert!(shown.contains("one file holds one scenario"), "{shown}");
}
