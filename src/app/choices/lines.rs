//! The Choices line by line, for the screen and for those who listen.

use unicode_width::UnicodeWidthStr;

use super::{View, answer, map};
use crate::app::App;
use crate::app::assumptions::is_hidden;
use crate::live::choices::ChoiceMap;
use crate::look::Role;
use crate::report::choices::{Choices, OptionChoice, RegionTold};
use crate::report::run_text::letter;
use crate::tell;
use crate::widgets::shorten;
use crate::words::choices as words;
use crate::words::numbers::Scale;
use crate::words::paragraph::wrap;

/// Columns of the strip over one probability.
const STRIP: usize = 51;
/// Things worth knowing that are told.
const MOST_WORTH: usize = 8;
/// Columns of a number in the table.
const NUMBER: usize = 10;
/// Columns of a range in the table.
const RANGE: usize = 16;
/// Least columns of a title in the table.
const LEAST_TITLE: usize = 16;
/// The widest a paragraph becomes.
const WIDEST: usize = 110;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// How it looks.
    pub role: Role,
    /// What it says.
    pub text: String,
}

/// All lines of the view, no wider than `width`.
#[must_use]
pub fn lines(app: &App, width: usize) -> Vec<Told> {
    let mut page = Page {
        width: width.min(WIDEST),
        lines: Vec::new(),
    };
    let Some(document) = app.shown() else {
        return Vec::new();
    };
    if is_hidden(document) {
        page.say(Role::Text, &tell!("choices-hidden"));
        return page.lines;
    }
    match answer(app) {
        None => page.say(Role::Muted, &tell!("choices-nothing-yet")),
        Some(Err(fault)) => page.say(Role::Text, &words::reason(fault)),
        Some(Ok(found)) => {
            head(found, &mut page);
            match app.choices.view {
                View::Options => options(found, &mut page),
                View::Turns => turns(app, found, &mut page),
                View::Worth => worth(found, &mut page),
                View::Hangs => hangs(found, &mut page),
            }
        }
    }
    page.lines
}

struct Page {
    width: usize,
    lines: Vec<Told>,
}

impl Page {
    /// A paragraph; nothing for an empty text.
    fn say(&mut self, role: Role, text: &str) {
        for row in wrap(text, self.width) {
            self.line(role, row);
        }
    }

    /// A line that is already set.
    fn line(&mut self, role: Role, text: String) {
        self.lines.push(Told { role, text });
    }

    /// A heading with an empty line before it.
    fn title(&mut self, text: &str) {
        self.line(Role::Text, String::new());
        self.say(Role::Title, text);
    }

    fn section(&mut self, title: &str, entries: &[String]) {
        if !entries.is_empty() {
            self.title(title);
            entries.iter().for_each(|entry| self.say(Role::Text, entry));
        }
    }
}

/// The answer, one sentence for average, worst case and regret together.
fn head(found: &Choices, page: &mut Page) {
    let verdicts = words::verdicts(found);
    let Some(first) = verdicts.first() else {
        return;
    };
    page.say(Role::Title, first);
    page.say(Role::Muted, &words::about(found));
    for part in words::parts(found) {
        page.say(Role::Muted, &part);
    }
}

fn options(found: &Choices, page: &mut Page) {
    page.line(Role::Text, String::new());
    table(found, page);
    page.line(Role::Text, String::new());
    for verdict in words::verdicts(found).iter().skip(1) {
        page.say(Role::Text, verdict);
    }
    let agreement = words::agreement(found);
    page.say(Role::Text, &agreement);
    page.section(&tell!("choices-histories-title"), &words::histories(found));
    page.say(Role::Muted, &tell!("choices-explain"));
}

fn table(found: &Choices, page: &mut Page) {
    let written = words::Written::of(found);
    let asked = found.verdicts.len() > 3;
    let mut heads = vec![
        (NUMBER, tell!("choices-head-expected-short")),
        (RANGE, tell!("choices-head-range-short")),
        (NUMBER + 2, tell!("choices-head-worst")),
        (NUMBER, tell!("choices-head-regret-short")),
    ];
    heads.push(match asked {
        true => (NUMBER + 4, words::rule(found, &found.rule)),
        false => (NUMBER, tell!("choices-head-best-in-short")),
    });
    let taken: usize = heads.iter().map(|(width, _)| width).sum();
    let room = page.width.saturating_sub(taken).clamp(LEAST_TITLE, 44);
    let head = heads.iter().map(|(width, text)| right(text, *width));
    page.line(
        Role::Muted,
        format!("{}{}", " ".repeat(room), head.collect::<String>()),
    );
    let best = found.verdicts.first().map(|verdict| verdict.best);
    let share = Scale::of("probability", &[]);
    for (place, own) in found.options.iter().enumerate() {
        let last = match asked {
            true => written.value(own.score),
            false => share.number(Some(own.best_in)),
        };
        let cells = [
            written.value(own.expected),
            written.value.range(words::range(&own.value)),
            written.value(own.worst),
            written.amount.number(Some(own.regret)),
            last,
        ];
        let cells = heads
            .iter()
            .zip(cells)
            .map(|((width, _), text)| right(&text, *width));
        let role = if best == Some(place) {
            Role::Title
        } else {
            Role::Text
        };
        let text = format!(
            "{}{}",
            left(&named(place, own), room),
            cells.collect::<String>()
        );
        page.line(role, text);
    }
}

