//! Pacing by acknowledgement: how much may be on its way to a terminal far away.
//!
//! After every frame the terminal is asked where its cursor is; the answer says that everything
//! before it has been shown. No frame is sent while too many bytes are unanswered, so a slow line
//! never holds more than the reader waits for gladly. An answer permits a frame, it never causes
//! one. A state machine without a clock: the loop says what time it is.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// What asks a terminal where its cursor is; it answers with [`crate::app::Msg::Shown`].
pub const PROBE: &[u8] = b"\x1b[6n";

/// Bytes that may be unanswered. A line of 8 kB/s carries them in 190 ms.
const WINDOW: u64 = 1_500;
/// An answer that takes longer will not come any more.
const PATIENCE: Duration = Duration::from_secs(5);
/// Time between frames to a terminal that never answers.
const BLIND: Duration = Duration::from_millis(250);
/// The longest that numbers wait for a line to get free again.
const LONGEST_REST: Duration = Duration::from_secs(2);

/// What was sent and has not been answered.
#[derive(Clone, Debug, Default)]
pub struct Credit {
    asked: VecDeque<(Instant, u64)>,
    /// The fastest answer so far: how far away the terminal is when the line is free.
    fastest: Option<Duration>,
    /// The terminal does not answer; the frame that was sent last.
    blind: Option<Instant>,
    /// Until when only what somebody waits for may be sent.
    rest: Option<Instant>,
}

impl Credit {
    /// Whether a probe is to follow the next frame.
    #[must_use]
    pub fn probes(&self) -> bool {
        self.blind.is_none()
    }

    /// How long a frame has to wait now; `None` = not at all. Numbers that change by themselves
    /// (`!urgent`) leave the line free for three quarters of the time, so that a key finds it free.
    #[must_use]
    pub fn wait(&self, now: Instant, urgent: bool) -> Option<Duration> {
        let until = match self.blind {
            Some(last) => Some(last + BLIND),
            None if self.unanswered() < WINDOW => None,
            None => self.asked.front().map(|(sent, _)| *sent + PATIENCE),
        };
        let rest = self.rest.filter(|_| !urgent);
        until
            .max(rest)
            .map(|until| until.saturating_duration_since(now))
            .filter(|wait| !wait.is_zero())
    }

    /// A frame of so many bytes, and a probe if one was due, are on their way.
    pub fn sent(&mut self, now: Instant, bytes: u64) {
        let late = |(sent, _): &(Instant, u64)| now.saturating_duration_since(*sent) >= PATIENCE;
        if self.asked.front().is_some_and(late) {
            self.asked.retain(|asked| !late(asked));
            if self.fastest.is_none() {
                self.asked.clear();
                self.blind = Some(now);
            }
        }
        match &mut self.blind {
            Some(last) => *last = now,
            None => self.asked.push_back((now, bytes)),
        }
    }

    /// The terminal has shown the oldest frame that was unanswered.
    pub fn shown(&mut self, now: Instant) {
        let Some((sent, _)) = self.asked.pop_front() else {
            return;
        };
        let took = now.saturating_duration_since(sent);
        let fastest = self.fastest.map_or(took, |fastest| fastest.min(took));
        self.fastest = Some(fastest);
        let busy = took.saturating_sub(fastest);
        self.rest = Some(now + (busy * 3).min(LONGEST_REST));
    }

    fn unanswered(&self) -> u64 {
        self.asked.iter().map(|(_, bytes)| bytes).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Duration = Duration::from_millis(1);

    #[test]
    fn frames_go_out_until_the_window_is_full() {
        let (now, mut credit) = (Instant::now(), Credit::default());
        credit.sent(now, 1_000);
        assert_eq!(credit.wait(now, true), None);
        credit.sent(now, 1_000);
        assert_eq!(credit.wait(now, true), Some(PATIENCE));
        credit.shown(now + 200 * MS);
        assert_eq!(credit.wait(now + 200 * MS, true), None);
    }

    #[test]
    fn an_answer_that_never_comes_is_waited_for_five_seconds() {
        let (start, mut credit) = (Instant::now(), Credit::default());
        credit.sent(start, 50);
        credit.shown(start + MS);
        let now = start + 10 * MS;
        credit.sent(now, 4_000);
        assert_eq!(credit.wait(now + 4_999 * MS, true), Some(MS));
        assert_eq!(credit.wait(now + 5_000 * MS, true), None);
        credit.sent(now + 5_000 * MS, 100);
        assert!(credit.probes(), "it has answered before");
        assert_eq!(credit.wait(now + 5_000 * MS, true), None);
    }

    #[test]
    fn a_terminal_that_never_answers_gets_four_frames_a_second() {
        let (start, mut credit) = (Instant::now(), Credit::default());
        let mut frames = 0;
        for tick in 0..2_000 {
            let now = start + tick * 10 * MS;
            if credit.wait(now, true).is_none() {
                credit.sent(now, 3_000);
                frames += 1;
            }
        }
        assert!(!credit.probes());
        assert_eq!(
            frames,
            1 + 15 * 4,
            "one, five seconds of patience, then 4/s"
        );
    }

    #[test]
    fn an_answer_without_a_question_changes_nothing() {
        let (now, mut credit) = (Instant::now(), Credit::default());
        for _ in 0..1_000 {
            credit.shown(now);
        }
        credit.sent(now, 2_000);
        assert_eq!(credit.wait(now, true), Some(PATIENCE));
    }

    #[test]
    fn numbers_leave_a_slow_line_free_three_quarters_of_the_time() {
        let (start, mut credit) = (Instant::now(), Credit::default());
        credit.sent(start, 50);
        credit.shown(start + 200 * MS);
        let sent = start + 1_000 * MS;
        credit.sent(sent, 1_000);
        let now = sent + 300 * MS;
        credit.shown(now);
        assert_eq!(credit.wait(now, false), Some(300 * MS));
        assert_eq!(credit.wait(now, true), None, "a key does not wait");
    }

    #[test]
    fn on_a_fast_line_numbers_do_not_wait() {
        let (mut now, mut credit) = (Instant::now(), Credit::default());
        for _ in 0..100 {
            assert_eq!(credit.wait(now, false), None);
            credit.sent(now, 1_400);
            now += MS;
            credit.shown(now);
        }
    }
}
