//! The Frame: why a room met, what could change the answer, what to watch.

use foretree::app::Screen;
use foretree::scenario::Driver;

use crate::desk::Desk;

fn driver(title: &str, impact: u8, uncertainty: u8) -> Driver {
    Driver {
        title: title.to_owned(),
        layer: None,
        impact,
        uncertainty,
        note: String::new(),
        node: None,
    }
}

fn framed() -> Desk {
    let mut desk = Desk::with("malawi-tax-power-masts", |scenario| {
        scenario.frame.drivers = vec![
            driver("Price of phones", 3, 2),
            driver("Operators pass the cut on", 5, 4),
            driver("Rain", 0, 0),
        ];
    });
    desk.keys("2");
    desk
}

/// Goes down until the marked line says this.
fn go_to(desk: &mut Desk, text: &str) {
    desk.keys(&"k".repeat(80));
    for _ in 0..80 {
        let line = foretree::app::frame::marked(&desk.app).unwrap();
        if line.text(desk.scenario()).contains(text) {
            return;
        }
        desk.keys("j");
    }
    panic!("no line says {text}");
}

#[test]
fn the_frame_shows_why_the_room_met_and_asks_for_what_is_missing() {
    let desk = framed();
    desk.show(80, 24);
    desk.show(120, 36);
    desk.show(200, 60);
    let screen = desk.screen(200, 60);
    for text in [
        "who of the poorest is online by 2040",
        "no new levy on mobile money",
        "rural women",
        "When does the room meet?",
        "Operators kept part of the last cut",
        "impact 5, uncertainty 4",
    ] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
    desk.draw_everywhere();
}

#[test]
fn the_marked_line_is_seen_wherever_it_stands() {
    let mut desk = framed();
    go_to(&mut desk, "not settled blind");
    let screen = desk.screen(80, 24);
    assert!(screen.contains("not settled blind"), "{screen}");
    desk.keys("<PageUp><PageUp><PageUp>");
    assert!(desk.screen(80, 24).contains("2027-11"));
}

#[test]
fn enter_changes_a_line_and_undo_brings_it_back() {
    let mut desk = framed();
    go_to(&mut desk, "half of the poorest women");
    desk.keys("<Enter><C-u>")
        .types("two in three")
        .keys("<Enter>");
    assert_eq!(desk.scenario().frame.success, "two in three");
    desk.keys("u");
    assert_eq!(
        desk.scenario().frame.success,
        "half of the poorest women online by 2040"
    );
}

#[test]
fn the_date_of_the_room_is_offered_as_today() {
    let mut desk = framed();
    go_to(&mut desk, "When does the room meet?");
    desk.keys("<Enter><Enter>");
    assert_eq!(desk.scenario().room.date, "2026-11-22");
}

#[test]
fn several_people_can_be_named_at_once_and_moved_and_removed() {
    let mut desk = framed();
    go_to(&mut desk, "rural women");
    desk.keys("a").types("nurses; traders").keys("<Enter>");
    let missing = |desk: &Desk| desk.scenario().room.missing.clone();
    assert_eq!(missing(&desk)[3..], ["nurses", "traders"]);
    desk.keys("K");
    assert_eq!(missing(&desk)[3..], ["traders", "nurses"]);
    desk.keys("x");
    assert_eq!(missing(&desk)[3..], ["nurses"]);
}

#[test]
fn what_may_not_be_empty_is_refused_beside_its_field() {
    let mut desk = framed();
    desk.keys("<Enter><C-u><Enter>");
    assert!(
        desk.screen(80, 24)
            .contains("something must be written here")
    );
    desk.keys("<Esc>");
    assert_eq!(desk.scenario().title, "Malawi: tax, power or masts?");
}

#[test]
fn arrows_move_the_marked_driver_on_the_grid() {
    let mut desk = framed();
    desk.keys("g");
    desk.show(80, 24);
    assert!(desk.screen(80, 24).contains("Arrows move A"));
    desk.keys("<Up><Right><Right>");
    let drivers = |desk: &Desk| desk.scenario().frame.drivers.clone();
    assert_eq!(
        (drivers(&desk)[0].impact, drivers(&desk)[0].uncertainty),
        (4, 4)
    );
    desk.keys("<Up><Up><Up>");
    assert_eq!(drivers(&desk)[0].impact, 5, "the edge holds");
    // The first arrow puts a driver that is not ranked into the middle.
    desk.keys("jj<Down>");
    assert_eq!(
        (drivers(&desk)[2].impact, drivers(&desk)[2].uncertainty),
        (3, 3)
    );
    desk.keys("<Esc><Down>");
    assert_eq!(drivers(&desk)[2].impact, 3, "without the grid, arrows walk");
}

