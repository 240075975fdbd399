//! The Outcomes in sentences: for the screen, for reading aloud and for copying.

use super::money::dollars;
use super::{Asked, BETWEEN, View, path_lines, who_of};
use crate::app::{App, Guess, filter};
use crate::live::{
    CohortMeasure, Distribution, Group, NoAiLine, Outlook, Selection, Stage, Subject,
};
use crate::report::run::Better;
use crate::scenario::BaselineRef;
use crate::seeds::catalogue;
use crate::sim::layout::Yearly;
use crate::tell;
use crate::words::numbers::{Range, Scale, whole};
use crate::words::people::cohort_name;
use crate::words::sentences::{self, Chart, Held};
use crate::words::{answers, subjects};

/// The answer in one sentence.
#[must_use]
pub(crate) fn headline(app: &App, asked: &Asked) -> Option<String> {
    let found = asked.outlook_of(app)?;
    let range = subjects::range(&found.subject, &found.horizon);
    let scale = subjects::scale(&found.subject, &[range]);
    let mut value = scale.told(range);
    if found.stage == Stage::Preview {
        value = sentences::marked(&value);
    }
    let year = found.years.last().copied().unwrap_or_default();
    let what = who_of(asked);
    let first = found.years.first().copied().unwrap_or_default();
    let base = Some(found.base).filter(|base| base.is_finite());
    let told = match base.filter(|_| !subjects::is_share_of_runs(&found.subject)) {
        Some(base) => tell!(
            "outcomes-headline",
            what = what,
            value = value,
            year = year.to_string(),
            first = first.to_string(),
            base = scale.told(Range::certain(base)),
        ),
        None => tell!(
            "outcomes-headline-bare",
            what = what,
            value = value,
            year = year.to_string()
        ),
    };
    Some(match dollars(asked) {
        Some(dollars) => format!("{told} {}", in_money(range, dollars)),
        None => told,
    })
}

fn in_money(range: Range, dollars: f64) -> String {
    let scale = Scale::of("usd", &[]).signed();
    tell!(
        "outcomes-in-money",
        value = scale.range(range.times(dollars))
    )
}

/// How ranges of this kind held in the past, in a short line.
#[must_use]
pub fn tested_words(asked: &Asked) -> String {
    match asked.subject.group() {
        Group::Connectivity => {
            let Some(held) = held(asked) else {
                return sentences::held_or_not(None);
            };
            tell!(
                "outcomes-tested",
                first = held.years.0.to_string(),
                last = held.years.1.to_string(),
                ten = whole((held.inside * 10.0).round()),
                countries = held.countries,
            )
        }
        Group::Cost => String::new(),
        Group::Work | Group::Income | Group::Harm => tell!("outcomes-untested"),
    }
}

fn held(asked: &Asked) -> Option<Held> {
    match &asked.results.scenario.setting.baseline {
        BaselineRef::Country(id) => Held::of(catalogue().country(id)),
        BaselineRef::Group(id) => Held::of_group(id),
        BaselineRef::Custom(_) => Held::of(None),
    }
}

/// What has to be known before the numbers are read: old, few or partial draws.
#[must_use]
pub fn tidings(app: &App, asked: &Asked) -> Vec<String> {
    let mut all = Vec::new();
    if !asked.is_fresh(app, &asked.outlook()) {
        all.push(tell!("outcomes-stale"));
    }
    let draws = u32::try_from(asked.results.draws()).unwrap_or(u32::MAX);
    match asked.results.stage {
        Stage::Preview => all.push(sentences::preview(draws)),
        Stage::Partial => all.push(tell!("outcomes-partial", draws = whole(f64::from(draws)))),
        Stage::Whole => {}
    }
    all.extend(filter::sentences(&asked.results));
    all
}

/// The room's guess for what is shown, if there was one; the last counts.
#[must_use]
pub(crate) fn guess_of<'a>(app: &'a App, asked: &Asked) -> Option<&'a Guess> {
    let option = match asked.selection {
        Selection::Path(_) => return None,
        selection => selection.option(),
    };
    let guesses = &app.document(asked.id)?.guesses;
    let same = |g: &&Guess| g.subject == asked.subject && g.option == option;
    guesses.iter().rev().find(same)
}

