//! What counts as a setback: one of the kinds, or a number beyond a threshold.

use crate::analysis::setbacks::signposts::Alarm;
use crate::app::{App, Effect, Field, Form, Item, Pick, Refusal};
use crate::live::{KINDS, SetbackKind, Subject, subjects};
use crate::report::run::Better;
use crate::tell;
use crate::words::subjects as told;

/// Kinds that stand beside the three.
const FURTHER: [&str; 2] = ["setback_any_year", "setback_vs_base"];

/// Lets the room choose what counts.
pub(super) fn pick(app: &mut App) {
    let keys: Vec<&'static str> = KINDS.iter().chain(&FURTHER).copied().collect();
    let mut items = vec![Item::new(tell!("setbacks-kind-any"))];
    items.extend(keys.iter().map(|key| {
        let subject = Subject::Indicator((*key).to_owned());
        let about = subject.indicator().map(|own| own.meaning.clone());
        Item::new(subject.label()).about(about.unwrap_or_default())
    }));
    items.push(Item::new(tell!("setbacks-kind-other")));
    let title = tell!("setbacks-kind-title");
    app.pick(Pick::new(title, items, move |app, place| {
        match place.checked_sub(1).map(|place| keys.get(place)) {
            None => take(app, None),
            Some(Some(key)) => take(app, Some(SetbackKind::Kind((*key).to_owned()))),
            Some(None) => pick_number(app),
        }
        Vec::new()
    }));
}

fn take(app: &mut App, kind: Option<SetbackKind>) {
    app.setbacks.kind = kind;
    super::back(app);
}

fn pick_number(app: &mut App) {
    let Some(results) = app.shown().and_then(|d| d.results.clone()) else {
        return;
    };
    let groups = subjects(&results.ensemble.plan).into_iter();
    let all: Vec<(String, Subject)> = groups
        .flat_map(|group| {
            let label = group.group.label();
            let own = group.subjects.into_iter();
            own.map(move |subject| (label.clone(), subject))
        })
        .filter(|(_, subject)| !told::is_share_of_runs(subject))
        .collect();
    let items = all
        .iter()
        .map(|(group, subject)| Item::new(subject.label()).detail(group.clone()));
    let at = all.iter().position(|(_, subject)| *subject == app.subject);
    let title = tell!("subject-title");
    let pick = Pick::new(title, items.collect(), move |app, place| {
        if let Some((_, subject)) = all.get(place) {
            ask(app, subject.clone());
        }
        Vec::new()
    });
    app.pick(pick.at(at.unwrap_or(0)));
}

/// Asks for side, threshold and year.
fn ask(app: &mut App, subject: Subject) {
    let Some(results) = app.shown().and_then(|d| d.results.clone()) else {
        return;
    };
    let scale = told::scale(&subject, &[]);
    let sides = vec![tell!("setbacks-below"), tell!("setbacks-above")];
    let bad = usize::from(subject.better() == Better::Down);
    let above = sides.get(1).cloned().unwrap_or_default();
    let unit = scale.unit_words();
    let last = results.last_year();
    let fields = vec![
        Field::choice(tell!("setbacks-side"), sides, bad),
        Field::text(tell!("outcomes-threshold-field"), "")
            .hint(tell!("outcomes-threshold-hint", unit = unit)),
        Field::text(tell!("setbacks-year"), &last.to_string()),
    ];
    let title = tell!("outcomes-threshold-title", what = subject.label());
    let first = results.ensemble.plan.base_year;
    app.ask(Form::new(title, fields, move |app, values| {
        let value = |place: usize| {
            values
                .get(place)
                .map(|text| text.trim())
                .unwrap_or_default()
        };
        let threshold = scale.typed(value(1));
        let threshold = threshold.ok_or_else(|| Refusal::new(1, tell!("predict-not-a-number")))?;
        let years = first..=last;
        let year = value(2)
            .parse::<i32>()
            .ok()
            .filter(|year| years.contains(year));
        let year = year.ok_or_else(|| {
            let (first, last) = (first.to_string(), last.to_string());
            Refusal::new(
                2,
                tell!("setbacks-trouble-year", first = first, last = last),
            )
        })?;
        let side = match value(0) == above {
            true => Alarm::Above,
            false => Alarm::Below,
        };
        let kind = SetbackKind::Beyond {
            subject: subject.clone(),
            year: Some(year).filter(|year| *year != last),
            side,
            threshold,
        };
        take(app, Some(kind));
        Ok(Vec::<Effect>::new())
    }));
}
