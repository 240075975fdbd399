//! What matters in words and figures: for the screen, for reading aloud and for copying.

use std::ops::Range as Places;

use super::found;
use crate::app::App;
use crate::app::assumptions::is_hidden;
use crate::app::outcomes::Asked;
use crate::live::Stage;
use crate::live::matters::{Matters, MattersRow};
use crate::scenario::Scenario;
use crate::tell;
use crate::words::numbers::{Range, Scale};
use crate::words::{ranked, sentences, subjects};

/// One line of the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is, in everyday words.
    pub name: String,
    /// Its share of the spread, in percent.
    pub share: String,
    /// Where it takes the subject.
    pub ends: (f64, f64),
    /// What stands behind it: where it takes the subject, its id, how good the evidence is.
    pub detail: String,
    /// Shares, rank correlation, PAWN and delta, ready to be shown.
    pub methods: [String; 5],
    /// Whether it cannot be told from chance.
    pub noise: bool,
}

/// The ranking, what is no more than chance only when asked for.
#[must_use]
pub fn rows(app: &App) -> Vec<Row> {
    let Some((Ok(found), document)) = found(app).zip(app.shown()) else {
        return Vec::new();
    };
    let scale = scale(found);
    listed(app, found)
        .map(|one| row(&document.scenario, one, scale, found.fit.is_trusted()))
        .collect()
}

/// The rows that are listed, in their order.
pub(super) fn listed<'a>(
    app: &App,
    found: &'a Matters,
) -> impl Iterator<Item = &'a MattersRow> + use<'a> {
    let all = app.matters.all;
    found.rows.iter().filter(move |row| all || !row.noise)
}

/// The scale of the subject.
fn scale(found: &Matters) -> Scale {
    let range = subjects::range(&found.wish.subject, &found.moments);
    subjects::scale(&found.wish.subject, &[range])
}

/// A total that cannot be `trusted` is not told beside a share that can.
fn row(scenario: &Scenario, row: &MattersRow, scale: Scale, trusted: bool) -> Row {
    let id = ranked::id(&row.input);
    let evidence = ranked::evidence(row.evidence);
    let total = row.total.filter(|_| trusted);
    let together = ranked::together(row.share.value, total.map(|total| total.value));
    let what = ranked::behind(&id, evidence, together);
    let told = |value: f64| scale.told(Range::certain(value));
    let (low, high) = (told(row.low), told(row.high));
    let ends = match ranked::titles(scenario, row) {
        Some([lowest, highest]) => tell!(
            "ranked-node-ends",
            low = low,
            high = high,
            lowest = lowest,
            highest = highest
        ),
        None => tell!("ranked-ends", low = low, high = high),
    };
    let figure = |value: Option<f64>| ranked::figure(value);
    Row {
        name: ranked::name(scenario, &row.input, row.levels),
        share: ranked::percent(row.share.value),
        ends: (row.low, row.high),
        detail: format!("{ends} ({what})"),
        methods: [
            ranked::share(Some(row.share)),
            ranked::share(total),
            figure(row.correlation),
            figure(row.pawn.map(|pawn| pawn.median.value)),
            figure(row.delta.map(|delta| delta.value)),
        ],
        noise: row.noise,
    }
}

/// The answer in a sentence.
#[must_use]
pub fn sentence(app: &App) -> String {
    let Some(document) = app.shown() else {
        return String::new();
    };
    if is_hidden(document) {
        return tell!("matters-hidden");
    }
    let found = match found(app) {
        None => return tell!("matters-nothing-yet"),
        Some(Err(fault)) => return ranked::fault(*fault),
        Some(Ok(found)) => found,
    };
    let what = found.wish.subject.label();
    let strongest = found.rows.iter().find(|row| !row.noise);
    let Some(strongest) = strongest else {
        return tell!("matters-none", what = what);
    };
    let scale = scale(found);
    let told = |value: f64| scale.told(Range::certain(value));
    let lead = ranked::lead(&ranked::Lead {
        ties: ties(found),
        share: strongest.share.value,
        ends: (told(strongest.low), told(strongest.high)),
        chance: found.groups.chance,
    });
    let year = found.year.to_string();
    match option(app) {
        Some(option) => tell!(
            "matters-head-option",
            what = what,
            option = option,
            year = year,
            lead = lead
        ),
        None => tell!("matters-head", what = what, year = year, lead = lead),
    }
}

/// Places of the ranking that are about the same.
fn ties(found: &Matters) -> Vec<Places<usize>> {
    let loud = found.rows.iter().filter(|row| !row.noise);
    let intervals: Vec<_> = loud.map(|row| (row.share.low, row.share.high)).collect();
    crate::analysis::matters::ties(&intervals)
}

/// Title of the option that is looked at.
fn option(app: &App) -> Option<String> {
    let asked = Asked::of(app)?;
    let open = asked.results.ensemble.plan.open.as_ref()?;
    let id = open.options.get(asked.selection.option()?)?;
    let node = app.shown()?.scenario.tree.nodes.get(&open.node)?;
    let outcomes = node.outcomes();
    let found = outcomes.iter().find(|outcome| outcome.id == *id);
    Some(found.map_or_else(|| id.clone(), |outcome| outcome.title.to_owned()))
}

/// Below the ranking: that draws are few, where the spread comes from, which places are about the
/// same, what is noise, how far to trust it.
#[must_use]
pub fn summary(app: &App) -> Vec<String> {
    let Some(Ok(found)) = found(app) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let results = app.shown().and_then(|document| document.results.as_ref());
    if results.is_some_and(|results| results.stage == Stage::Preview) {
        let draws = u32::try_from(found.draws).unwrap_or(u32::MAX);
        lines.push(sentences::preview(draws));
    }
    let groups = ranked::groups(&found.groups).into_iter();
    let groups = groups.map(|(name, share)| format!("{name} {}", ranked::percent(share)));
    let groups = groups.collect::<Vec<String>>().join(" · ");
    lines.push(tell!("matters-groups", groups = groups));
    let noise = found.rows.iter().filter(|row| row.noise).count();
    let loud = found.rows.len() - noise;
    let same = ranked::about_the_same(&ties(found), loud);
    let noise = (noise > 0 && !app.matters.all).then(|| tell!("ranked-noise", count = noise));
    let told: Vec<String> = same.into_iter().chain(noise).collect();
    if !told.is_empty() {
        lines.push(told.join(" "));
    }
    if found.fit.terms > 0 && !found.fit.is_trusted() {
        lines.push(ranked::fit(found.fit.checked, false));
    }
    lines.push(tell!("matters-honest"));
    lines
}

/// The screen in words.
pub fn words(app: &App) -> Option<String> {
    let rows = rows(app);
    let ranked = rows.iter().enumerate();
    let ranked = ranked.map(|(place, row)| {
        let place = (place + 1).to_string();
        tell!(
            "matters-spoken",
            place = place,
            share = row.share.clone(),
            name = row.name.clone(),
            detail = row.detail.clone()
        )
    });
    let all = [sentence(app)]
        .into_iter()
        .chain(ranked)
        .chain(summary(app));
    Some(all.collect::<Vec<String>>().join("\n")).filter(|text| !text.is_empty())
}
