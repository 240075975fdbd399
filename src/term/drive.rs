//! The only event loop: messages in, frames out, effects to the world. Generic over the backend.

use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::Backend;

use super::draw_anew;
use super::pace::{Cause, Pace};
use crate::app::{App, Effect, Msg};
use crate::live::Report;
use crate::screens;

/// What carries effects out; answers come back as messages.
pub trait World {
    /// Carries one effect out. Must not block: long work happens elsewhere.
    fn carry_out(&mut self, effect: Effect);

    /// Bytes written to the terminal so far; 0 where nobody counts.
    fn bytes_written(&self) -> u64 {
        0
    }

    /// A frame is written: it may go now. Where `probe`, the terminal is to be asked to tell when it
    /// has shown the frame, which comes back as [`Msg::Shown`].
    ///
    /// # Errors
    /// The terminal cannot be written to.
    fn release(&mut self, probe: bool) -> io::Result<()> {
        let _ = probe;
        Ok(())
    }

    /// A frame of this workbench was drawn, for whoever shows it to others.
    fn shown(&mut self, app: &App) {
        let _ = app;
    }

    /// Gives the terminal to the shell and takes it back. Does nothing where there is no shell.
    ///
    /// # Errors
    /// The terminal could not be taken back.
    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs the workbench until it is left or nobody sends messages any more.
///
/// # Errors
/// The terminal cannot be written to.
pub fn drive<B: Backend>(
    terminal: &mut Terminal<B>,
    app: &mut App,
    inbox: &Receiver<Msg>,
    world: &mut dyn World,
    pace: &mut Pace,
) -> io::Result<()>
where
    B::Error: Send + Sync + 'static,
{
    let mut round = Round {
        app,
        world,
        held: Vec::new(),
        wanted: None,
        clear: false,
        began: Instant::now(),
    };
    for effect in round.app.start() {
        round.world.carry_out(effect);
    }
    round.draw(terminal, pace, Cause::Key)?;
    loop {
        let Some(first) = round.wait(inbox, pace) else {
            return Ok(());
        };
        // Everything that waits is taken before the next frame: key repeat must not fall behind.
        for msg in first.into_iter().chain(inbox.try_iter()) {
            if round.sort_in(msg, pace)?.is_break() {
                return Ok(());
            }
        }
        if let Some(cause) = round.due(pace) {
            if round.wanted.is_none() && round.release()?.is_break() {
                return Ok(());
            }
            round.draw(terminal, pace, cause)?;
        }
    }
}

/// What the loop has in hand.
struct Round<'a> {
    app: &'a mut App,
    world: &'a mut dyn World,
    /// Progress and better numbers that wait until the line to the terminal can take them: a
    /// frame that a key asks for must stay small.
    held: Vec<Msg>,
    /// A frame that somebody waits for.
    wanted: Option<Cause>,
    clear: bool,
    began: Instant,
}