#[test]
fn drivers_are_sorted_by_impact_times_uncertainty_and_the_mark_stays() {
    let mut desk = framed();
    go_to(&mut desk, "Rain");
    desk.keys("o");
    let titles: Vec<_> = desk
        .scenario()
        .frame
        .drivers
        .iter()
        .map(|d| &*d.title)
        .collect();
    assert_eq!(
        titles,
        ["Operators pass the cut on", "Price of phones", "Rain"]
    );
    let line = foretree::app::frame::marked(&desk.app).unwrap();
    assert!(line.text(desk.scenario()).contains("Rain"));
}

#[test]
fn a_driver_becomes_a_chance_and_then_leads_to_its_node() {
    let mut desk = framed();
    go_to(&mut desk, "Operators pass");
    let nodes = desk.scenario().tree.nodes.len();
    desk.keys("m<Tab>").types("Mostly; Little").keys("<Enter>");
    assert_eq!(
        desk.scenario().tree.nodes.len(),
        nodes + 1,
        "{}",
        desk.screen(80, 24)
    );
    let id = desk.scenario().frame.drivers[1].node.clone().unwrap();
    let node = &desk.scenario().tree.nodes[&id];
    assert_eq!(node.title(), "Operators pass the cut on");
    assert_eq!(node.outcomes().len(), 2);
    assert!(desk.screen(80, 24).contains("in the tree"));
    desk.keys("m");
    assert_eq!(desk.app.screen, Screen::Tree);
    let marked = desk.app.tree.mark.node(&desk.scenario().tree).unwrap().0;
    assert_eq!(marked, id);
}

#[test]
fn a_parked_driver_is_kept_among_the_ideas_for_another_day() {
    let mut desk = framed();
    go_to(&mut desk, "Rain");
    desk.keys("p");
    assert_eq!(desk.scenario().frame.drivers.len(), 2);
    assert_eq!(desk.scenario().parked.last().unwrap(), "Rain");
}

#[test]
fn a_signpost_says_what_counts_who_watches_and_what_follows() {
    let mut desk = framed();
    go_to(&mut desk, "women for each man online");
    desk.keys("a")
        .types("price of 2 GB")
        .keys("<Tab>")
        .types("regulator")
        .keys("<Tab>");
    desk.types("above 6 % of income")
        .keys("<Tab>")
        .types("planning unit")
        .keys("<Tab>");
    desk.types("masts come first").keys("<Enter>");
    let line = foretree::app::frame::marked(&desk.app)
        .unwrap()
        .text(desk.scenario());
    assert_eq!(
        line,
        "price of 2 GB · counts if above 6 % of income · read in regulator · planning unit watches · then masts come first"
    );
}

#[test]
fn guesses_are_shown_as_they_were_made_and_cannot_be_removed() {
    let mut desk = framed();
    desk.keys("G")
        .types("30")
        .keys("<Tab>")
        .types("60")
        .keys("<Enter>");
    go_to(&mut desk, "30 to 60");
    desk.keys("x");
    assert_eq!(desk.scenario().predictions.len(), 1);
    assert!(
        desk.notice().contains("stay as they were made"),
        "{}",
        desk.notice()
    );
    desk.keys("<Enter>").types("the regulator").keys("<Enter>");
    assert_eq!(desk.scenario().predictions[0].who, "the regulator");
}

#[test]
fn what_cannot_be_done_on_a_line_says_why() {
    let mut desk = framed();
    desk.keys("a");
    assert!(desk.notice().contains("Enter changes it"));
    desk.keys("m");
    assert!(desk.notice().contains("Mark a driver"));
    desk.keys("<Right>");
    assert!(desk.notice().contains("press g"));
}

#[test]
fn the_frame_in_words_leaves_out_what_is_empty() {
    let mut desk = framed();
    desk.keys("w");
    let text = desk.screen(80, 60);
    assert!(text.contains("- no new levy on mobile money"), "{text}");
    assert!(!text.contains("When does the room meet?"));
}
