//! A subject year by year: our range, the run without AI, the reference country.

use super::reference::{Abroad, Everyone};
use super::results::{Results, Stage};
use super::selection::Selection;
use super::subject::{NoAi, Subject};
use crate::analysis::summary::{self, LEVELS, Moments, Weighing, moments};
use crate::analysis::weighted::{Part, Weight};
use crate::jobs::each;
use crate::model::indicators::Key;
use crate::sim::Value;
use crate::sim::layout::Yearly;

/// A subject year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// What.
    pub subject: Subject,
    /// Which paths.
    pub selection: Selection,
    /// Whether the numbers may still change.
    pub stage: Stage,
    /// Draws behind them.
    pub draws: usize,
    /// Base year first.
    pub years: Vec<i32>,
    /// Mean and quantiles for each year; empty for what has no yearly values. The last year is the
    /// number that answer lines and tables show.
    pub bands: Vec<Moments>,
    /// Whether bands before the last year come from counts in bins or are means only.
    pub yearly: Yearly,
    /// Mean and quantiles at the horizon.
    pub horizon: Moments,
    /// Middle of the base year; NaN where there is none.
    pub base: f64,
    /// What would be without AI.
    pub no_ai: NoAiLine,
    /// The reference country, if there is one and it has such a number.
    pub reference: Option<ReferenceBand>,
}

/// What would be without AI.
#[derive(Clone, Debug, PartialEq)]
pub enum NoAiLine {
    /// Zero in every year.
    Zero,
    /// The same as with AI: it depends on connectivity only.
    Same,
    /// Middle by year.
    Line(Vec<f64>),
    /// Not known.
    Unknown,
}

/// The reference country beside a subject.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceBand {
    /// Three-letter code.
    pub id: String,
    /// Name.
    pub name: String,
    /// Whether the band is about everyone there, not about the same group.
    pub everyone: bool,
    /// Mean and quantiles for each year.
    pub bands: Vec<Moments>,
}

/// A subject year by year.
#[must_use]
pub fn outlook(results: &Results, subject: &Subject, selection: Selection) -> Outlook {
    let paths = selection.paths(&results.ensemble.plan);
    let horizon = results.moments(subject, &paths);
    let mut bands = bands(results, subject, &paths);
    let base = bands
        .first()
        .map_or(f64::NAN, |band| band.levels[LEVELS.len() / 2]);
    if let Some(last) = bands.last_mut() {
        *last = horizon;
    }
    Outlook {
        subject: subject.clone(),
        selection,
        stage: results.stage,
        draws: results.draws(),
        years: results.years(),
        base,
        horizon,
        no_ai: no_ai(results, subject, &paths),
        reference: results.abroad().and_then(|abroad| beside(&abroad, subject)),
        yearly: results.ensemble.layout.yearly,
        bands,
    }
}

/// Bands by year as the numbers have them, the last year not yet from the horizon.
pub(super) fn bands(results: &Results, subject: &Subject, paths: &[usize]) -> Vec<Moments> {
    let ensemble = &*results.ensemble;
    let Some(value) = subject.value(&ensemble.plan) else {
        return Vec::new();
    };
    if !subject.has_series() || paths.is_empty() {
        return Vec::new();
    }
    each(ensemble.plan.steps + 1, results.wish.workers(), |step| {
        let found = summary::year(
            ensemble,
            &results.weights,
            paths,
            Weighing::Whole,
            value,
            step,
        );
        if subject.is_complement() {
            flipped(&found)
        } else {
            found
        }
    })
}

/// Moments of 1 minus a number.
pub(super) fn flipped(moments: &Moments) -> Moments {
    let mut levels = moments.levels.map(|level| 1.0 - level);
    levels.reverse();
    Moments {
        mean: 1.0 - moments.mean,
        levels,
    }
}

fn no_ai(results: &Results, subject: &Subject, paths: &[usize]) -> NoAiLine {
    match subject.no_ai() {
        NoAi::Zero => NoAiLine::Zero,
        NoAi::Same => NoAiLine::Same,
        NoAi::Unknown => NoAiLine::Unknown,
        NoAi::Line => income_without(results, paths).map_or(NoAiLine::Unknown, NoAiLine::Line),
    }
}

/// Income of the poor without AI relative to the base year: with AI relative to the base year,
/// over with AI relative to without. Needs every draw of every year.
fn income_without(results: &Results, paths: &[usize]) -> Option<Vec<f64>> {
    let ensemble = &*results.ensemble;
    let place = |key: Key| ensemble.layout.in_series(Value::Indicator(key as usize));
    let base = place(Key::income_poor_vs_base)?;
    let noai = place(Key::income_poor_vs_noai)?;
    let year = |step: usize| -> Option<f64> {
        let rows = summary::rows_at(ensemble, &results.weights.whole_mean, paths, step);
        let columns: Option<Vec<(Vec<f64>, f64)>> = rows
            .into_iter()
            .map(|(row, weight)| {
                let (base, noai) = (ensemble.yearly(row, base)?, ensemble.yearly(row, noai)?);
                let without = |(base, noai): (&f64, &f64)| (1.0 + base) / (1.0 + noai) - 1.0;
                Some((base.iter().zip(&noai).map(without).collect(), weight))
            })
            .collect();
        let columns = columns?;
        let parts: Vec<Part<'_>> = columns
            .iter()
            .map(|(values, weight)| Part {
                values,
                weights: Weight::Same(*weight),
            })
            .collect();
        Some(moments(&parts).levels[LEVELS.len() / 2])
    };
    (0..=ensemble.plan.steps).map(year).collect()
}

fn beside(abroad: &Abroad, subject: &Subject) -> Option<ReferenceBand> {
    let (there, everyone) = abroad.counterpart(subject)?;
    let (subject, flip) = match &there {
        Everyone::As(subject) => (subject, false),
        Everyone::OneMinus(subject) => (subject, true),
    };
    let mut all = bands(&abroad.results, subject, &[0]);
    if flip {
        all = all.iter().map(flipped).collect();
    }
    (!all.is_empty()).then(|| ReferenceBand {
        id: abroad.id.clone(),
        name: abroad.name.clone(),
        everyone,
        bands: all,
    })
}
