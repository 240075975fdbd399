//! What options, paths and subjects are called in a sentence.

use super::Asked;
use crate::live::{Results, Selection};
use crate::tell;

/// The title of an option or a path; nothing where everything is meant.
#[must_use]
pub fn selection_title(results: &Results, selection: Selection) -> String {
    match selection {
        Selection::Everything => String::new(),
        Selection::Option(number) => option_title(results, number).unwrap_or_default(),
        Selection::Path(path) => {
            let plan = &results.ensemble.plan;
            let history = plan.paths.get(path).map(|path| path.history.as_slice());
            path_title(results, history.unwrap_or_default())
        }
    }
}

fn option_title(results: &Results, number: usize) -> Option<String> {
    let open = results.ensemble.plan.open.as_ref()?;
    outcome_title(results, &open.node, open.options.get(number)?)
}

fn outcome_title(results: &Results, node: &str, id: &str) -> Option<String> {
    let outcomes = results.scenario.tree.nodes.get(node)?.outcomes();
    let outcome = outcomes.into_iter().find(|outcome| outcome.id == id)?;
    let title = if outcome.title.is_empty() {
        outcome.id
    } else {
        outcome.title
    };
    Some(title.to_owned())
}

/// What stands between two steps of a path.
pub const BETWEEN: &str = " > ";

/// A path by what happens on it, step by step.
#[must_use]
pub fn path_parts(results: &Results, history: &[(String, String)]) -> Vec<String> {
    let titles = history
        .iter()
        .filter_map(|(node, outcome)| outcome_title(results, node, outcome));
    titles.collect()
}

/// The same in one text.
#[must_use]
pub fn path_title(results: &Results, history: &[(String, String)]) -> String {
    path_parts(results, history).join(BETWEEN)
}

/// What is shown: the subject, and the option or path that it is shown for.
#[must_use]
pub fn who_of(asked: &Asked) -> String {
    let what = asked.subject.label();
    let title = selection_title(&asked.results, asked.selection);
    match asked.selection {
        _ if title.is_empty() => what,
        Selection::Path(_) => tell!("outcomes-what-path", what = what, path = title),
        _ => tell!("outcomes-what-option", what = what, option = title),
    }
}
