//! A line between a terminal and a program: so many bytes a second, so long to the other end.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How good a line is.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Bytes a second towards the terminal; `None` without a limit.
    pub rate: Option<u32>,
    /// From a key to the first byte of its answer at best.
    pub round_trip: Duration,
}

impl Line {
    /// Terminal and program on one machine.
    pub const LOCAL: Self = Self {
        rate: None,
        round_trip: Duration::ZERO,
    };
    /// What a trainer in a provincial town may have.
    pub const SLOW: Self = Self {
        rate: Some(8_000),
        round_trip: Duration::from_millis(200),
    };

    /// Small enough that the screen fills up bit by bit, as on a real line.
    const PIECE: usize = 64;

    /// Carries bytes: what is sent comes out at `deliver` when the line is done with it. Buffers
    /// without end, as networks do.
    pub fn carry(self, limited: bool, mut deliver: impl FnMut(&[u8]) + Send + 'static) -> Mouth {
        let (sender, queue): (Sender<(Instant, Vec<u8>)>, Receiver<_>) = channel();
        thread::spawn(move || {
            let mut free = Instant::now();
            for (sent, bytes) in queue {
                for piece in bytes.chunks(Self::PIECE) {
                    free = free.max(sent);
                    if let Some(rate) = self.rate.filter(|_| limited) {
                        free += Duration::from_secs_f64(piece.len() as f64 / f64::from(rate));
                    }
                    let arrives = free + self.round_trip / 2;
                    thread::sleep(arrives.saturating_duration_since(Instant::now()));
                    deliver(piece);
                }
            }
            deliver(&[]);
        });
        Mouth(sender)
    }
}

/// Where bytes enter a line.
pub struct Mouth(Sender<(Instant, Vec<u8>)>);

impl Mouth {
    /// Sends bytes. Nothing happens if the other end is gone.
    pub fn send(&self, bytes: &[u8]) {
        let _ = self.0.send((Instant::now(), bytes.to_vec()));
    }
}
