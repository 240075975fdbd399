//! What a room adopts stands in the scenario with everything that belongs to it.

use foretree::files;
use foretree::scenario::edit::{Owner, effects};
use foretree::scenario::{Node, Quantity, Scenario, Severity};
use foretree::words::workshop::{adopted_because, adopted_source, minority};
use foretree::workshop::round::{AdoptFault, Adoption, adoption, write_into};
use foretree::workshop::{Adopted, AdoptedValue, Method, Question, RoundView, Target};

use crate::support::{Day, malawi, range, says};

fn branch() -> Target {
    Target::Branch {
        node: "passed_on".to_owned(),
        branch: "mostly".to_owned(),
    }
}

fn likely(target: Option<Target>) -> Question {
    Question::Probability {
        of: "operators pass the cut on".to_owned(),
        target,
    }
}

fn wish(method: Method) -> Adoption {
    Adoption {
        method,
        target: None,
        times: 1.0,
        scenario: "Malawi".to_owned(),
        tables: 1,
    }
}

fn judged(target: Option<Target>) -> RoundView {
    let all = [
        (says(0.20), "They kept part of the last cut."),
        (says(0.22), "They kept part of the last cut."),
        (says(0.25), "Competition is weak."),
        (says(0.28), ""),
        (says(0.95), "The law is new."),
    ];
    Day::new().round(likely(target), &all)
}

fn written(scenario: &mut Scenario, adopted: &Adopted) {
    let because = adopted_because(adopted, "2026-11-22");
    let source = adopted_source(adopted, "Malawi day", "2026-11-22");
    let views: Vec<String> = adopted
        .minority
        .iter()
        .map(|view| minority(view, &adopted.unit))
        .collect();
    write_into(scenario, adopted, &because, &source, &views).unwrap();
}

fn holds(scenario: &Scenario) {
    let text = files::to_ron(scenario);
    let again = files::parse(&text, "again.ron").unwrap().scenario;
    assert_eq!(&again, scenario);
    let findings = files::findings(scenario);
    let errors = findings
        .iter()
        .filter(|found| found.severity == Severity::Error);
    assert_eq!(errors.count(), 0);
}

#[test]
fn a_probability_goes_into_its_branch_with_who_how_why_and_the_minority() {
    let adopted = adoption(&judged(Some(branch())), &wish(Method::Median)).unwrap();
    assert_eq!(adopted.value, AdoptedValue::Probability(0.25));
    assert_eq!((adopted.experts, adopted.reasons.len()), (5, 2));
    assert_eq!(adopted.minority[0].reason, "The law is new.");
    let mut scenario = malawi();
    let before = scenario.dissent.len();
    written(&mut scenario, &adopted);
    let Some(Node::Chance(chance)) = scenario.tree.nodes.get("passed_on") else {
        panic!("the node is gone");
    };
    let mostly = &chance.branches[0];
    assert_eq!(mostly.probability, Quantity::Fixed(0.25));
    assert_eq!(chance.branches[1].probability, Quantity::Fixed(0.75));
    for part in [
        "25 %",
        "middle answer",
        "5 people",
        "20 % to 95 %",
        "2026-11-22",
        "Competition is weak.",
    ] {
        assert!(
            mostly.rationale.contains(part),
            "{part}: {}",
            mostly.rationale
        );
    }
    assert!(mostly.sources[0].contains("Malawi day"));
    assert_eq!(scenario.dissent.len(), before + 1);
    let dissent = scenario.dissent.last().unwrap();
    assert_eq!(dissent.on, "passed_on.mostly");
    assert!(dissent.view.contains("95 %") && dissent.view.contains("The law is new."));
    holds(&scenario);
}

#[test]
fn a_quantity_goes_into_a_parameter_and_into_an_effect_in_the_unit_of_the_place() {
    let asked = Question::Quantity {
        of: "How much cheaper does data become each year?".to_owned(),
        unit: "% a year".to_owned(),
        limits: Some((0.0, 50.0)),
        target: Some(Target::Assumption("price_decline".to_owned())),
    };
    let answers = [
        (range(2.0, 5.0, 9.0), "a second cable"),
        (range(3.0, 6.0, 8.0), ""),
    ];
    let round = Day::new().round(asked, &answers);
    let percent = Adoption {
        times: 0.01,
        ..wish(Method::Linear)
    };
    let adopted = adoption(&round, &percent).unwrap();
    let mut scenario = malawi();
    written(&mut scenario, &adopted);
    let assumed = &scenario.assumptions["price_decline"];
    assert!(matches!(assumed.value, Quantity::Quantiles { p5, p50, p95 }
        if p5 > 0.0 && p5 < p50 && p50 < p95 && (0.04..0.07).contains(&p50)));
    assert!(assumed.rationale.contains("a second cable"));
    let effect = Adoption {
        target: Some(Target::Effect {
            node: "passed_on".to_owned(),
            outcome: "mostly".to_owned(),
            effect: "passed_on.mostly.price_decline".to_owned(),
        }),
        ..percent
    };
    let adopted = adoption(&round, &effect).unwrap();
    written(&mut scenario, &adopted);
    let owner = Owner::Outcome {
        node: "passed_on".to_owned(),
        outcome: "mostly".to_owned(),
    };
    let changed = &effects(&scenario, &owner).unwrap()[0];
    assert!(changed.rationale.contains("2 people"));
    // What stood there before is kept behind it.
    assert!(changed.rationale.contains("a quarter off the bill"));
    holds(&scenario);
}

#[test]
fn what_does_not_fit_is_refused_and_the_scenario_stays_as_it_was() {
    let round = judged(None);
    assert_eq!(
        adoption(&round, &wish(Method::Median)),
        Err(AdoptFault::NoTarget)
    );
    let wrong = Adoption {
        target: Some(Target::Assumption("price_decline".to_owned())),
        ..wish(Method::Median)
    };
    assert_eq!(adoption(&round, &wrong), Err(AdoptFault::Kind));
    assert_eq!(
        adoption(&judged(Some(branch())), &wish(Method::Linear)),
        Err(AdoptFault::NoPool)
    );
    let gone = Adoption {
        target: Some(Target::Branch {
            node: "gone".to_owned(),
            branch: "mostly".to_owned(),
        }),
        ..wish(Method::Mean)
    };
    let adopted = adoption(&round, &gone).unwrap();
    let mut scenario = malawi();
    assert!(write_into(&mut scenario, &adopted, "because", "source", &[]).is_err());
    assert_eq!(scenario, malawi());
}
