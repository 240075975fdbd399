//! The answer in a sentence, and what has to be known before it is read.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::App;
use crate::app::outcomes::{
    Asked, View, guess_words, headline, tested_words, threshold_words, tidings,
};
use crate::look::Role;
use crate::tell;
use crate::words::paragraph::wrap;

/// From this height on there is a line that names the views.
const NAMED: u16 = 22;

/// The lines above the picture.
pub(super) fn lines(app: &App, asked: &Asked, area: Rect) -> Vec<Line<'static>> {
    let width = usize::from(area.width.saturating_sub(2)).max(1);
    let fresh = asked.is_fresh(app, &asked.outlook());
    let mut lines = Vec::new();
    let mut add = |text: &str, role: Role, most: usize| {
        let text = app.look.text(text).into_owned();
        let wrapped = wrap(&text, width).into_iter().take(most);
        lines.extend(wrapped.map(|line| Line::styled(format!(" {line}"), app.look.style(role))));
    };
    let told = headline(app, asked).unwrap_or_else(|| tell!("outcomes-waiting"));
    add(&told, if fresh { Role::Answer } else { Role::Muted }, 3);
    for text in tidings(app, asked) {
        add(&text, Role::Warning, 1);
    }
    let narrow = area.width < super::WIDE || app.presenter || !app.outcomes.view.is_picture();
    if narrow {
        if let Some(text) = guess_words(app, asked) {
            add(&text, Role::Text, if area.height >= 20 { 3 } else { 2 });
        }
        if let Some(text) = threshold_words(app, asked) {
            add(&text, Role::Text, 2);
        }
    }
    if !app.presenter {
        add(&tested_words(asked), Role::Muted, 1);
    }
    lines.retain(|line| line.width() > 1);
    if area.height >= NAMED && !app.presenter {
        lines.push(views(app, width));
    }
    lines
}

/// The names of the views, the one that is shown marked.
fn views(app: &App, width: usize) -> Line<'static> {
    let names = View::ALL.map(|view| (view, name(view)));
    let length: usize = names.iter().map(|(_, name)| name.width() + 3).sum();
    let mut line = Line::from(" ".repeat((width + 1).saturating_sub(length)));
    for (view, name) in names {
        let here = view == app.outcomes.view;
        let role = if here { Role::Focus } else { Role::Muted };
        let text = if here {
            format!("[{name}]")
        } else {
            format!(" {name} ")
        };
        line.push_span(Span::styled(text, app.look.style(role)));
        line.push_span(" ");
    }
    line
}

fn name(view: View) -> String {
    match view {
        View::Years => tell!("outcomes-view-years"),
        View::Density => tell!("outcomes-view-density"),
        View::Cumulative => tell!("outcomes-view-cumulative"),
        View::Cohorts => tell!("outcomes-view-cohorts"),
        View::Paths => tell!("outcomes-view-paths"),
        View::Back => tell!("outcomes-view-back"),
    }
}
