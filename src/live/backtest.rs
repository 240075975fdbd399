//! The backtest on the embedded histories: brings countries, tides and the connectivity block
//! together and hands them to threads. Scores and protocols are in `analysis::backtest`.

use std::collections::BTreeMap;

use crate::analysis::backtest::fit::{Shape, fit, training};
use crate::analysis::backtest::panel::{LEAST_ONLINE, Pair, Series};
use crate::analysis::backtest::rivals::Rival;
use crate::analysis::backtest::rolling::{
    LAST, ORIGINS, rival_cases, sample_case, tested, tide_cases,
};
use crate::analysis::backtest::summary::Case;
use crate::analysis::backtest::tide::Tide;
use crate::analysis::history::{YEARS, is_in};
use crate::jobs::{each, processors};
use crate::model::Country;
use crate::scenario::Exposure;
use crate::seeds::{CountryRecord, FittedTide, catalogue, country_baseline};
use crate::sim::hindcast::{Numbers, Replaced};

/// Draws of the connectivity block for every country.
const DRAWS: u32 = 1_000;
/// Years in which a 3G figure may stand for the coverage of 2017.
const COVERAGE_DATED: std::ops::RangeInclusive<i32> = 2014..=2019;
/// Part of the lasting difference between countries that the levers' own uncertainty carries
/// (docs/model.md, 4), log odds a year.
const CARRIED_BY_LEVERS: f64 = 0.030;
/// A standard normal lies below this 95 times in 100.
const Z95: f64 = 1.644_853_626_951_472_2;

/// The histories, with the country of each.
#[derive(Clone, Debug)]
pub struct Histories {
    /// One series per country, in order of codes.
    pub panel: Vec<Series>,
    /// The countries, beside the panel.
    pub countries: Vec<&'static CountryRecord>,
}

impl Histories {
    /// The embedded ones: internet use and electricity of every economy that has both a row and a
    /// history.
    #[must_use]
    pub fn embedded() -> Self {
        let power: BTreeMap<&str, &Vec<(i32, f64)>> = catalogue()
            .electricity_history
            .iter()
            .map(|history| (history.iso3.as_str(), &history.points))
            .collect();
        let found = catalogue().internet_history.iter().filter_map(|history| {
            let series = Series {
                online: history.points.clone(),
                power: power
                    .get(history.iso3.as_str())
                    .map_or_else(Vec::new, |points| (*points).clone()),
            };
            Some((series, catalogue().country(&history.iso3)?))
        });
        let (panel, countries) = found.unzip();
        Self { panel, countries }
    }

    /// Place of a country by its code of three letters.
    #[must_use]
    pub fn place(&self, iso3: &str) -> Option<usize> {
        self.countries
            .iter()
            .position(|country| country.iso3 == iso3)
    }

