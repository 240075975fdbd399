use super::{chance, decision, findings, with_fields, with_nodes, with_option, with_setting};
use foretree::scenario::{Code, Severity};

/// True if a check of the text doubts something of this sort.
fn doubts(text: &str, wanted: fn(&Code) -> bool) -> bool {
    let found = findings(text);
    let found: Vec<_> = found.iter().filter(|found| wanted(&found.code)).collect();
    assert!(
        found
            .iter()
            .all(|found| found.severity == Severity::Warning)
    );
    !found.is_empty()
}

#[test]
fn a_decision_should_offer_to_do_nothing() {
    let wanted = |code: &Code| matches!(code, Code::NoDoNothing { .. });
    let without =
        "(id: \"a\", title: \"A\", effort: 1), (id: \"b\", title: \"B\", adopts: [\"1.1\"])";
    assert!(doubts(
        &with_nodes("d", &[&decision("d", 2030, without)]),
        wanted
    ));
    assert!(!doubts(&with_option("effort: 1"), wanted));
}

#[test]
fn an_option_that_only_does_good_at_no_cost_is_doubted() {
    let wanted = |code: &Code| matches!(code, Code::OnlyBenefits { .. });
    let good = "effects: [(path: \"power_rate\", op: Multiply, magnitude: Fixed(2.0))]";
    let bad = "effects: [(path: \"power_rate\", op: Multiply, magnitude: Fixed(0.5))]";
    assert!(doubts(&with_option(good), wanted));
    assert!(doubts(&with_option("adopts: [\"1.1\"]"), wanted));
    assert!(!doubts(&with_option(&format!("{good}, effort: 1")), wanted));
    assert!(!doubts(
        &with_option(&format!("{good}, cost: Fixed(1.0)")),
        wanted
    ));
    assert!(!doubts(&with_option(bad), wanted));
    let both =
        "adopts: [\"1.1\"], effects: [(path: \"trust_loss\", op: Multiply, magnitude: Fixed(1.5))]";
    assert!(!doubts(&with_option(both), wanted));
}

#[test]
fn a_decision_about_ai_services_should_offer_to_do_without() {
    let wanted = |code: &Code| matches!(code, Code::NoPlainOption { .. });
    let ai = "adopts: [\"8.1\"], effort: 1";
    let two = format!("(id: \"a\", title: \"A\", {ai}), (id: \"b\", title: \"B\", {ai})");
    assert!(doubts(
        &with_nodes("d", &[&decision("d", 2030, &two)]),
        wanted
    ));
    assert!(!doubts(&with_option(ai), wanted));
}

#[test]
fn very_small_poor_cohorts_are_pointed_out() {
    let wanted = |code: &Code| matches!(code, Code::SmallPoorCohorts { .. });
    assert!(doubts(&with_setting("baseline: Country(\"DEU\")"), wanted));
    assert!(!doubts(&with_setting("baseline: Country(\"MWI\")"), wanted));
}

#[test]
fn a_tree_too_large_for_a_workshop_is_pointed_out() {
    let coin = |id: &str, year: i32, next: &str| {
        chance(
            id,
            year,
            &format!(
                "(id: \"y\", title: \"Y\", probability: 0.5{next}), (id: \"n\", title: \"N\", probability: 0.5{next})"
            ),
        )
    };
    let chain = |count: i32| {
        let nodes: Vec<String> = (0..count)
            .map(|number| {
                let next = format!(", next: \"n{}\"", number + 1);
                coin(
                    &format!("n{number}"),
                    2026 + number,
                    if number + 1 < count { &next } else { "" },
                )
            })
            .collect();
        let nodes: Vec<&str> = nodes.iter().map(String::as_str).collect();
        with_nodes("n0", &nodes)
    };
    assert!(!doubts(&chain(4), |code| matches!(
        code,
        Code::ManyPaths { .. }
    )));
    assert!(doubts(&chain(5), |code| matches!(
        code,
        Code::ManyPaths { count: 32, .. }
    )));
    assert!(!doubts(&chain(6), |code| matches!(
        code,
        Code::ManyNodes { .. }
    )));
    assert!(doubts(&chain(7), |code| matches!(
        code,
        Code::ManyNodes { count: 7, .. }
    )));
}

#[test]
fn flagged_data_are_pointed_out() {
    let found = findings(&with_setting("baseline: Country(\"HTI\")"));
    let flags = found.iter().find_map(|found| match &found.code {
        Code::DoubtfulData { flags } => Some(flags),
        _ => None,
    });
    let old = flags
        .into_iter()
        .flatten()
        .any(|flag| flag.year == Some(2012));
    assert!(old, "Haiti's poverty figure is of 2012: {flags:?}");
}

#[test]
fn a_node_without_rationale_is_pointed_out() {
    let wanted = |code: &Code| matches!(code, Code::NoRationale { .. });
    assert!(!doubts(&with_option("effort: 1"), wanted));
    assert!(doubts(
        &with_option("effort: 1").replace("rationale: \"r\"", "rationale: \" \""),
        wanted
    ));
}

#[test]
fn dissent_about_nothing_in_the_tree_is_pointed_out() {
    let wanted = |code: &Code| matches!(code, Code::DissentOnNothing { .. });
    assert!(doubts(
        &with_fields("dissent: [(on: \"budget.mast\", view: \"no\")]"),
        wanted
    ));
    assert!(!doubts(
        &with_fields("dissent: [(on: \"the whole idea\", view: \"no\")]"),
        wanted
    ));
}

#[test]
fn sources_that_look_like_evidence_are_looked_up() {
    let wanted = |code: &Code| matches!(code, Code::UnknownEvidence { .. });
    let source = |source: &str| {
        with_fields(&format!(
            "assumptions: {{\"price_decline\": (value: Fixed(0.1), sources: [\"{source}\"])}}"
        ))
    };
    assert!(!doubts(&source("E-11"), wanted));
    assert!(doubts(&source("E-999"), wanted));
    assert!(!doubts(&source("World Bank, 2024"), wanted));
}

#[test]
fn the_country_itself_is_a_poor_reference() {
    let text = with_setting("baseline: Country(\"MWI\"), reference: \"MWI\"");
    assert!(doubts(&text, |code| matches!(
        code,
        Code::ReferenceIsItself { .. }
    )));
}
