use super::{example, read};
use foretree::files::{self, findings, to_ron};
use foretree::scenario::{Blind, Code, Driver, Layer, Prediction, Scenario, Severity, What};
use foretree::words::faults::of_file;

fn driver(node: Option<&str>) -> Driver {
    Driver {
        title: "Operators pass tax cuts on".to_owned(),
        layer: Some(Layer::Policy),
        impact: 4,
        uncertainty: 5,
        note: String::new(),
        node: node.map(str::to_owned),
    }
}

fn guess() -> Prediction {
    Prediction {
        indicator: "usage_poor".to_owned(),
        year: 2040,
        option: "money.masts".to_owned(),
        cohort: String::new(),
        low: 0.3,
        high: 0.6,
        who: "table 2".to_owned(),
        date: "2026-11-22".to_owned(),
    }
}

fn remembering() -> Scenario {
    let mut scenario = example("malawi-mast-or-phone");
    scenario.frame.drivers = vec![driver(Some("power"))];
    scenario.predictions = vec![guess()];
    scenario.blind = Blind {
        locked: "2026-11-22".to_owned(),
        changed_after: vec!["power.fast: 30 % to 40 %".to_owned()],
    };
    scenario
}

/// What a check finds in a scenario beyond what it finds in the example.
fn new_findings(scenario: &Scenario) -> Vec<(Severity, String, Code)> {
    let old = findings(&example("malawi-mast-or-phone"));
    let new = findings(scenario).into_iter();
    new.filter(|finding| !old.contains(finding))
        .map(|finding| (finding.severity, finding.place.to_string(), finding.code))
        .collect()
}

#[test]
fn a_room_can_keep_its_drivers_its_guesses_and_when_it_locked_its_probabilities() {
    let scenario = remembering();
    assert_eq!(new_findings(&scenario), []);
    let text = to_ron(&scenario);
    let again = read(&text, "again.ron");
    assert_eq!(again, scenario);
    assert_eq!(to_ron(&again), text);
}

#[test]
fn what_is_at_its_default_is_not_written() {
    let scenario = Scenario {
        predictions: Vec::new(),
        blind: Blind::default(),
        ..remembering()
    };
    let text = to_ron(&scenario);
    assert!(!text.contains("blind") && !text.contains("predictions"));
    let driver = text.split("drivers:").nth(1).unwrap();
    let driver = driver.split("],").next().unwrap();
    assert!(driver.contains("impact: 4"));
    assert!(!driver.contains("note"));
    for (file, text) in files::examples::EXAMPLES {
        assert_eq!(to_ron(&read(text, file)), text, "{file}");
    }
}

#[test]
fn a_rank_beyond_five_is_refused_at_its_place() {
    let mut scenario = remembering();
    scenario.frame.drivers[0].uncertainty = 6;
    let expected = Code::Rank { rank: 6, most: 5 };
    let place = "frame.drivers[0].uncertainty".to_owned();
    assert_eq!(
        new_findings(&scenario),
        [(Severity::Error, place, expected)]
    );
}

#[test]
fn a_guess_that_runs_backwards_is_refused() {
    let mut scenario = remembering();
    scenario.predictions[0].low = 0.7;
    let found = new_findings(&scenario);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Severity::Error);
    assert_eq!(found[0].1, "predictions[0].high");
}

#[test]
fn memories_of_what_is_gone_are_doubted_and_not_refused() {
    let mut scenario = remembering();
    scenario.frame.drivers[0].node = Some("powr".to_owned());
    let guess = &mut scenario.predictions[0];
    guess.indicator = "usage_por".to_owned();
    guess.option = "money.mast".to_owned();
    guess.cohort = "poor_woman".to_owned();
    guess.year = 2050;
    let found = new_findings(&scenario);
    assert_eq!(found.len(), 5, "{found:?}");
    let warned = |found: &(Severity, String, Code)| found.0 == Severity::Warning;
    assert!(found.iter().all(warned), "{found:?}");
    let nearest: Vec<_> = found.iter().filter_map(|found| found.2.nearest()).collect();
    assert_eq!(
        nearest,
        ["power", "usage_poor", "poor_women", "money.masts"]
    );
    let node = (What::Node, "powr");
    assert!(
        matches!(&found[0].2, Code::NamesNothing { what, id, .. } if (*what, id.as_str()) == node)
    );
}

#[test]
fn a_misspelt_field_of_a_guess_is_shown_where_it_is() {
    let text = to_ron(&remembering()).replace("low: 0.3", "lo: 0.3");
    let fault = files::parse(&text, "f.ron").unwrap_err();
    let told = of_file(&fault);
    assert_eq!(told[0].message, "there is no field `lo` here");
    assert_eq!(told[0].help.as_deref(), Some("did you mean `low`?"));
    assert_eq!(told[0].field, "predictions[0].lo");
}
