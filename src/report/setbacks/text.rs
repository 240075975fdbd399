//! Setbacks for people, in 80 columns: option after option what they share, where they lie, what
//! announces them.

use super::{Answered, SetbacksReport};
use crate::live::{PathShare, Setbacks};
use crate::report::look::Look;
use crate::report::run_text::{Page, again, only_where};
use crate::report::table::{Column, Table};
use crate::scenario::Scenario;
use crate::sim::Plan;
use crate::tell;
use crate::words::numbers::whole;
use crate::words::sentences;
use crate::words::setbacks as words;

/// Paths that are told at most.
const MOST_PATHS: usize = 6;

/// The whole text. `command` is what to type to see it again.
#[must_use]
pub fn setbacks_text(
    report: &SetbacksReport,
    scenario: &Scenario,
    plan: &Plan,
    answers: &[Answered],
    command: &str,
    look: Look,
) -> String {
    let mut page = Page::new(look);
    page.title(&scenario.title);
    page.prose(&tell!("setbacks-what", kind = &report.setback.text));
    if let Some(text) = only_where(&report.run) {
        page.prose(&text);
    }
    page.gap();
    for answered in answers {
        page.prose(&share(report, answered));
        if let Some(kinds) = words::kinds(&answered.setbacks) {
            page.prose(&kinds);
        }
    }
    same(answers, &mut page);
    if report.setback.kind == "any" {
        page.prose(&tell!("setbacks-one-kind"));
    }
    for answered in answers {
        option(report, scenario, plan, answered, &mut page);
    }
    page.title(&tell!("run-doubts"));
    page.entry(&tell!("setbacks-assumed"));
    for note in &report.notes {
        page.entry(&note.text);
    }
    page.entry(&tell!("setbacks-signposts-human"));
    page.entry(&sentences::untested());
    page.entry(&sentences::not_counted());
    again(
        &report.run,
        &report.scenario.fingerprint,
        command,
        &mut page,
    );
    page.text()
}

fn title<'a>(report: &'a SetbacksReport, answered: &Answered) -> &'a str {
    let place = answered.option.unwrap_or(0);
    let title = report
        .options
        .get(place)
        .and_then(|own| own.title.as_deref());
    title.unwrap_or_default()
}

fn share(report: &SetbacksReport, answered: &Answered) -> String {
    words::share(&answered.setbacks, title(report, answered))
}

/// Options next to each other whose shares the draws cannot tell apart.
fn same(answers: &[Answered], page: &mut Page) {
    for pair in answers.windows(2) {
        let [one, other] = pair else { continue };
        let (one, other) = (&one.setbacks, &other.setbacks);
        // Two standard errors of a difference between shares of as many draws.
        let spread = |own: &Setbacks| own.share * (1.0 - own.share) / own.draws.max(1) as f64;
        let error = 2.0 * (spread(one) + spread(other)).sqrt();
        let (left, right) = (words::of_100(one.share), words::of_100(other.share));
        if left != right && (one.share - other.share).abs() <= error {
            page.prose(&tell!("setbacks-same", one = left, other = right));
        }
    }
}

fn option(
    report: &SetbacksReport,
    scenario: &Scenario,
    plan: &Plan,
    answered: &Answered,
    page: &mut Page,
) {
    let found = &answered.setbacks;
    page.title(&share(report, answered));
    boxes(scenario, found, page);
    if found.boxes.is_ok() && found.paths.len() > 1 {
        page.title(&tell!("setbacks-paths"));
        page.lines(paths(plan, &found.paths, page.look));
    }
    if found.boxes.is_ok() {
        signposts(scenario, answered, page);
    }
    tree(scenario, answered, page);
}

fn boxes(scenario: &Scenario, found: &Setbacks, page: &mut Page) {
    let all = match &found.boxes {
        Ok(all) => all,
        Err(problem) => return page.prose(&words::trouble(problem)),
    };
    for (place, one) in all.iter().enumerate() {
        page.gap();
        page.prose(&words::box_head(one, place));
        for limit in words::limits_of(scenario, &found.dimensions, &one.held.restrictions) {
            page.entry(&limit);
        }
        for told in words::box_fit(found, one) {
            page.prose(&told);
        }
    }
}

fn paths(plan: &Plan, paths: &[PathShare], look: Look) -> Vec<String> {
    let mut table = Table::new(vec![
        Column::label(tell!("setbacks-paths-head")),
        Column::numbers(tell!("setbacks-paths-of-setbacks")).tall(),
        Column::numbers(tell!("setbacks-paths-of-runs")).tall(),
        Column::numbers(tell!("setbacks-paths-share")).tall(),
    ]);
    for own in paths.iter().take(MOST_PATHS) {
        let id = plan.paths.get(own.path).map_or("", |path| &path.id);
        let shares = [own.of_setbacks, own.of_weight, own.share].map(words::of_100);
        let [setbacks, runs, share] = shares;
        table.row([id.to_owned(), setbacks, runs, share]);
    }
    table.lines(look)
}

fn signposts(scenario: &Scenario, answered: &Answered, page: &mut Page) {
    let early = &answered.early;
    page.title(&tell!(
        "setbacks-signposts",
        year = early.wish.until.to_string()
    ));
    match &early.signs {
        Err(problem) => page.prose(&words::trouble(problem)),
        Ok(signs) if signs.is_empty() => page.prose(&tell!("setbacks-signposts-none")),
        Ok(signs) => {
            for sign in signs {
                let told = [words::sign(scenario, sign), words::sign_score(sign)];
                page.entry(&told.join(" "));
            }
        }
    }
    if early.draws < answered.setbacks.draws {
        page.prose(&tell!(
            "setbacks-signposts-few",
            draws = whole(early.draws as f64),
            tried = early.tried
        ));
    }
}

fn tree(scenario: &Scenario, answered: &Answered, page: &mut Page) {
    let Some(tree) = &answered.tree else { return };
    page.title(&tell!("setbacks-tree"));
    match tree {
        Err(problem) => page.prose(&words::trouble(problem)),
        Ok((_, pruned)) if pruned.tree.leaves() < 2 => page.prose(&tell!("setbacks-tree-none")),
        Ok((dimensions, pruned)) => {
            let share = words::of_100(pruned.explains);
            page.prose(&tell!("setbacks-tree-explains", share = share));
            for rule in pruned.tree.rules().iter().take(5) {
                page.entry(&words::rule_limits(scenario, dimensions, rule));
            }
        }
    }
}
