//! What a reader meets first, beside what, and in which width.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::report::fixture::{closed, malawi};
use crate::report::snapshot::expected;

fn shown(report: &RunReport, ascii: bool) -> String {
    run_text(
        report,
        "foretree run malawi.ron",
        Look {
            ascii,
            styled: false,
        },
    )
}

#[test]
fn a_run_with_an_open_decision_reads_as_expected() {
    expected("run-open", &shown(&malawi(), false));
}

#[test]
fn a_run_with_closed_decisions_reads_as_expected() {
    expected("run-closed", &shown(&closed(), false));
}

#[test]
fn a_plain_terminal_gets_nothing_but_ascii() {
    let text = shown(&malawi(), true);
    assert!(text.is_ascii());
    assert_eq!(
        text.matches('?').count(),
        malawi_questions(),
        "a letter got lost"
    );
    expected("run-ascii", &text);
}

/// Question marks that belong to the texts themselves.
fn malawi_questions() -> usize {
    shown(&malawi(), false).matches('?').count()
}

#[test]
fn no_line_is_wider_than_eighty_columns_even_with_six_options_of_long_titles() {
    let mut report = malawi();
    let long = report.options.first().cloned().unwrap();
    for index in 0..4 {
        let mut option = long.clone();
        option.option_title = format!(
            "{} number {index}",
            "A very long title of an option".repeat(4)
        );
        report.options.push(option);
    }
    for line in shown(&report, false).lines() {
        assert!(line.width() <= WIDTH, "{line}");
    }
}

#[test]
fn the_average_over_open_decisions_is_never_shown() {
    let mut report = malawi();
    let before = shown(&report, false);
    for indicator in report.indicators.values_mut() {
        indicator.horizon = crate::report::stats::Spread::certain(0.888);
    }
    assert_eq!(shown(&report, false), before);
    report.options.clear();
    let text = shown(&report, false);
    assert!(
        !text.contains("89 %") && text.contains("no single answer"),
        "{text}"
    );
}

#[test]
fn the_poorest_women_come_first() {
    let text = shown(&malawi(), false);
    let place = |name: &str| text.find(name).unwrap_or(usize::MAX);
    assert!(place("Poor women") < place("Poor men"));
    assert!(place("Poor men") < place("Other women"));
}
