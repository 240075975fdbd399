//! Keys, pastes and changes of size, as messages from a thread of their own.

use std::sync::Arc;
use std::thread;

use crossterm::event::{self, Event, KeyEventKind};

use super::TermFault;

/// What comes from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key, a paste, a new size, or the terminal gaining or losing the attention of its window.
    Event(Event),
    /// The terminal is gone, and why if the system says so.
    Lost(String),
}

/// Hands everything that comes from the terminal to `send` until that returns false.
///
/// The threads end with the program; they hold nothing that must be given back.
///
/// # Errors
/// If the system refuses threads.
pub fn listen(send: impl Fn(Input) -> bool + Send + Sync + 'static) -> Result<(), TermFault> {
    let send = Arc::new(send);
    #[cfg(unix)]
    {
        let send = Arc::clone(&send);
        // crossterm does not notice a terminal that hangs up: it would read nothing, for ever, with
        // all of a processor.
        start("hang-up", move || match hang_up::wait() {
            Ok(()) => _ = send(Input::Lost(String::new())),
            Err(reason) => _ = send(Input::Lost(reason.to_string())),
        })?;
    }
    start("input", move || read(event::read, &*send))
}

fn start(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), TermFault> {
    thread::Builder::new().name(name.to_owned()).spawn(work)?;
    Ok(())
}

fn read(mut next: impl FnMut() -> std::io::Result<Event>, send: &impl Fn(Input) -> bool) {
    loop {
        let input = match next() {
            Ok(event) if !is_wanted(&event) => continue,
            Ok(event) => Input::Event(event),
            Err(reason) => Input::Lost(reason.to_string()),
        };
        let last = matches!(input, Input::Lost(_));
        if !send(input) || last {
            return;
        }
    }
}

/// Whether an event is meant for us. Releases of keys come from some terminals without being asked
/// for; mouse reports too, if a program before us left them on.
fn is_wanted(event: &Event) -> bool {
    match event {
        Event::Key(key) => matches!(key.kind, KeyEventKind::Press | KeyEventKind::Repeat),
        Event::Mouse(_) => false,
        Event::Paste(_) | Event::Resize(..) | Event::FocusGained | Event::FocusLost => true,
    }
}

#[cfg(unix)]
mod hang_up {
    use std::fs::File;
    use std::io;
    use std::os::fd::AsFd;

    use rustix::event::{PollFd, PollFlags, poll};

    /// Sleeps until the terminal hangs up.
    pub(super) fn wait() -> io::Result<()> {
        match std::io::IsTerminal::is_terminal(&io::stdin()) {
            true => wait_for(&io::stdin()),
            false => wait_for(&File::open("/dev/tty")?),
        }
    }

    fn wait_for(terminal: &impl AsFd) -> io::Result<()> {
        // Asked for nothing, `poll` tells of hang-ups and errors only.
        let mut watched = [PollFd::new(terminal, PollFlags::empty())];
        loop {
            match poll(&mut watched, None) {
                Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
                Ok(_) => return Ok(()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};

    use super::*;

    fn key(kind: KeyEventKind) -> Event {
        let code = KeyCode::Char('a');
        Event::Key(KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind))
    }

    fn got(events: Vec<Event>) -> Vec<Input> {
        let (events, got) = (RefCell::new(events.into_iter()), RefCell::new(Vec::new()));
        let end = || std::io::Error::other("end");
        read(|| events.borrow_mut().next().ok_or_else(end), &|input| {
            got.borrow_mut().push(input);
            true
        });
        got.into_inner()
    }

    #[test]
    fn presses_repeats_and_pastes_come_through_and_releases_and_the_mouse_do_not() {
        let mouse = Event::Mouse(MouseEvent {
            kind: MouseEventKind::Moved,
            column: 1,
            row: 1,
            modifiers: KeyModifiers::NONE,
        });
        let paste = Event::Paste("two\nlines".to_owned());
        let events = vec![
            key(KeyEventKind::Press),
            key(KeyEventKind::Release),
            mouse,
            key(KeyEventKind::Repeat),
            paste.clone(),
            Event::Resize(1, 1),
        ];
        let wanted = [
            key(KeyEventKind::Press),
            key(KeyEventKind::Repeat),
            paste,
            Event::Resize(1, 1),
        ];
        let mut expected: Vec<_> = wanted.into_iter().map(Input::Event).collect();
        expected.push(Input::Lost("end".to_owned()));
        assert_eq!(got(events), expected);
    }

    #[test]
    fn a_terminal_that_cannot_be_read_is_told_once() {
        assert_eq!(got(Vec::new()), [Input::Lost("end".to_owned())]);
    }
}