/// How the guess did.
#[must_use]
pub fn guess_words(app: &App, asked: &Asked) -> Option<String> {
    let guess = guess_of(app, asked)?;
    let found = asked.outlook_of(app)?;
    let ours = subjects::range(&found.subject, &found.horizon);
    let spread = asked.spread_of(app);
    let scale = Scale {
        signed: false,
        ..subjects::scale(&found.subject, &[ours])
    };
    let guess = sentences::Guess {
        low: guess.low,
        high: guess.high,
        ours,
        inside: spread.map(|s| share_up_to(s, guess.high) - share_up_to(s, guess.low)),
    };
    sentences::guess(guess, scale)
}

/// Share of model runs that end at or below a value, between the points of the curve.
fn share_up_to(spread: &Distribution, value: f64) -> f64 {
    let curve = &spread.cumulative;
    let after = curve.partition_point(|(known, _)| *known <= value);
    let before = after.checked_sub(1).and_then(|place| curve.get(place));
    match (before, curve.get(after)) {
        (Some((low, from)), Some((high, to))) if high > low => {
            from + (to - from) * (value - low) / (high - low)
        }
        (Some((_, share)), _) => *share,
        (None, _) => 0.0,
    }
}

/// How many runs lie beyond the threshold, on the good side.
#[must_use]
pub fn threshold_words(app: &App, asked: &Asked) -> Option<String> {
    let beyond = asked.spread_of(app)?.beyond?;
    let found = asked.outlook_of(app)?;
    let range = subjects::range(&found.subject, &found.horizon);
    let scale = subjects::scale(&asked.subject, &[range]);
    let mark = scale.told(Range::certain(beyond.threshold));
    let runs = |share: f64| Scale::of("probability", &[]).number(Some(share));
    Some(match asked.subject.better() {
        Better::Down => tell!("say-beyond-below", runs = runs(beyond.below), mark = mark),
        _ => tell!("say-beyond-above", runs = runs(beyond.above), mark = mark),
    })
}

/// Small middles with a bad tail, for the income of the poor.
#[must_use]
pub fn small_words(app: &App, asked: &Asked) -> Option<String> {
    let dollars = dollars(asked)?;
    let plan = &asked.results.ensemble.plan;
    if let Subject::Cohort(_, id) = &asked.subject {
        plan.country()
            .cohorts
            .iter()
            .find(|c| c.id == *id && c.poor)?;
    }
    let range = answers::range(&asked.outlook_of(app)?.horizon);
    let (middle, low) = (range.middle?, range.low.filter(|low| *low < 0.0)?);
    Some(sentences::small_effect(
        middle * dollars,
        low * dollars,
        None,
    ))
}

/// The spread at the horizon in words.
#[must_use]
pub(crate) fn spread_words(app: &App, asked: &Asked) -> Option<String> {
    let found = asked.spread_of(app)?;
    let range = subjects::range(&found.subject, &found.moments);
    let certain = range.low == range.high;
    if subjects::is_share_of_runs(&found.subject) || range.middle.is_none() || certain {
        return None;
    }
    let scale = subjects::scale(&found.subject, &[range]);
    let told = sentences::Distribution {
        points: found.moments.levels,
        above: None,
        less_is_better: found.subject.better() == Better::Down,
    };
    Some(sentences::distribution(&told, scale))
}

/// What AI has to do with it, and what the years hold.
#[must_use]
pub(crate) fn notes(found: &Outlook) -> Vec<String> {
    let mut all = Vec::new();
    if found.no_ai == NoAiLine::Same {
        all.push(tell!("outcomes-no-ai-same"));
    }
    if found.yearly == Yearly::Means && !found.bands.is_empty() {
        all.push(tell!("outcomes-means-only"));
    }
    all
}

/// Everything that the screen shows, sentence by sentence.
pub(super) fn all(app: &App) -> Option<String> {
    let asked = Asked::of(app)?;
    let found = asked.outlook_of(app)?;
    let mut parts = tidings(app, &asked);
    let range = range_words(found);
    match course(&asked, found, range.is_some()) {
        Some(text) => parts.push(text),
        None => parts.extend(headline(app, &asked)),
    }
    parts.extend(range);
    parts.extend(spread_words(app, &asked));
    parts.extend(threshold_words(app, &asked));
    parts.extend(guess_words(app, &asked));
    parts.extend(small_words(app, &asked));
    parts.extend(notes(found));
    parts.extend(table(app, &asked));
    match asked.subject.group() {
        Group::Connectivity => parts.push(sentences::held_or_not(held(&asked))),
        Group::Cost => {}
        Group::Work | Group::Income | Group::Harm => parts.push(sentences::untested()),
    }
    parts.push(sentences::not_counted());
    Some(parts.join("\n\n"))
}

