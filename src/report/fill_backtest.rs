//! From what was asked and the cases of the backtest to a report.

use std::collections::BTreeMap;

use super::backtest::{
    Asked, BacktestReport, CountryFan, FanYear, Of, RivalRow, ScoreRow, rival_row, row,
};
use super::notes::tell_notes;
use super::run::Note;
use crate::analysis::backtest::rivals::Rival;
use crate::analysis::backtest::rolling::{HORIZONS, ORIGINS};
use crate::analysis::backtest::summary::{Case, Summary, paired};
use crate::analysis::backtest::tide::Tide;
use crate::analysis::history::{ALL, GROUPS, YEARS, group_of, is_in};
use crate::live::backtest::{Histories, Ranges, embedded_fits};
use crate::seeds::{FittedTide, catalogue};

/// Everything that was asked for, with the tides of each origin.
#[must_use]
pub fn fill_backtest(
    asked: Asked,
    histories: &Histories,
    fits: &BTreeMap<i32, Tide>,
    with_rivals: bool,
) -> BacktestReport {
    let wants = |protocol: &str| asked.protocol.as_deref().is_none_or(|own| own == protocol);
    let mut rows = Vec::new();
    if wants("block") {
        for ranges in Ranges::ALL {
            let cases = histories.block(ranges, fits);
            rows.extend(block_rows(&asked, histories, &cases, ranges.id()));
        }
    }
    let mut rivals = Vec::new();
    if wants("tide") {
        let cases = kept(&asked, histories.tide(fits));
        rows.extend(tide_rows(&asked, histories, &cases));
        if with_rivals {
            rivals = rival_rows(&asked, histories, &cases);
        }
    }
    BacktestReport {
        country: asked
            .country
            .as_deref()
            .and_then(|iso3| fan(&asked, histories, fits, iso3)),
        fits: fits
            .iter()
            .map(|(origin, tide)| fitted(*origin, tide))
            .collect(),
        notes: notes(&asked),
        asked,
        rows,
        rivals,
    }
}

/// Groups that rows are wanted for.
fn groups(asked: &Asked) -> Vec<&str> {
    asked
        .group
        .as_deref()
        .map_or_else(|| GROUPS.to_vec(), |own| vec![own])
}

/// The cases of the origin and horizon that were asked for.
fn kept(asked: &Asked, mut cases: Vec<Case>) -> Vec<Case> {
    cases.retain(|case| {
        asked.origin.is_none_or(|origin| origin == case.origin)
            && asked.horizon.is_none_or(|horizon| horizon == case.horizon)
    });
    cases
}

fn block_rows(asked: &Asked, histories: &Histories, cases: &[Case], ranges: &str) -> Vec<ScoreRow> {
    let of_group = |group: &&str| {
        let of = Of {
            protocol: "block",
            ranges,
            group,
            origin: Some(YEARS.0),
            horizon: Some(YEARS.1 - YEARS.0),
        };
        Some(row(of, &Summary::of(histories.of_group(cases, group))?))
    };
    groups(asked).iter().filter_map(of_group).collect()
}

/// All cases of each group, then by horizon, then by origin.
fn tide_rows(asked: &Asked, histories: &Histories, cases: &[Case]) -> Vec<ScoreRow> {
    let mut rows = Vec::new();
    for group in groups(asked) {
        let own: Vec<&Case> = histories.of_group(cases, group).collect();
        let mut add = |origin: Option<i32>, horizon: Option<i32>| {
            let of = Of {
                protocol: "tide",
                ranges: "as_of",
                group,
                origin,
                horizon,
            };
            let part = own.iter().copied().filter(|case| {
                origin.is_none_or(|one| one == case.origin)
                    && horizon.is_none_or(|one| one == case.horizon)
            });
            rows.extend(Summary::of(part).map(|summary| row(of, &summary)));
        };
        add(asked.origin, asked.horizon);
        if asked.horizon.is_none() {
            HORIZONS
                .iter()
                .for_each(|horizon| add(asked.origin, Some(*horizon)));
        }
        if asked.origin.is_none() {
            ORIGINS
                .iter()
                .for_each(|origin| add(Some(*origin), asked.horizon));
        }
    }
    rows
}

