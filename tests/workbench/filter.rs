//! Conditional questions: every screen on the runs where something holds.

use foretree::app::Effect;

use crate::desk::Desk;

fn open() -> Desk {
    let mut desk = Desk::example("malawi-tax-power-masts");
    desk.simulate(600);
    desk.keys("5");
    desk
}

fn typed(desk: &mut Desk, text: &str) {
    desk.keys("f<Up><Enter>");
    desk.types(text);
    desk.keys("<Enter>");
}

#[test]
fn a_branch_is_picked_and_every_screen_says_what_is_left() {
    let mut desk = open();
    desk.keys("f");
    desk.types("slow");
    let list = desk.screen(100, 30);
    assert!(list.contains("power = slow"), "{list}");
    desk.keys("<Enter>");
    assert!(
        desk.effects.iter().any(
            |effect| matches!(effect, Effect::Simulate { wish, .. } if !wish.condition.is_empty())
        ),
        "{:?}",
        desk.effects.len()
    );
    assert!(
        desk.notice().contains("F shows all runs again"),
        "{}",
        desk.notice()
    );
    desk.simulate(600);
    for key in ["3", "4", "5", "7", "8", "9", "<F2>"] {
        desk.keys(key);
        let screen = desk.screen(120, 36);
        assert!(
            screen.contains("if power = slow: 600 of 600"),
            "{key}: {screen}"
        );
        desk.draw_everywhere();
    }
}

#[test]
fn a_condition_typed_to_the_letter_is_the_one_that_is_picked() {
    let mut desk = open();
    desk.keys("f");
    desk.types("power = slow");
    desk.keys("<Enter>");
    desk.simulate(600);
    let screen = desk.screen(120, 36);
    assert!(screen.contains("if power = slow"), "{screen}");
}

#[test]
fn a_typed_condition_is_refused_with_its_place_or_taken() {
    let mut desk = open();
    typed(&mut desk, "price_declin = high");
    let screen = desk.screen(120, 36);
    assert!(screen.contains("mean “price_decline”?"), "{screen}");
    desk.keys("<Esc><Esc>");
    typed(&mut desk, "price_decline = high");
    desk.simulate(600);
    desk.keys("5");
    let screen = desk.screen(120, 36);
    assert!(screen.contains("200 of 600"), "{screen}");
    assert!(
        screen.contains("Only runs where price_decline = high"),
        "{screen}"
    );
    assert!(screen.contains("Few runs are left (200)"), "{screen}");
}

#[test]
fn what_leaves_nothing_is_refused_and_changes_nothing() {
    let mut desk = open();
    typed(&mut desk, "price_decline > 0.9");
    let screen = desk.screen(120, 36);
    assert!(screen.contains("None of"), "{screen}");
    assert!(desk.app.run.wish.condition.is_empty());
}

#[test]
fn conditions_add_up_and_one_key_clears_them() {
    let mut desk = open();
    desk.keys("F");
    assert!(
        desk.notice().contains("Nothing is filtered"),
        "{}",
        desk.notice()
    );
    typed(&mut desk, "power = slow");
    typed(&mut desk, "price_decline = low");
    assert_eq!(
        desk.app.run.wish.condition.texts(),
        ["power = slow", "price_decline = low"]
    );
    desk.simulate(600);
    desk.keys("F");
    assert!(desk.app.run.wish.condition.is_empty());
    assert!(
        desk.effects
            .iter()
            .any(|effect| matches!(effect, Effect::Simulate { .. }))
    );
    desk.simulate(600);
    assert!(!desk.screen(120, 36).contains("if power"));
}

#[test]
fn a_condition_is_no_part_of_the_scenario() {
    let mut desk = open();
    typed(&mut desk, "power = slow");
    assert!(!desk.app.shown().unwrap().is_unsaved());
    assert!(desk.app.shown().unwrap().past.is_empty());
}

#[test]
fn an_option_that_is_ruled_out_leaves_the_answer_line() {
    let mut desk = open();
    typed(&mut desk, "budget != as_now");
    desk.simulate(600);
    desk.keys("3");
    let entries = &desk.app.shown().unwrap().line.as_ref().unwrap().entries;
    assert_eq!(entries.len(), 2);
    desk.keys("5ooo");
    desk.draw_everywhere();
}

#[test]
fn a_blind_room_filters_without_seeing_a_number() {
    let mut desk = open();
    desk.keys("B");
    typed(&mut desk, "power = slow");
    desk.simulate(600);
    let screen = desk.screen(120, 36);
    assert!(!screen.contains("600 of 600"), "{screen}");
    desk.draw_everywhere();
}
