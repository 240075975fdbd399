//! The Outcomes: one question at a time, answered in a sentence, drawn and told.

use std::fs;
use std::path::Path;

use foretree::app::outcomes::View;
use foretree::files::{Clock, Homes};
use foretree::live::Subject;
use foretree::look::{Depth, GlyphSet, Look, Theme};
use foretree::term::Session;

/// A session with an example simulated with few draws, on the Outcomes.
struct Room {
    session: Session,
    _home: tempfile::TempDir,
}

const BLOCKS: Look = Look {
    theme: Theme::Mono,
    glyphs: GlyphSet::Blocks,
    depth: Depth::Mono,
};

fn room(look: Look, size: (u16, u16)) -> Room {
    let home = tempfile::tempdir().unwrap();
    let example =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/malawi-tax-power-masts.ron");
    let text = fs::read_to_string(example).unwrap();
    let few = text.replace("draws: 10000", "draws: 500");
    assert_ne!(text, few, "the example has other draws now");
    let file = home.path().join("malawi.ron");
    fs::write(&file, few).unwrap();
    let clock = Clock::frozen("2026-11-22 09:30").unwrap();
    let mut session = Session::new(Homes::under(home.path()), clock, look, size).unwrap();
    session.play(&format!("open {}", file.display())).unwrap();
    let mut room = Room {
        session,
        _home: home,
    };
    room.keys("5");
    room
}

impl Room {
    fn keys(&mut self, keys: &str) -> String {
        self.session.press(keys).unwrap();
        self.session.settle().unwrap();
        self.session.screen()
    }

    fn look_at(&mut self, subject: &str) -> String {
        self.session.app.look_at(Subject::parse(subject).unwrap());
        // Any message makes the screen ask for what it lacks.
        let (columns, rows) = self.session.app.size;
        self.sized(columns, rows)
    }

    fn view(&mut self, view: View) -> String {
        while self.session.app.outcomes.view != view {
            self.keys("v");
        }
        self.session.screen()
    }

    fn sized(&mut self, columns: u16, rows: u16) -> String {
        self.session.resize(columns, rows);
        self.session.settle().unwrap();
        self.session.screen()
    }
}

/// The lines from the headline on: without the answer line of the frame, which names all options.
fn below_the_answer_line(screen: &str) -> String {
    let lines = screen.lines().skip_while(|line| !line.contains('“'));
    lines.collect::<Vec<_>>().join("\n")
}

fn has(screen: &str, texts: &[&str]) {
    for text in texts {
        assert!(screen.contains(text), "no {text} in\n{screen}");
    }
}

fn lacks(screen: &str, texts: &[&str]) {
    for text in texts {
        assert!(!screen.contains(text), "{text} in\n{screen}");
    }
}

fn snapshot(name: &str, screen: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots/workbench")
        .join(format!("outcomes-{name}.txt"));
    let screen = format!("{screen}\n");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &screen).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == screen, "{name} looks different now:\n{screen}");
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

#[test]
fn every_view_looks_as_it_did_at_three_sizes() {
    let mut room = room(BLOCKS, (80, 24));
    for view in View::ALL {
        room.view(view);
        for (columns, rows) in SIZES {
            let name = format!("{view:?}-{columns}x{rows}").to_lowercase();
            snapshot(&name, &room.sized(columns, rows));
        }
    }
}

#[test]
fn the_plainest_terminal_gets_the_same_in_ascii() {
    let mut room = room(Look::PLAINEST, (80, 24));
    for view in View::ALL {
        let screen = room.view(view);
        assert!(screen.is_ascii(), "{screen}");
        let name = format!("{view:?}-ascii").to_lowercase();
        snapshot(&name, &screen);
    }
}

