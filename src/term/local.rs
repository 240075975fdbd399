//! The workbench on the terminal of this process.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::drive::{World, drive};
use super::guard::Guard;
use super::input::{self, Input};
use super::pace::{Link, Pace};
use super::signals::{Signal, Signals};
use super::{Measured, Office, OpenWish, TermFault, WorkshopWish, clipboard, colour, keys, panics};
use crate::app::{App, Effect, Key, Msg, Source};
use crate::files::{Clock, Homes, LifeFault, Settings};
use crate::words::faults;
use crate::workshop::host::{Host, HostFault, Member, Proof, Refused, SeatWish};

/// Why the workbench could not be opened or went on no longer.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// The terminal.
    #[error(transparent)]
    Terminal(#[from] TermFault),
    /// Folders and files of the program.
    #[error(transparent)]
    Life(#[from] LifeFault),
    /// The workshop.
    #[error(transparent)]
    Workshop(#[from] HostFault),
    /// The seat in it.
    #[error(transparent)]
    Seat(#[from] Refused),
    /// Writing to the terminal.
    #[error(transparent)]
    Output(#[from] io::Error),
}

/// Opens the workbench and returns the exit code when it is left.
///
/// # Errors
/// See [`OpenFault`]. Unsaved work is in its journal then.
pub fn open(wish: &OpenWish) -> Result<u8, OpenFault> {
    let clock = Clock::System;
    let (out, inbox) = channel();
    let seat = wish.workshop.as_ref();
    let seat = seat.map(|wish| sit_down(wish, clock, &out)).transpose()?;
    let homes = match &seat {
        None => Homes::find(wish.folder.as_deref())?,
        Some(seat) => seat.homes.clone(),
    };
    let (settings, broken) = Settings::load(&homes);
    let look = wish.look(&env, &settings);
    colour::ours();
    let guard = Arc::new(Mutex::new(Guard::enter()?));
    watch_panics(out.clone());
    let ended = Arc::new(Mutex::new(None));
    let signals = Arc::new(listen_to_signals(&out, &ended, &guard)?);
    listen_to_keys(&out)?;
    let counted = Measured::new(io::stdout());
    let written = counted.written();
    let backend = CrosstermBackend::new(counted);
    let mut terminal = Terminal::new(backend)?;
    let size = terminal.size()?;
    let mut app = App::new(look, (size.width, size.height), clock.today());
    app.guide.done = settings.tutorial;
    if let Some(broken) = broken {
        app.trouble(faults::of_settings(&broken));
    }
    let own = Arc::clone(&guard);
    let mut world = Office::open(homes, clock, out)?
        .with_written(written)
        .with_clipboard(|text| {
            clipboard::copy(&mut io::stdout(), text).map_err(|fault| faults::of_copy(&fault))
        })
        .with_suspend(move || {
            let guard = own.lock().unwrap_or_else(PoisonError::into_inner);
            // Without a shell that could bring it back, the program simply goes on.
            let _ = guard.suspend(&signals);
            Ok(())
        });
    if let Some(seat) = seat {
        world = world.with_room(Box::new(move |act| seat.member.act(act)));
    }
    app.wish_open(
        wish.files.iter().cloned().map(Source::File).collect(),
        wish.read_only,
    );
    let link = Link::detect(&env);
    let done = drive(
        &mut terminal,
        &mut app,
        &inbox,
        &mut world,
        &mut Pace::new(link),
    );
    // Also when the terminal is gone: what was edited last has to reach its journal.
    world.carry_out(Effect::Quit);
    drop(terminal);
    super::guard::give_back();
    done?;
    let code = ended.lock().unwrap_or_else(PoisonError::into_inner).take();
    Ok(code.unwrap_or(0))
}

/// A seat in a workshop; it is left when this is dropped.
struct Seated {
    member: Member,
    homes: Homes,
    /// Whoever only looks on keeps nothing.
    _passing: Option<tempfile::TempDir>,
}

fn sit_down(wish: &WorkshopWish, clock: Clock, out: &Sender<Msg>) -> Result<Seated, OpenFault> {
    let host = Host::join(&wish.folder, clock)?;
    let seat = host.seat(&SeatWish {
        role: wish.role,
        table: wish.table.clone(),
        proof: Proof::Folder,
    })?;
    let member = host.enter(seat, out.clone())?;
    let (homes, passing) = match member.homes() {
        Some(homes) => (homes, None),
        None => {
            let folder = tempfile::tempdir()?;
            (Homes::under(folder.path()), Some(folder))
        }
    };
    Ok(Seated {
        member,
        homes,
        _passing: passing,
    })
}

fn env(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// A panic of a worker is told on the screen; the run's own report says the rest.
fn watch_panics(out: Sender<Msg>) {
    let out = Mutex::new(out);
    panics::watch(move |panic| {
        let out = out.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = out.send(Msg::Trouble(faults::of_panic(&panic)));
    });
}

fn listen_to_signals(
    out: &Sender<Msg>,
    ended: &Arc<Mutex<Option<u8>>>,
    guard: &Arc<Mutex<Guard>>,
) -> Result<Signals, TermFault> {
    let (out, ended, guard) = (out.clone(), Arc::clone(ended), Arc::clone(guard));
    Signals::listen(move |signal| {
        let msg = match signal {
            Signal::Continue => {
                let guard = guard.lock().unwrap_or_else(PoisonError::into_inner);
                let _ = guard.retake();
                Msg::Retaken
            }
            Signal::Suspend => Msg::Key(Key {
                ctrl: true,
                ..Key::char('z')
            }),
            end => {
                let mut code = ended.lock().unwrap_or_else(PoisonError::into_inner);
                *code = Some(end.exit_code());
                Msg::Terminate
            }
        };
        let _ = out.send(msg);
    })
}

fn listen_to_keys(out: &Sender<Msg>) -> Result<(), TermFault> {
    let out = Mutex::new(out.clone());
    input::listen(move |input| {
        let msg = match input {
            Input::Event(event) => keys::message(&event),
            Input::Lost(_) => Some(Msg::Terminate),
        };
        let out = out.lock().unwrap_or_else(PoisonError::into_inner);
        msg.is_none_or(|msg| out.send(msg).is_ok())
    })
}
