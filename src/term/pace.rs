//! How often the screen may be drawn.
//!
//! Keys are answered at once. What changes by itself waits, so that a slow line is never full when
//! a key is pressed. Where the terminal tells what it has shown, keys wait for that too. A state
//! machine without a clock: the loop says what time it is.

use std::time::{Duration, Instant};

use super::credit::Credit;

/// How the terminal is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// On this machine.
    Local,
    /// Over a network that may be slow.
    Remote,
}

impl Link {
    /// Over SSH the variable `SSH_CONNECTION` is set.
    #[must_use]
    pub fn detect(env: &dyn Fn(&str) -> Option<String>) -> Self {
        match env("SSH_CONNECTION").is_some_and(|value| !value.is_empty()) {
            true => Self::Remote,
            false => Self::Local,
        }
    }

    /// Least time between two frames of this cause.
    fn gap(self, cause: Cause) -> Duration {
        let milliseconds = match (self, cause) {
            (_, Cause::Key | Cause::Final) => 0,
            (Self::Local, Cause::Progress | Cause::Chart) => 100,
            (Self::Remote, Cause::Progress) => 250,
            (Self::Remote, Cause::Chart) => 500,
        };
        Duration::from_millis(milliseconds)
    }
}

/// Why something should be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Somebody pressed a key or changed the size: at once.
    Key,
    /// The end of something, such as a finished run: at once.
    Final,
    /// A run got on.
    Progress,
    /// Better numbers for what is shown.
    Chart,
}

/// Bytes a second that frames without a key may take on a slow line: a quarter of 8 kB/s, which
/// leaves the line free three quarters of the time.
const REMOTE_BYTES: u64 = 2_000;

/// When the next frame may be drawn.
#[derive(Clone, Debug)]
pub struct Pace {
    link: Link,
    progress: Option<Instant>,
    chart: Option<Instant>,
    /// Until when the bytes of earlier frames may still be on their way.
    busy: Option<Instant>,
    /// What the terminal has not yet told to have shown; none where it is not asked.
    credit: Option<Credit>,
}

impl Pace {
    /// Nothing was drawn yet.
    #[must_use]
    pub fn new(link: Link) -> Self {
        Self {
            link,
            progress: None,
            chart: None,
            busy: None,
            credit: None,
        }
    }

    /// For a terminal far away whose answers reach this program: see [`Credit`].
    #[must_use]
    pub fn acknowledged() -> Self {
        Self {
            credit: Some(Credit::default()),
            ..Self::new(Link::Remote)
        }
    }

    /// Whether the terminal is to be asked to tell when it has shown the next frame.
    #[must_use]
    pub fn probes(&self) -> bool {
        self.credit.as_ref().is_some_and(Credit::probes)
    }

    /// The terminal has shown a frame.
    pub fn shown(&mut self, now: Instant) {
        if let Some(credit) = &mut self.credit {
            credit.shown(now);
        }
    }

    /// `None` if a frame may be drawn now, which is then taken as drawn; otherwise how long to wait.
    ///
    /// Better numbers must wait here before the screen gets hold of them: a frame that a key asks
    /// for shows everything there is.
    pub fn may_draw(&mut self, now: Instant, cause: Cause) -> Option<Duration> {
        let wait = self.wait(now, cause);
        if wait.is_none() {
            self.note(now, cause);
        }
        wait
    }

    /// How long a frame would have to wait now; `None` = not at all.
    #[must_use]
    pub fn wait(&self, now: Instant, cause: Cause) -> Option<Duration> {
        let last = match cause {
            Cause::Key | Cause::Final => None,
            Cause::Progress => self.progress,
            Cause::Chart => self.chart,
        };
        let free = last.map(|last| last + self.link.gap(cause));
        let busy = self.busy.filter(|_| !is_urgent(cause));
        let paced = free
            .max(busy)
            .map(|from| from.saturating_duration_since(now))
            .filter(|wait| !wait.is_zero());
        let credit = self.credit.as_ref();
        paced.max(credit.and_then(|credit| credit.wait(now, is_urgent(cause))))
    }

    /// Tells how many bytes the frame took that was just drawn.
    pub fn sent(&mut self, now: Instant, bytes: u64) {
        if let Some(credit) = &mut self.credit {
            return credit.sent(now, bytes);
        }
        if self.link == Link::Remote {
            let from = self.busy.map_or(now, |busy| busy.max(now));
            let pause = Duration::from_millis(bytes.saturating_mul(1_000) / REMOTE_BYTES);
            // However much was sent, numbers move at least every two seconds.
            self.busy = Some((from + pause).min(now + Duration::from_secs(2)));
        }
    }