#[test]
fn one_option_is_answered_at_a_time_and_arrows_turn_the_options() {
    let mut room = room(BLOCKS, (120, 36));
    let first = room.session.screen();
    has(
        &first,
        &["“Cut tax on data and phones”: ", " in 2040 (2025: 89 %)"],
    );
    let second = room.keys("<Right>");
    has(&second, &["“Rural masts”: "]);
    lacks(&below_the_answer_line(&second), &["“Cut tax"]);
    has(&room.keys("o"), &["“As now”: "]);
    has(&room.keys("o"), &["“Cut tax on data and phones”: "]);
    has(&room.keys("<Left>"), &["“As now”: "]);
}

#[test]
fn the_poorest_come_first_and_c_goes_through_all_groups() {
    let mut room = room(BLOCKS, (120, 36));
    for who in ["poor men", "other women", "other men", "poor women"] {
        has(&room.keys("c"), &[&format!("Offline, {who}, “")]);
    }
    room.look_at("income_poor_vs_noai");
    has(&room.keys("c"), &["Income compared with no AI, poor women"]);
}

#[test]
fn groups_stand_beside_each_other_with_gaps_and_the_reference_country() {
    let mut room = room(BLOCKS, (120, 36));
    let screen = room.view(View::Cohorts);
    has(
        &screen,
        &[
            "vs other men, points",
            "vs Mauritius, points",
            "Gap poor to rest",
            "Gap women to men",
            "Gap to the reference country",
            "Mauritius, everyone",
        ],
    );
    has(&room.keys("j<Enter>"), &["Offline, poor men, “"]);
}

#[test]
fn paths_are_sorted_by_any_column_and_one_can_be_looked_at() {
    let mut room = room(BLOCKS, (200, 60));
    room.keys("g");
    let values = |screen: &str| -> Vec<f64> {
        let rows = screen.lines().filter(|line| line.contains('>'));
        let value = |line: &str| {
            let (before, _) = line.split_once(" [")?;
            before.rsplit(' ').next()?.parse().ok()
        };
        rows.filter_map(value).collect()
    };
    let unsorted = values(&room.session.screen());
    let most = values(&room.keys("<Right><Right>S"));
    assert!(
        most.len() > 10 && most.is_sorted_by(|a, b| a >= b),
        "{most:?}"
    );
    assert_ne!(unsorted, most);
    let least = values(&room.keys("S"));
    assert!(least.is_sorted(), "{least:?}");
    let one = room.keys("<Enter>");
    has(&one, &["on the path “Cut tax on data and phones > Mostly"]);
    assert_eq!(room.session.app.outcomes.view, View::Years);
    lacks(&room.keys("<Esc>"), &["on the path"]);
}

#[test]
fn a_threshold_is_drawn_and_said_in_runs_of_100() {
    let mut room = room(BLOCKS, (80, 24));
    let form = room.keys("t");
    has(&form, &["half of the poorest women online by 2040"]);
    let screen = room.keys("50<Enter>");
    has(&screen, &["of 100 model runs end below 50 %", "50 %┤╌"]);
    // A percent sign means the same.
    room.keys("t<C-u>40 %<Enter>");
    has(
        &room.session.screen(),
        &["of 100 model runs end below 40 %"],
    );
    has(&room.keys("t<C-u>nonsense<Enter>"), &["Type a number"]);
    room.keys("<Esc>t<C-u><Enter>");
    lacks(&room.session.screen(), &["╌", "model runs end below"]);
}

#[test]
fn nothing_is_seen_until_there_is_a_guess_which_is_then_drawn_and_scored() {
    let mut room = room(BLOCKS, (80, 24));
    let covered = room.keys("G<Esc>");
    has(&covered, &["First a guess", "Then press G"]);
    lacks(&covered, &["[", "middle half", "Poor men", "×"]);
    has(&room.keys("w"), &["nothing to say in words"]);
    let screen = room.keys("G60<Tab>80<Enter>");
    has(
        &screen,
        &["You expected more", "below your range of 60 to", "┐", "┘"],
    );
    has(&room.sized(120, 36), &["your guess"]);
    // Another option was not guessed.
    lacks(&room.keys("o"), &["your guess", "You expected"]);
}

