//! A made-up outcome for tests: Malawi with three options and twelve paths.

use indexmap::IndexMap;

use super::compare::*;
use super::run::*;
use super::stats::*;

/// Years of the made-up run.
const YEARS: std::ops::RangeInclusive<i32> = 2025..=2040;

fn spread(low: f64, middle: f64, high: f64) -> Spread {
    Spread {
        mean: Some(middle),
        p5: Some(low),
        p25: Some((low + middle) / 2.0),
        p50: Some(middle),
        p75: Some((high + middle) / 2.0),
        p95: Some(high),
    }
}

fn summary(values: (f64, f64, f64)) -> Summary {
    spread(values.0, values.1, values.2).summary()
}

/// A straight line from `base` to each end.
fn band(base: f64, (low, middle, high): (f64, f64, f64)) -> Band {
    let line = |end: f64| {
        let steps = f64::from(YEARS.end() - YEARS.start());
        YEARS
            .map(|year| Some(base + (end - base) * f64::from(year - YEARS.start()) / steps))
            .collect()
    };
    Band {
        p5: line(low),
        p50: line(middle),
        p95: line(high),
    }
}

fn cohorts(measure: [(f64, (f64, f64, f64)); 4]) -> IndexMap<String, Band> {
    let names = ["poor_women", "poor_men", "other_women", "other_men"];
    names
        .iter()
        .zip(measure)
        .map(|(name, (base, end))| ((*name).to_owned(), band(base, end)))
        .collect()
}

fn usage(lift: f64) -> IndexMap<String, Band> {
    cohorts([
        (0.09, (0.27 + lift, 0.48 + lift, 0.72 + lift)),
        (0.16, (0.34 + lift, 0.57 + lift, 0.78 + lift)),
        (0.21, (0.44, 0.66, 0.86)),
        (0.31, (0.52, 0.76, 0.92)),
    ])
}

fn income() -> IndexMap<String, Band> {
    cohorts([
        (0.0, (-0.011, 0.0006, 0.0031)),
        (0.0, (-0.012, 0.0009, 0.0044)),
        (0.0, (-0.006, 0.0031, 0.011)),
        (0.0, (-0.007, 0.0041, 0.014)),
    ])
}

type Row = (
    &'static str,
    &'static str,
    Better,
    &'static str,
    &'static str,
    (f64, f64, f64),
);

const ROWS: [Row; 9] = [
    (
        "offline_poor",
        "people",
        Better::Down,
        "Poor people offline",
        "connectivity",
        (4.1e6, 8.4e6, 12.6e6),
    ),
    (
        "poor_gap_pp",
        "share",
        Better::Down,
        "Gap poor to rest",
        "connectivity",
        (0.13, 0.24, 0.34),
    ),
    (
        "displaced_peak",
        "workers",
        Better::Down,
        "Displaced at the peak",
        "work",
        (1.1e3, 21.0e3, 160.0e3),
    ),
    (
        "displaced_cum_women_share",
        "share",
        Better::Context,
        "Women's part of those displaced",
        "work",
        (0.3, 0.41, 0.52),
    ),
    (
        "income_poor_vs_noai",
        "share",
        Better::Up,
        "Income of the poor compared with no AI",
        "income",
        (-0.0112, 0.0007, 0.0036),
    ),
    (
        "setback_vs_noai",
        "share",
        Better::Down,
        "Setback: the poor lose to AI",
        "harm",
        (0.0, 0.0, 1.0),
    ),
    (
        "trust",
        "index",
        Better::Up,
        "Trust in digital services",
        "harm",
        (0.31, 0.52, 0.61),
    ),
    (
        "usage_gap_between",
        "share",
        Better::Down,
        "Gap to the reference country",
        "between",
        (0.18, 0.33, 0.51),
    ),
    (
        "cost_musd",
        "musd",
        Better::Down,
        "Cost",
        "cost",
        (0.0, 15.0, 30.0),
    ),
];

/// The made-up outcome.
pub(crate) fn malawi() -> RunReport {
    let facts = [
        ("poor_women", true, true, 0.36),
        ("poor_men", true, false, 0.34),
        ("other_women", false, true, 0.15),
        ("other_men", false, false, 0.15),
    ];
    RunReport {
        scenario: ScenarioLine {
            title: "Malawi: tax, power or masts?".into(),
            question: "If data becomes cheaper first, or masts come first, who of the poorest is online by 2040?".into(),
            fingerprint: "0123456789abcdef".into(),
        },
        baseline: BaselineLine {
            kind: "country".into(),
            id: "MWI".into(),
            name: "Malawi".into(),
            vintage: "World Bank and ITU, edition 2026-11".into(),
            flags: vec![FlagLine { input: "skills".into(), reason: "median of the country group, no survey".into(), year: None }, FlagLine { input: "usage".into(), reason: "older than five years".into(), year: Some(2019) }],
            ..BaselineLine::default()
        },
        reference: Some(ReferenceLine { id: "ZAF".into(), name: "South Africa".into() }),
        run: RunLine { draws: 10_000, seed: 20_250_601, sampling: "latin_hypercube".into(), rng: "chacha8".into(), version: "0.1.0".into(), ..RunLine::default() },
        years: YEARS.collect(),
        cohorts: facts.iter().map(|fact| fact.0.to_owned()).collect(),
        cohort_facts: facts
            .iter()
            .map(|&(id, poor, female, share)| CohortLine { id: id.into(), poor, female, share, people: share * 21.0e6, income_per_year: if poor { 560.0 } else { 1900.0 } })
            .collect(),
        decisions: Decisions::Unweighted,
        open_decisions: vec![OpenDecision { node: "budget".into(), title: "Where does the first money go?".into() }],
        indicators: ROWS
            .iter()
            .map(|&(key, unit, better, label, group, (low, middle, high))| {
                let report = IndicatorReport { unit: unit.into(), better, label: label.into(), group: group.into(), horizon: spread(low, middle, high), series: None };
                (key.to_owned(), report)
            })
            .collect(),
        cohort_series: IndexMap::from([("usage".to_owned(), usage(0.0)), ("income_vs_noai".to_owned(), income())]),
        options: [("cheaper", "Cut tax on data and devices", 0.06), ("masts", "Rural masts", 0.02), ("as_now", "As now", 0.0)].map(option).into(),
        paths: paths(),
        precision: None,
        notes: vec![],
    }
}