impl Round<'_> {
    /// Takes a message, or holds it back. That a frame was shown permits others and wants none.
    fn sort_in(&mut self, msg: Msg, pace: &mut Pace) -> io::Result<ControlFlow<()>> {
        if matches!(msg, Msg::Shown) {
            pace.shown(Instant::now());
            return Ok(ControlFlow::Continue(()));
        }
        match cause(&msg) {
            Cause::Progress | Cause::Chart => {
                self.held.push(msg);
                Ok(ControlFlow::Continue(()))
            }
            now => {
                self.wanted = Some(now);
                self.take_in_order(msg)
            }
        }
    }

    /// Takes a message that cannot wait. The end of a run overtakes nothing that came before it.
    fn take_in_order(&mut self, msg: Msg) -> io::Result<ControlFlow<()>> {
        if cause(&msg) == Cause::Final && self.release()?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
        self.take(msg)
    }

    /// Takes everything that was held back.
    fn release(&mut self) -> io::Result<ControlFlow<()>> {
        for msg in std::mem::take(&mut self.held) {
            if self.take(msg)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn take(&mut self, msg: Msg) -> io::Result<ControlFlow<()>> {
        // Whatever starts a timer starts it now, not at the last tick.
        self.app.now = self.elapsed();
        for effect in self.app.update(msg) {
            match effect {
                Effect::Quit => {
                    self.world.carry_out(Effect::Quit);
                    return Ok(ControlFlow::Break(()));
                }
                Effect::Suspend => {
                    self.world.suspend()?;
                    self.clear = true;
                }
                Effect::Redraw => self.clear = true,
                other => self.world.carry_out(other),
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Why a frame is to be drawn, if the line can take it now.
    fn due(&self, pace: &mut Pace) -> Option<Cause> {
        let cause = self.wanted.or_else(|| self.held_cause())?;
        pace.may_draw(Instant::now(), cause)
            .is_none()
            .then_some(cause)
    }

    fn held_cause(&self) -> Option<Cause> {
        let causes = self.held.iter().map(cause);
        causes.max_by_key(|cause| *cause == Cause::Chart)
    }

    fn draw<B: Backend>(
        &mut self,
        terminal: &mut Terminal<B>,
        pace: &mut Pace,
        cause: Cause,
    ) -> io::Result<()>
    where
        B::Error: Send + Sync + 'static,
    {
        if std::mem::take(&mut self.clear) {
            draw_anew(terminal).map_err(io::Error::other)?;
        }
        let before = self.world.bytes_written();
        let drawn = terminal.draw(|frame| screens::view(self.app, frame));
        drawn.map_err(io::Error::other)?;
        self.wanted = None;
        self.world.release(pace.probes())?;
        let now = Instant::now();
        if matches!(cause, Cause::Key | Cause::Final) {
            pace.may_draw(now, cause);
        }
        pace.sent(now, self.world.bytes_written().saturating_sub(before));
        self.world.shown(self.app);
        Ok(())
    }

    /// Milliseconds since the start.
    fn elapsed(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// How long until time must be told again; keys pressed meanwhile do not put it off.
    fn tick(&self) -> Option<Duration> {
        let due = self.app.now.saturating_add(self.app.next_tick()?);
        Some(Duration::from_millis(due.saturating_sub(self.elapsed())))
    }

    /// The next message: `Some(None)` when only time has passed, `None` when nobody is left.
    fn wait(&self, inbox: &Receiver<Msg>, pace: &Pace) -> Option<Option<Msg>> {
        let now = Instant::now();
        let cause = self.wanted.or_else(|| self.held_cause());
        let held = cause.map(|cause| pace.wait(now, cause).unwrap_or_default());
        let tick = self.tick();
        let until = match (held, tick) {
            (None, None) => return inbox.recv().ok().map(Some),
            (Some(one), Some(other)) => one.min(other),
            (one, other) => one.or(other).unwrap_or_default(),
        };
        match inbox.recv_timeout(until) {
            Ok(msg) => Some(Some(msg)),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) if tick.is_some_and(|tick| tick <= until) => {
                Some(Some(Msg::Tick(self.elapsed())))
            }
            Err(RecvTimeoutError::Timeout) => Some(None),
        }
    }
}

/// How urgent the frame after a message is.
fn cause(msg: &Msg) -> Cause {
    match msg {
        Msg::Live(_, _, report) => match **report {
            Report::Progress { .. } => Cause::Progress,
            Report::Preview(_) => Cause::Chart,
            _ => Cause::Final,
        },
        Msg::Answer(..) => Cause::Chart,
        _ => Cause::Key,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use ratatui::backend::TestBackend;

    use super::*;
    use crate::app::{Code, Key};
    use crate::look::Look;

    /// Counts frames; the terminal tells that it has shown them only if the test does.
    #[derive(Default)]
    struct Counting {
        frames: u64,
        probes: u64,
    }

    impl World for Counting {
        fn carry_out(&mut self, _: Effect) {}

        fn bytes_written(&self) -> u64 {
            2_000 * self.frames
        }

        fn release(&mut self, probe: bool) -> io::Result<()> {
            self.frames += 1;
            self.probes += u64::from(probe);
            Ok(())
        }
    }

    fn driven(mut pace: Pace, script: impl FnOnce(&Sender<Msg>) + Send) -> Counting {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let mut app = App::new(Look::PLAINEST, (80, 24), "2026-11-23".to_owned());
        let (out, inbox) = channel();
        let mut world = Counting::default();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                script(&out);
                out.send(Msg::Terminate).unwrap();
            });
            drive(&mut terminal, &mut app, &inbox, &mut world, &mut pace).unwrap();
        });
        world
    }

    fn key(out: &Sender<Msg>) {
        let down = Msg::Key(Key::plain(Code::Down));
        out.send(down).unwrap();
        std::thread::sleep(Duration::from_millis(20));
    }

    #[test]
    fn an_answer_of_the_terminal_permits_a_frame_and_causes_none() {
        let world = driven(Pace::acknowledged(), |out| {
            for _ in 0..1_000 {
                out.send(Msg::Shown).unwrap();
            }
            std::thread::sleep(Duration::from_millis(20));
        });
        assert_eq!((world.frames, world.probes), (1, 1));
    }

    #[test]
    fn keys_pressed_while_the_line_is_full_share_the_next_frame() {
        let world = driven(Pace::acknowledged(), |out| {
            (0..5).for_each(|_| key(out));
            out.send(Msg::Shown).unwrap();
            std::thread::sleep(Duration::from_millis(20));
        });
        assert_eq!(world.frames, 2);
    }

    #[test]
    fn here_every_key_has_its_frame_and_nobody_is_asked() {
        let world = driven(Pace::new(super::super::pace::Link::Local), |out| {
            (0..5).for_each(|_| key(out));
        });
        assert_eq!((world.frames, world.probes), (6, 0));
    }
}
