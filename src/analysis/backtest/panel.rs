//! Histories of many countries, and the pairs of years that can be tested on them.

/// The history of one country. Shares are 0..1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// (year, share online), years ascending, gaps left out.
    pub online: Vec<(i32, f64)>,
    /// (year, share with electricity), years ascending; empty means full power.
    pub power: Vec<(i32, f64)>,
}

impl Series {
    /// Share online in a year, if it was published.
    #[must_use]
    pub fn online_in(&self, year: i32) -> Option<f64> {
        let place = self.online.binary_search_by_key(&year, |(when, _)| *when);
        place.ok().map(|place| self.online[place].1)
    }

    /// Share with electricity that was known in a year: the latest figure up to it, else the
    /// first; 1 if there is none at all.
    #[must_use]
    pub fn power_known_in(&self, year: i32) -> f64 {
        let after = self.power.partition_point(|(when, _)| *when <= year);
        self.power
            .get(after.saturating_sub(1))
            .map_or(1.0, |(_, share)| *share)
    }
}

/// From where to where in time, in which country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Place of the country in the panel.
    pub country: usize,
    /// Year in which the range is made.
    pub origin: i32,
    /// Years ahead.
    pub horizon: i32,
    /// Share online in the year of origin.
    pub start: f64,
    /// Electricity known then.
    pub power: f64,
    /// Share online at the end: what happened.
    pub observed: f64,
}

/// A country counts from this share online on.
pub const LEAST_ONLINE: f64 = 0.01;

/// Every pair of published years in which a country had at least `least` online at the start.
///
/// `spans` holds (origin, horizon); the order is by span, then by country.
#[must_use]
pub fn pairs(panel: &[Series], spans: &[(i32, i32)], least: f64) -> Vec<Pair> {
    let mut found = Vec::new();
    for &(origin, horizon) in spans {
        found.extend(panel.iter().enumerate().filter_map(|(country, series)| {
            let start = series.online_in(origin).filter(|share| *share >= least)?;
            Some(Pair {
                country,
                origin,
                horizon,
                start,
                power: series.power_known_in(origin),
                observed: series.online_in(origin + horizon)?,
            })
        }));
    }
    found
}

/// Every (origin, horizon) that starts and ends within the years `first..=last`.
#[must_use]
pub fn spans_within(first: i32, last: i32, horizons: &[i32]) -> Vec<(i32, i32)> {
    let spans = |horizon: &i32| {
        let horizon = *horizon;
        (first..=last - horizon).map(move |origin| (origin, horizon))
    };
    horizons.iter().flat_map(spans).collect()
}
