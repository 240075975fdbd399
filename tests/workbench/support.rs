//! A whole session in memory: real files in a folder of its own, real runs, keys in, screens out.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use foretree::app::{App, Document, Effect, Msg, Screen};
use foretree::files::{Clock, Homes};
use foretree::look::{Depth, GlyphSet, Look, Theme};
use foretree::screens;
use foretree::term::Session;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use tempfile::TempDir;

/// A decision, a chance and a wildcard; few draws, so that everything is there at once.
pub const TINY: &str = r#"(
    format: 1,
    title: "Tiny",
    question: "Who gains?",
    setting: (baseline: Country("MWI"), horizon: (2025, 2032)),
    simulation: (draws: 200, seed: 7, sampling: LatinHypercube),
    tree: (root: "first", nodes: {
        "first": Decision(
            title: "First money", layer: Infrastructure, certainty: High, year: 2026,
            options: [
                (id: "masts", title: "Masts", adopts: ["1.1"], effort: 2, next: "power"),
                (id: "as_now", title: "As now", next: "power"),
            ],
        ),
        "power": Chance(
            title: "Power", layer: Infrastructure, certainty: Evolving, year: 2028,
            branches: [
                (id: "fast", title: "Fast", probability: 0.3, effects: [
                    (path: "power_rate", op: Multiply, magnitude: Fixed(2.0)),
                ]),
                (id: "slow", title: "Slow", probability: 0.7),
            ],
        ),
    }),
    wildcards: [(id: "cut", title: "Cable cut", year: 2030, effects: [
        (path: "coverage_loss", op: Add, magnitude: Fixed(0.3), duration: 1),
    ])],
)"#;

/// What the tests see with: every mark, no colour.
pub const LOOK: Look = Look {
    theme: Theme::Terminal,
    glyphs: GlyphSet::Blocks,
    depth: Depth::Sixteen,
};

/// A session and its folder.
pub struct Room {
    pub session: Session,
    pub homes: Homes,
    root: Option<TempDir>,
}

impl Room {
    /// An empty folder.
    pub fn empty() -> Room {
        Room::with(&[])
    }

    /// A folder with these files.
    pub fn with(files: &[(&str, &str)]) -> Room {
        let root = tempfile::tempdir().unwrap();
        let homes = Homes::under(root.path());
        fs::create_dir_all(&homes.scenarios).unwrap();
        for (name, text) in files {
            fs::write(homes.scenarios.join(name), text).unwrap();
        }
        let mut room = Room::at(homes);
        room.root = Some(root);
        room
    }

    /// Another session in the same folder.
    pub fn at(homes: Homes) -> Room {
        let clock = Clock::frozen("2026-11-22 12:00").unwrap();
        let mut session = Session::new(homes.clone(), clock, LOOK, (80, 24)).unwrap();
        session.settle().unwrap();
        Room {
            session,
            homes,
            root: None,
        }
    }

    /// The tiny scenario is open and simulated.
    pub fn tiny() -> Room {
        let mut room = Room::with(&[("tiny.ron", TINY)]);
        room.open("tiny.ron");
        room
    }

    /// Opens a file of the folder.
    pub fn open(&mut self, name: &str) {
        let path = self.file(name);
        self.play(&format!("open {}\nsettle", path.display()));
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.homes.scenarios.join(name)
    }

    /// Plays lines of a recording.
    #[track_caller]
    pub fn play(&mut self, text: &str) -> &mut Self {
        let text: Vec<&str> = text.lines().map(str::trim).collect();
        if let Err((line, fault)) = self.session.play(&text.join("\n")) {
            panic!(
                "line {line}, `{}`: {fault:?}; the screen shows\n{}",
                text[line - 1],
                self.screen()
            );
        }
        self
    }

    /// Presses keys.
    #[track_caller]
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.session.press(keys).unwrap();
        self
    }

    /// Presses keys and waits for everything that follows.
    #[track_caller]
    pub fn then(&mut self, keys: &str) -> &mut Self {
        self.keys(keys).session.settle().unwrap();
        self
    }

    /// Does an action by its name and waits for everything that follows.
    pub fn command(&mut self, name: &str) -> &mut Self {
        self.play(&format!("do {name}\nsettle"))
    }

    pub fn app(&self) -> &App {
        &self.session.app
    }

    pub fn document(&self) -> &Document {
        self.app().shown().unwrap()
    }

    pub fn screen(&mut self) -> String {
        self.session.screen()
    }

    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no `{text}` in\n{screen}");
        self
    }

    #[track_caller]
    pub fn misses(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "`{text}` in\n{screen}");
        self
    }

    /// The Library offers unsaved work, once the program that died has let go of it.
    #[track_caller]
    pub fn finds_work_again(&mut self) {
        wait_until("the dead program lets go", || {
            self.then("<F5>");
            self.screen().contains("Work found again")
        });
    }

    pub fn flash(&self) -> String {
        let flash = self.app().flash.as_ref();
        flash.map(|flash| flash.text.clone()).unwrap_or_default()
    }

    /// The program dies: nothing is asked, nothing is saved. The folder stays.
    pub fn dies(self) -> Survivor {
        let Room { homes, root, .. } = self;
        Survivor { homes, _root: root }
    }
}

/// What a program that died leaves behind.
pub struct Survivor {
    pub homes: Homes,
    _root: Option<TempDir>,
}

/// Waits until something is so; the machine may be busy.
#[track_caller]
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// The app at any size, without a session.
pub fn drawn(app: &App, columns: u16, rows: u16) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| screens::view(app, frame)).unwrap();
    terminal.backend().buffer().clone()
}

/// Every screen of the session, ready: what it asked for has come.
pub fn on_every_screen(room: &mut Room, mut see: impl FnMut(&mut Room, Screen)) {
    for screen in Screen::ALL {
        // The Workshop is there in a workshop only; its tests have one.
        if screen == Screen::Room && room.app().room.is_none() {
            continue;
        }
        room.command(&format!("go-{}", screen.id()));
        assert_eq!(room.app().screen, screen);
        see(room, screen);
    }
}

/// Things that lie over a screen, by the keys that open them on the Tree of [`TINY`].
pub const OVERLAYS: [(&str, &str); 7] = [
    ("the keys", "?"),
    ("the commands", ":"),
    ("a page", "L"),
    ("a list", "i"),
    ("an effect", "<Right>e<Enter>"),
    ("a node", "a<Enter>"),
    ("a guess", "G"),
];

/// A message to the session.
pub fn send(room: &mut Room, msg: Msg) {
    room.session.send(msg);
}

/// Effects of a message that nobody carries out.
pub fn effects(app: &mut App, msg: Msg) -> Vec<Effect> {
    app.update(msg)
}
