//! Before a stage is closed no screen shows an answer, not even of the same table.

use foretree::app::Overlay;
use foretree::workshop::Role;

use super::fixture::SECRET;
use super::{ROLES, seated, states};
use crate::support::drawn;

fn text(buffer: &ratatui::buffer::Buffer) -> String {
    buffer.content.iter().map(|cell| cell.symbol()).collect()
}

#[test]
fn no_page_shows_an_answer_to_the_open_round_or_its_reason() {
    let percent = format!("{:.0}", SECRET * 100.0);
    for (role, name) in ROLES {
        for (state, app) in states(role, name) {
            if !state.contains("open") && !state.contains("rounds") {
                continue;
            }
            let shown = text(&drawn(&app, 200, 60));
            assert!(!shown.contains(&format!(" {percent} ")), "{state}: {shown}");
            assert!(!shown.contains("kiwis"), "{state}");
        }
    }
}

#[test]
fn the_next_person_gets_an_empty_form() {
    let mut desk = seated(Role::Table);
    desk.keys("a");
    let Some(Overlay::Pick(pick)) = desk.app().overlays.last() else {
        panic!("no list of people");
    };
    // Who has not answered yet is marked first.
    assert_eq!(pick.chosen_item(), Some(1));
    desk.sees("has answered").misses("37");
    for person in ["<Enter>", "<Esc>a<Up><Enter>"] {
        desk.keys(person);
        let Some(Overlay::Form(form)) = desk.app().overlays.last() else {
            panic!("no form");
        };
        assert!(form.fields.iter().all(|field| field.value().is_empty()));
        desk.misses("37").misses("kiwis");
    }
}

#[test]
fn what_is_said_in_words_has_no_answer_to_the_open_round() {
    let mut desk = seated(Role::Table);
    desk.keys("<Right><Enter>w")
        .sees("Stage 1 is open")
        .misses("37");
}
