//! How weak an effect may be before the order changes, by simulating again.

use std::time::Instant;

use foretree::analysis::assumed::closed;
use foretree::analysis::breakeven::{BreakEven, Turn};
use foretree::analysis::subject::Subject;
use foretree::live::breakeven::{Search, Side, break_even};
use foretree::scenario::Scenario;

use super::cases::{malawi_with, small};

fn search(ours: &Scenario, theirs: &Scenario, mark: Option<f64>) -> Option<BreakEven> {
    let subject = Subject::usage_of("poor_women");
    let how = Search {
        threads: Some(2),
        ..Search::beside(ours)
    };
    let (ours, theirs) = (Side::of(ours), Side::of(theirs));
    break_even(ours, theirs, &subject, mark, &how, &mut || true).unwrap()
}

fn sides(effects: &str) -> (Scenario, Scenario) {
    let scenario = small(effects);
    let side = |option: &str| closed(&scenario, "d", option).unwrap();
    (side("do"), side("not"))
}

#[test]
fn a_cut_that_only_helps_cannot_lose_to_doing_nothing() {
    let found = search(&malawi_with("cut"), &malawi_with("as_now"), None).unwrap();
    assert_eq!(found.whole, Turn::OnlyGains);
    assert!(found.lead > 0.0 && found.without == 0.0, "{found:?}");
    // Four effects: two of the measure, one on each branch of what operators do.
    assert_eq!(found.single.len(), 4);
}

#[test]
fn masts_stay_ahead_without_their_effects_because_power_follows_them() {
    // The probability of power on plan differs: that is no effect and stays.
    let found = search(&malawi_with("masts"), &malawi_with("as_now"), None).unwrap();
    assert_eq!(found.whole, Turn::Never, "{found:?}");
    assert!(found.without > 0.0);
}

#[test]
fn of_two_options_that_help_the_stronger_one_turns_somewhere_and_the_search_is_quick() {
    let (cut, masts) = (malawi_with("cut"), malawi_with("masts"));
    let begun = Instant::now();
    let found = search(&cut, &masts, None).unwrap();
    println!("{:?} {found:?}", begun.elapsed());
    let behind = search(&masts, &cut, None).unwrap();
    let turns = |found: &BreakEven| matches!(found.whole, Turn::At(_) | Turn::Never);
    // One of the two is ahead and its lead can be lost; the other has none to lose.
    assert_ne!(turns(&found), turns(&behind));
    assert!(found.draws >= 256 && found.draws <= 2048);
}

#[test]
fn an_addition_against_the_same_addition_turns_at_the_ratio_of_the_two() {
    // 0.04 a year against a rival's 0.01 a year: level when a quarter is left.
    let of = |size: &str| {
        let effect = format!("(path: \"price_decline\", op: Add, magnitude: Fixed({size}))");
        sides(&effect)
    };
    let (strong, weak) = (of("0.04").0, of("0.01").0);
    let found = search(&strong, &weak, None).unwrap();
    let Turn::At(share) = found.whole else {
        panic!("{found:?}")
    };
    assert!((share - 0.25).abs() < 0.01, "{share}");
}

#[test]
fn a_multiplication_turns_at_the_ratio_of_logarithms() {
    // Eight times against twice: x^s = 2 at s = 1/3.
    let of = |size: &str| {
        let effect = format!("(path: \"power_rate\", op: Multiply, magnitude: Fixed({size}))");
        sides(&effect)
    };
    let (strong, weak) = (of("8.0").0, of("2.0").0);
    let Turn::At(share) = search(&strong, &weak, None).unwrap().whole else {
        panic!("it turns")
    };
    assert!((share - 1.0 / 3.0).abs() < 0.01, "{share}");
}

#[test]
fn help_that_outweighs_a_harm_turns_and_each_effect_is_looked_at_alone() {
    let (ours, theirs) = sides(
        "(id: \"help\", path: \"price_decline\", op: Add, magnitude: Fixed(0.05)), \
         (id: \"harm\", path: \"power_rate\", op: Multiply, magnitude: Fixed(0.7))",
    );
    let found = search(&ours, &theirs, None).unwrap();
    let of = |id: &str| found.single.iter().find(|one| one.effect.id == id).unwrap();
    assert!(matches!(of("help").turn, Turn::At(_)), "{found:?}");
    // Without the harm it is further ahead.
    assert_eq!(of("harm").turn, Turn::Never);
    assert!(of("harm").without > found.lead && of("help").without < 0.0);
}

#[test]
fn a_success_mark_gives_one_way_help_a_break_even_too() {
    let (ours, theirs) = sides("(path: \"price_decline\", op: Add, magnitude: Fixed(0.08))");
    let plain = search(&ours, &theirs, None).unwrap();
    assert_eq!(plain.whole, Turn::OnlyGains);
    // A mark a third of the way up from what doing nothing reaches.
    let nothing = search(&ours, &theirs, Some(0.0)).unwrap();
    let mark = nothing.without + (nothing.lead - nothing.without) / 3.0;
    let Turn::At(share) = search(&ours, &theirs, Some(mark)).unwrap().whole else {
        panic!("it turns")
    };
    assert!(share > 0.2 && share < 0.5, "{share}");
}

#[test]
fn columns_with_the_same_effects_have_nothing_to_weaken() {
    let (ours, _) = sides("(path: \"power_rate\", op: Multiply, magnitude: Fixed(2.0))");
    assert!(search(&ours, &ours, None).is_none());
}

#[test]
fn a_search_that_is_stopped_has_no_answer() {
    let (ours, theirs) = (malawi_with("cut"), malawi_with("masts"));
    let how = Search::beside(&ours);
    let subject = Subject::usage_of("poor_women");
    let (ours, theirs) = (Side::of(&ours), Side::of(&theirs));
    let found = break_even(ours, theirs, &subject, None, &how, &mut || false);
    assert_eq!(found.unwrap(), None);
}

#[test]
fn what_a_screen_looks_at_can_be_searched() {
    use foretree::live;
    let offline = live::Subject::Cohort(live::CohortMeasure::Offline, "poor_women".into());
    assert_eq!(Subject::from(&offline), Subject::usage_of("poor_women"));
    let setback = live::Subject::Indicator("setback_vs_noai".into());
    assert!(Subject::from(&setback).is_share_of_runs());
}
