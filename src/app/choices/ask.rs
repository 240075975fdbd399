//! What the Choices asks, and the answers as they come in.

use super::View;
use crate::app::outcomes::{Asked, measure};
use crate::app::{App, Need};
use crate::live::choices::{
    ChoiceMap, ChoiceRule, ChoicesAsk, ChoicesFault, Extra, MapAsk, Objective,
};
use crate::live::{Answer, Question};
use crate::report::choices::Choices;

/// Rules on offer beside average, worst case and regret.
pub(super) const RULES: usize = 3;

fn rule(number: usize) -> ChoiceRule {
    match number {
        1 => ChoiceRule::Tail(0.1),
        2 => ChoiceRule::Hurwicz(0.5),
        _ => ChoiceRule::Expected,
    }
}

/// What is asked now; `None` while there are no numbers that may be seen.
#[must_use]
pub fn ask_of(app: &App) -> Option<(Asked, ChoicesAsk)> {
    let asked = Asked::of(app)?;
    let objective = match app.choices.epsilon {
        Some(epsilon) => Objective::Even(measure(&asked.subject), epsilon),
        None => Objective::One(asked.subject.clone()),
    };
    let ask = ChoicesAsk {
        objective,
        rule: rule(app.choices.rule),
        year: None,
        budget: None,
        extra: Extra::default(),
    };
    Some((asked, ask))
}

fn question(app: &App, slow: bool) -> Option<Need> {
    let (asked, mut ask) = ask_of(app)?;
    if slow {
        ask.extra = Extra::ALL;
    }
    Some(Need::Ask(asked.id, Question::Choices { ask }))
}

fn map_question(app: &App) -> Option<Need> {
    let (asked, ask) = ask_of(app)?;
    let found = answer(app)?.ok()?;
    let across = app
        .choices
        .chance
        .min(found.regions.len().saturating_sub(1));
    // The next chance after it that is another node.
    let node = &found.regions.get(across)?.node;
    let count = found.regions.len();
    let others = (1..count).map(|step| (across + step) % count);
    let up = others.into_iter().find(|place| {
        found
            .regions
            .get(*place)
            .is_some_and(|own| own.node != *node)
    })?;
    let asked_map = MapAsk {
        ask,
        across,
        up,
        size: (11, 51),
    };
    Some(Need::Ask(
        asked.id,
        Question::ChoiceMap { asked: asked_map },
    ))
}

/// What the screen needs.
pub(super) fn needs(app: &App) -> Vec<Need> {
    let mut needs: Vec<Need> = question(app, false).into_iter().collect();
    if app.choices.view.is_slow() {
        needs.extend(question(app, true));
    }
    if app.choices.view == View::Turns && app.choices.map {
        needs.extend(map_question(app));
    }
    needs
}

/// The newest answer; where what takes longer is shown, with that as soon as it is known.
#[must_use]
pub fn answer(app: &App) -> Option<Result<&Choices, &ChoicesFault>> {
    let find = |slow: bool| match app.known(&question(app, slow)?)?.as_ref() {
        Answer::Choices(found) => Some(found.as_ref().map(Box::as_ref)),
        _ => None,
    };
    match app.choices.view.is_slow() {
        true => find(true).or_else(|| find(false)),
        false => find(false),
    }
}

/// The map over two probabilities, once it is known.
#[must_use]
pub fn map(app: &App) -> Option<&ChoiceMap> {
    match app.known(&map_question(app)?)?.as_ref() {
        Answer::ChoiceMap(Ok(map)) => Some(map),
        _ => None,
    }
}
