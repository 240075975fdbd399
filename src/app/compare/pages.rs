//! Pages that explain a comparison: which inputs differ, how weak an assumed effect may be.

use super::gains;
use crate::analysis::assumed::OneWay;
use crate::app::App;
use crate::tell;
use crate::words::sentences::{Lead, built_in, hangs_on};

/// Which inputs differ between the columns and the base.
pub(super) fn differs(app: &mut App) {
    let Some(gains) = gains(app) else {
        app.trouble(tell!("compare-waiting"));
        return;
    };
    let mut text = Vec::new();
    for column in gains.columns.iter().filter(|c| c.id != gains.base) {
        let head = tell!(
            "compare-differs-head",
            column = &column.id,
            title = &column.title,
            base = &gains.base
        );
        text.push(head);
        if column.differs.is_empty() {
            text.push(tell!("compare-differs-nothing"));
        }
        for input in &column.differs {
            let missing = || tell!("compare-differs-missing");
            text.push(tell!(
                "compare-differs-line",
                field = &input.field,
                there = input.reference.clone().unwrap_or_else(missing),
                here = input.here.clone().unwrap_or_else(missing)
            ));
        }
        text.push(String::new());
    }
    let text = text.join("\n");
    app.show_page(tell!("compare-differs"), text);
}

/// How weak the assumed effects may be before the order turns.
pub(super) fn break_even(app: &mut App) {
    app.compare.every_effect = true;
    let Some(gains) = gains(app) else { return };
    let mut text = Vec::new();
    for column in gains.columns.iter().filter(|c| c.id != gains.base) {
        let Some(found) = &column.break_even else {
            continue;
        };
        let lead = Lead {
            column: &column.id,
            reference: &gains.base,
        };
        let way = column.assumed.unwrap_or(OneWay::Mixed);
        text.push(tell!(
            "compare-break-even-head",
            column = &column.id,
            title = &column.title
        ));
        text.push(built_in(lead, way, Some(found.whole)));
        let single = found.single.iter();
        text.extend(single.filter_map(|one| hangs_on(&name_of(&one.effect.path), one.turn)));
        text.push(tell!("compare-break-even-draws", draws = found.draws));
        text.push(String::new());
    }
    let text = if text.is_empty() {
        tell!("compare-searching")
    } else {
        text.join("\n")
    };
    app.show_page(tell!("compare-break-even"), text);
}

/// What a path is called.
fn name_of(path: &str) -> String {
    let found = crate::seeds::catalogue().path(path);
    found.map_or_else(|| path.to_owned(), |path| path.meaning.clone())
}