fn rival_rows(asked: &Asked, histories: &Histories, tide: &[Case]) -> Vec<RivalRow> {
    let group = asked.group.as_deref().unwrap_or("all");
    let own = |cases: &[Case]| -> Vec<Case> { histories.of_group(cases, group).copied().collect() };
    let tide = own(tide);
    let rivals = Rival::ALL.iter().filter_map(|rival| {
        let cases = own(&kept(asked, histories.rival(*rival)));
        let of = Of {
            protocol: "tide",
            ranges: "rival",
            group,
            origin: asked.origin,
            horizon: asked.horizon,
        };
        let apart = paired(&cases, &tide, |case| case.crps);
        Some(rival_row(
            rival_id(*rival),
            of,
            &Summary::of(&cases)?,
            apart,
        ))
    });
    rivals.collect()
}

fn rival_id(rival: Rival) -> &'static str {
    match rival {
        Rival::NoChange => "no_change",
        Rival::MeanChange => "mean_change",
        Rival::LinearTrend => "linear_trend",
        Rival::LogisticTrend => "logistic_trend",
        Rival::RandomWalk => "random_walk",
    }
}

/// One country's fan from the origin that was asked for, else from 2017.
#[must_use]
pub fn fan(
    asked: &Asked,
    histories: &Histories,
    fits: &BTreeMap<i32, Tide>,
    iso3: &str,
) -> Option<CountryFan> {
    let place = histories.place(iso3)?;
    let country = histories.countries.get(place)?;
    let origin = asked.origin.unwrap_or(YEARS.0);
    let cases = histories.fan(place, origin, fits);
    Some(CountryFan {
        iso3: country.iso3.clone(),
        name: country.short_name.clone(),
        origin,
        start: cases.first().map(|case| case.start),
        years: cases.iter().map(FanYear::of).collect(),
    })
}

fn fitted(origin: i32, tide: &Tide) -> FittedTide {
    FittedTide {
        origin,
        growth: tide.growth,
        slowdown: tide.slowdown,
        power_drag: tide.power_drag,
        lasting: tide.lasting,
        noise: tide.noise,
        noise_spread: tide.noise_spread,
    }
}

/// What a reader has to know: nothing else was tested, coverage cannot be, shocks are shared.
fn notes(asked: &Asked) -> Vec<Note> {
    let mut ids = vec!["backtest-only-use", "backtest-coverage", "backtest-shared"];
    let tiny = asked.group.as_deref().is_some_and(|group| {
        let all = catalogue().countries.iter();
        all.filter(|country| is_in(country, group)).count() < 10
    });
    if tiny {
        ids.push("backtest-tiny");
    }
    let note = |id: &str| Note {
        id: id.to_owned(),
        text: String::new(),
        values: indexmap::IndexMap::new(),
    };
    ids.into_iter().map(note).collect()
}

/// What the workbench tells about a country or a group, from the embedded tables: nothing is
/// simulated, and only the country's own fan is computed.
#[must_use]
pub fn history_report(country: Option<&str>, group: Option<&str>) -> BacktestReport {
    let tested = |group: &&str| GROUPS.contains(group);
    let own = country.map(|iso3| group_of(catalogue().country(iso3)));
    let group = own.or(group.filter(tested)).unwrap_or(ALL);
    let asked = Asked {
        country: country.map(str::to_owned),
        group: Some(group.to_owned()),
        ..Asked::default()
    };
    let rows = catalogue().backtest.iter().filter(|row| row.group == group);
    let mut notes = notes(&asked);
    tell_notes(&mut notes);
    BacktestReport {
        rows: rows
            .map(|row| ScoreRow {
                row: row.clone(),
                pit: [0.0; 10],
            })
            .collect(),
        country: country
            .and_then(|iso3| fan(&asked, &Histories::embedded(), &embedded_fits(), iso3)),
        notes,
        asked,
        ..BacktestReport::default()
    }
}
