//! How often somebody may try a code.
//!
//! Each address has five tries, and gets one back every half minute; all together have sixty, and
//! get one back each second. When those are used up, only addresses that have not failed before
//! may try, so that an attack does not lock the room out.

use std::collections::HashMap;
use std::net::IpAddr;

/// Tries of one address.
const EACH: f64 = 5.0;
/// Seconds until an address gets one back.
const EACH_SECONDS: f64 = 30.0;
/// Tries of all together.
const ALL: f64 = 60.0;
/// Seconds until all together get one back.
const ALL_SECONDS: f64 = 1.0;
/// More addresses are not remembered; the one that failed longest ago is forgotten.
const MOST_ADDRESSES: usize = 4096;

/// Seconds to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub u64);

#[derive(Clone, Copy, Debug)]
struct Tries {
    left: f64,
    at: f64,
}

impl Tries {
    fn now(self, most: f64, each: f64, now: f64) -> f64 {
        (self.left + (now - self.at).max(0.0) / each).min(most)
    }
}

/// Counts failures by address.
#[derive(Clone, Debug)]
pub struct Limiter {
    addresses: HashMap<IpAddr, Tries>,
    all: Tries,
}

impl Default for Limiter {
    fn default() -> Self {
        Self {
            addresses: HashMap::new(),
            all: Tries { left: ALL, at: 0.0 },
        }
    }
}

impl Limiter {
    /// May this address try a code `now` (seconds since some beginning)?
    ///
    /// # Errors
    /// How long to wait.
    pub fn may_try(&self, address: IpAddr, now: f64) -> Result<(), Wait> {
        let each = self.addresses.get(&network(address));
        let left = each.map_or(EACH, |tries| tries.now(EACH, EACH_SECONDS, now));
        let all = self.all.now(ALL, ALL_SECONDS, now);
        match (left < 1.0, all < 1.0 && each.is_some()) {
            (true, _) => Err(wait((1.0 - left) * EACH_SECONDS)),
            (false, true) => Err(wait((1.0 - all) * ALL_SECONDS)),
            (false, false) => Ok(()),
        }
    }

    /// This address tried a wrong code or key.
    pub fn failed(&mut self, address: IpAddr, now: f64) {
        self.forget_one(now);
        let tries = self.addresses.entry(network(address)).or_insert(Tries {
            left: EACH,
            at: now,
        });
        *tries = Tries {
            left: (tries.now(EACH, EACH_SECONDS, now) - 1.0).max(0.0),
            at: now,
        };
        self.all = Tries {
            left: (self.all.now(ALL, ALL_SECONDS, now) - 1.0).max(0.0),
            at: now,
        };
    }

    /// How many addresses have failed lately.
    #[must_use]
    pub fn addresses(&self) -> usize {
        self.addresses.len()
    }

    fn forget_one(&mut self, now: f64) {
        if self.addresses.len() < MOST_ADDRESSES {
            return;
        }
        self.addresses
            .retain(|_, tries| tries.now(EACH, EACH_SECONDS, now) < EACH);
        if self.addresses.len() < MOST_ADDRESSES {
            return;
        }
        let oldest = self
            .addresses
            .iter()
            .min_by(|a, b| a.1.at.total_cmp(&b.1.at));
        if let Some(oldest) = oldest.map(|(address, _)| *address) {
            self.addresses.remove(&oldest);
        }
    }
}

/// One subscriber of IPv6 has at least 2^64 addresses.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(long) => match long.to_ipv4_mapped() {
            Some(short) => IpAddr::V4(short),
            None => IpAddr::V6((u128::from(long) >> 64 << 64).into()),
        },
    }
}

fn wait(seconds: f64) -> Wait {
    Wait(seconds.ceil().max(1.0) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(number: u32) -> IpAddr {
        IpAddr::V4(number.into())
    }

    #[test]
    fn five_wrong_codes_and_then_one_each_half_minute() {
        let mut limiter = Limiter::default();
        for _ in 0..5 {
            assert_eq!(limiter.may_try(address(1), 0.0), Ok(()));
            limiter.failed(address(1), 0.0);
        }
        assert_eq!(limiter.may_try(address(1), 0.0), Err(Wait(30)));
        assert_eq!(limiter.may_try(address(1), 31.0), Ok(()));
        assert_eq!(limiter.may_try(address(2), 0.0), Ok(()));
    }

    #[test]
    fn thousands_of_addresses_do_not_lock_an_honest_one_out_nor_fill_the_memory() {
        let mut limiter = Limiter::default();
        for number in 0..20_000 {
            limiter.failed(address(number), 0.001 * f64::from(number));
        }
        assert_eq!(limiter.may_try(address(19_999), 20.0), Err(Wait(1)));
        assert_eq!(limiter.may_try(address(77_777), 20.0), Ok(()));
        assert!(limiter.addresses() <= MOST_ADDRESSES);
    }

    #[test]
    fn one_subscriber_counts_as_one_however_many_addresses_it_has() {
        let mut limiter = Limiter::default();
        let long = |text: &str| text.parse::<IpAddr>().unwrap();
        for number in 0..5 {
            limiter.failed(long(&format!("2001:db8::{number}")), 0.0);
        }
        assert!(limiter.may_try(long("2001:db8::77"), 0.0).is_err());
        assert!(limiter.may_try(long("2001:db8:0:1::"), 0.0).is_ok());
        for _ in 0..5 {
            limiter.failed(long("::ffff:10.0.0.1"), 0.0);
        }
        assert!(limiter.may_try(long("10.0.0.1"), 0.0).is_err());
    }
}
