//! How much anybody may ask of the server.
//!
//! State machines without a clock: whoever uses them says what time it is.

use std::collections::HashMap;
use std::net::IpAddr;
use std::time::{Duration, Instant};

/// Everything that is limited. The defaults suit a room of forty people with small machines.
#[derive(Clone, Debug)]
pub struct Limits {
    /// People in the workshop at the same time.
    pub clients: usize,
    /// Connections that have not shown a code or key yet, in all.
    pub strangers: usize,
    /// The same from one address. A whole room may share one.
    pub strangers_per_address: usize,
    /// How long a connection may take to show a code or key.
    pub grace: Duration,
    /// Wrong codes and keys on one connection.
    pub attempts: usize,
    /// Wrong codes and keys from one address, before they are let in one by one.
    pub burst_per_address: u32,
    /// The same in all.
    pub burst: u32,
    /// Without a key pressed for so long, the connection ends.
    pub idle: Duration,
    /// The longest connection.
    pub total: Duration,
    /// A terminal that takes nothing for so long is given up.
    pub stalled: Duration,
    /// Bytes that the numbers of one open scenario may take.
    pub memory: usize,
    /// Scenarios that one client may have open.
    pub scenarios: usize,
    /// Draws of one run.
    pub draws: u32,
    /// Seconds that a command such as `ssh host run x.ron` may take.
    pub command: Duration,
    /// Commands that run at the same time.
    pub commands: usize,
    /// Columns and rows of the largest window that is drawn.
    pub window: (u16, u16),
    /// Keys and pastes a second from one client; four times as many at once.
    pub keys: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            clients: 40,
            strangers: 64,
            strangers_per_address: 48,
            grace: Duration::from_secs(60),
            attempts: 4,
            burst_per_address: 30,
            burst: 120,
            idle: Duration::from_secs(2 * 3600),
            total: Duration::from_secs(14 * 3600),
            stalled: Duration::from_secs(20),
            memory: 32 << 20,
            scenarios: 8,
            draws: 1_000_000,
            command: Duration::from_secs(60),
            commands: 4,
            window: (500, 150),
            keys: 500,
        }
    }
}

/// Lets so many through at once, and then so many a second.
#[derive(Clone, Copy, Debug)]
pub struct Bucket {
    most: f64,
    a_second: f64,
    left: f64,
    since: Instant,
}

impl Bucket {
    /// A full bucket.
    #[must_use]
    pub fn new(most: u32, a_second: f64, now: Instant) -> Self {
        Self {
            most: most.into(),
            a_second,
            left: most.into(),
            since: now,
        }
    }

    /// Takes `count` out; otherwise says how long to wait until that many are in.
    pub fn take(&mut self, count: f64, now: Instant) -> Option<Duration> {
        self.fill(now);
        let lacking = count.min(self.most) - self.left;
        if lacking > 0.0 {
            return Some(Duration::from_secs_f64(lacking / self.a_second));
        }
        self.left -= count.min(self.most);
        None
    }

    fn fill(&mut self, now: Instant) {
        let gone = now.saturating_duration_since(self.since).as_secs_f64();
        self.left = (self.left + gone * self.a_second).min(self.most);
        self.since = now;
    }

    fn is_full(&mut self, now: Instant) -> bool {
        self.fill(now);
        self.left >= self.most
    }
}

/// Wrong codes and keys are let in one by one after the first few: whoever guesses gets nowhere,
/// and a room that shares one address is held up, never shut out.
#[derive(Debug)]
pub struct Attempts {
    in_all: Bucket,
    by_address: HashMap<IpAddr, Bucket>,
    burst: u32,
}

/// Attempts let in from one address, once its first few are used up.
const A_SECOND: f64 = 0.5;
/// The same in all.
const A_SECOND_IN_ALL: f64 = 2.0;
/// Addresses that are remembered.
const MOST_ADDRESSES: usize = 4_096;

impl Attempts {
    /// Nobody has tried yet.
    #[must_use]
    pub fn new(limits: &Limits, now: Instant) -> Self {
        Self {
            in_all: Bucket::new(limits.burst, A_SECOND_IN_ALL, now),
            by_address: HashMap::new(),
            burst: limits.burst_per_address,
        }
    }

    /// Whether a code or key from this address is looked at now. Asked before it is looked at, and
    /// given back by [`Attempts::was_right`].
    pub fn may_try(&mut self, address: IpAddr, now: Instant) -> bool {
        if self.by_address.len() >= MOST_ADDRESSES {
            self.by_address.retain(|_, bucket| !bucket.is_full(now));
        }
        if self.by_address.len() >= MOST_ADDRESSES && !self.by_address.contains_key(&address) {
            return false;
        }
        let full = Bucket::new(self.burst, A_SECOND, now);
        let own = self.by_address.entry(address).or_insert(full);
        own.take(1.0, now).is_none() && self.in_all.take(1.0, now).is_none()
    }

    /// What was tried was right: it does not count.
    pub fn was_right(&mut self, address: IpAddr) {
        let back = |bucket: &mut Bucket| bucket.left = (bucket.left + 1.0).min(bucket.most);
        back(&mut self.in_all);
        self.by_address.get_mut(&address).map(back);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn tried(address: [u8; 4], times: usize, attempts: &mut Attempts, now: Instant) -> usize {
        let may = |_: &usize| attempts.may_try(address.into(), now);
        (0..times).filter(may).count()
    }

    #[test]
    fn thousands_of_attempts_are_let_in_one_every_two_seconds() {
        let start = Instant::now();
        let mut attempts = Attempts::new(&Limits::default(), start);
        let hour: usize = (0..3600)
            .map(|second| tried([192, 0, 2, 1], 100, &mut attempts, start + second * SECOND))
            .sum();
        assert!((1800..=1840).contains(&hour), "{hour}");
    }

    #[test]
    fn many_addresses_together_are_let_in_twice_a_second() {
        let start = Instant::now();
        let mut attempts = Attempts::new(&Limits::default(), start);
        let mut in_all = 0;
        for second in 0..600_u32 {
            for host in 0..200 {
                let now = start + second * SECOND;
                in_all += tried([192, 0, 2, host], 1, &mut attempts, now);
            }
        }
        assert!((1_200..=1_330).contains(&in_all), "{in_all}");
    }

    #[test]
    fn a_room_behind_one_address_that_knows_the_code_is_never_held_up() {
        let now = Instant::now();
        let mut attempts = Attempts::new(&Limits::default(), now);
        for _ in 0..500 {
            assert_eq!(tried([192, 0, 2, 1], 1, &mut attempts, now), 1);
            attempts.was_right([192, 0, 2, 1].into());
        }
    }

    #[test]
    fn addresses_that_are_made_up_take_no_memory_without_end() {
        let now = Instant::now();
        let mut attempts = Attempts::new(&Limits::default(), now);
        for number in 0..100_000_u32 {
            attempts.may_try(IpAddr::V4(number.into()), now);
        }
        assert!(attempts.by_address.len() <= MOST_ADDRESSES);
    }

    #[test]
    fn a_bucket_says_how_long_to_wait() {
        let now = Instant::now();
        let mut bucket = Bucket::new(2, 1.0, now);
        assert_eq!(bucket.take(2.0, now), None);
        assert_eq!(bucket.take(1.0, now), Some(SECOND));
        assert_eq!(bucket.take(1.0, now + SECOND), None);
        assert!(
            bucket.take(1_000.0, now + SECOND).is_some(),
            "more than ever fits waits, too"
        );
        assert_eq!(bucket.take(1_000.0, now + 3 * SECOND), None);
    }
}
