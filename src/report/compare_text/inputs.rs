//! Which inputs differ between the columns.

use crate::report::compare::{CompareReport, InputDifference};
use crate::report::look::WIDTH;
use crate::report::run_text::Page;
use crate::tell;
use crate::words::paragraph::hang;

/// Most differences listed for one column.
const LISTED: usize = 12;

/// A list per column; nothing if no inputs differ.
pub(super) fn inputs(report: &CompareReport, page: &mut Page) {
    let others = report
        .columns
        .iter()
        .filter(|column| column.id != report.reference);
    let differing: Vec<_> = others.filter(|column| !column.differs.is_empty()).collect();
    if differing.is_empty() {
        return;
    }
    page.title(&tell!("compare-inputs", reference = &report.reference));
    for column in differing {
        for (index, difference) in column.differs.iter().take(LISTED).enumerate() {
            let lead = if index == 0 {
                format!("{}  ", column.id)
            } else {
                "   ".to_owned()
            };
            page.lines(hang(&lead, &page.look.text(&sentence(difference)), WIDTH));
        }
        let left_out = column.differs.len().saturating_sub(LISTED);
        if left_out > 0 {
            let more = tell!("compare-inputs-more", count = left_out);
            page.lines(hang("   ", &page.look.text(&more), WIDTH));
        }
    }
}

fn sentence(difference: &InputDifference) -> String {
    let field = difference.field.as_str();
    match (&difference.reference, &difference.here) {
        (Some(there), Some(here)) => {
            tell!(
                "compare-input-changed",
                field = field,
                here = here,
                there = there
            )
        }
        (None, Some(here)) => tell!("compare-input-added", field = field, here = here),
        (Some(there), None) => tell!("compare-input-dropped", field = field, there = there),
        (None, None) => tell!("compare-input-differs", field = field),
    }
}
