//! Signposts, paths and the second opinion, line by line.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::{MOST, entry, paragraph, show};
use crate::analysis::setbacks::signposts::Alarm;
use crate::app::outcomes::path_title;
use crate::app::setbacks::{early, tree as tree_now};
use crate::app::{App, Document};
use crate::live::{Announced, Early, EarlySigns, Results, Setbacks, Subject};
use crate::look::Role;
use crate::scenario::Scenario;
use crate::tell;
use crate::widgets::scroll::keep_in_view;
use crate::widgets::shorten;
use crate::words::numbers::whole;
use crate::words::setbacks as said;

/// Columns of a number.
const NUMBER: usize = 9;

/// Draws what announces a setback; the marked one is told in full below.
pub(super) fn signposts(app: &App, scenario: &Scenario, area: Rect, frame: &mut Frame<'_>) {
    let width = usize::from(area.width).saturating_sub(2).min(MOST);
    let mut lines = vec![Line::default()];
    match early(app) {
        None => lines.extend(paragraph(
            app,
            &tell!("setbacks-waiting"),
            Role::Muted,
            width,
        )),
        Some(early) => match &early.signs {
            Err(problem) => {
                lines.extend(paragraph(app, &said::trouble(problem), Role::Text, width));
            }
            Ok(signs) if signs.is_empty() => {
                let none = tell!("setbacks-signposts-none");
                lines.extend(paragraph(app, &none, Role::Text, width));
                lines.extend(paragraph(app, &few(early), Role::Muted, width));
            }
            Ok(signs) => lines.extend(table(app, scenario, early, signs, width)),
        },
    }
    show(lines, area, frame);
}

/// In how many runs signposts were looked for.
fn few(early: &EarlySigns) -> String {
    tell!(
        "setbacks-signposts-few",
        draws = whole(early.draws as f64),
        tried = early.tried
    )
}

fn table(
    app: &App,
    scenario: &Scenario,
    early: &EarlySigns,
    signs: &[Early],
    width: usize,
) -> Vec<Line<'static>> {
    let title = tell!("setbacks-signposts", year = early.wish.until.to_string());
    let heads = [
        tell!("setbacks-hits"),
        tell!("setbacks-false"),
        tell!("setbacks-score"),
    ];
    let mut lines = vec![cells(app, &title, &heads, width, Role::Title)];
    for (place, sign) in signs.iter().enumerate() {
        let own = &sign.signpost;
        let numbers = [own.hits, own.false_alarms, own.unseen].map(said::of_100);
        let role = match place == app.setbacks.at {
            true => Role::Selected,
            false => Role::Text,
        };
        lines.push(cells(app, &short(scenario, sign), &numbers, width, role));
    }
    lines.push(Line::default());
    if let Some(sign) = signs.get(app.setbacks.at) {
        lines.extend(paragraph(
            app,
            &said::sign(scenario, sign),
            Role::Text,
            width,
        ));
        lines.extend(paragraph(app, &said::sign_score(sign), Role::Muted, width));
    }
    let human = tell!("setbacks-signposts-human");
    lines.extend(paragraph(app, &human, Role::Muted, width));
    lines.extend(paragraph(app, &few(early), Role::Muted, width));
    lines
}

/// A signpost in a few words.
fn short(scenario: &Scenario, sign: &Early) -> String {
    let own = &sign.signpost;
    let what = said::watched(scenario, &sign.what);
    match &sign.what {
        Announced::Outcome { year, .. } => {
            tell!(
                "setbacks-sign-outcome",
                what = what,
                year = year.to_string()
            )
        }
        Announced::Indicator { key, year } => {
            let mark = said::mark(&Subject::Indicator(key.clone()), own.threshold);
            let year = year.to_string();
            match own.alarm {
                Alarm::Below => {
                    tell!("setbacks-sign-below", what = what, mark = mark, year = year)
                }
                Alarm::Above => {
                    tell!("setbacks-sign-above", what = what, mark = mark, year = year)
                }
            }
        }
    }
}

/// A text at the left and numbers at the right.
fn cells(app: &App, text: &str, numbers: &[String], width: usize, role: Role) -> Line<'static> {
    let room = width.saturating_sub(numbers.len() * NUMBER + 1);
    let text = shorten(text, room, app.look.glyphs().ellipsis);
    let gap = " ".repeat(room.saturating_sub(text.width()));
    let pad = |number: &String| {
        let fill = NUMBER.saturating_sub(number.width());
        format!("{}{number}", " ".repeat(fill))
    };
    let numbers: String = numbers.iter().map(pad).collect();
    Line::styled(format!(" {text}{gap}{numbers} "), app.look.style(role))
}