    /// The cases of one group; see [`is_in`].
    pub fn of_group<'a>(
        &'a self,
        cases: &'a [Case],
        group: &'a str,
    ) -> impl Iterator<Item = &'a Case> {
        cases.iter().filter(move |case| {
            let country = self.countries.get(case.country);
            country.is_some_and(|country| is_in(country, group))
        })
    }

    /// The tide's ranges of the rolling origins.
    #[must_use]
    pub fn tide(&self, fits: &BTreeMap<i32, Tide>) -> Vec<Case> {
        tide_cases(&tested(&self.panel), fits)
    }

    /// A rival's ranges for the same years.
    #[must_use]
    pub fn rival(&self, rival: Rival) -> Vec<Case> {
        rival_cases(&self.panel, rival, &tested(&self.panel))
    }

    /// The tide fitted again for every origin, an origin a thread; `done` hears how many are done.
    #[must_use]
    pub fn refit(&self, shape: Shape, done: &(dyn Fn(usize) + Sync)) -> BTreeMap<i32, Tide> {
        let ready = std::sync::atomic::AtomicUsize::new(0);
        let fits = each(ORIGINS.len(), processors(), |place| {
            let origin = ORIGINS.get(place).copied()?;
            let found = fit(&training(&self.panel, origin, shape.window), shape);
            done(ready.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1);
            Some((origin, found?))
        });
        fits.into_iter().flatten().collect()
    }

    /// What the tide said in `origin` about each later year, and what happened, for one country;
    /// years without a figure are left out.
    #[must_use]
    pub fn fan(&self, place: usize, origin: i32, fits: &BTreeMap<i32, Tide>) -> Vec<Case> {
        let Some(series) = self.panel.get(place) else {
            return Vec::new();
        };
        let start = series
            .online_in(origin)
            .filter(|share| *share >= LEAST_ONLINE);
        let pairs: Vec<Pair> = (origin + 1..=LAST)
            .filter_map(|year| {
                Some(Pair {
                    country: place,
                    origin,
                    horizon: year - origin,
                    start: start?,
                    power: series.power_known_in(origin),
                    observed: series.online_in(year)?,
                })
            })
            .collect();
        tide_cases(&pairs, fits)
    }

    /// The whole connectivity block from 2017 to 2024, for every country with figures of both
    /// years, 3G coverage of about that time, and a base year.
    #[must_use]
    pub fn block(&self, ranges: Ranges, fits: &BTreeMap<i32, Tide>) -> Vec<Case> {
        let (first, last) = YEARS;
        let Some(replaced) = ranges.replaced(fits.get(&first)) else {
            return Vec::new();
        };
        let years = usize::try_from(last - first).unwrap_or_default();
        let Some(numbers) = Numbers::new(DRAWS, years, &replaced) else {
            return Vec::new();
        };
        let starts: Vec<(Pair, Country)> = (0..self.panel.len())
            .filter_map(|place| self.start(place, first, last))
            .collect();
        each(starts.len(), processors(), |place| {
            let (pair, country) = starts.get(place)?;
            Some(sample_case(pair, &mut numbers.online(country)))
        })
        .into_iter()
        .flatten()
        .collect()
    }

    /// A country in its base year `first`, and the pair of years; poverty, schooling and the split
    /// between women and men are present values.
    fn start(&self, place: usize, first: i32, last: i32) -> Option<(Pair, Country)> {
        let (series, record) = (self.panel.get(place)?, self.countries.get(place)?);
        let covered = record.coverage_3g?;
        covered.year.filter(|year| COVERAGE_DATED.contains(year))?;
        let start = series
            .online_in(first)
            .filter(|share| *share >= LEAST_ONLINE)?;
        let pair = Pair {
            country: place,
            origin: first,
            horizon: last - first,
            start,
            power: series.power_known_in(first),
            observed: series.online_in(last)?,
        };
        let figures = [
            ("usage", start.clamp(0.01, 0.985)),
            ("coverage", covered.value.clamp(0.05, 0.999)),
            ("electricity", pair.power.clamp(0.02, 0.999)),
        ];
        let figures = figures.map(|(name, value)| (name.to_owned(), value)).into();
        let base = country_baseline(&record.iso3, Exposure::default(), &figures).ok()?;
        Some((pair, base.country))
    }
}

/// Whose parameters the ranges of the connectivity block have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ranges {
    /// The tide as it was fitted on the years up to 2017; the levers as in the catalogue.
    AsOf,
    /// Those of the catalogue, which have seen the years that they are to hold.
    Shipped,
}

impl Ranges {
    /// Both, in the order of the tables.
    pub const ALL: [Ranges; 2] = [Ranges::AsOf, Ranges::Shipped];

    /// Id in tables.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Ranges::AsOf => "as_of",
            Ranges::Shipped => "shipped",
        }
    }

    fn replaced(self, tide: Option<&Tide>) -> Option<Replaced> {
        match self {
            Ranges::Shipped => Some(Replaced::default()),
            Ranges::AsOf => tide.map(as_of),
        }
    }
}

/// The points of a fitted tide: the slowdown keeps the relative width that it has in the catalogue.
fn as_of(tide: &Tide) -> Replaced {
    let own = tide.lasting * tide.lasting - CARRIED_BY_LEVERS * CARRIED_BY_LEVERS;
    let wide = Z95 * own.max(1e-6).sqrt();
    let surprise = crate::model::math::exp(Z95 * tide.noise_spread.max(1e-6));
    let slow = catalogue().parameter("use_slowdown");
    let slow = slow.map_or([1.0, 1.0], |p| [p.p5 / p.p50, p.p95 / p.p50]);
    Replaced {
        points: vec![
            (
                "use_growth",
                [tide.growth - wide, tide.growth, tide.growth + wide],
            ),
            (
                "use_slowdown",
                [
                    tide.slowdown * slow[0],
                    tide.slowdown,
                    tide.slowdown * slow[1],
                ],
            ),
            (
                "use_noise",
                [tide.noise / surprise, tide.noise, tide.noise * surprise],
            ),
        ],
        power_drag: Some(tide.power_drag),
    }
}

/// The fits that are embedded, by origin.
#[must_use]
pub fn embedded_fits() -> BTreeMap<i32, Tide> {
    catalogue()
        .fitted_tides
        .iter()
        .map(|row| (row.origin, tide_of(row)))
        .collect()
}

fn tide_of(row: &FittedTide) -> Tide {
    Tide {
        growth: row.growth,
        slowdown: row.slowdown,
        power_drag: row.power_drag,
        lasting: row.lasting,
        noise: row.noise,
        noise_spread: row.noise_spread,
    }
}
