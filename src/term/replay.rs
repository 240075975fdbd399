//! A session without a terminal: keys from a text, a screen in memory.
//!
//! Flow tests, bug reports and workshop recipes are such texts. One command on a line:
//!
//! ```text
//! size 80 24             the terminal's columns and rows
//! open FILE              opens a file or an example by its name
//! keys jj<Enter>         presses keys
//! type some text         types the rest of the line
//! paste some text        pastes it; `\\n` is a line break, `\\\\` a backslash
//! do next-screen         an action by its command name
//! settle                 waits until nothing is on its way
//! see some text          fails unless the screen shows it
//! miss some text         fails if the screen shows it
//! screen                 prints the screen
//! # a comment
//! ```

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::drive::World;
use super::world::{Office, Outstanding};
use crate::app::{App, Effect, Key, Msg, RECORDING_HEAD, Source, unescape};
use crate::files::{Clock, Homes};
use crate::look::Look;
use crate::screens;
use crate::words::workshop::of_door;
use crate::workshop::host::{Host, Member, Seat};

/// Nothing takes longer than this; a session that does hangs.
const PATIENCE: Duration = Duration::from_secs(120);
/// How often a settling session looks whether all is done.
const LOOK: Duration = Duration::from_millis(5);

/// Why a session does not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplayFault {
    /// The first line names another kind or version of recording.
    Head,
    /// There is no such command.
    Command(String),
    /// What follows the command cannot be read.
    Argument(String),
    /// The screen does not show this.
    NotSeen(String),
    /// The screen shows this.
    Seen(String),
    /// Something is still on its way after a long time.
    Hangs,
    /// The workshop does not let it happen: why, in words.
    Refused(String),
}

/// A session in memory.
pub struct Session {
    /// The workbench.
    pub app: App,
    terminal: Terminal<TestBackend>,
    world: Office,
    inbox: Receiver<Msg>,
    outstanding: Outstanding,
    /// It was left.
    pub left: bool,
    /// What was last put into the clipboard.
    pub copied: Option<String>,
    printed: String,
    /// Its seat in a workshop.
    member: Option<Arc<Member>>,
}

impl Session {
    /// A session on an empty desk.
    ///
    /// # Errors
    /// If the system refuses threads.
    pub fn new(homes: Homes, clock: Clock, look: Look, size: (u16, u16)) -> io::Result<Self> {
        let (out, inbox) = channel();
        let world = Office::open(homes, clock, out)?.with_clipboard(|_| Ok(()));
        Ok(Session::of(
            world,
            inbox,
            App::new(look, size, clock.today()),
        ))
    }

    /// A session on a seat of a workshop; `spare` is where those who have no folder keep files.
    ///
    /// # Errors
    /// If the seat is refused or the system refuses threads.
    pub fn seated(
        host: &Arc<Host>,
        seat: Seat,
        spare: Homes,
        (clock, look, size): (Clock, Look, (u16, u16)),
    ) -> Result<Self, ReplayFault> {
        let (out, inbox) = channel();
        let member = host.enter(seat, out.clone());
        let member = member.map_err(|refused| ReplayFault::Refused(of_door(&refused)))?;
        let member = Arc::new(member);
        let asked = Arc::clone(&member);
        let world = Office::open(member.homes().unwrap_or(spare), clock, out)
            .map_err(|error| ReplayFault::Refused(error.to_string()))?
            .with_clipboard(|_| Ok(()))
            .with_room(Box::new(move |act| asked.act(act)));
        let mut session = Session::of(world, inbox, App::new(look, size, clock.today()));
        session.member = Some(member);
        Ok(session)
    }

    fn of(world: Office, inbox: Receiver<Msg>, app: App) -> Self {
        let size = app.size;
        let Ok(terminal) = Terminal::new(TestBackend::new(size.0, size.1));
        let mut session = Session {
            app,
            terminal,
            outstanding: world.outstanding(),
            world,
            inbox,
            left: false,
            copied: None,
            printed: String::new(),
            member: None,
        };
        for effect in session.app.start() {
            session.carry(effect);
        }
        session
    }

    /// Hands a message to the workbench and carries out what follows at once.
    pub fn send(&mut self, msg: Msg) {
        for effect in self.app.update(msg) {
            self.carry(effect);
        }
        if let Some(member) = &self.member {
            member.show(&self.app);
        }
    }

    /// Carries an effect out at once.
    pub fn carry(&mut self, effect: Effect) {
        match effect {
            Effect::Quit => self.left = true,
            Effect::Copy(text) => self.copied = Some(text),
            other => self.world.carry_out(other),
        }
    }

    /// Takes what has come back meanwhile.
    pub fn catch_up(&mut self) {
        while let Ok(msg) = self.inbox.try_recv() {
            self.send(msg);
        }
    }

