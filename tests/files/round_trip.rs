//! What is saved reads back the same, whatever it holds.

use crate::any;
use foretree::files;
use foretree::scenario::{Node, Quantity, Scenario};
use proptest::prelude::*;
use ron::extensions::Extensions;

fn plain_ron(text: &str) -> Result<Scenario, ron::error::SpannedError> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text)
}

/// The `ron` crate by itself cannot tell a number from a quantity; see `number_or_quantity`.
fn with_certain_probabilities(mut scenario: Scenario) -> Scenario {
    for node in scenario.tree.nodes.values_mut() {
        let Node::Chance(chance) = node else { continue };
        for branch in &mut chance.branches {
            branch.probability = Quantity::Fixed(0.25);
            for given in &mut branch.given {
                given.probability = Quantity::Fixed(0.5);
            }
        }
    }
    scenario
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_saved_scenario_reads_back_the_same(scenario in any::scenario()) {
        let saved = files::to_ron(&scenario);
        let loaded = files::parse(&saved, "saved.ron");
        let loaded = loaded.map_err(|fault| TestCaseError::fail(format!("{fault}\n{saved}")))?;
        prop_assert_eq!(&loaded.scenario, &scenario);
        prop_assert!(!loaded.had_comments);
        prop_assert_eq!(files::to_ron(&loaded.scenario), saved);
        let order = |scenario: &Scenario| scenario.tree.nodes.keys().cloned().collect::<Vec<_>>();
        prop_assert_eq!(order(&loaded.scenario), order(&scenario));
    }

    #[test]
    fn a_saved_scenario_survives_other_line_ends(scenario in any::scenario()) {
        let saved = files::to_ron(&scenario).replace('\n', "\r\n");
        let loaded = files::parse(&saved, "saved.ron");
        let loaded = loaded.map_err(|fault| TestCaseError::fail(format!("{fault}\n{saved}")))?;
        prop_assert_eq!(&loaded.scenario, &scenario);
    }

    #[test]
    fn plain_ron_reads_a_saved_scenario_alike(scenario in any::scenario()) {
        let scenario = with_certain_probabilities(scenario);
        let saved = files::to_ron(&scenario);
        let read = plain_ron(&saved);
        let read = read.map_err(|error| TestCaseError::fail(format!("{error}\n{saved}")))?;
        prop_assert_eq!(read, scenario);
    }

    #[test]
    fn checking_never_fails(scenario in any::scenario()) {
        for finding in files::findings(&scenario) {
            prop_assert!(!finding.to_string().is_empty());
        }
    }
}
