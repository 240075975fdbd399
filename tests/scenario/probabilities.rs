use super::{assert_sound, chance, decision, error, errors, findings, with_nodes};
use foretree::scenario::{Code, Severity};

fn branch(id: &str, rest: &str) -> String {
    format!("(id: \"{id}\", title: \"b\", {rest})")
}

fn alone(first: &str, second: &str) -> String {
    let branches = [
        branch("yes", &format!("probability: {first}")),
        branch("no", &format!("probability: {second}")),
    ];
    with_nodes("a", &[&chance("a", 2030, &branches.join(", "))])
}

#[test]
fn certain_probabilities_sum_to_one() {
    assert_sound(&alone("0.3", "0.7"));
    assert_sound(&alone("1", "0"));
    assert_sound(&alone("0.3000004", "0.7"));
    let found = error(&alone("0.3", "0.71"));
    let Code::ProbabilitySum { sum, history } = found.code else {
        panic!("{found:?}");
    };
    assert!((sum - 1.01).abs() < 1e-12);
    assert_eq!(history, "");
    assert_eq!(
        (found.place.as_str(), found.line),
        ("tree.nodes.a.branches", 6)
    );
    assert!(!errors(&alone("0.300002", "0.7")).is_empty());
}

#[test]
fn a_probability_lies_between_zero_and_one() {
    let found = errors(&alone("1.4", "-0.4"));
    let places: Vec<&str> = found.iter().map(|found| found.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "tree.nodes.a.branches[0].probability",
            "tree.nodes.a.branches[1].probability"
        ]
    );
    let found = error(&alone("Uniform(min: 0.5, max: 1.2)", "0.3"));
    assert!(matches!(found.code, Code::OutOfRange { .. }));
    let found = error(&alone("Quantiles(p5: 0.1, p50: 0.3, p95: 1.0)", "0.7"));
    assert_eq!(found.place, "tree.nodes.a.branches[0].probability.p95");
}

#[test]
fn uncertain_probabilities_are_scaled_but_a_large_miss_is_doubted() {
    let quiet = findings(&alone("Quantiles(p5: 0.2, p50: 0.3, p95: 0.5)", "0.66"));
    let doubted = |found: &super::Found| matches!(found.code, Code::ProbabilityMedians { .. });
    assert!(!quiet.iter().any(doubted), "{quiet:?}");
    let loud = findings(&alone("Quantiles(p5: 0.2, p50: 0.3, p95: 0.5)", "0.6"));
    let found = loud.iter().find(|found| doubted(found)).expect("a doubt");
    assert_eq!(found.severity, Severity::Warning);
}

#[test]
fn uncertain_probabilities_cannot_all_be_nothing() {
    let found = error(&alone("Discrete([(0.0, 1.0)])", "0.0"));
    assert!(matches!(found.code, Code::NoProbability { .. }));
}

/// A decision, then a coin whose branches have these givens.
fn after_decision(yes: &str, no: &str) -> String {
    let options =
        "(id: \"go\", title: \"Go\", next: \"c\"), (id: \"wait\", title: \"Wait\", next: \"c\")";
    let branches = [
        branch("yes", &format!("probability: 0.3, given: [{yes}]")),
        branch("no", &format!("probability: 0.7, given: [{no}]")),
    ];
    with_nodes(
        "d",
        &[
            &decision("d", 2028, options),
            &chance("c", 2030, &branches.join(", ")),
        ],
    )
}

#[test]
fn probabilities_sum_to_one_after_every_history() {
    let given =
        |probability: &str| format!("(node: \"d\", branch: \"go\", probability: {probability})");
    assert_sound(&after_decision(&given("0.6"), &given("0.4")));
    let found = error(&after_decision(&given("0.6"), ""));
    let Code::ProbabilitySum { sum, history } = found.code else {
        panic!("{found:?}");
    };
    assert!((sum - 1.3).abs() < 1e-12);
    assert_eq!(history, "d=go");
}

#[test]
fn the_nearest_earlier_outcome_wins() {
    // Both branches are overridden after `d=go` and again after `e=up`, which is nearer.
    let near = |near: &str, far: &str| {
        format!(
            "given: [(node: \"d\", branch: \"go\", probability: {far}), (node: \"e\", branch: \"up\", probability: {near})]"
        )
    };
    let options =
        "(id: \"go\", title: \"Go\", next: \"e\"), (id: \"wait\", title: \"Wait\", next: \"c\")";
    let middle = [
        branch("up", "probability: 0.5, next: \"c\""),
        branch("down", "probability: 0.5, next: \"c\""),
    ];
    let nodes = |yes: &str, no: &str| {
        let last = [
            branch("yes", &format!("probability: 0.3, {yes}")),
            branch("no", &format!("probability: 0.7, {no}")),
        ];
        with_nodes(
            "d",
            &[
                &decision("d", 2027, options),
                &chance("e", 2028, &middle.join(", ")),
                &chance("c", 2030, &last.join(", ")),
            ],
        )
    };
    assert_sound(&nodes(&near("0.1", "0.6"), &near("0.9", "0.4")));
    let found = error(&nodes(&near("0.6", "0.6"), &near("0.9", "0.4")));
    assert!(
        matches!(found.code, Code::ProbabilitySum { ref history, .. } if history == "d=go/e=up")
    );
}

#[test]
fn an_override_names_an_earlier_node_and_one_of_its_outcomes() {
    let unknown = error(&after_decision(
        "(node: \"e\", branch: \"go\", probability: 0.3)",
        "",
    ));
    assert_eq!(unknown.place, "tree.nodes.c.branches[0].given[0].node");
    let branch = error(&after_decision(
        "(node: \"d\", branch: \"og\", probability: 0.3)",
        "",
    ));
    assert_eq!(branch.code.nearest(), Some("go"));
    let itself = error(&after_decision(
        "(node: \"c\", branch: \"no\", probability: 0.3)",
        "",
    ));
    assert_eq!(
        itself.code,
        Code::GivenNotBefore {
            node: "c".to_owned()
        }
    );
    let twice = "(node: \"d\", branch: \"go\", probability: 0.3), (node: \"d\", branch: \"go\", probability: 0.3)";
    let twice = error(&after_decision(
        twice,
        "(node: \"d\", branch: \"go\", probability: 0.7)",
    ));
    assert!(matches!(twice.code, Code::RepeatedGiven { .. }));
    let outside = errors(&after_decision(
        "(node: \"d\", branch: \"go\", probability: 1.3)",
        "",
    ));
    assert_eq!(
        outside[0].place,
        "tree.nodes.c.branches[0].given[0].probability"
    );
}
