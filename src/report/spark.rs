//! Small charts that fit into a line of text.

use super::look::Look;

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const PLAIN: [char; 8] = ['_', '.', ':', '-', '=', '+', '*', '#'];

/// One mark per value between `low` and `high`, a space where a value is missing.
#[must_use]
pub fn sparkline(values: &[Option<f64>], low: f64, high: f64, look: Look) -> String {
    let marks = if look.ascii { PLAIN } else { BLOCKS };
    let span = high - low;
    let mark = |value: &Option<f64>| match value {
        Some(x) if span > 0.0 => {
            let level = ((x - low) / span * 8.0).floor().clamp(0.0, 7.0) as usize;
            marks.get(level).copied().unwrap_or(' ')
        }
        Some(_) => marks.first().copied().unwrap_or(' '),
        None => ' ',
    };
    values.iter().map(mark).collect()
}

/// Our range on a line of `width` places from `low` to `high`: light from end to end, dark in the
/// middle half where it is known, a stroke at the middle.
#[must_use]
pub fn interval(
    [p5, p25, p50, p75, p95]: [Option<f64>; 5],
    (low, high): (f64, f64),
    width: usize,
    look: Look,
) -> String {
    let (outer, inner, middle, empty) = if look.ascii {
        ('-', '=', '|', '.')
    } else {
        ('▒', '▓', '━', '·')
    };
    let (Some(from), Some(centre), Some(to)) = (p5, p50, p95) else {
        return String::new();
    };
    let last = width.saturating_sub(1);
    let place = |x: f64| {
        ((x - low) / (high - low) * last as f64)
            .round()
            .clamp(0.0, last as f64) as usize
    };
    let half = p25.zip(p75).map(|(a, b)| place(a)..=place(b));
    let mark = |at: usize| match at {
        _ if at == place(centre) => middle,
        _ if half.as_ref().is_some_and(|half| half.contains(&at)) => inner,
        _ if (place(from)..=place(to)).contains(&at) => outer,
        _ => empty,
    };
    (0..width).map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_falling_line_falls_and_a_gap_stays_a_gap() {
        let values = [Some(1.0), Some(0.5), None, Some(0.0)];
        assert_eq!(sparkline(&values, 0.0, 1.0, Look::default()), "█▅ ▁");
        assert_eq!(
            sparkline(
                &values,
                0.0,
                1.0,
                Look {
                    ascii: true,
                    styled: false
                }
            ),
            "#= _"
        );
    }

    #[test]
    fn an_interval_shows_its_ends_its_middle_half_and_its_middle() {
        let five = [0.2, 0.4, 0.5, 0.6, 0.8].map(Some);
        assert_eq!(
            interval(five, (0.0, 1.0), 11, Look::default()),
            "··▒▒▓━▓▒▒··"
        );
        let missing = [None; 5];
        assert_eq!(interval(missing, (0.0, 1.0), 11, Look::default()), "");
    }
}
