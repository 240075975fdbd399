//! `foretree backtest`: ranges made in earlier years, and what happened.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Mutex;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::arguments::Format;
use super::data::json;
use super::failure::Failure;
use super::new::unknown;
use super::output;
use super::progress::Progress;
use crate::analysis::backtest::fit::{Shape, WINDOW};
use crate::analysis::backtest::rolling::ORIGINS;
use crate::analysis::backtest::tide::Tide;
use crate::analysis::history::{ALL, group_of};
use crate::live::backtest::{Histories, embedded_fits};
use crate::report::backtest::{Asked, BacktestReport, backtest_csv};
use crate::report::backtest_text::backtest_text;
use crate::report::fill_backtest::fill_backtest;
use crate::report::notes::tell_notes;
use crate::scenario::nearest;
use crate::seeds::catalogue;

/// What can be typed.
#[derive(Debug, Args)]
pub(crate) struct Backtest {
    #[arg(long, value_name = "CODE")]
    pub country: Option<String>,
    #[arg(long, value_name = "ID")]
    pub group: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub origin: Option<i32>,
    #[arg(long, value_name = "N")]
    pub horizon: Option<i32>,
    #[arg(long, value_enum, value_name = "WHICH")]
    pub protocol: Option<Protocol>,
    #[arg(long)]
    pub rivals: bool,
    #[arg(long)]
    pub refit: bool,
    #[arg(long, value_enum, value_name = "NAME")]
    pub variant: Option<Variant>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

/// The two protocols of docs/model.md, 6.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Protocol {
    Tide,
    Block,
}

/// Other shapes of the tide that were tried; none is the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Variant {
    NoPower,
    NoLasting,
    OneNoise,
    Window3,
    Window7,
    Window10,
}

impl Variant {
    fn shape(self) -> Shape {
        let usual = Shape::default();
        let window = |window| Shape { window, ..usual };
        match self {
            Variant::NoPower => Shape {
                power: false,
                ..usual
            },
            Variant::NoLasting => Shape {
                lasting: false,
                ..usual
            },
            Variant::OneNoise => Shape {
                noise_spread: false,
                ..usual
            },
            Variant::Window3 => window(3),
            Variant::Window7 => window(7),
            Variant::Window10 => window(2 * WINDOW),
        }
    }
}

/// The report in the format asked for.
///
/// # Errors
///
/// An unknown country, group, origin or horizon.
pub(crate) fn backtest(asked: &Backtest) -> Result<String, Failure> {
    let typed = typed(asked)?;
    let histories = Histories::embedded();
    let fits = fits(asked, &histories);
    let mut report = fill_backtest(typed, &histories, &fits, asked.rivals);
    tell_notes(&mut report.notes);
    Ok(shown(&report, asked.format))
}

fn shown(report: &BacktestReport, format: Format) -> String {
    match format {
        Format::Text => backtest_text(report, output::look()),
        Format::Json => json(&json!(report)),
        Format::Csv => backtest_csv(report),
    }
}

/// The embedded fits, or new ones with a bar while they are made.
fn fits(asked: &Backtest, histories: &Histories) -> BTreeMap<i32, Tide> {
    if !asked.refit && asked.variant.is_none() {
        return embedded_fits();
    }
    let shape = asked.variant.map_or_else(Shape::default, Variant::shape);
    let bar = Mutex::new(RefCell::new(Progress::new(output::look().ascii)));
    histories.refit(shape, &|done| {
        if let Ok(bar) = bar.lock() {
            bar.borrow_mut().set(done as f64 / ORIGINS.len() as f64);
        }
    })
}

/// What was typed, checked; a country without a group stands for its own.
fn typed(asked: &Backtest) -> Result<Asked, Failure> {
    let country = match &asked.country {
        Some(code) => Some(country(code)?),
        None => None,
    };
    let group = match (&asked.group, &country) {
        (Some(id), _) => Some(group(id)?),
        (None, Some(code)) => Some(group_of(catalogue().country(code)).to_owned()),
        (None, None) => None,
    };
    let origin = asked
        .origin
        .map(|year| one_of("origin", year, &ORIGINS))
        .transpose()?;
    let horizons = crate::analysis::backtest::rolling::HORIZONS;
    let horizon = asked
        .horizon
        .map(|years| one_of("horizon", years, &horizons))
        .transpose()?;
    let protocol = asked.protocol.map(|protocol| match protocol {
        Protocol::Tide => "tide".to_owned(),
        Protocol::Block => "block".to_owned(),
    });
    let named = |variant: Variant| {
        variant
            .to_possible_value()
            .map(|name| name.get_name().to_owned())
    };
    Ok(Asked {
        protocol,
        group,
        country,
        origin,
        horizon,
        variant: asked.variant.and_then(named),
        refit: asked.refit || asked.variant.is_some(),
    })
}

fn country(code: &str) -> Result<String, Failure> {
    let upper = code.to_uppercase();
    match catalogue().country(&upper) {
        Some(country) => Ok(country.iso3.clone()),
        None => {
            let codes = catalogue().countries.iter().map(|one| one.iso3.as_str());
            Err(unknown("country", code, nearest(&upper, codes)))
        }
    }
}

fn group(id: &str) -> Result<String, Failure> {
    let known = id.to_lowercase().replace('-', "_");
    if known == ALL || catalogue().group(&known).is_some() {
        return Ok(known);
    }
    let ids = catalogue().groups.iter().map(|one| one.id.as_str());
    Err(unknown("group", id, nearest(&known, ids)))
}

fn one_of(kind: &str, asked: i32, known: &[i32]) -> Result<i32, Failure> {
    if known.contains(&asked) {
        return Ok(asked);
    }
    let near = known.iter().min_by_key(|one| (**one - asked).abs());
    let near = near.map(i32::to_string);
    Err(unknown(kind, &asked.to_string(), near.as_deref()))
}
