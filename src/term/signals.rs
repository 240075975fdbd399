//! Signals from outside, as messages.
//!
//! A thread sleeps until one comes; nothing is polled.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use super::TermFault;

/// What somebody outside wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The same as Ctrl-C.
    Interrupt,
    /// End now, keeping unsaved work in the journal.
    Terminate,
    /// The terminal is gone. End now, keeping unsaved work in the journal.
    HangUp,
    /// The same as Ctrl-Z.
    Suspend,
    /// The program was stopped from outside and goes on: [`retake`](super::Guard::retake) the
    /// terminal. Not sent after a [`suspend`](super::Guard::suspend), which waits for it.
    Continue,
}

impl Signal {
    /// The exit code by which shells know that a signal ended a program.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::HangUp => 129,
            Self::Interrupt => 130,
            Self::Terminate => 143,
            Self::Suspend | Self::Continue => 0,
        }
    }
}

/// Listens until it is dropped.
#[derive(Debug)]
pub struct Signals {
    going_on: Arc<GoingOn>,
    #[cfg(unix)]
    handle: signal_hook::iterator::Handle,
    thread: Option<JoinHandle<()>>,
}

/// How often the program went on after a stop, and whether somebody waits for that.
#[derive(Debug, Default)]
struct GoingOn {
    state: Mutex<(u64, bool)>,
    changed: Condvar,
}

impl GoingOn {
    fn lock(&self) -> MutexGuard<'_, (u64, bool)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts; true if somebody waited for it.
    fn note(&self) -> bool {
        let mut state = self.lock();
        state.0 += 1;
        self.changed.notify_all();
        std::mem::take(&mut state.1)
    }
}

impl Signals {
    /// Runs `stop` and returns when the program has gone on after it.
    pub(super) fn until_continued(
        &self,
        stop: impl FnOnce() -> Result<(), TermFault>,
    ) -> Result<(), TermFault> {
        let before = {
            let mut state = self.going_on.lock();
            state.1 = true;
            state.0
        };
        if let Err(fault) = stop() {
            self.going_on.lock().1 = false;
            return Err(fault);
        }
        let mut state = self.going_on.lock();
        while state.0 == before {
            let waited = self.going_on.changed.wait(state);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
        Ok(())
    }
}

#[cfg(unix)]
mod unix {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::low_level::emulate_default_handler;

    use super::*;
    use crate::term::guard;

    impl Signals {
        /// Hands every signal to `send`, from a thread of its own.
        ///
        /// Whoever asks twice for an end gets it at once, even if the program hangs.
        ///
        /// # Errors
        /// If the system refuses.
        pub fn listen(mut send: impl FnMut(Signal) + Send + 'static) -> Result<Self, TermFault> {
            let wanted = [SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGTSTP, SIGCONT];
            let mut signals = signal_hook::iterator::Signals::new(wanted)?;
            let handle = signals.handle();
            let going_on = Arc::new(GoingOn::default());
            let shared = Arc::clone(&going_on);
            let thread = thread::Builder::new().name("signals".to_owned());
            let thread = thread.spawn(move || {
                let mut ending = false;
                for number in signals.forever() {
                    match meaning(number) {
                        Signal::Continue if shared.note() => {}
                        Signal::Terminate | Signal::HangUp if ending => end_at_once(number),
                        signal => {
                            ending |= matches!(signal, Signal::Terminate | Signal::HangUp);
                            send(signal);
                        }
                    }
                }
            })?;
            let thread = Some(thread);
            Ok(Self {
                going_on,
                handle,
                thread,
            })
        }
    }

    impl Drop for Signals {
        fn drop(&mut self) {
            self.handle.close();
            if let Some(thread) = self.thread.take() {
                let _ = thread.join();
            }
        }
    }

    fn meaning(number: i32) -> Signal {
        match number {
            SIGINT => Signal::Interrupt,
            SIGHUP => Signal::HangUp,
            SIGTSTP => Signal::Suspend,
            SIGCONT => Signal::Continue,
            _ => Signal::Terminate,
        }
    }

    /// The program hangs. A terminal that takes no more output must not keep it alive.
    fn end_at_once(number: i32) {
        let (done, wait) = mpsc::channel();
        thread::spawn(move || {
            guard::give_back();
            let _ = done.send(());
        });
        let _ = wait.recv_timeout(Duration::from_millis(300));
        let _ = crossterm::terminal::disable_raw_mode();
        let _ = emulate_default_handler(number);
    }
}

#[cfg(not(unix))]
impl Signals {
    /// There are no signals here; Ctrl-C comes as a key.
    ///
    /// # Errors
    /// Never.
    pub fn listen(_: impl FnMut(Signal) + Send + 'static) -> Result<Self, TermFault> {
        let going_on = Arc::new(GoingOn::default());
        let thread = None;
        Ok(Self { going_on, thread })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shells_learn_which_signal_ended_the_program() {
        let ended = [Signal::HangUp, Signal::Interrupt, Signal::Terminate];
        assert_eq!(ended.map(Signal::exit_code), [128 + 1, 128 + 2, 128 + 15]);
    }

    #[test]
    fn a_stop_that_fails_does_not_wait_to_go_on() {
        let signals = Signals::listen(|_| {}).unwrap();
        let refused = signals.until_continued(|| Err(TermFault::NoShell));
        assert_eq!(refused, Err(TermFault::NoShell));
        assert!(!signals.going_on.note(), "nobody waits any more");
    }
}