    /// Every frame shows progress; only some redraw a chart.
    fn note(&mut self, now: Instant, cause: Cause) {
        self.progress = Some(now);
        if matches!(cause, Cause::Chart | Cause::Final) {
            self.chart = Some(now);
        }
    }
}

fn is_urgent(cause: Cause) -> bool {
    matches!(cause, Cause::Key | Cause::Final)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frames drawn in `seconds` if somebody asks every 10 ms, each of so many bytes.
    fn frames(link: Link, cause: Cause, seconds: u64, bytes: u64) -> usize {
        let (start, mut pace) = (Instant::now(), Pace::new(link));
        let times = (0..seconds * 100).map(|tick| start + Duration::from_millis(tick * 10));
        let drawn = |now: &Instant| {
            let drawn = pace.may_draw(*now, cause).is_none();
            if drawn {
                pace.sent(*now, bytes);
            }
            drawn
        };
        times.filter(drawn).count()
    }

    #[test]
    fn numbers_move_ten_times_a_second_here_and_four_and_two_times_far_away() {
        assert_eq!(frames(Link::Local, Cause::Progress, 10, 2500), 100);
        assert_eq!(frames(Link::Local, Cause::Chart, 10, 2500), 100);
        assert_eq!(frames(Link::Remote, Cause::Progress, 10, 50), 40);
        assert_eq!(frames(Link::Remote, Cause::Chart, 10, 50), 20);
    }

    #[test]
    fn keys_and_ends_never_wait() {
        assert_eq!(frames(Link::Remote, Cause::Key, 1, 5000), 100);
        assert_eq!(frames(Link::Remote, Cause::Final, 1, 5000), 100);
    }

    #[test]
    fn frames_without_a_key_fill_at_most_a_quarter_of_a_slow_line() {
        let bytes = 2500 * frames(Link::Remote, Cause::Chart, 20, 2500);
        assert!(bytes <= 20 * 2000 + 2500, "{bytes}");
        assert!(bytes >= 20 * 1500, "{bytes}");
    }

    #[test]
    fn numbers_go_on_moving_however_large_a_frame_was() {
        assert_eq!(frames(Link::Remote, Cause::Progress, 20, 1_000_000), 10);
    }

    #[test]
    fn whoever_waits_is_told_how_long_and_may_then_draw() {
        let (now, mut pace) = (Instant::now(), Pace::new(Link::Remote));
        assert_eq!(pace.may_draw(now, Cause::Chart), None);
        let soon = now + Duration::from_millis(100);
        let wait = pace.may_draw(soon, Cause::Chart).unwrap();
        assert_eq!(wait, Duration::from_millis(400));
        assert_eq!(pace.may_draw(soon + wait, Cause::Chart), None);
    }

    #[test]
    fn a_key_does_not_make_a_chart_wait_longer() {
        let (now, mut pace) = (Instant::now(), Pace::new(Link::Local));
        assert_eq!(pace.may_draw(now, Cause::Chart), None);
        let later = now + Duration::from_millis(90);
        assert_eq!(pace.may_draw(later, Cause::Key), None);
        let due = now + Duration::from_millis(100);
        assert_eq!(pace.may_draw(due, Cause::Chart), None);
    }

    #[test]
    fn keys_wait_for_a_terminal_that_has_not_shown_the_last_frames() {
        let (now, mut pace) = (Instant::now(), Pace::acknowledged());
        assert!(pace.probes() && pace.may_draw(now, Cause::Key).is_none());
        pace.sent(now, 4_000);
        let later = now + Duration::from_millis(300);
        assert!(pace.may_draw(later, Cause::Key).is_some());
        pace.shown(later);
        assert_eq!(pace.may_draw(later, Cause::Key), None);
    }

    #[test]
    fn a_terminal_here_is_never_asked() {
        let (now, mut pace) = (Instant::now(), Pace::new(Link::Local));
        assert!(!pace.probes());
        pace.sent(now, 100_000);
        pace.shown(now);
        assert_eq!(pace.may_draw(now, Cause::Key), None);
    }

    #[test]
    fn ssh_is_known_by_its_variable() {
        let over_ssh = |name: &str| (name == "SSH_CONNECTION").then(|| "::1 1 ::1 22".to_owned());
        assert_eq!(Link::detect(&over_ssh), Link::Remote);
        assert_eq!(Link::detect(&|_| None), Link::Local);
    }
}