fn option((id, title, lift): (&str, &str, f64)) -> OptionReport {
    OptionReport {
        node: "budget".into(),
        option: id.into(),
        node_title: "Where does the first money go?".into(),
        option_title: title.into(),
        not_counted: if id == "cheaper" {
            "revenue lost".into()
        } else {
            String::new()
        },
        indicators: ROWS
            .iter()
            .map(|row| {
                (
                    row.0.to_owned(),
                    summary((row.5.0 * (1.0 - lift), row.5.1 * (1.0 - lift), row.5.2)),
                )
            })
            .collect(),
        cohort_series: IndexMap::from([
            ("usage".to_owned(), usage(lift)),
            ("income_vs_noai".to_owned(), income()),
        ]),
        ..OptionReport::default()
    }
}

fn paths() -> Vec<PathReport> {
    let mut paths = Vec::new();
    for option in ["cheaper", "masts", "as_now"] {
        for (passed, chance) in [("mostly", 0.35), ("little", 0.65)] {
            for (power, on_plan) in [("on_plan", 0.3), ("slow", 0.7)] {
                let indicators = ROWS
                    .iter()
                    .map(|row| (row.0.to_owned(), summary(row.5)))
                    .collect();
                paths.push(PathReport {
                    id: format!("budget={option}/passed_on={passed}/power={power}"),
                    probability: None,
                    chance_probability: Some(chance * on_plan),
                    indicators,
                });
            }
        }
    }
    paths
}

/// The same with every decision closed and one path.
pub(crate) fn closed() -> RunReport {
    let mut report = malawi();
    report.decisions = Decisions::Closed;
    report.options.clear();
    report.open_decisions.clear();
    report.paths.truncate(1);
    report
}

/// The first two options beside each other, the first as the reference.
pub(crate) fn side_by_side() -> CompareReport {
    let run = malawi();
    let column = |id: &str, option: &OptionReport, differs| ColumnReport {
        id: id.into(),
        file: "malawi.ron".into(),
        scenario: run.scenario.clone(),
        baseline: run.baseline.clone(),
        reference: run.reference.clone(),
        option: Some(ColumnOption {
            node: option.node.clone(),
            option: option.option.clone(),
            node_title: option.node_title.clone(),
            option_title: option.option_title.clone(),
        }),
        mixes_open_decisions: false,
        differs,
    };
    let [cheaper, masts, _] = &run.options[..] else {
        unreachable!()
    };
    let changed = InputDifference {
        field: "tree.budget".into(),
        reference: Some("cheaper".into()),
        here: Some("masts".into()),
    };
    let row = |(key, indicator): (&String, &IndicatorReport)| {
        let columns = [("A", None), ("B", Some(spread(-0.04, 0.01, 0.09)))];
        let cells = columns.map(|(id, difference)| (id.to_owned(), cell(indicator, difference)));
        let row = CompareRow {
            unit: indicator.unit.clone(),
            better: indicator.better,
            label: indicator.label.clone(),
            columns: cells.into_iter().collect(),
        };
        (key.clone(), row)
    };
    CompareReport {
        run: run.run.clone(),
        reference: "A".into(),
        year: 2040,
        years: run.years.clone(),
        columns: vec![
            column("A", cheaper, vec![]),
            column("B", masts, vec![changed]),
        ],
        indicators: run.indicators.iter().map(row).collect(),
        cohorts: IndexMap::from([("usage".to_owned(), online())]),
        gains: None,
        attribution: None,
        notes: vec![],
    }
}

/// Use by poor women and other men in two columns.
fn online() -> IndexMap<String, IndexMap<String, CompareCell>> {
    let cohort = |name: &str, low: f64| {
        let indicator = IndicatorReport {
            unit: "share".into(),
            better: Better::Up,
            label: String::new(),
            group: String::new(),
            horizon: spread(low, low + 0.2, low + 0.5),
            series: None,
        };
        let columns = [("A", None), ("B", Some(spread(-0.09, -0.05, -0.01)))];
        let cells = columns.map(|(id, difference)| (id.to_owned(), cell(&indicator, difference)));
        (name.to_owned(), cells.into_iter().collect())
    };
    [cohort("poor_women", 0.2), cohort("other_men", 0.4)]
        .into_iter()
        .collect()
}

/// A value, and in the second column a difference of a tenth of it.
fn cell(indicator: &IndicatorReport, relative: Option<Spread>) -> CompareCell {
    let size = indicator.horizon.p50.unwrap_or(0.0);
    let times = |x: Option<f64>| x.map(|x| x * size);
    let difference = relative.map(|r| {
        let spread = Spread {
            mean: times(r.mean),
            p5: times(r.p5),
            p25: times(r.p25),
            p50: times(r.p50),
            p75: times(r.p75),
            p95: times(r.p95),
        };
        Difference {
            versus: "A".into(),
            spread,
            share_better: Some(0.17),
            share_worse: Some(0.83),
            direction: Direction::of(&spread, indicator.better),
        }
    });
    CompareCell {
        horizon: indicator.horizon,
        series: None,
        difference,
    }
}
