//! What the handler of a connection and those who watch over it share.

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::door::{Cut, Farewell, part};
use crate::app::Msg;

/// One connection, watched.
pub(super) struct Line {
    pub(super) cut: Cut,
    pub(super) address: IpAddr,
    began: Instant,
    /// A code or key was right.
    pub(super) known: AtomicBool,
    /// Milliseconds from the beginning to the last key.
    last_key: AtomicU64,
    pub(super) sitting: Mutex<Option<(Sender<Msg>, Farewell)>>,
    /// Something was begun: a workbench or a command.
    pub(super) busy: AtomicBool,
}

impl Line {
    pub(super) fn new(cut: Cut, address: IpAddr) -> Arc<Self> {
        Arc::new(Self {
            cut,
            address,
            began: Instant::now(),
            known: AtomicBool::new(false),
            last_key: AtomicU64::new(0),
            sitting: Mutex::new(None),
            busy: AtomicBool::new(false),
        })
    }

    /// How long the connection has lasted.
    pub(super) fn lasted(&self) -> Duration {
        self.began.elapsed()
    }

    /// How long no key was pressed.
    pub(super) fn idle(&self) -> Duration {
        let last = Duration::from_millis(self.last_key.load(Ordering::Relaxed));
        self.lasted().saturating_sub(last)
    }

    /// Somebody is there.
    pub(super) fn key_pressed(&self) {
        let now = u64::try_from(self.lasted().as_millis()).unwrap_or(u64::MAX);
        self.last_key.store(now, Ordering::Relaxed);
    }

    /// Asks whoever sits here to go, with words; without a workbench the connection just ends.
    pub(super) fn part(&self, words: &str) {
        let sitting = self.sitting.lock().unwrap_or_else(PoisonError::into_inner);
        match &*sitting {
            Some((inbox, farewell)) => part(inbox, farewell, words),
            None => self.cut.now(),
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.cut.now();
    }
}
