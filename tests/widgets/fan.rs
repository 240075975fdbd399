//! The fan chart.

use foretree::look::{GlyphSet, Look};
use foretree::widgets::fan::{Fan, FanPoint, FanWords};
use ratatui::style::Modifier;
use ratatui::widgets::Widget;

use crate::picture::{drawn, expected, looks, marked, mono, text};

pub(crate) fn points() -> Vec<FanPoint> {
    (2025..=2040)
        .map(|year| {
            let t = f64::from(year - 2025) / 15.0;
            let middle = 91.0 - 45.0 * t;
            let five = [
                middle - 24.0 * t,
                middle - 10.0 * t,
                middle,
                middle + 11.0 * t,
                middle + 27.0 * t,
            ];
            FanPoint { year, five }
        })
        .collect()
}

pub(crate) fn words() -> FanWords {
    let words = |text: &str| text.to_owned();
    FanWords {
        band: words("our range"),
        inner: words("middle half"),
        middle: words("middle"),
        no_ai: words("no AI"),
        reference: words("South Africa"),
        threshold: words("threshold"),
        guess: words("your guess"),
    }
}

pub(crate) fn percent(value: f64) -> String {
    format!("{value:.0}%")
}

pub(crate) fn simple<'a>(points: &'a [FanPoint], words: &'a FanWords, look: Look) -> Fan<'a> {
    Fan {
        years: (2025, 2040),
        points,
        no_ai: &[],
        reference: &[],
        threshold: None,
        guess: None,
        scale: Some((0.0, 100.0)),
        label: &percent,
        words,
        look,
    }
}

fn line(from: f64, to: f64) -> Vec<(i32, f64)> {
    (2025..=2040)
        .map(|year| (year, from + (to - from) * f64::from(year - 2025) / 15.0))
        .collect()
}

#[test]
fn our_range_its_middle_half_and_its_middle_are_told_apart_in_every_set_of_glyphs() {
    let (points, words) = (points(), words());
    for look in looks() {
        let fan = simple(&points, &words, look);
        let buffer = drawn(72, 15, |area, buffer| (&fan).render(area, buffer));
        expected(&format!("fan-{}", look.glyphs.name()), &buffer);
    }
}

#[test]
fn lines_threshold_and_guess_are_drawn_and_named() {
    let (points, words) = (points(), words());
    let (no_ai, reference) = (line(91.0, 60.0), line(30.0, 12.0));
    for look in looks() {
        let fan = Fan {
            no_ai: &no_ai,
            reference: &reference,
            threshold: Some(50.0),
            guess: Some((30.0, 60.0)),
            ..simple(&points, &words, look)
        };
        let buffer = drawn(90, 20, |area, buffer| (&fan).render(area, buffer));
        expected(&format!("fan-full-{}", look.glyphs.name()), &buffer);
    }
}

#[test]
fn one_scale_puts_the_same_value_on_the_same_line_in_every_chart() {
    let (points, words) = (points(), FanWords::default());
    let look = mono(GlyphSet::Blocks);
    let low = line(20.0, 20.0);
    let lines = |reference: &[(i32, f64)], points: &[FanPoint]| {
        let fan = Fan {
            reference,
            ..simple(points, &words, look)
        };
        let buffer = drawn(60, 15, |area, buffer| (&fan).render(area, buffer));
        let shown = text(&buffer);
        let found = shown.lines().take(13).position(|line| line.contains('×'));
        found.unwrap()
    };
    assert_eq!(lines(&low, &points), lines(&low, &[]));
}

#[test]
fn a_covered_chart_shows_its_axes_and_the_guess() {
    let words = words();
    for look in looks() {
        let fan = Fan {
            guess: Some((30.0, 60.0)),
            ..simple(&[], &words, look)
        };
        let buffer = drawn(60, 15, |area, buffer| (&fan).render(area, buffer));
        let shown = text(&buffer);
        assert!(shown.contains("100%") && shown.contains("2040"), "{shown}");
        assert!(shown.contains("your guess"), "{shown}");
        assert!(!shown.contains("our range"), "{shown}");
        let bracket = marked(&buffer, Modifier::BOLD);
        assert!(bracket.contains(look.glyphs().top_right), "{bracket}");
    }
}

#[test]
fn the_scale_holds_everything_shown_and_missing_numbers_leave_gaps() {
    let mut points = points();
    points[5].five = [f64::NAN; 5];
    let words = words();
    for look in looks() {
        let fan = Fan {
            scale: None,
            threshold: Some(140.0),
            ..simple(&points, &words, look)
        };
        let (low, high) = fan.range().unwrap();
        assert!(low <= 22.0 && high >= 140.0);
        drawn(60, 15, |area, buffer| (&fan).render(area, buffer));
    }
}
