use super::any_edit::{KINDS, Whim, make, whims};
use super::{errors, example, read};
use foretree::files::examples::EXAMPLES;
use foretree::files::to_ron;
use foretree::scenario::{Code, Finding, Scenario};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// What edits may bring about, since only a person can mend it: an override after something that
/// no longer comes before, effects that pull against each other, too many paths.
fn may_happen(finding: &Finding) -> bool {
    matches!(
        finding.code,
        Code::GivenNotBefore { .. }
            | Code::TwoSets { .. }
            | Code::OppositeAdds { .. }
            | Code::TooManyPaths { .. }
    )
}

fn assert_whole(scenario: &Scenario, whim: &Whim) {
    let wrong: Vec<Finding> = errors(scenario)
        .into_iter()
        .filter(|finding| !may_happen(finding))
        .collect();
    assert!(wrong.is_empty(), "{whim:?} brought about {wrong:?}");
}

#[test]
fn the_random_edits_below_are_real_ones() {
    let mut runner = TestRunner::deterministic();
    let mut made = [0_u32; KINDS as usize];
    for _ in 0..400 {
        let tree = whims(12).new_tree(&mut runner).unwrap();
        let mut scenario = example("malawi-tax-power-masts");
        for whim in tree.current() {
            let before = scenario.clone();
            let result = make(&mut scenario, &whim);
            made[usize::from(whim.edit)] += u32::from(result.is_ok() && scenario != before);
        }
    }
    let never: Vec<_> = made.iter().enumerate().filter(|made| *made.1 < 3).collect();
    assert!(never.is_empty(), "{never:?} of {made:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn whatever_is_edited_the_scenario_stays_whole(
        which in 0..EXAMPLES.len(),
        whims in whims(16),
    ) {
        let mut scenario = example(EXAMPLES[which].0);
        for whim in &whims {
            let before = scenario.clone();
            match make(&mut scenario, whim) {
                Err(_) => prop_assert_eq!(&scenario, &before, "{:?}", whim),
                Ok(()) => assert_whole(&scenario, whim),
            }
        }
        let text = to_ron(&scenario);
        let again = read(&text, "edited.ron");
        prop_assert_eq!(&again, &scenario);
        prop_assert_eq!(to_ron(&again), text);
    }
}
