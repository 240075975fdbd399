//! Charts and tables in words, for people who do not see them and for rooms that must agree on
//! what they see.

use crate::tell;
use crate::words::numbers::{Range, Scale};

/// A fan chart as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart<'a> {
    /// What is shown, of whom and under which option: `Poor women offline, masts first`.
    pub what: &'a str,
    /// How values are written.
    pub scale: Scale,
    /// First year.
    pub first: i32,
    /// The middle for each year from the first on.
    pub middle: &'a [Option<f64>],
    /// Middle and range in the last year.
    pub end: Range,
    /// A threshold or success mark.
    pub mark: Option<f64>,
    /// The difference to a world without AI in the last year.
    pub no_ai: Option<Range>,
    /// Name and value of the reference country in the last year.
    pub reference: Option<(&'a str, Range)>,
}

/// Where a line goes between its first and last value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Down by more than a rounded digit.
    Falls,
    /// Up.
    Rises,
    /// Neither.
    Stays,
}

/// The chart in a few sentences; nothing where it has no values.
#[must_use]
pub fn chart(chart: &Chart<'_>) -> Option<String> {
    let start = chart.middle.first().copied().flatten()?;
    let end = chart.end.middle?;
    let (scale, last) = (chart.scale, last_year(chart));
    let told = |x: f64| super::value(scale, x);
    let id = match course(start, end, scale) {
        Course::Falls => "say-chart-falls",
        Course::Rises => "say-chart-rises",
        Course::Stays => "say-chart-stays",
    };
    let mut sentences = vec![crate::words::tell(
        id,
        &[
            ("what", chart.what.into()),
            ("start", told(start).into()),
            ("first", chart.first.into()),
            ("end", told(end).into()),
            ("last", last.into()),
        ],
    )];
    if let (Some(low), Some(high)) = (chart.end.low, chart.end.high)
        && low != high
    {
        let low = scale.number(Some(low));
        sentences.push(tell!(
            "say-chart-widens",
            low = low,
            high = told(high),
            last = last
        ));
    }
    sentences.extend(chart.mark.map(|mark| crossing(chart, mark)));
    sentences.extend(
        chart
            .no_ai
            .map(|gap| tell!("say-chart-noai", gap = scale.signed().told(gap))),
    );
    sentences.extend(chart.reference.map(|(country, value)| {
        tell!(
            "say-chart-reference",
            country = country,
            value = scale.told(value)
        )
    }));
    Some(sentences.join(" "))
}

fn last_year(chart: &Chart<'_>) -> i32 {
    chart.first + i32::try_from(chart.middle.len().saturating_sub(1)).unwrap_or(0)
}

/// Where a line goes: only what the written numbers show counts.
#[must_use]
pub fn course(start: f64, end: f64, scale: Scale) -> Course {
    let same = scale.number(Some(start)) == scale.number(Some(end));
    match () {
        () if same => Course::Stays,
        () if end < start => Course::Falls,
        () => Course::Rises,
    }
}

/// When the middle passes a mark.
fn crossing(chart: &Chart<'_>, mark: f64) -> String {
    let values: Vec<(i32, f64)> = (chart.first..)
        .zip(chart.middle)
        .filter_map(|(year, value)| Some((year, (*value)?)))
        .collect();
    let told = super::value(chart.scale, mark);
    let (Some((_, start)), Some((_, end))) = (values.first(), values.last()) else {
        return String::new();
    };
    let down = *start > mark;
    let beyond = |value: f64| match down {
        true => value <= mark,
        false => value >= mark,
    };
    let year = values.iter().find(|(_, value)| beyond(*value));
    match year {
        Some((year, _)) if *year == chart.first && beyond(*end) => {
            tell!("say-chart-always", mark = told)
        }
        Some((year, _)) if down => tell!("say-chart-crosses-down", mark = told, year = *year),
        Some((year, _)) => tell!("say-chart-crosses-up", mark = told, year = *year),
        None => tell!(
            "say-chart-not-crossed",
            mark = told,
            last = last_year(chart)
        ),
    }
}

/// A distribution at the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    /// The 5, 25, 50, 75 and 95 percent points.
    pub points: [f64; 5],
    /// A threshold, and the share of runs that end above it, 0..1.
    pub above: Option<(f64, f64)>,
    /// Whether less is better, so that the share below a threshold is the one to say.
    pub less_is_better: bool,
}

/// The distribution in words.
#[must_use]
pub fn distribution(found: &Distribution, scale: Scale) -> String {
    let [q5, q25, middle, q75, q95] = found.points;
    let told = |x: f64| super::value(scale, x);
    let bare = |x: f64| scale.number(Some(x));
    let mut sentences = vec![tell!(
        "say-distribution",
        q5 = bare(q5),
        q25 = bare(q25),
        middle = told(middle),
        q75 = told(q75),
        q95 = told(q95),
    )];
    // A tail half as long again as the other is worth a word.
    let (below, above) = (middle - q5, q95 - middle);
    if below > 1.5 * above {
        sentences.push(tell!("say-distribution-low", q5 = told(q5)));
    } else if above > 1.5 * below {
        sentences.push(tell!("say-distribution-high", q95 = told(q95)));
    }
    sentences.extend(found.above.map(|(mark, share)| match found.less_is_better {
        true => tell!(
            "say-beyond-below",
            runs = super::runs(1.0 - share),
            mark = told(mark)
        ),
        false => tell!(
            "say-beyond-above",
            runs = super::runs(share),
            mark = told(mark)
        ),
    }));
    sentences.join(" ")
}

/// A table row by row: `Poor women offline: A 59 % [33–82], B 46 % [22–73].` Empty cells are left
/// out, and so are rows without any.
#[must_use]
pub fn table(columns: &[String], rows: &[(String, Vec<String>)]) -> Vec<String> {
    let row = |(label, cells): &(String, Vec<String>)| {
        let told: Vec<String> = columns
            .iter()
            .zip(cells)
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(column, cell)| {
                tell!("say-cell", column = column, value = cell.trim())
                    .trim()
                    .to_owned()
            })
            .collect();
        (!told.is_empty()).then(|| tell!("say-row", label = label, cells = told.join(", ")))
    };
    rows.iter().filter_map(row).collect()
}
