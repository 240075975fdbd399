//! A workbench without a terminal: an example is open, keys are typed, the screen is read.

use std::sync::Arc;

use foretree::app::{App, Effect, Key, Msg, Opened, Source};
use foretree::files;
use foretree::live::{Report, RunWish, simulate};
use foretree::look::{Depth, GlyphSet, Look, Theme};
use foretree::scenario::Scenario;
use foretree::screens;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// An app with a scenario open.
pub struct Desk {
    pub app: App,
    pub effects: Vec<Effect>,
}

impl Desk {
    /// An example, changed before it is opened.
    pub fn with(example: &str, change: impl FnOnce(&mut Scenario)) -> Desk {
        let (name, text) = files::examples::example(example).unwrap();
        let mut scenario = files::parse(text, name).unwrap().scenario;
        change(&mut scenario);
        let look = Look {
            theme: Theme::Terminal,
            glyphs: GlyphSet::Blocks,
            depth: Depth::Mono,
        };
        let app = App::new(look, (80, 24), "2026-11-22".to_owned());
        let mut desk = Desk {
            app,
            effects: Vec::new(),
        };
        desk.send(Msg::Opened(Box::new(Opened {
            source: Source::Example(name.to_owned()),
            path: None,
            scenario,
            read_only: None,
            has_comments: false,
            saved: None,
        })));
        desk
    }

    pub fn example(name: &str) -> Desk {
        Desk::with(name, |_| {})
    }

    pub fn send(&mut self, msg: Msg) {
        self.effects = self.app.update(msg);
    }

    /// Presses keys, written as in the table of keys.
    pub fn keys(&mut self, keys: &str) -> &mut Desk {
        for key in Key::sequence(keys).unwrap() {
            self.send(Msg::Key(key));
        }
        self
    }

    /// Types a text into the field in hand.
    pub fn types(&mut self, text: &str) -> &mut Desk {
        self.send(Msg::Paste(text.to_owned()));
        self
    }

    /// Simulates what is open, as the background does.
    pub fn simulate(&mut self, draws: u32) -> &mut Desk {
        let wish = RunWish {
            draws: Some(draws),
            ..self.app.run.wish.clone()
        };
        let document = self.app.shown().unwrap();
        let (id, scenario) = (document.id, Arc::clone(&document.scenario));
        let results = simulate(&scenario, &wish, &mut |_| true).unwrap();
        self.send(Msg::Live(
            id,
            None,
            Box::new(Report::Done(Arc::new(results))),
        ));
        self
    }

    pub fn scenario(&self) -> &Scenario {
        &self.app.shown().unwrap().scenario
    }

    /// The screen as text.
    pub fn screen(&self, columns: u16, rows: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal
            .draw(|frame| screens::view(&self.app, frame))
            .unwrap();
        let buffer = terminal.backend().buffer();
        let line = |y: u16| -> String {
            let row = (0..columns).map(|x| buffer[(x, y)].symbol());
            row.collect::<String>().trim_end().to_owned()
        };
        (0..rows).map(|y| line(y) + "\n").collect()
    }

    /// What the last line says.
    pub fn notice(&self) -> String {
        self.app
            .flash
            .as_ref()
            .map(|flash| flash.text.clone())
            .unwrap_or_default()
    }

    /// Draws the screen at many sizes: none may panic.
    pub fn draw_everywhere(&self) {
        for (columns, rows) in [
            (1, 1),
            (59, 15),
            (60, 16),
            (80, 24),
            (120, 36),
            (200, 60),
            (300, 100),
        ] {
            self.screen(columns, rows);
        }
    }

    /// Shows the screen to whoever runs the test with `SHOW=1`.
    pub fn show(&self, columns: u16, rows: u16) {
        if std::env::var_os("SHOW").is_some() {
            eprintln!("{}", self.screen(columns, rows));
        }
    }
}