#[test]
fn blind_rooms_see_no_outcome() {
    let mut room = room(BLOCKS, (120, 36));
    let screen = room.keys("B");
    has(&screen, &["Hidden while the room judges"]);
    lacks(&screen, &["middle half", "Poor men", "46 %"]);
    has(
        &room.keys("g"),
        &["Hidden until the probabilities are locked"],
    );
}

#[test]
fn answers_from_before_the_last_change_say_so() {
    let mut room = room(BLOCKS, (80, 24));
    lacks(&room.session.screen(), &["before the last change"]);
    let edit = |scenario: &mut foretree::scenario::Scenario| {
        scenario.title.push('!');
        Ok(())
    };
    let effects = room.session.app.edit("a change", edit).unwrap();
    assert!(!effects.is_empty());
    has(&room.session.screen(), &["From before the last change"]);
}

#[test]
fn what_the_screen_shows_can_be_said_in_words() {
    let mut room = room(BLOCKS, (120, 36));
    room.keys("t50<Enter>");
    let words = room.keys("w");
    has(
        &words,
        &[
            "falling to 46 %",
            "of every 100 poor women offline in 2040",
            "Half of the model runs end between",
            "end below 50 %",
            "Mauritius stands at",
        ],
    );
    room.keys("<Esc>Y");
    let copied = room.session.copied.clone().unwrap();
    has(&copied, &["Expect surprises", "Not in these numbers"]);
}

#[test]
fn incomes_are_told_in_dollars_and_harm_as_untested() {
    let mut room = room(BLOCKS, (120, 36));
    let screen = room.look_at("income_vs_noai:poor_women");
    has(
        &screen,
        &[
            "dollars a year",
            "The bad tail is the news",
            "never been checked",
        ],
    );
    let setback = room.look_at("setback_vs_noai");
    has(&setback, &["of 100 runs in 2040", "no spread of"]);
    lacks(&setback, &["our range"]);
    let peak = room.look_at("displaced_peak");
    has(&peak, &["How densely the model runs lie"]);
}

#[test]
fn a_wall_sees_fewer_things() {
    let mut room = room(BLOCKS, (120, 36));
    let screen = room.keys("P");
    has(
        &screen,
        &["“Cut tax on data and phones”", "our range", "Poor women"],
    );
    lacks(
        &screen,
        &["vs other men", "Tested on", "Half of the model runs"],
    );
}

#[test]
fn every_view_draws_at_any_size() {
    let mut room = room(BLOCKS, (80, 24));
    room.keys("t50<Enter>G30<Tab>60<Enter>");
    for subject in [
        "offline:poor_women",
        "setback_gap",
        "cost_musd",
        "years_behind_rest",
    ] {
        room.look_at(subject);
        for view in View::ALL {
            room.view(view);
            for columns in [1, 20, 60, 61, 79, 111, 112, 160, 300] {
                for rows in [1, 8, 16, 17, 20, 27, 50, 100] {
                    room.session.resize(columns, rows);
                    assert!(!room.session.screen().is_empty());
                }
            }
        }
    }
}

#[test]
fn history_stands_beside_connectivity_and_nothing_of_the_kind_beside_work() {
    let mut room = room(BLOCKS, (100, 50));
    has(
        &room.sized(100, 50),
        &["Such ranges held 9 in 10 of 35 countries tested on 2017–2024 (h history)."],
    );
    let page = room.keys("h");
    has(
        &page,
        &[
            "Malawi against history",
            "least developed",
            "Malawi: ranges made in 2017, and what happened",
            "2024",
            "foretree backtest --country MWI",
        ],
    );
    room.keys("<Esc>");
    let work = room.look_at("displaced_now");
    has(&work, &["has never been checked against history"]);
    has(
        &room.keys("h"),
        &["rest on judgement and have never been checked against"],
    );
    // Small terminals lose nothing but room.
    room.keys("<Esc>");
    room.look_at("usage");
    room.sized(80, 24);
    has(&room.keys("h"), &["against history"]);
}