/// The chart in words; its range is left to another sentence if that says it already.
fn course(asked: &Asked, found: &Outlook, range_is_said: bool) -> Option<String> {
    if subjects::is_share_of_runs(&found.subject) {
        return None;
    }
    let known = |value: f64| Some(value).filter(|v| v.is_finite());
    let middle: Vec<Option<f64>> = found.bands.iter().map(|b| known(b.levels[2])).collect();
    let end = answers::range(&found.horizon);
    let reference = found.reference.as_ref();
    let last = reference.and_then(|r| Some((r.name.as_str(), answers::range(r.bands.last()?))));
    sentences::chart(&Chart {
        what: &who_of(asked),
        scale: subjects::scale(&found.subject, &[end]),
        first: found.years.first().copied()?,
        middle: &middle,
        end: match range_is_said {
            true => Range::new(end.middle, None, None),
            false => end,
        },
        mark: asked.threshold,
        no_ai: None,
        reference: last,
    })
}

fn range_words(found: &Outlook) -> Option<String> {
    let Subject::Cohort(CohortMeasure::Offline, cohort) = &found.subject else {
        return None;
    };
    let range = answers::range(&found.horizon);
    let year = found.years.last().copied()?;
    let (low, high) = (range.low?, range.high?);
    Some(sentences::range_offline(low, high, cohort, year))
}

/// The table below the picture, row by row.
fn table(app: &App, asked: &Asked) -> Vec<String> {
    match app.outcomes.view {
        View::Paths => paths(app, asked),
        _ => cohorts(app, asked),
    }
}

fn paths(app: &App, asked: &Asked) -> Vec<String> {
    let Some(table) = asked.path_table(app) else {
        return Vec::new();
    };
    let lines = path_lines(app, asked);
    let cell = |place: usize, subject: &Subject| {
        let range = |line: &super::PathLine| {
            let cell = line.cells.get(place);
            cell.map_or_else(Range::default, |cell| subjects::range(subject, cell))
        };
        let ranges: Vec<Range> = lines.iter().map(range).collect();
        let scale = subjects::scale(subject, &ranges);
        ranges
            .into_iter()
            .map(|r| scale.told(r))
            .collect::<Vec<_>>()
    };
    let columns: Vec<Vec<String>> = table
        .subjects
        .iter()
        .enumerate()
        .map(|(place, subject)| cell(place, subject))
        .collect();
    let labels: Vec<String> = table.subjects.iter().map(Subject::label).collect();
    let rows = lines.iter().enumerate().map(|(row, line)| {
        let cells = columns.iter().filter_map(|column| column.get(row).cloned());
        (line.parts.join(BETWEEN), cells.collect())
    });
    sentences::table(&labels, &rows.collect::<Vec<_>>())
}

fn cohorts(app: &App, asked: &Asked) -> Vec<String> {
    let shown = app.outcomes.view == View::Cohorts || asked.is_about_a_cohort();
    let Some(table) = asked.cohort_table(app).filter(|_| shown) else {
        return Vec::new();
    };
    let ranges: Vec<Range> = table
        .rows
        .iter()
        .map(|r| answers::range(&r.value))
        .collect();
    let subject = Subject::Cohort(table.measure, String::new());
    let scale = subjects::scale(&subject, &ranges);
    let apart = subjects::difference_scale(&subject, &ranges);
    let mut columns = vec![String::new()];
    columns.extend(table.versus.as_ref().map(|who| versus_cohort(who)));
    columns.extend(
        table
            .reference
            .as_ref()
            .map(|name| tell!("outcomes-versus", who = name)),
    );
    let rows = table.rows.iter().zip(&ranges).map(|(row, range)| {
        let told = |m: &Option<crate::analysis::summary::Moments>| {
            m.as_ref()
                .map_or_else(String::new, |m| apart.told(answers::range(m)))
        };
        let mut cells = vec![scale.told(*range)];
        if table.versus.is_some() {
            cells.push(told(&row.versus_other));
        }
        cells.push(told(&row.versus_reference));
        (cohort_name(&row.cohort), cells)
    });
    sentences::table(&columns, &rows.collect::<Vec<_>>())
}

/// Heading of the column that measures against a cohort.
#[must_use]
pub(crate) fn versus_cohort(cohort: &str) -> String {
    let who = crate::words::people::person_of(cohort);
    tell!("outcomes-versus", who = who)
}
