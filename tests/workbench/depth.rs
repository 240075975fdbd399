//! What made the difference, the way back from a target, and searches that nobody looks at.

use foretree::app::{Effect, Screen};

use crate::desk::Desk;
use crate::support::{Room, TINY, drawn};

#[test]
fn compare_tells_what_made_the_difference_and_goes_back_on_escape() {
    let mut room = Room::tiny();
    room.command("go-compare").then("v");
    room.sees("What made the difference?")
        .sees("Measure 1.1 at “Masts”")
        .sees("is all that differs");
    room.then("<Esc>").sees("Who pays");
    assert_eq!(room.app().screen, Screen::Compare);
}

#[test]
fn two_scenarios_show_what_differs_as_bars_in_their_own_unit() {
    let other = TINY
        .replace("title: \"Tiny\"", "title: \"Other\"")
        .replace("probability: 0.3,", "probability: 0.9,")
        .replace(
            "title: \"Slow\", probability: 0.7",
            "title: \"Slow\", probability: 0.1",
        )
        .replace("Fixed(2.0)", "Fixed(4.0)");
    let mut room = Room::with(&[("tiny.ron", TINY), ("other.ron", &other)]);
    room.open("tiny.ron");
    room.open("other.ron");
    room.play("size 120 36");
    room.command("go-compare").then("<Right><Right>bv");
    room.sees("How likely: “Power”").sees("Effect at “Fast”");
    room.then("w").sees("Shapley");
}

#[test]
fn the_base_keeps_its_mark_and_every_scenario_its_first_options() {
    let other = TINY.replace(
        "title: \"Tiny\"",
        "title: \"Another scenario with a long title\"",
    );
    let mut room = Room::with(&[("tiny.ron", TINY), ("other.ron", &other)]);
    room.open("tiny.ron");
    room.open("other.ron");
    room.command("go-compare").sees("(base)");
    let screen = room.screen();
    let (first, second) = (screen.find("A Masts"), screen.find("B As now"));
    assert!(first.is_some() && second.is_some(), "{screen}");
}

#[test]
fn a_search_ends_when_compare_is_left() {
    let mut desk = Desk::example("malawi-tax-power-masts");
    desk.simulate(300);
    desk.keys("6");
    let asks = |effects: &[Effect]| {
        let search = |e: &&Effect| matches!(e, Effect::Answer { need, .. } if need.is_search());
        effects.iter().filter(search).count()
    };
    assert_eq!(
        asks(&desk.effects),
        1,
        "how weak effects may be is searched"
    );
    desk.keys("5");
    let given_up = desk.effects.iter().any(|e| matches!(e, Effect::GiveUp(_)));
    assert!(given_up, "{:?}", desk.effects);
    desk.keys("6");
    assert_eq!(asks(&desk.effects), 1, "and again for whoever comes back");
    desk.keys("v");
    assert_eq!(
        asks(&desk.effects),
        1,
        "what made the difference is another search"
    );
    assert!(desk.effects.iter().any(|e| matches!(e, Effect::GiveUp(_))));
}

#[test]
fn outcomes_lead_back_from_the_threshold() {
    let mut room = Room::tiny();
    room.command("go-outcomes").then("b");
    room.sees("A value that matters");
    room.then("70<Enter>");
    room.sees("What reaches it")
        .sees("of 100 model runs")
        .sees("“Masts”");
    room.then("<Esc>").misses("What reaches it");
}

#[test]
fn without_a_threshold_the_way_back_says_what_is_missing() {
    let mut room = Room::tiny();
    room.command("go-outcomes").then("b<Esc>");
    room.sees("Give a value that matters");
}

#[test]
fn both_views_can_be_drawn_at_any_size() {
    let mut room = Room::tiny();
    room.command("go-outcomes").then("b70<Enter>");
    let sizes = [(1, 1), (20, 5), (60, 18), (80, 24), (120, 36), (200, 60)];
    for (columns, rows) in sizes {
        drawn(room.app(), columns, rows);
    }
    room.command("go-compare").then("v");
    for (columns, rows) in sizes {
        drawn(room.app(), columns, rows);
    }
}
