//! The page that tells how ranges like these did in the past.

use super::Asked;
use crate::app::App;
use crate::live::Group;
use crate::look::GlyphSet;
use crate::report::backtest_text::history_page;
use crate::report::fill_backtest::history_report;
use crate::report::look::Look;
use crate::scenario::BaselineRef;
use crate::tell;
use crate::words::sentences;

/// Lays the page over the screen: the country's own ranges of 2017 with what happened, and how the
/// ranges of its group held; for work, income and harm that nothing of this kind exists.
pub(super) fn show(app: &mut App) {
    let Some(asked) = Asked::of(app) else { return };
    let name = asked.results.ensemble.plan.country().name.clone();
    let title = tell!("history-page", name = name);
    let text = match asked.subject.group() {
        Group::Connectivity => page(app, &asked),
        Group::Cost | Group::Work | Group::Income | Group::Harm => {
            format!("{}\n\n{}", sentences::untested(), tell!("history-nothing"))
        }
    };
    app.show_page(title, text);
}

fn page(app: &App, asked: &Asked) -> String {
    let (country, group) = match &asked.results.scenario.setting.baseline {
        BaselineRef::Country(id) => (Some(id.as_str()), None),
        BaselineRef::Group(id) => (None, Some(id.as_str())),
        BaselineRef::Custom(_) => (None, None),
    };
    let look = Look {
        ascii: app.look.glyphs == GlyphSet::Ascii,
        styled: false,
    };
    history_page(&history_report(country, group), look)
}
