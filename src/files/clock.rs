//! What day and what time it is.

use jiff::Zoned;
use jiff::civil::DateTime;

/// The clock on the wall, or one that stands still for tests and replays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock in its time zone.
    #[default]
    System,
    /// Always this moment.
    Frozen(DateTime),
}

impl Clock {
    /// A clock that stands at a text like `2026-11-22 09:30`; `None` if that is no time.
    #[must_use]
    pub fn frozen(text: &str) -> Option<Self> {
        text.parse().ok().map(Self::Frozen)
    }

    /// The moment.
    #[must_use]
    pub fn now(self) -> DateTime {
        match self {
            Self::System => Zoned::now().datetime(),
            Self::Frozen(moment) => moment,
        }
    }

    /// The date, as `2026-11-22`.
    #[must_use]
    pub fn today(self) -> String {
        self.now().date().to_string()
    }

    /// Date and time, as `2026-11-22 09:30`.
    #[must_use]
    pub fn minute(self) -> String {
        let now = self.now();
        format!("{} {:02}:{:02}", now.date(), now.hour(), now.minute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_stands_still_says_when() {
        let clock = Clock::frozen("2026-11-22 09:05").unwrap();
        assert_eq!(clock.today(), "2026-11-22");
        assert_eq!(clock.minute(), "2026-11-22 09:05");
        assert_eq!(Clock::frozen("soon"), None);
    }
}
