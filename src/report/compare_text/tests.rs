//! What a reader of a comparison meets first, beside what, and in which width.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::report::compare::Direction;
use crate::report::fixture::side_by_side;
use crate::report::snapshot::expected;

fn shown(report: &CompareReport, ascii: bool) -> String {
    let look = Look {
        ascii,
        styled: false,
    };
    compare_text(report, "foretree compare malawi.ron", look)
}

#[test]
fn two_options_side_by_side_read_as_expected() {
    expected("compare", &shown(&side_by_side(), false));
}

#[test]
fn many_columns_still_fit_into_eighty_columns() {
    let mut report = side_by_side();
    for id in ["C", "D", "E", "F"] {
        let mut column = report.columns[1].clone();
        column.id = id.into();
        report.columns.push(column);
        for row in report.indicators.values_mut() {
            let cell = row.columns["B"].clone();
            row.columns.insert(id.into(), cell);
        }
    }
    for ascii in [false, true] {
        for line in shown(&report, ascii).lines() {
            assert!(line.width() <= WIDTH, "{line}");
        }
    }
}

#[test]
fn what_differs_in_no_run_is_said_to_be_the_same() {
    let mut report = side_by_side();
    let cell = report.cohorts["usage"]["poor_women"].get_mut("B").unwrap();
    let difference = cell.difference.as_mut().unwrap();
    difference.direction = Direction::Same;
    (difference.share_better, difference.share_worse) = (Some(0.0), Some(0.0));
    assert!(shown(&report, false).contains("B and A do not differ"));
}

#[test]
fn every_comparison_names_its_reference() {
    let text = shown(&side_by_side(), false);
    assert!(
        text.contains("A leaves fewer poor women offline\nthan B") && text.contains("vs A"),
        "{text}"
    );
}
