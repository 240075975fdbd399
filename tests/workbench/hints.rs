//! Keys: what is shown works here, what does not work says why, and `?` does what it lists.

use foretree::app::keys::table;
use foretree::app::{Action, Context, Overlay, Screen};

use crate::support::{Room, on_every_screen};

// 18
#[test]
fn the_hint_bar_offers_only_what_can_be_done_here() {
    let mut room = Room::empty();
    room.session.resize(200, 40);
    let bar = |room: &mut Room| room.screen().lines().last().unwrap().to_owned();
    let empty = bar(&mut room);
    assert!(empty.contains("c ") && !empty.contains("undo"), "{empty}");
    for binding in table().iter().filter(|b| b.rank > 0) {
        let shown = empty.contains(&format!(" {}  ", binding.label()));
        let here = [Context::Global, Context::On(Screen::Library)].contains(&binding.context);
        if shown && here {
            assert_eq!(room.app().why_not(binding.action), None, "{}", binding.name);
        }
    }
}

// 18
#[test]
fn what_cannot_be_done_here_says_why_and_changes_nothing() {
    for mut room in [Room::empty(), Room::tiny()] {
        for binding in table() {
            if let Context::On(screen) = binding.context {
                room.session.app.screen = screen;
            }
            let Some(reason) = room.app().why_not(binding.action) else {
                continue;
            };
            let before = room.app().shown().map(|d| d.scenario.clone());
            let effects = room.session.app.perform(binding.action);
            assert!(effects.is_empty(), "{}", binding.name);
            assert_eq!(room.flash(), reason, "{}", binding.name);
            assert_eq!(room.app().shown().map(|d| d.scenario.clone()), before);
            assert!(room.app().overlays.is_empty(), "{}", binding.name);
        }
    }
}

// 18
#[test]
fn a_probability_cannot_be_nudged_on_a_decision_and_the_last_line_says_so() {
    let mut room = Room::tiny();
    room.then("+").sees("probabilit");
    assert_eq!(room.document().past.len(), 0);
}

// 19
#[test]
fn the_list_of_keys_holds_every_key_that_works_on_each_screen() {
    let mut room = Room::tiny();
    on_every_screen(&mut room, |room, screen| {
        room.keys("?");
        let Some(Overlay::Pick(pick)) = room.app().overlays.last() else {
            panic!("no list on {screen:?}");
        };
        let listed: Vec<String> = pick.items.iter().map(|i| i.detail.clone()).collect();
        for binding in table().iter().filter(|b| !b.keys.is_empty()) {
            let works = [Context::On(screen), Context::Global].contains(&binding.context);
            assert_eq!(
                listed.iter().any(|name| name == binding.name),
                works,
                "{} on {screen:?}",
                binding.name
            );
        }
        room.keys("<Esc>");
    });
}

// 19
#[test]
fn the_list_of_keys_is_searched_by_typing_and_enter_does_what_is_marked() {
    let mut room = Room::tiny();
    room.play("keys ?\ntype presenter\nkeys <Enter>");
    assert!(room.app().presenter && room.app().overlays.is_empty());
}

// 20
#[test]
fn every_action_can_be_asked_for_by_name_from_the_commands() {
    let room = Room::tiny();
    for binding in table() {
        if matches!(binding.action, Action::Overlay(_)) {
            continue;
        }
        let mut app = room.app().clone();
        app.screen = Screen::Tree;
        assert!(app.command(binding.name).is_some(), "{}", binding.name);
        if let (Context::On(screen), None) = (binding.context, app.why_not(binding.action)) {
            let moved_on = ["open", "guide-open", "view"].contains(&binding.name);
            assert!(app.screen == screen || moved_on, "{}", binding.name);
        }
    }
}

// 20
#[test]
fn the_commands_find_what_is_typed_in_part() {
    let mut room = Room::tiny();
    room.play("keys :\ntype nexthem\nkeys <Enter>");
    assert_ne!(room.app().look.theme, crate::support::LOOK.theme);
}