/// Draws on which paths setbacks lie.
pub(super) fn paths(
    app: &App,
    document: &Document,
    found: &Setbacks,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let width = usize::from(area.width).saturating_sub(2);
    let Some(results) = &document.results else {
        return;
    };
    let mut lines = vec![Line::default()];
    if found.paths.len() < 2 {
        lines.extend(paragraph(
            app,
            &tell!("setbacks-path-whole"),
            Role::Text,
            width,
        ));
        return show(lines, area, frame);
    }
    lines.extend(paragraph(app, &tell!("setbacks-paths"), Role::Title, width));
    let heads = [
        tell!("setbacks-head-setbacks"),
        tell!("setbacks-head-runs"),
        tell!("setbacks-head-share"),
    ];
    lines.push(cells(
        app,
        &tell!("setbacks-head-of"),
        &heads,
        width,
        Role::Muted,
    ));
    let top = usize::from(area.height).saturating_sub(lines.len() + 4);
    let first = keep_in_view(0, app.setbacks.at, top.max(1), found.paths.len());
    let shared = shared(results, found);
    for (place, own) in found.paths.iter().enumerate().skip(first).take(top.max(1)) {
        let title = title(results, own.path, shared);
        let numbers = [own.of_setbacks, own.of_weight, own.share].map(said::of_100);
        let role = match place == app.setbacks.at {
            true => Role::Selected,
            false => Role::Text,
        };
        lines.push(cells(app, &title, &numbers, width, role));
    }
    if let Some(own) = found.paths.get(app.setbacks.at) {
        let told = tell!(
            "setbacks-path",
            path = title(results, own.path, 0),
            setbacks = said::of_100(own.of_setbacks),
            weight = said::of_100(own.of_weight),
            share = said::of_100(own.share)
        );
        lines.push(Line::default());
        lines.extend(paragraph(app, &told, Role::Text, width.min(MOST)));
    }
    show(lines, area, frame);
}

/// A path by what happens on it, without its first steps.
fn title(results: &Results, path: usize, without: usize) -> String {
    let path = results.ensemble.plan.paths.get(path);
    let history = path.map(|path| path.history.as_slice()).unwrap_or_default();
    path_title(results, history.get(without..).unwrap_or_default())
}

/// First steps that all paths share: the option that is looked at.
fn shared(results: &Results, found: &Setbacks) -> usize {
    let plan = &results.ensemble.plan;
    let histories = found
        .paths
        .iter()
        .filter_map(|own| plan.paths.get(own.path));
    let mut histories = histories.map(|path| &path.history);
    let Some(first) = histories.next() else {
        return 0;
    };
    let most = first.len().saturating_sub(1);
    histories.fold(most, |count, other| {
        let same = first.iter().zip(other).take_while(|(a, b)| a == b);
        same.count().min(count)
    })
}

/// Draws the second opinion.
pub(super) fn tree(app: &App, scenario: &Scenario, area: Rect, frame: &mut Frame<'_>) {
    let width = usize::from(area.width).saturating_sub(2).min(MOST);
    let mut head = vec![Line::default()];
    head.extend(paragraph(app, &tell!("setbacks-tree"), Role::Title, width));
    let mut rules = Vec::new();
    match tree_now(app) {
        None => head.extend(paragraph(
            app,
            &tell!("setbacks-waiting"),
            Role::Muted,
            width,
        )),
        Some(Err(problem)) => {
            head.extend(paragraph(app, &said::trouble(problem), Role::Text, width));
        }
        Some(Ok((_, pruned))) if pruned.tree.leaves() < 2 => {
            head.extend(paragraph(
                app,
                &tell!("setbacks-tree-none"),
                Role::Text,
                width,
            ));
        }
        Some(Ok((dimensions, pruned))) => {
            let share = said::of_100(pruned.explains);
            let told = tell!("setbacks-tree-explains", share = share);
            head.extend(paragraph(app, &told, Role::Text, width));
            for rule in &pruned.tree.rules() {
                let told = said::rule_limits(scenario, dimensions, rule);
                rules.extend(entry(app, &told, Role::Text, width));
            }
        }
    }
    let height = u16::try_from(head.len()).unwrap_or(area.height);
    let parts = [Constraint::Length(height), Constraint::Fill(1)];
    let [top, rest] = Layout::vertical(parts).areas(area);
    show(head, top, frame);
    let last = rules.len().saturating_sub(usize::from(rest.height));
    let from = app.setbacks.at.min(last);
    show(rules.split_off(from.min(rules.len())), rest, frame);
}