    /// Waits until nothing is on its way.
    ///
    /// # Errors
    /// [`ReplayFault::Hangs`] after two minutes.
    pub fn settle(&mut self) -> Result<(), ReplayFault> {
        let began = Instant::now();
        loop {
            self.catch_up();
            if self.outstanding.is_empty() {
                // What ended between the two looks has sent its message by now.
                self.catch_up();
                if self.outstanding.is_empty() {
                    return Ok(());
                }
            }
            if began.elapsed() > PATIENCE {
                return Err(ReplayFault::Hangs);
            }
            if let Ok(msg) = self.inbox.recv_timeout(LOOK) {
                self.send(msg);
            }
        }
    }

    /// Presses keys, in the notation of the table of keys.
    ///
    /// # Errors
    /// The part that is no key.
    pub fn press(&mut self, keys: &str) -> Result<(), ReplayFault> {
        for key in Key::sequence(keys).map_err(ReplayFault::Argument)? {
            self.send(Msg::Key(key));
        }
        Ok(())
    }

    /// The screen as text, one line for each row.
    pub fn screen(&mut self) -> String {
        let app = &self.app;
        let Ok(_) = self.terminal.draw(|frame| screens::view(app, frame));
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width).max(1);
        let rows = buffer.content.chunks(width).map(|row| {
            let mut line = String::new();
            let mut covered = 0;
            for cell in row {
                // The second column of a wide character holds nothing of its own.
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                covered = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
                line.push_str(cell.symbol());
            }
            line.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// The cells of the last screen.
    pub fn buffer(&mut self) -> &ratatui::buffer::Buffer {
        let app = &self.app;
        let Ok(_) = self.terminal.draw(|frame| screens::view(app, frame));
        self.terminal.backend().buffer()
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().resize(columns, rows);
        self.send(Msg::Resize(columns, rows));
    }

    /// What was printed by `screen` since the last call.
    pub fn take_printed(&mut self) -> String {
        std::mem::take(&mut self.printed)
    }

    /// Plays a whole text.
    ///
    /// # Errors
    /// The number of the line, from 1, and what is wrong there.
    pub fn play(&mut self, text: &str) -> Result<(), (usize, ReplayFault)> {
        for (number, line) in text.lines().enumerate() {
            let fault = |fault| (number + 1, fault);
            let line = line.trim();
            if number == 0 && line.starts_with("foretree-session") {
                if line != RECORDING_HEAD {
                    return Err(fault(ReplayFault::Head));
                }
                continue;
            }
            self.line(line).map_err(fault)?;
            self.catch_up();
        }
        Ok(())
    }

    /// Plays one line.
    pub(super) fn line(&mut self, line: &str) -> Result<(), ReplayFault> {
        let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match command {
            "" | "#" => Ok(()),
            _ if command.starts_with('#') => Ok(()),
            "size" => self.size(rest),
            "keys" => self.press(rest),
            "type" => {
                rest.chars()
                    .for_each(|letter| self.send(Msg::Key(Key::char(letter))));
                Ok(())
            }
            "paste" => {
                self.send(Msg::Paste(unescape(rest)));
                Ok(())
            }
            "open" => {
                let source = Source::File(rest.into());
                self.carry(App::open(source, false));
                self.settle()
            }
            "do" => match self.app.command(rest) {
                Some(effects) => {
                    effects.into_iter().for_each(|effect| self.carry(effect));
                    Ok(())
                }
                None => Err(ReplayFault::Argument(rest.to_owned())),
            },
            "settle" => self.settle(),
            "see" => self.see(rest),
            "miss" if self.screen().contains(rest) => Err(ReplayFault::Seen(rest.to_owned())),
            "miss" => Ok(()),
            "screen" => {
                let screen = self.screen();
                self.printed.push_str(&screen);
                self.printed.push('\n');
                Ok(())
            }
            other => Err(ReplayFault::Command(other.to_owned())),
        }
    }

    fn size(&mut self, rest: &str) -> Result<(), ReplayFault> {
        let wrong = || ReplayFault::Argument(rest.to_owned());
        let (columns, rows) = rest.split_once(' ').ok_or_else(wrong)?;
        let number = |text: &str| -> Option<u16> {
            text.trim()
                .parse()
                .ok()
                .filter(|size| (1..=1_000).contains(size))
        };
        let size = number(columns).zip(number(rows)).ok_or_else(wrong)?;
        self.resize(size.0, size.1);
        Ok(())
    }

    /// The screen must show a text; what is on its way may still bring it.
    fn see(&mut self, text: &str) -> Result<(), ReplayFault> {
        if self.screen().contains(text) {
            return Ok(());
        }
        self.settle()?;
        if self.screen().contains(text) {
            return Ok(());
        }
        Err(ReplayFault::NotSeen(text.to_owned()))
    }
}
