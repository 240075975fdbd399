//! Lists and forms of the Outcomes: subject, option or path, threshold.

use super::titles::{path_title, selection_title};
use super::{Asked, View};
use crate::app::{App, Effect, Field, Form, Item, Pick, Refusal};
use crate::live::{Selection, Subject, subjects};
use crate::tell;
use crate::words::numbers::Scale;
use crate::words::subjects as told;

/// Lets the room choose what is looked at.
pub(in crate::app) fn pick_subject(app: &mut App) {
    let Some(results) = app.shown().and_then(|d| d.results.clone()) else {
        return;
    };
    let groups = subjects(&results.ensemble.plan);
    let items = groups.iter().flat_map(|group| {
        let label = group.group.label();
        let one = move |s: &Subject| {
            let about = s.indicator().map(|i| i.meaning.clone());
            Item::new(s.label())
                .detail(label.clone())
                .about(about.unwrap_or_default())
        };
        group.subjects.iter().map(one)
    });
    let items: Vec<Item> = items.collect();
    let subjects: Vec<Subject> = groups.iter().flat_map(|g| g.subjects.clone()).collect();
    let at = subjects.iter().position(|s| *s == app.subject).unwrap_or(0);
    let title = tell!("subject-title");
    let pick = Pick::new(title, items, move |app, place| {
        if let Some(subject) = subjects.get(place) {
            app.look_at(subject.clone());
        }
        Vec::new()
    });
    app.pick(pick.at(at));
}

/// Lets the room choose an option of the next open decision, or a path.
pub(super) fn pick_part(app: &mut App) {
    let Some(asked) = Asked::of(app) else { return };
    let results = &asked.results;
    let plan = &results.ensemble.plan;
    let mut parts = Vec::new();
    let mut items = Vec::new();
    for (number, selection) in Selection::headline(plan).into_iter().enumerate() {
        let (label, detail) = match selection {
            Selection::Option(_) => (
                selection_title(results, selection),
                tell!("outcomes-option"),
            ),
            _ => (tell!("outcomes-everything"), String::new()),
        };
        items.push(Item::new(label).detail(detail));
        parts.push((Some(number), None));
    }
    for path in &plan.paths {
        let label = path_title(results, &path.history);
        items.push(Item::new(label).detail(tell!("outcomes-path")));
        parts.push((path.option, Some(path.id.clone())));
    }
    let at = match asked.selection {
        Selection::Everything => 0,
        Selection::Option(number) => number,
        Selection::Path(path) => Selection::headline(plan).len() + path,
    };
    let pick = Pick::new(tell!("outcomes-part-title"), items, move |app, place| {
        if let Some((option, path)) = parts.get(place).cloned() {
            app.outcomes.option = option;
            app.outcomes.path = path;
            if app.outcomes.view == View::Paths {
                app.outcomes.view = View::Years;
            }
        }
        Vec::new()
    });
    app.pick(pick.at(at));
}

/// Asks for a value that matters; the frame's success mark stands beside it.
pub(super) fn ask_threshold(app: &mut App) {
    let Some(asked) = Asked::of(app) else { return };
    let scale = scale(app, &asked);
    let now = asked.threshold.map(|value| scale.number(Some(value)));
    let unit = scale.unit_words();
    let field = Field::text(tell!("outcomes-threshold-field"), &now.unwrap_or_default())
        .hint(tell!("outcomes-threshold-hint", unit = unit));
    let success = app.shown().map(|d| d.scenario.frame.success.clone());
    let help = match success.filter(|text| !text.is_empty()) {
        Some(success) => tell!("outcomes-threshold-success", success = success),
        None => tell!("outcomes-threshold-help"),
    };
    let title = tell!("outcomes-threshold-title", what = app.subject.label());
    let subject = asked.subject;
    let submit = move |app: &mut App, values: &[String]| take(app, &subject, scale, values);
    app.ask(Form::new(title, vec![field], submit).help(help));
}

fn take(
    app: &mut App,
    subject: &Subject,
    scale: Scale,
    values: &[String],
) -> Result<Vec<Effect>, Refusal> {
    let typed = values.first().map(|text| text.trim()).unwrap_or_default();
    let value = match typed {
        "" => None,
        _ => Some(
            scale
                .typed(typed)
                .ok_or_else(|| Refusal::new(0, tell!("predict-not-a-number")))?,
        ),
    };
    let thresholds = &mut app.outcomes.thresholds;
    thresholds.retain(|(other, _)| other != subject);
    thresholds.extend(value.map(|value| (subject.clone(), value)));
    Ok(Vec::new())
}

/// The scale in which the subject is shown now.
fn scale(app: &App, asked: &Asked) -> Scale {
    let range = asked
        .outlook_of(app)
        .map(|o| told::range(&o.subject, &o.horizon));
    let range = range.unwrap_or_default();
    Scale {
        signed: false,
        ..told::scale(&asked.subject, &[range])
    }
}
