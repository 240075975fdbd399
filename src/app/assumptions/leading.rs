//! What moves the chosen indicator most, as the runs tell it.

use super::entries::{Entry, FEW};
use super::is_hidden;
use crate::app::{App, Need};
use crate::live::{Answer, Input, Leading, Question, Selection};
use crate::seeds::catalogue;

/// The question: over the option that the charts show, or the first; never over open decisions.
#[must_use]
pub fn need(app: &App) -> Option<Need> {
    let document = app.shown()?;
    if is_hidden(document) {
        return None;
    }
    let plan = &document.results.as_ref()?.ensemble.plan;
    let selections = Selection::headline(plan);
    let at = app.outcomes.option.unwrap_or(0);
    let selection = selections.get(at).or(selections.first()).copied()?;
    let subject = app.subject.clone();
    let question = Question::Leading {
        subject,
        selection,
        count: FEW,
    };
    Some(Need::Ask(document.id, question))
}

/// The answer, once there is one with anything in it.
#[must_use]
pub fn leading(app: &App) -> Option<&Leading> {
    match &**app.known(&need(app)?)? {
        Answer::Leading(leading) if !leading.inputs.is_empty() => Some(leading),
        _ => None,
    }
}

/// The option that the answer is about; `None` when no decision is open.
#[must_use]
pub fn option(app: &App, leading: &Leading) -> Option<String> {
    let document = app.shown()?;
    let open = document.results.as_ref()?.ensemble.plan.open.as_ref()?;
    let id = open.options.get(leading.selection.option()?)?;
    let node = document.scenario.tree.nodes.get(&open.node)?;
    let outcomes = node.outcomes();
    let found = outcomes.iter().find(|outcome| outcome.id == *id);
    Some(found.map_or_else(|| id.clone(), |o| o.title.to_owned()))
}

/// The entry of an input.
#[must_use]
pub fn entry(input: &Input) -> Option<Entry> {
    match input {
        Input::Parameter(id) => catalogue().parameter(id).map(Entry::Parameter),
        Input::Country(id) => catalogue().input(id).map(Entry::Input),
        other => Some(Entry::Elsewhere(other.clone())),
    }
}

/// How much of the spread goes away when an entry is known, in percent.
#[must_use]
pub fn share(app: &App, entry: &Entry) -> Option<f64> {
    let leading = leading(app)?;
    let found = |input: &Input| self::entry(input).as_ref() == Some(entry);
    let input = leading.inputs.iter().find(|one| found(&one.input))?;
    Some(input.share * 100.0)
}
