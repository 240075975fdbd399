//! One table of keys: whole, without doubles, and the source of every page about keys.

use std::collections::{HashMap, HashSet};

use foretree::app::keys::{Context, page, table};
use foretree::app::{Action, Key, Screen};
use foretree::words::known_message;

#[test]
fn every_action_has_a_label_that_fits_the_hint_bar_and_a_sentence_of_help() {
    for binding in table() {
        let id = format!("key-{}", binding.name);
        assert!(known_message(&id), "{id}");
        assert!(known_message(&format!("{id}-help")), "{id}-help");
        assert!(binding.label().chars().count() <= 12, "{}", binding.label());
        assert!(binding.help().chars().count() > 8, "{}", binding.help());
    }
}

#[test]
fn no_key_means_two_things_in_one_context() {
    let mut seen: HashMap<(Context, Key), &str> = HashMap::new();
    for binding in table() {
        for key in &binding.keys {
            let before = seen.insert((binding.context, *key), binding.name);
            assert_eq!(before, None, "{key} in {:?}", binding.context);
        }
    }
}

#[test]
fn every_action_has_a_name_of_its_own_where_it_can_be_asked_for() {
    let mut names = HashSet::new();
    for binding in table() {
        assert!(names.insert(binding.name), "{}", binding.name);
        let by_name_only = binding.keys.is_empty();
        assert!(!by_name_only || !matches!(binding.action, Action::Overlay(_)));
    }
}

#[test]
fn every_key_can_be_typed_on_qwerty_and_azerty() {
    // Letters, digits' positions and named keys are on both; these need AltGr on AZERTY or are dead
    // keys: never the only way.
    let hard = ['[', ']', '{', '}', '|', '\\', '@', '~', '#', '`', '^'];
    for binding in table().iter().filter(|b| !b.keys.is_empty()) {
        let easy = binding.keys.iter().any(|key| match key.typed() {
            Some(letter) => !hard.contains(&letter),
            None => true,
        });
        assert!(easy, "{}", binding.name);
    }
}

#[test]
fn the_screens_can_be_reached_with_the_digit_row_of_an_azerty_keyboard() {
    for (screen, letter) in [
        (Screen::Library, '&'),
        (Screen::Frame, 'é'),
        (Screen::Tree, '"'),
    ] {
        let found = foretree::app::keys::meaning(&[Context::Global], Key::char(letter));
        let name = format!("go-{}", screen.id());
        assert_eq!(found.map(|b| b.name), Some(name.as_str()));
    }
}

#[test]
fn the_page_of_keys_is_the_table() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("KEYS.md");
    let page = page::markdown();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == page,
        "KEYS.md is out of date: UPDATE_SNAPSHOTS=1 cargo test --test workbench"
    );
}
