//! The inspector: what is marked, line by line, with the bars of a chance.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::tree::lines::{InspectorLine, Part, lines};
use crate::app::{App, Document};
use crate::look::Role;
use crate::scenario::{Node, Severity};
use crate::tell;
use crate::widgets::bar::Bar;
use crate::widgets::scroll::keep_in_view;
use crate::words::paragraph::wrap;

/// A row of the inspector, with the line that it belongs to.
struct Row {
    part: Option<usize>,
    line: Line<'static>,
}

/// Draws the inspector.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    let width = usize::from(area.width.saturating_sub(2)).max(1);
    let mut rows = head(app, document, width);
    for (number, line) in lines(document, &app.tree.mark).iter().enumerate() {
        body(app, document, number, line, width, &mut rows);
    }
    rows.extend(tail(app, document, width));
    let height = usize::from(area.height);
    let marked = rows
        .iter()
        .position(|r| r.part.is_some() && r.part == app.tree.inspecting);
    let last = rows
        .iter()
        .rposition(|r| r.part.is_some() && r.part == app.tree.inspecting);
    let mut top = keep_in_view(0, last.unwrap_or(0), height, rows.len());
    top = top.min(marked.unwrap_or(top));
    let edge = Span::styled(app.look.glyphs().vertical, app.look.style(Role::Muted));
    for (place, row) in area.rows().zip(rows.into_iter().skip(top)) {
        let mut line = Line::from(vec![edge.clone(), Span::raw(" ")]);
        let marked = row.part.is_some() && row.part == app.tree.inspecting;
        let text = if marked {
            row.line.patch_style(app.look.style(Role::Selected))
        } else {
            row.line
        };
        let style = text.style;
        line.extend(text.spans.into_iter().map(|s| {
            let merged = style.patch(s.style);
            s.style(merged)
        }));
        frame.render_widget(line, place);
    }
}

/// What is marked, in a line or two.
fn head(app: &App, document: &Document, width: usize) -> Vec<Row> {
    let tree = &document.scenario.tree;
    let Some((_, node)) = app.tree.mark.node(tree) else {
        return Vec::new();
    };
    let glyphs = app.look.glyphs();
    let mark = match node {
        Node::Chance(_) => glyphs.chance,
        Node::Decision(_) => glyphs.decision,
    };
    let title = format!("{mark} {}", node.title());
    let facts = tell!(
        "inspector-facts",
        layer = crate::app::tree::lines::layer(node.layer()),
        year = node.year().to_string(),
        actor = if node.actor().is_empty() {
            tell!("inspector-nobody")
        } else {
            node.actor().to_owned()
        }
    );
    let title = wrap(&title, width);
    let title = title.into_iter().map(|l| plain(app, l, Role::Title));
    let facts = wrap(&facts, width)
        .into_iter()
        .map(|l| plain(app, l, Role::Muted));
    title.chain(facts).collect()
}

fn plain(app: &App, text: String, role: Role) -> Row {
    Row {
        part: None,
        line: Line::styled(text, app.look.style(role)),
    }
}

fn body(
    app: &App,
    document: &Document,
    number: usize,
    line: &InspectorLine,
    width: usize,
    rows: &mut Vec<Row>,
) {
    // Titles and facts of a node are in the head already; they get a line while it is edited.
    let twice = matches!(
        line.part,
        Part::Title | Part::Kind | Part::Layer | Part::Cluster | Part::Year | Part::Actor
    );
    let on_node = app.tree.mark.outcome.is_none();
    if twice && on_node && app.tree.inspecting.is_none() {
        return;
    }
    if app.tree.inspecting.is_none() && line.value.is_empty() {
        return;
    }
    if let Part::Outcome(place) = line.part {
        rows.push(Row {
            part: Some(number),
            line: outcome(app, document, place, line, width),
        });
        return;
    }
    let label = Span::styled(format!("{} ", line.label), app.look.style(Role::Muted));
    let value = wrap(
        &line.value,
        width.saturating_sub(line.label.width() + 1).max(12),
    );
    let mut value = value.into_iter();
    let first = value.next().unwrap_or_default();
    rows.push(Row {
        part: Some(number),
        line: Line::from(vec![label, Span::styled(first, app.look.style(Role::Text))]),
    });
    let indent = " ".repeat(line.label.width() + 1);
    for more in value {
        let text = Span::styled(format!("{indent}{more}"), app.look.style(Role::Text));
        rows.push(Row {
            part: Some(number),
            line: Line::from(text),
        });
    }
}

/// A branch with its probability and a bar, or an option.
fn outcome(
    app: &App,
    document: &Document,
    place: usize,
    line: &InspectorLine,
    width: usize,
) -> Line<'static> {
    let tree = &document.scenario.tree;
    let here = app.tree.mark.outcome == Some(place);
    let role = if here { Role::Focus } else { Role::Text };
    let node = app.tree.mark.node(tree);
    let branch = node.and_then(|(_, node)| crate::app::tree::lines::branch(node, place));
    let Some(branch) = branch else {
        let dot = app.look.glyphs().bullet;
        return Line::styled(format!("{dot} {}", line.label), app.look.style(role));
    };
    let share = branch.probability.median();
    let room = width / 2;
    let bar = Bar {
        share,
        pinned: false,
        role: Role::Band,
        look: app.look,
    };
    let bar_width = width.saturating_sub(room + line.value.width() + 3).min(16);
    let label = crate::widgets::shorten(&line.label, room, app.look.glyphs().ellipsis);
    let gap = " ".repeat(room.saturating_sub(label.width()) + 1);
    Line::from(vec![
        Span::styled(label, app.look.style(role)),
        Span::raw(gap),
        Span::styled(format!("{} ", line.value), app.look.style(Role::Text)),
        Span::styled(bar.text(bar_width), app.look.style(Role::Band)),
    ])
}

/// What is wrong here, and who disagrees.
fn tail(app: &App, document: &Document, width: usize) -> Vec<Row> {
    let tree = &document.scenario.tree;
    let Some((id, _)) = app.tree.mark.node(tree) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    let outcome = app.tree.mark.outcome_id(tree);
    let on = match &outcome {
        Some(outcome) => format!("{id}.{outcome}"),
        None => id.to_owned(),
    };
    let dissent = document.scenario.dissent.iter();
    let views = dissent.filter(|d| d.on == on || d.on == id).count();
    if views > 0 {
        let text = tell!("inspector-dissent", count = views);
        rows.push(plain(app, text, Role::Warning));
    }
    for finding in &document.findings {
        let here = finding
            .place
            .steps()
            .iter()
            .any(|step| matches!(step, crate::scenario::Step::Key(key) if key == id));
        if !here {
            continue;
        }
        let (mark, role) = match finding.severity {
            Severity::Error => (app.look.glyphs().error, Role::Error),
            _ => (app.look.glyphs().dot, Role::Muted),
        };
        let text = crate::words::faults::check_sentence(finding);
        for line in wrap(&format!("{mark} {text}"), width) {
            rows.push(plain(app, line, role));
        }
    }
    rows
}
