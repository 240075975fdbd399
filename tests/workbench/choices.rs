//! The Choices: the answer, where it turns, what is worth knowing, what it hangs on.

use crate::support::Room;

fn room() -> Room {
    let mut room = Room::tiny();
    room.command("go-choices");
    room
}

#[test]
fn the_options_stand_side_by_side_by_average_worst_case_and_regret() {
    let mut room = room();
    let screen = room.screen();
    for word in ["average", "worst case", "regret", "A Masts", "B As now"] {
        assert!(screen.contains(word), "{word}\n{screen}");
    }
}

#[test]
fn a_strip_shows_where_the_choice_turns() {
    let mut room = room();
    room.command("choices-chance");
    let screen = room.screen();
    assert!(
        screen.contains("   0 AAAA") && screen.contains("^ now"),
        "{screen}"
    );
}

#[test]
fn what_takes_longer_is_there_in_its_view() {
    let mut room = room();
    room.command("choices-view");
    room.command("choices-view");
    let screen = room.screen();
    assert!(screen.contains("worth"), "{screen}");
    room.command("choices-view");
    let screen = room.screen();
    assert!(
        screen.contains("because we assumed") && screen.contains("effort"),
        "{screen}"
    );
}

#[test]
fn minding_inequality_changes_what_is_chosen_by_and_goes_back() {
    let mut room = room();
    room.command("choices-more-even");
    room.command("choices-more-even");
    let screen = room.screen();
    assert!(screen.contains("epsilon 0.5"), "{screen}");
    room.command("choices-less-even");
    room.command("choices-less-even");
    let screen = room.screen();
    assert!(!screen.contains("epsilon"), "{screen}");
}

#[test]
fn a_rule_may_stand_beside_the_others() {
    let mut room = room();
    room.command("choices-rule");
    let screen = room.screen();
    assert!(screen.contains("worst 10 of"), "{screen}");
}