fn named(place: usize, own: &OptionChoice) -> String {
    format!("{} {}", letter(place), own.title)
}

fn left(text: &str, width: usize) -> String {
    let text = shorten(text, width.saturating_sub(1), "…");
    let gap = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(gap))
}

fn right(text: &str, width: usize) -> String {
    let text = shorten(text, width.saturating_sub(1), "…");
    let gap = width.saturating_sub(text.width());
    format!("{}{text}", " ".repeat(gap))
}

fn turns(app: &App, found: &Choices, page: &mut Page) {
    if app.choices.map {
        match map(app) {
            Some(map) => two_chances(map, page),
            None => page.say(Role::Muted, &tell!("choices-map-waiting")),
        }
        return;
    }
    let at = app
        .choices
        .chance
        .min(found.regions.len().saturating_sub(1));
    if let Some(region) = found.regions.get(at) {
        page.title(&tell!(
            "choices-strip",
            branch = &region.branch_title,
            title = &region.title,
        ));
        strip(found, region, page);
    }
    page.section(&tell!("choices-regions-title"), &words::regions(found));
}

/// The best option for each probability from 0 to 100 of 100, and where it stands now.
fn strip(found: &Choices, region: &RegionTold, page: &mut Page) {
    let best = |cell: usize| {
        let place = cell as f64 / (STRIP - 1) as f64;
        let inside = region.stretches.iter().find(|stretch| place <= stretch.to);
        inside.map_or_else(String::new, |stretch| letter(stretch.best))
    };
    let cells: String = (0..STRIP).map(best).collect();
    page.line(Role::Text, format!("   0 {cells} 100"));
    let now = (region.now * (STRIP - 1) as f64).round() as usize;
    page.line(
        Role::Muted,
        format!("     {}^ {}", " ".repeat(now), tell!("choices-strip-now")),
    );
    key(found.options.iter().map(|own| own.title.as_str()), page);
}

fn key<'a>(titles: impl Iterator<Item = &'a str>, page: &mut Page) {
    let all = titles
        .enumerate()
        .map(|(place, title)| format!("{} {title}", letter(place)));
    page.say(Role::Text, &all.collect::<Vec<_>>().join(" · "));
}

/// The best option over two probabilities.
fn two_chances(map: &ChoiceMap, page: &mut Page) {
    page.title(&tell!(
        "choices-map",
        across = &map.across.1,
        across_title = &map.across.0,
        up = &map.up.1,
        up_title = &map.up.0,
    ));
    let rows = map.cells.len();
    let now_row = ((1.0 - map.now.1) * (rows.max(2) - 1) as f64).round() as usize;
    for (row, cells) in map.cells.iter().enumerate() {
        let share = 100 - 100 * row / (rows.max(2) - 1);
        let now = (map.now.0 * (cells.len().max(2) - 1) as f64).round() as usize;
        let cell = |(column, best): (usize, &usize)| match (row, column) == (now_row, now) {
            true => "+".to_owned(),
            false => letter(*best),
        };
        let text: String = cells.iter().enumerate().map(cell).collect();
        page.line(Role::Text, format!(" {share:>3} {text}"));
    }
    page.line(
        Role::Muted,
        format!("     0{}100", " ".repeat(STRIP.saturating_sub(4))),
    );
    page.say(Role::Muted, &tell!("choices-map-now"));
    key(map.options.iter().map(String::as_str), page);
}

fn worth(found: &Choices, page: &mut Page) {
    match found.information {
        None if !found.notes.is_empty() => {
            page.section(&tell!("choices-doubt-title"), &words::doubts(found));
        }
        None => page.say(Role::Muted, &tell!("choices-screen-worked-out")),
        Some(_) => {
            let told = words::information(found, MOST_WORTH);
            page.section(&tell!("choices-worth-title"), &told);
        }
    }
}

fn hangs(found: &Choices, page: &mut Page) {
    page.section(&tell!("choices-hangs"), &words::assumed(found));
    page.section(&tell!("choices-cost-title"), &words::spending(found));
    if found.information.is_none() && found.notes.is_empty() {
        page.say(Role::Muted, &tell!("choices-screen-worked-out"));
        return;
    }
    let mut stress: Vec<String> = found
        .stress
        .iter()
        .map(|own| words::stress(found, own))
        .collect();
    if stress.is_empty() {
        stress.push(tell!("choices-stress-none"));
    }
    page.section(&tell!("choices-stress-title"), &stress);
    page.section(&tell!("choices-doubt-title"), &words::doubts(found));
}
