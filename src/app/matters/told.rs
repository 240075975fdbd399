//! What matters in words and figures: for the screen, for reading aloud and for copying.

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
    let listed = found
        .rows
        .iter()
        .filter(|row| app.matters.all || !row.noise);
    listed
        .map(|one| row(&document.scenario, one, scale, found.fit.is_trusted()))
        .collect()
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
    let what = match total {
        Some(total) => tell!(
            "ranked-row",
            id = id,
            evidence = evidence,
            total = ranked::percent(total.value)
        ),
        None => tell!("ranked-row-bare", id = id, evidence = evidence),
    };
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
    let share = ranked::percent(strongest.share.value);
    let scale = scale(found);
    let told = |value: f64| scale.told(Range::certain(value));
    let (low, high) = (told(strongest.low), told(strongest.high));
    let year = found.year.to_string();
    match option(app) {
        Some(option) => tell!(
            "matters-head-option",
            what = what,
            option = option,
            year = year,
            share = share,
            low = low,
            high = high
        ),
        None => tell!(
            "matters-head",
            what = what,
            year = year,
            share = share,
            low = low,
            high = high
        ),
    }
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

/// Below the ranking: where the spread comes from, what is noise, how far to trust it.
#[must_use]
pub fn summary(app: &App) -> Vec<String> {
    let Some(Ok(found)) = found(app) else {
        return Vec::new();
    };
    let groups = ranked::groups(&found.groups).into_iter();
    let groups = groups.map(|(name, share)| format!("{name} {}", ranked::percent(share)));
    let groups = groups.collect::<Vec<String>>().join(" · ");
    let mut lines = vec![tell!("matters-groups", groups = groups)];
    let noise = found.rows.iter().filter(|row| row.noise).count();
    if noise > 0 && !app.matters.all {
        lines.push(tell!("ranked-noise", count = noise));
    }
    if found.fit.terms > 0 && !found.fit.is_trusted() {
        lines.push(ranked::fit(found.fit.checked, false));
    }
    let results = app.shown().and_then(|document| document.results.as_ref());
    if results.is_some_and(|results| results.stage == Stage::Preview) {
        let draws = u32::try_from(found.draws).unwrap_or(u32::MAX);
        lines.push(sentences::preview(draws));
    }
    lines.push(tell!("ranked-honest"));
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
