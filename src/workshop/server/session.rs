//! One client's workbench, in a thread of its own. Whatever goes wrong in here ends here.

use std::any::Any;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, PoisonError};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::Terminal;

use super::backend::Far;
use super::caps::{Caps, Window};
use super::desk::Desk;
use super::door::{Counted, Farewell, Hall};
use super::fence::Fence;
use super::house::Seat;
use super::line::{Parcel, Pen, Post};
use super::log::News;
use crate::app::{App, Effect, Msg};
use crate::files::{Clock, Settings};
use crate::jobs::Share;
use crate::tell;
use crate::term::pace::Pace;
use crate::term::{Measured, Office, OpenWish, World, clipboard, drive};
use crate::words::faults;

/// Everything that a client's thread needs.
pub(super) struct Sitting {
    pub(super) hall: Arc<Hall>,
    pub(super) seat: Arc<dyn Seat>,
    pub(super) caps: Caps,
    pub(super) window: Arc<Window>,
    pub(super) post: Post,
    pub(super) out: Sender<Msg>,
    pub(super) inbox: Receiver<Msg>,
    pub(super) farewell: Farewell,
    pub(super) share: Share,
}

/// Why a workbench ended otherwise than by being left.
enum End {
    /// It could not begin, and why.
    Words(String),
    /// The client is gone.
    Gone,
}

impl From<io::Error> for End {
    fn from(_: io::Error) -> Self {
        Self::Gone
    }
}

/// Runs a client's workbench until it is left. It counts as there until its terminal has been given
/// back.
pub(super) fn run(sitting: Sitting, counted: Counted) {
    let (hall, name) = (Arc::clone(&sitting.hall), sitting.seat.name());
    let (post, share) = (sitting.post.clone(), sitting.share.clone());
    let farewell = Arc::clone(&sitting.farewell);
    share.pay();
    let done = catch_unwind(AssertUnwindSafe(|| work(sitting)));
    // What still computes for this client computes for nobody.
    share.stop();
    let (code, words) = match done {
        Ok(Ok(())) => {
            let mut said = farewell.lock().unwrap_or_else(PoisonError::into_inner);
            (0, said.take().unwrap_or_else(|| tell!("serve-goodbye")))
        }
        Ok(Err(End::Words(words))) => (1, words),
        Ok(Err(End::Gone)) => (1, String::new()),
        Err(panic) => {
            let reason = reason(&*panic);
            let name = name.clone();
            hall.log(News::Panicked { name, reason });
            (1, tell!("serve-panicked"))
        }
    };
    hall.log(News::Left { name });
    let _ = leave(&post, &words);
    let _ = post.parcel(Parcel::End(code));
    drop(counted);
}

fn work(sitting: Sitting) -> Result<(), End> {
    let limits = sitting.hall.limits.clone();
    let out = sitting.out;
    let guest = sitting.seat.sit(out.clone()).map_err(End::Words)?;
    let homes = guest.homes();
    let (settings, broken) = Settings::load(&homes);
    let look = OpenWish::default().look(&|name| sitting.caps.get(name), &settings);
    let clock = Clock::System;
    let mut app = App::new(look, sitting.window.get(), clock.today());
    app.guide.done = settings.tutorial;
    app.run.wish.budget = limits.memory;
    if let Some(broken) = broken {
        app.trouble(faults::of_settings(&broken));
    }
    let counted = Measured::new(sitting.post.pen.clone());
    let written = counted.written();
    let mut terminal = Terminal::new(Far::new(counted, sitting.window))?;
    let fence = Fence::around(&homes.scenarios);
    let office = Office::open(homes, clock, out.clone())?
        .with_written(written)
        .with_clipboard(clipboard_of(sitting.post.clone()));
    let mut desk = Desk {
        office,
        guest,
        post: sitting.post.clone(),
        fence,
        limits,
        out,
        open: 0,
    };
    enter(&mut sitting.post.pen.clone())?;
    let mut pace = Pace::acknowledged();
    let done = drive(
        &mut terminal,
        &mut app,
        &sitting.inbox,
        &mut desk,
        &mut pace,
    );
    // Also when the client is gone: what was edited last has to reach its journal.
    desk.carry_out(Effect::Quit);
    Ok(done?)
}

/// Copies go to the client's own terminal.
fn clipboard_of(post: Post) -> impl FnMut(&str) -> Result<(), String> + Send + 'static {
    move |text| {
        let copied = clipboard::copy(&mut post.pen.clone(), text);
        copied.map_err(|fault| faults::of_copy(&fault))?;
        post.send().map_err(|error| error.to_string())
    }
}

fn enter(pen: &mut Pen) -> io::Result<()> {
    queue!(
        pen,
        EnterAlternateScreen,
        EnableBracketedPaste,
        EnableFocusChange,
        Hide,
    )
}

/// Gives the client's terminal back, with a last word on its own screen.
fn leave(post: &Post, words: &str) -> io::Result<()> {
    let mut pen = post.pen.clone();
    queue!(
        pen,
        SetAttribute(Attribute::Reset),
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show,
    )?;
    for line in words.lines() {
        write!(pen, "{line}\r\n")?;
    }
    post.send()
}

/// What a panic said.
pub(super) fn reason(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}
