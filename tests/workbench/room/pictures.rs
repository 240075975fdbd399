//! The Workshop as each role sees it, kept as text; every size, ASCII, wide letters.

use foretree::app::Screen;
use foretree::look::Look;
use foretree::workshop::Role;
use unicode_width::UnicodeWidthStr;

use super::fixture::{news, room};
use super::{ROLES, states};
use crate::pictures::keep;
use crate::support::{LOOK, Room, drawn};

/// Rounds look the same to all: their pictures are kept as the table sees them.
fn is_kept(role: Role, name: &str) -> bool {
    let round = ["split", "closer", "ranking", "guess", "open"]
        .iter()
        .any(|round| name.contains(round));
    let shown = [
        "split-answers",
        "closer-answers",
        "closer-reasons",
        "closer-fits",
        "ranking-answers",
        "guess-answers",
        "guess-scores",
        "open-answers",
    ];
    match round {
        false => !name.contains("quiet") || name.contains("quiet-now"),
        true => role == Role::Table && shown.iter().any(|one| name.ends_with(one)),
    }
}

#[test]
fn the_workshop_looks_to_each_role_as_it_was_last_approved() {
    for (role, name) in ROLES {
        for (state, mut app) in states(role, name) {
            if !is_kept(role, &state) {
                continue;
            }
            for ((columns, rows), look, kind) in [
                ((80, 24), Look::PLAINEST, "ascii"),
                ((120, 40), LOOK, "colour"),
            ] {
                app.look = look;
                app.size = (columns, rows);
                let buffer = drawn(&app, columns, rows);
                keep(
                    &format!("workshop-{state}-{columns}x{rows}-{kind}.txt"),
                    &buffer,
                    kind == "colour",
                );
            }
        }
    }
}

#[test]
fn the_workshop_draws_at_every_size() {
    let widths = [1, 2, 20, 59, 60, 75, 80, 115, 116, 121, 200];
    let heights = [1, 5, 15, 16, 17, 24, 40, 60];
    for (role, name) in ROLES {
        for (_, mut app) in states(role, name) {
            for look in [LOOK, Look::PLAINEST] {
                app.look = look;
                for columns in widths {
                    for rows in heights {
                        drawn(&app, columns, rows);
                    }
                }
            }
        }
    }
}

#[test]
#[ignore = "takes minutes"]
fn the_workshop_draws_at_each_single_size() {
    for (role, name) in ROLES {
        for (_, app) in states(role, name) {
            for columns in 1..=200 {
                for rows in 1..=60 {
                    drawn(&app, columns, rows);
                }
            }
        }
    }
}

#[test]
fn the_workshop_is_ascii_where_nothing_else_can_be_shown() {
    for (role, name) in ROLES {
        for (state, mut app) in states(role, name) {
            app.look = Look::PLAINEST;
            for (columns, rows) in [(80, 24), (200, 50)] {
                for cell in &drawn(&app, columns, rows).content {
                    assert!(cell.symbol().is_ascii(), "{state}: {:?}", cell.symbol());
                }
            }
        }
    }
}

#[test]
fn wide_letters_in_names_shift_nothing() {
    for (role, name) in ROLES {
        for (state, app) in states(role, name) {
            let buffer = drawn(&app, 80, 24);
            for (y, row) in buffer.content.chunks(80).enumerate() {
                let mut columns = 0;
                let mut covered = 0;
                for cell in row {
                    if covered > 0 {
                        covered -= 1;
                        continue;
                    }
                    let wide = cell.symbol().width();
                    covered = wide.saturating_sub(1);
                    columns += wide;
                }
                assert!(columns <= 80, "{state}, row {y}: {columns} columns");
            }
        }
    }
}

#[test]
fn what_is_going_on_stands_on_every_other_screen_in_one_line() {
    let mut desk = Room::tiny();
    desk.command("go-tree");
    let before = desk.screen();
    desk.session.send(news(room(Role::Table)));
    for screen in Screen::ALL {
        desk.command(&format!("go-{}", screen.id()));
        let shown = desk.screen();
        let line = shown.lines().nth(22).unwrap().to_owned();
        match screen {
            Screen::Room => {}
            _ => assert!(
                line.contains("Round 5 is open"),
                "{screen:?}: {line}\n{shown}"
            ),
        }
    }
    desk.command("go-tree");
    // The answer line stays where it was.
    let answer = |screen: &str| screen.lines().nth(1).unwrap().to_owned();
    let shown = desk.screen();
    assert_eq!(answer(&before), answer(&shown));
}
