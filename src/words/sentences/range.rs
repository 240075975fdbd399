//! Our range, how such ranges held in the past, and what was never tested or counted.

use crate::analysis::history::{Tested, YEARS, tested, tested_in};
use crate::seeds::CountryRecord;
use crate::tell;
use crate::words::numbers::{Range, Scale};
use crate::words::people::person_of;

/// How often ranges like ours held the true figure in a test on the past. Only a measured share
/// may stand here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// First and last year of the test.
    pub years: (i32, i32),
    /// Countries that were tested.
    pub countries: u32,
    /// Share of them whose true figure fell inside, 0..1.
    pub inside: f64,
}

impl Held {
    /// The test of the group that a country belongs to, or that of all countries.
    #[must_use]
    pub fn of(country: Option<&CountryRecord>) -> Option<Self> {
        tested(country).map(Self::from_test)
    }

    /// The test of a group; that of all countries if the group was not tested on its own.
    #[must_use]
    pub fn of_group(id: &str) -> Option<Self> {
        tested_in(id).or_else(|| tested(None)).map(Self::from_test)
    }

    fn from_test(Tested { countries, inside }: Tested) -> Self {
        Self {
            years: YEARS,
            countries,
            inside,
        }
    }
}

/// `Our range is 22 to 73 of every 100 poor women offline in 2040.`, from the ends as shares.
#[must_use]
pub fn range_offline(low: f64, high: f64, cohort: &str, year: i32) -> String {
    let of_100 = |x: f64| Scale::of("share", &[]).number(Some(x));
    tell!(
        "say-range",
        low = of_100(low),
        high = of_100(high),
        who = person_of(cohort),
        year = year,
    )
}

/// The same for anything else; `what` in the middle of a sentence.
#[must_use]
pub fn range_of(what: &str, range: Range, scale: Scale, year: i32) -> Option<String> {
    let (low, high) = (range.low?, range.high?);
    Some(tell!(
        "say-range-of",
        what = what,
        year = year,
        low = scale.number(Some(low)),
        high = super::value(scale, high),
    ))
}

/// How such ranges held; without a test it says that there was none.
#[must_use]
pub fn held_or_not(held: Option<Held>) -> String {
    held.map_or_else(|| tell!("say-held-not-tested"), self::held)
}

/// How such ranges held in a test on the past.
#[must_use]
pub fn held(held: Held) -> String {
    tell!(
        "say-held",
        years = held.years.1 - held.years.0,
        first = held.years.0,
        last = held.years.1,
        ten = Scale::of("none", &[]).number(Some((held.inside * 10.0).round())),
        countries = held.countries,
        source = tell!("history-source"),
    )
}

/// Work and harm were never tested.
#[must_use]
pub fn untested() -> String {
    tell!("doubt-untested")
}

/// What no number here holds.
#[must_use]
pub fn not_counted() -> String {
    tell!("doubt-not-counted")
}
