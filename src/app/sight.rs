//! What the room may see: blind probabilities, predict before reveal.
//!
//! Marks what was changed after the reveal, so that a reviewer can tell judgement from hindsight.

use super::{App, Document, Effect, Field, Form, Guess, Refusal, Sight};
use crate::live::{CohortMeasure, Subject};
use crate::scenario::{Blind, Prediction, Scenario};
use crate::tell;
use crate::words::numbers;

impl Document {
    /// May consequences be shown?
    #[must_use]
    pub fn shows_consequences(&self) -> bool {
        self.sight == Sight::Open
    }
}

/// Turns blind mode on, or locks the probabilities and shows what follows.
pub(super) fn toggle_blind(app: &mut App) -> Vec<Effect> {
    let today = app.today.clone();
    let Some(document) = app.shown_mut() else {
        return Vec::new();
    };
    if document.sight == Sight::Open {
        document.sight = Sight::Blind;
        app.say(tell!("blind-on"));
        return Vec::new();
    }
    document.sight = Sight::Open;
    let effects = app.edit_or_say(tell!("blind-lock"), |scenario| {
        scenario.blind = Blind {
            locked: today,
            changed_after: Vec::new(),
        };
        Ok(())
    });
    if app.flash.is_none() {
        app.say(tell!("blind-locked"));
    }
    effects
}

/// Adds a change of probabilities to the list of those made after the reveal.
pub(super) fn note_change(document: &Document, what: &str, scenario: &mut Scenario) {
    let locked = !document.scenario.blind.locked.is_empty();
    if !locked || document.sight == Sight::Blind || scenario.blind != document.scenario.blind {
        return;
    }
    use crate::scenario::edit::{Change, what_it_affects};
    if what_it_affects(&document.scenario, scenario) != Change::Nothing {
        let list = &mut scenario.blind.changed_after;
        if list.last().is_none_or(|last| last != what) {
            list.push(what.to_owned());
        }
    }
}

/// Asks for a guess of the subject, and covers the outcome until there is one.
pub(super) fn predict(app: &mut App) {
    let Some(document) = app.shown_mut() else {
        return;
    };
    document.covered = true;
    let scale = scale_of(app);
    let title = tell!("predict-title", what = app.subject.label());
    let hint = tell!("predict-hint", unit = scale.unit_words());
    let fields = vec![
        Field::text(tell!("predict-low"), "").hint(hint.clone()),
        Field::text(tell!("predict-high"), "").hint(hint),
    ];
    app.ask(Form::new(title, fields, guess).help(tell!("predict-help")));
}

/// Takes a guess and shows the outcome.
fn guess(app: &mut App, values: &[String]) -> Result<Vec<Effect>, Refusal> {
    let scale = scale_of(app);
    let number = |place: usize| -> Result<f64, Refusal> {
        let typed = values.get(place).map(String::as_str).unwrap_or_default();
        scale
            .typed(typed)
            .ok_or_else(|| Refusal::new(place, tell!("predict-not-a-number")))
    };
    let (low, high) = (number(0)?, number(1)?);
    if low > high {
        return Err(Refusal::new(1, tell!("predict-upside-down")));
    }
    let subject = app.subject.clone();
    let option = super::outcomes::option(app);
    let today = app.today.clone();
    let Some(document) = app.shown_mut() else {
        return Ok(Vec::new());
    };
    document.covered = false;
    document.guesses.push(Guess {
        subject: subject.clone(),
        option,
        low,
        high,
    });
    let year = document.scenario.setting.horizon.1;
    let (indicator, cohort, low, high) = as_kept(&subject, low, high);
    let prediction = Prediction {
        indicator,
        year,
        low,
        high,
        option: String::new(),
        cohort,
        who: String::new(),
        date: today,
    };
    app.edit(tell!("predict-edit"), |scenario| {
        scenario.predictions.push(prediction);
        Ok(())
    })
    .map_err(|reason| Refusal::new(0, reason))
}

/// Shows a covered outcome without a guess.
pub(super) fn reveal(app: &mut App) -> Vec<Effect> {
    if let Some(document) = app.shown_mut() {
        document.covered = false;
    }
    Vec::new()
}

/// How the subject's numbers are typed and read.
fn scale_of(app: &App) -> numbers::Scale {
    numbers::Scale::of(&app.subject.unit(), &[])
}

/// A guess as the file keeps it: by indicator and cohort; being offline is kept as use.
fn as_kept(subject: &Subject, low: f64, high: f64) -> (String, String, f64, f64) {
    match subject {
        Subject::Indicator(key) => (key.clone(), String::new(), low, high),
        Subject::Cohort(measure, cohort) => {
            let (key, cohort) = (measure.series_key().to_owned(), cohort.clone());
            if *measure == CohortMeasure::Offline {
                (key, cohort, 1.0 - high, 1.0 - low)
            } else {
                (key, cohort, low, high)
            }
        }
    }
}
