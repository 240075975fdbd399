//! Blind probabilities and predict before reveal: nothing shows through.

use foretree::app::{Document, Sight};

use crate::support::{Room, on_every_screen};

/// Numbers of the answer line as the screen writes them.
fn figures(document: &Document) -> Vec<String> {
    let line = foretree::words::answers::line(document.line.as_ref().unwrap());
    let after = line
        .split_once(':')
        .map_or(line.as_str(), |(_, after)| after);
    let numbers = after.split(|c: char| !c.is_ascii_digit() && c != '.');
    numbers.filter(|n| n.len() > 1).map(str::to_owned).collect()
}

/// What a screen says about outcomes, whichever way it is asked.
fn told(room: &mut Room) -> String {
    let mut told = room.screen();
    told.push_str(&foretree::app::words(room.app()).unwrap_or_default());
    told
}

// issue: blind mode hides consequences
#[test]
fn while_probabilities_are_blind_no_screen_shows_what_follows_from_them() {
    let mut room = Room::tiny();
    let open = told(room.command("go-tree"));
    let figures = figures(room.document());
    assert!(
        figures.iter().all(|figure| open.contains(figure)),
        "{figures:?}\n{open}"
    );
    room.command("blind");
    assert_eq!(room.document().sight, Sight::Blind);
    on_every_screen(&mut room, |room, screen| {
        let told = told(room);
        let all = figures.iter().all(|figure| told.contains(figure));
        assert!(!all || screen.id() == "library", "{screen:?}\n{told}");
        if !matches!(screen.id(), "library" | "guide" | "frame") {
            assert!(
                told.contains("blind") || told.contains("idden"),
                "{screen:?}\n{told}"
            );
        }
    });
    room.command("go-tree").then("<Right><Right><Right>+");
    room.misses("was ").command("blind");
    room.command("go-tree").sees(" in 2032");
}

// issue: changes after the reveal are listed
#[test]
fn what_is_changed_after_the_reveal_is_listed_and_kept_in_the_file() {
    let mut room = Room::tiny();
    room.then("B<Right><Right><Right>+B");
    let blind = &room.document().scenario.blind;
    assert_eq!(blind.locked, "2026-11-22");
    assert!(blind.changed_after.is_empty());
    room.then("-");
    let changed = room.document().scenario.blind.changed_after.clone();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(changed[0].contains("Fast"), "{changed:?}");
    room.then("s");
    let kept = std::fs::read_to_string(room.file("tiny.ron")).unwrap();
    assert!(kept.contains("changed_after"), "{kept}");
    room.then("u");
    assert!(room.document().scenario.blind.changed_after.is_empty());
}

// issue: titles are not judgement
#[test]
fn a_title_changed_after_the_reveal_is_no_hindsight() {
    let mut room = Room::tiny();
    room.then("BB")
        .play("keys <Home><Enter><Enter><C-u>\ntype Another question\nkeys <Enter>");
    assert_eq!(room.document().past.len(), 2);
    assert!(room.document().scenario.blind.changed_after.is_empty());
}

// issue: predict before reveal
#[test]
fn the_outcome_is_covered_until_somebody_guesses_and_the_guess_is_kept() {
    let mut room = Room::tiny();
    let figures = figures(room.document());
    room.then("G<Esc>");
    assert!(room.document().covered);
    on_every_screen(&mut room, |room, screen| {
        let told = told(room);
        let all = figures.iter().all(|figure| told.contains(figure));
        assert!(!all || screen.id() == "library", "{screen:?}\n{told}");
    });
    room.command("go-tree").sees("Covered");
    room.then("G")
        .play("type 90\nkeys <Tab>\ntype 80\nkeys <Enter>");
    room.sees("below the lower one");
    room.play("keys <C-u>\ntype 95\nkeys <Enter>\nsettle");
    assert!(!room.document().covered);
    assert_eq!(room.document().guesses.len(), 1);
    assert_eq!(room.document().scenario.predictions.len(), 1);
    room.misses("Covered");
}
