//! Fills the view of who gains, who loses and who pays.

use super::cells::{Measured, cells, values};
use super::column::{Column, outcome};
use super::{base, inputs};
use crate::analysis::ahead::ahead;
use crate::analysis::assumed::assumed;
use crate::analysis::dominance::dominance;
use crate::analysis::subject::Subject;
use crate::analysis::weighted::{Part, Weight};
use crate::analysis::weights::PathWeight;
use crate::files::vocabulary;
use crate::model::indicators::CohortKey;
use crate::report::compare::{CompareCell, Difference};
use crate::report::gains::{Ahead, GainCell, GainColumn, GainRow, Gains, RowKind, STRIP};
use crate::report::run::Better;
use crate::report::stats::Spread;
use crate::scenario::{Outcome, Scenario};
use crate::seeds::catalogue;
use crate::tell;
use crate::words::people::cohort_name;

/// Shares of runs below this do not speak against being ahead everywhere: 1 of 100.
const TOLERANCE: f64 = 0.01;

/// Who gains, who loses and who pays, over columns that share draws and seed. `reference` is the
/// letter of the column that others are measured against, as in [`super::compare_columns`].
///
/// `None` if there is no such column or no cohort that can be followed.
#[must_use]
pub fn gains(columns: &[Column<'_>], reference: Option<&str>) -> Option<Gains> {
    let against = base(columns, reference)?;
    let plan = &against.ensemble.plan;
    let cohort = poorest(against)?;
    let subject = Subject::usage_of(&cohort);
    let place = |column: &Column<'_>| column.ensemble.plan.baseline.id.clone();
    let year = plan.base_year + i32::try_from(plan.steps).unwrap_or(0);
    Some(Gains {
        year,
        base: against.id.clone(),
        median: plan.draws == 1,
        places: columns.iter().any(|column| place(column) != place(against)),
        columns: columns
            .iter()
            .map(|column| {
                let own = described(column, against, &subject);
                compared_everywhere(own, (column, against), &cohort)
            })
            .collect(),
        rows: rows(columns, against, &cohort),
        rival: None,
        cohort,
    })
}

/// Poor women if there are any, else the first poor cohort, else the first.
fn poorest(column: &Column<'_>) -> Option<String> {
    let cohorts = &column.ensemble.plan.country().cohorts;
    let poor_women = cohorts.iter().find(|cohort| cohort.poor && cohort.female);
    let poor = poor_women.or_else(|| cohorts.iter().find(|cohort| cohort.poor));
    poor.or(cohorts.first()).map(|cohort| cohort.id.clone())
}

fn rows(columns: &[Column<'_>], against: &Column<'_>, cohort: &str) -> Vec<GainRow> {
    let maker = Maker { columns, against };
    let offline = maker.offline(cohort);
    let income = maker.indicator(RowKind::IncomeOfPoor, "income_poor_vs_noai");
    let dollars = income.as_ref().map(|row| maker.dollars(row));
    let bad = offline.as_ref().map(|row| {
        let label = tell!("gains-bad-tail", who = cohort_name(cohort));
        tail(row, RowKind::OfflineBadTail, label)
    });
    let rows = [
        offline,
        bad,
        maker.indicator(RowKind::PoorGap, "poor_gap_pp"),
        maker.indicator(RowKind::GenderGap, "gender_gap"),
        maker.indicator(RowKind::CountryGap, "usage_gap_between"),
        income,
        dollars.clone(),
        dollars.map(|row| tail(&row, RowKind::IncomeBadTail, tell!("gains-income-tail"))),
        maker.indicator(RowKind::SetbackIncome, "setback_vs_noai"),
        maker.indicator(RowKind::SetbackOnline, "setback_online"),
        maker.indicator(RowKind::SetbackGap, "setback_gap"),
        maker.harmed(),
    ];
    rows.into_iter().flatten().collect()
}

/// Makes rows over some columns.
struct Maker<'c, 'a> {
    columns: &'c [Column<'a>],
    against: &'c Column<'a>,
}

impl Maker<'_, '_> {
    fn cells(&self, measured: &Measured<'_>) -> Option<Vec<CompareCell>> {
        let found: Vec<CompareCell> = cells(self.columns, self.against, measured)
            .into_values()
            .collect();
        let any = found.iter().any(|cell| cell.horizon.mean.is_some());
        any.then_some(found)
    }

    fn indicator(&self, kind: RowKind, key: &str) -> Option<GainRow> {
        let indicator = catalogue().indicator(key)?;
        let cells = self.cells(&Measured::Indicator(indicator))?;
        let cell = |cell: CompareCell| GainCell {
            ahead: (kind == RowKind::GenderGap)
                .then(|| Ahead::of(&cell.horizon))
                .flatten(),
            value: cell.horizon,
            difference: cell.difference,
            strip: Vec::new(),
        };
        let unit = match kind {
            RowKind::PoorGap | RowKind::CountryGap => "points".to_owned(),
            kind if kind.is_share_of_runs() => "probability".to_owned(),
            _ => super::unit_name(indicator),
        };
        Some(GainRow {
            kind,
            label: self.label(kind, &indicator.label),
            unit,
            better: super::better(indicator),
            cells: cells.into_iter().map(cell).collect(),
        })
    }

    fn label(&self, kind: RowKind, usual: &str) -> String {
        let reference = self.against.ensemble.plan.reference.as_ref();
        match (kind, reference) {
            (RowKind::PoorGap, _) => tell!("gains-poor-gap"),
            (RowKind::GenderGap, _) => tell!("gains-gender-gap"),
            (RowKind::CountryGap, Some(country)) => {
                tell!("gains-country-gap", country = &country.name)
            }
            (RowKind::CountryGap, None) => tell!("gains-country-gap-unnamed"),
            (RowKind::IncomeOfPoor, _) => tell!("gains-income"),
            _ => usual.to_owned(),
        }
    }

    /// Use of the cohort turned round, with its strip.
    fn offline(&self, cohort: &str) -> Option<GainRow> {
        let measure = CohortKey::usage as usize;
        let cells = self.cells(&Measured::Cohort { measure, cohort })?;
        let pairs = cells.into_iter().zip(self.columns);
        let cell = |(cell, column): (CompareCell, &Column<'_>)| GainCell {
            value: cell.horizon.mirrored(|x| 1.0 - x),
            strip: strip(column, cohort),
            ahead: None,
            difference: cell.difference.map(|difference| Difference {
                spread: difference.spread.mirrored(|x| -x),
                ..difference
            }),
        };
        Some(GainRow {
            kind: RowKind::Offline,
            label: tell!("gains-offline", who = cohort_name(cohort)),
            unit: "share".to_owned(),
            better: Better::Down,
            cells: pairs.map(cell).collect(),
        })
    }

    /// A share of income as dollars a year for one poor person of that column's country.
    fn dollars(&self, row: &GainRow) -> GainRow {
        let pairs = row.cells.iter().zip(self.columns);
        let cell = |(cell, column): (&GainCell, &Column<'_>)| {
            let income = poor_income(column);
            let times = |spread: &Spread| spread.mapped(|x| x * income);
            GainCell {
                value: times(&cell.value),
                difference: cell.difference.as_ref().map(|difference| Difference {
                    spread: times(&difference.spread),
                    ..difference.clone()
                }),
                ..GainCell::default()
            }
        };
        GainRow {
            kind: RowKind::IncomeDollars,
            label: tell!("gains-dollars"),
            unit: "usd".to_owned(),
            better: Better::Up,
            cells: pairs.map(cell).collect(),
        }
    }

    /// Poor people harmed at once in a bad run.
    fn harmed(&self) -> Option<GainRow> {
        let shares = self.indicator(RowKind::HarmedBadTail, "harmed_poor_peak")?;
        let pairs = shares.cells.iter().zip(self.columns);
        let people = pairs.map(|(cell, column)| GainCell {
            value: cell.value.mapped(|x| x * poor_people(column)),
            ..GainCell::default()
        });
        let row = GainRow {
            cells: people.collect(),
            unit: "people".to_owned(),
            ..shares.clone()
        };
        Some(tail(&row, RowKind::HarmedBadTail, tell!("gains-harmed")))
    }
}

/// The bad end of a row: of 20 runs one is worse.
fn tail(row: &GainRow, kind: RowKind, label: String) -> GainRow {
    let end = |spread: &Spread| match row.better {
        Better::Up => spread.p5,
        Better::Down | Better::Context => spread.p95,
    };
    let cell = |cell: &GainCell| GainCell {
        value: end(&cell.value).map_or_else(Spread::default, Spread::certain),
        ..GainCell::default()
    };
    GainRow {
        kind,
        label,
        cells: row.cells.iter().map(cell).collect(),
        ..row.clone()
    }
}

/// Share of the weight in each part of 0 to 1 that is offline.
fn strip(column: &Column<'_>, cohort: &str) -> Vec<f64> {
    let subject = Subject::usage_of(cohort);
    let mut parts = [0.0; STRIP];
    for path in &column.paths {
        let (Some(values), Some(weight)) = (
            subject.horizon(column.ensemble, *path),
            column.weights.whole.get(*path),
        ) else {
            return Vec::new();
        };
        for (draw, online) in values.iter().enumerate() {
            let offline = (1.0 - online).clamp(0.0, 1.0);
            let part = ((offline * STRIP as f64) as usize).min(STRIP - 1);
            let weight = match weight {
                PathWeight::Same(weight) => *weight,
                PathWeight::Each(all) => all.get(draw).copied().unwrap_or(0.0),
            };
            if let Some(sum) = parts.get_mut(part) {
                *sum += weight;
            }
        }
    }
    let total: f64 = parts.iter().sum();
    match total > 0.0 {
        true => parts.iter().map(|part| part / total).collect(),
        false => Vec::new(),
    }
}

/// Mean income of the poor in dollars a year in the base year.
fn poor_income(column: &Column<'_>) -> f64 {
    let poor = column.ensemble.plan.country().cohorts.iter();
    let poor = poor.filter(|cohort| cohort.poor);
    let (people, income) = poor.fold((0.0, 0.0), |(people, income), cohort| {
        (
            people + cohort.share,
            income + cohort.share * cohort.income * 365.0,
        )
    });
    income / people
}

/// People in poverty in the base year.
fn poor_people(column: &Column<'_>) -> f64 {
    let country = column.ensemble.plan.country();
    let poor = country.cohorts.iter().filter(|cohort| cohort.poor);
    country.population * poor.map(|cohort| cohort.share).sum::<f64>()
}

fn described(column: &Column<'_>, against: &Column<'_>, subject: &Subject) -> GainColumn {
    let is_base = column.id == against.id;
    let taken = outcome(column);
    let scenario = column.closed();
    let beside = against.closed();
    let title = taken.as_ref().map(|(_, _, outcome)| outcome.title);
    let cost = catalogue().indicator("cost_musd").and_then(|cost| {
        let found = cells(
            std::slice::from_ref(column),
            column,
            &Measured::Indicator(cost),
        );
        let spread = found.into_values().next()?.horizon;
        spread.mean.map(|_| spread)
    });
    GainColumn {
        id: column.id.clone(),
        title: title.unwrap_or(&column.scenario.title).to_owned(),
        place: column.ensemble.plan.baseline.name.clone(),
        payer: taken
            .as_ref()
            .map(|(_, node, _)| node.actor().to_owned())
            .unwrap_or_default(),
        cost,
        effort: taken.as_ref().and_then(|(_, _, outcome)| outcome.effort),
        not_counted: not_counted(&taken, &scenario),
        measures: measures(&taken, &outcome(against)),
        differs: match is_base {
            true => Vec::new(),
            false => inputs(column, against),
        },
        assumed: (!is_base)
            .then(|| assumed(&scenario, Some(&beside), subject, vocabulary()).one_way()),
        break_even: None,
        dominance: None,
        share_better_error: None,
    }
}

/// The same with whether the column keeps more of the cohort online at every mark, and how sure the
/// share of runs is in which it does. Two places are not ranked, and one run has no distribution.
fn compared_everywhere(
    described: GainColumn,
    (column, against): (&Column<'_>, &Column<'_>),
    cohort: &str,
) -> GainColumn {
    let plan = |column: &Column<'_>| column.ensemble.plan.clone();
    let (own, base) = (plan(column), plan(against));
    if column.id == against.id || own.draws < 2 || own.baseline.id != base.baseline.id {
        return described;
    }
    let measure = CohortKey::usage as usize;
    let measured = Measured::Cohort { measure, cohort };
    let pair = values(column, &measured).zip(values(against, &measured));
    let Some((here, there)) = pair else {
        return described;
    };
    let part = |values| Part {
        values,
        weights: Weight::Same(1.0),
    };
    let found = dominance(&[part(&here)], &[part(&there)], TOLERANCE);
    GainColumn {
        dominance: found.ok(),
        share_better_error: ahead(&here, &there, None, 0.0)
            .ok()
            .map(|found| found.standard_error),
        ..described
    }
}

/// The option taken, with its node.
type Taken<'a> = Option<(&'a str, &'a crate::scenario::Node, Outcome<'a>)>;

/// What the option leaves out; without one, what the chosen options of the scenario do.
fn not_counted(taken: &Taken<'_>, scenario: &Scenario) -> Vec<String> {
    let chosen = |node: &crate::scenario::Node| -> Vec<String> {
        let choice = node.choose().map(str::to_owned);
        let all = node.outcomes().into_iter();
        all.filter(|outcome| choice.as_deref() == Some(outcome.id))
            .map(|outcome| outcome.not_counted.to_owned())
            .collect()
    };
    let all = match taken {
        Some((_, _, outcome)) => vec![outcome.not_counted.to_owned()],
        None => scenario.tree.nodes.values().flat_map(chosen).collect(),
    };
    let filled = all.into_iter().filter(|text| !text.trim().is_empty());
    filled.collect()
}

/// Measures of the option that the base's option does not adopt.
fn measures(taken: &Taken<'_>, base: &Taken<'_>) -> Vec<String> {
    let of = |taken: &Taken<'_>| {
        taken
            .as_ref()
            .map_or(&[][..], |(_, _, o)| o.adopts)
            .to_vec()
    };
    let there = of(base);
    let here = of(taken).into_iter();
    here.filter(|measure| !there.contains(measure)).collect()
}
