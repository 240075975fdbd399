//! How numbers are written: two digits at most, with our range beside them.
//!
//! Values come in as the model computes them (shares 0..1, counts of people) and leave as text.
//! Rounding happens here and nowhere else, so that screens, tables and reports agree.

use super::Value;
use super::catalogue::tell;

/// A median with our range (5th to 95th percentile), each missing or finite.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Range {
    /// Half of the runs lie below.
    pub middle: Option<f64>,
    /// One run in twenty lies below.
    pub low: Option<f64>,
    /// One run in twenty lies above.
    pub high: Option<f64>,
}

impl Range {
    /// A range from its median and its ends.
    #[must_use]
    pub fn new(middle: Option<f64>, low: Option<f64>, high: Option<f64>) -> Self {
        Self { middle, low, high }
    }

    /// A number without doubt.
    #[must_use]
    pub fn certain(value: f64) -> Self {
        let value = Some(value);
        Self {
            middle: value,
            low: value,
            high: value,
        }
    }

    /// The same range in another unit: every number times `factor`.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let scaled = |x: Option<f64>| x.map(|x| x * factor);
        Self {
            middle: scaled(self.middle),
            low: scaled(self.low),
            high: scaled(self.high),
        }
    }

    fn largest(&self) -> f64 {
        let size = |x: Option<f64>| x.map_or(0.0, f64::abs);
        size(self.middle).max(size(self.low)).max(size(self.high))
    }
}

/// How a row of numbers is written: the factor its values are multiplied by and its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// What values are multiplied by before they are written.
    pub factor: f64,
    /// Whether a gain is marked with a plus sign.
    pub signed: bool,
    /// Whether small numbers keep two digits beside larger ones, as amounts do and percents do not.
    pub fine: bool,
    /// Whether numbers above 1 are written without decimals, as runs of 100 are.
    pub whole: bool,
    /// Id of the unit's message, without `unit-`.
    pub unit: &'static str,
}

impl Scale {
    /// The scale that suits a row of ranges in the catalogue's `unit` (`share`, `people` …).
    #[must_use]
    pub fn of(unit: &str, ranges: &[Range]) -> Self {
        match unit {
            "share" => Self::plain(100.0, "percent"),
            "points" => Self::plain(100.0, "points"),
            "probability" => Self {
                whole: true,
                ..Self::plain(100.0, "of-100")
            },
            "people" => Self::counted(ranges, ["people", "thousand-people", "million-people"]),
            "workers" => Self::counted(ranges, ["workers", "thousand-workers", "million-workers"]),
            "years" => Self::plain(1.0, "years"),
            "musd" => Self::plain(1.0, "million-dollars").fine(),
            "usd" => Self::plain(1.0, "dollars"),
            "ratio" => Self::plain(1.0, "ratio"),
            "index" => Self::plain(1.0, "index"),
            _ => Self::plain(1.0, "none"),
        }
    }

    /// The same with plus signs before gains, for what may go up or down.
    #[must_use]
    pub fn signed(self) -> Self {
        Self {
            signed: true,
            ..self
        }
    }

    /// The unit in words; empty for plain numbers.
    #[must_use]
    pub fn unit_words(&self) -> String {
        tell(&format!("unit-{}", self.unit), &[])
    }

    /// The unit after a number as it is written: one point, two points.
    fn unit_of(&self, number: &str) -> String {
        let one = number.trim_start_matches(['+', '−', '-', '~']) == "1";
        match self.unit {
            "points" if one => tell("unit-one-point", &[]),
            "people" if one => tell("unit-one-person", &[]),
            "workers" if one => tell("unit-one-worker", &[]),
            "years" if one => tell("unit-one-year", &[]),
            "dollars" if one => tell("unit-one-dollar", &[]),
            _ => self.unit_words(),
        }
    }

    /// What the unit adds to a label that may name it already: `thousand` after `Workers helped`.
    #[must_use]
    pub fn unit_after(&self, label: &str) -> String {
        let unit = self.unit_words();
        let (scale, noun) = unit.rsplit_once(' ').unwrap_or(("", unit.as_str()));
        let named = !noun.is_empty() && label.to_lowercase().contains(noun);
        if named { scale.to_owned() } else { unit }
    }

    fn fine(self) -> Self {
        Self { fine: true, ..self }
    }

    fn plain(factor: f64, unit: &'static str) -> Self {
        Self {
            factor,
            signed: false,
            fine: false,
            whole: false,
            unit,
        }
    }

    /// Thousands or millions by the largest median, or by the largest end where medians vanish.
    fn counted(ranges: &[Range], [ones, thousands, millions]: [&'static str; 3]) -> Self {
        let medians = ranges
            .iter()
            .map(|r| r.middle.map_or(0.0, f64::abs))
            .fold(0.0, f64::max);
        let ends = ranges.iter().map(Range::largest).fold(0.0, f64::max);
        // A row whose typical value is tiny beside its worst case is read by its worst case.
        let typical = if medians < ends / 100.0 {
            ends
        } else {
            medians
        };
        match typical {
            x if x >= 999_500.0 => Self::plain(1e-6, millions).fine(),
            x if x >= 9_950.0 => Self::plain(1e-3, thousands).fine(),
            _ => Self::plain(1.0, ones),
        }
    }

    /// `39 [17–66]`; a dash where the value cannot be had, and no brackets where it is certain.
    #[must_use]
    pub fn range(&self, range: Range) -> String {
        self.range_beside(range, &[])
    }

    /// The same for a difference between `values`: no finer than they deserve.
    #[must_use]
    pub fn range_beside(&self, range: Range, values: &[Range]) -> String {
        let scaled = range.times(self.factor);
        let Some(middle) = scaled.middle else {
            return tell("value-missing", &[]);
        };
        let values = values.iter().map(Range::largest).fold(0.0, f64::max) * self.factor;
        let largest = scaled.largest() / if self.fine { 10.0 } else { 1.0 };
        let largest = largest.max(values / 10.0);
        let write = |x: f64| self.write(x, largest);
        match (scaled.low, scaled.high) {
            (Some(low), Some(high)) if low != high || low != middle => tell(
                "value-range",
                &[
                    ("middle", Value::from(write(middle))),
                    ("low", Value::from(write(low))),
                    ("high", Value::from(write(high))),
                ],
            ),
            _ => write(middle),
        }
    }

    /// The same with its unit in words: `39 % [17–66]`, `9.8 million people [8.1–12]`.
    #[must_use]
    pub fn told(&self, range: Range) -> String {
        let text = self.range(range);
        let ends = text.split_once(" [");
        let unit = self.unit_of(ends.map_or(text.as_str(), |(middle, _)| middle));
        match ends {
            _ if unit.is_empty() || range.middle.is_none() => text,
            Some((middle, ends)) => format!("{middle} {unit} [{ends}"),
            None => format!("{text} {unit}"),
        }
    }

    /// One number without its range.
    #[must_use]
    pub fn number(&self, value: Option<f64>) -> String {
        value.map_or_else(
            || tell("value-missing", &[]),
            |x| self.write(x * self.factor, (x * self.factor).abs()),
        )
    }

    /// Reads a number typed in this scale, `40` for 40 %; a percent sign is understood too.
    #[must_use]
    pub fn typed(&self, text: &str) -> Option<f64> {
        let value = typed(text)?;
        let percent = text.trim().ends_with('%');
        Some(if percent { value } else { value / self.factor })
    }

    fn write(&self, value: f64, largest: f64) -> String {
        let largest = if self.whole {
            largest.max(10.0)
        } else {
            largest
        };
        let text = two_digits(value, largest);
        if self.signed && text != "0" && !text.starts_with(MINUS) {
            format!("+{text}")
        } else {
            text
        }
    }
}

const MINUS: char = '−';

/// A number with two digits at most, and no finer than the second digit of a neighbour of
/// `largest` size, unless it would vanish: beside 22, 1.3 is 1 but 0.3 is 0.3.
#[must_use]
pub fn two_digits(value: f64, largest: f64) -> String {
    if !value.is_finite() {
        return tell("value-missing", &[]);
    }
    let own = 1 - order(value.abs());
    let neighbours = 1 - order(largest.abs().max(value.abs()));
    match rounded(value, own.min(neighbours)) {
        text if text == "0" => rounded(value, own.min(neighbours + 1)),
        text => text,
    }
}

/// Power of ten of the first of two rounded digits: 0 for 1 to 9.9, 1 for 10 to 99.
fn order(size: f64) -> i32 {
    if size == 0.0 || !size.is_finite() {
        return 0;
    }
    // 9.95 already rounds to 10.
    (size * 1.005).log10().floor() as i32
}

/// The value with so many decimals, or so many zeros before the point if negative.
fn rounded(value: f64, decimals: i32) -> String {
    let step = 10f64.powi(-decimals.min(0));
    let places = usize::try_from(decimals.max(0)).unwrap_or(0);
    let size = if decimals < 0 {
        (value.abs() / step).round() * step
    } else {
        value.abs()
    };
    let text = format!("{size:.places$}");
    let text = if places > 0 {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    match (text, value < 0.0) {
        ("0", _) => text.to_owned(),
        (_, true) => format!("{MINUS}{}", grouped(text)),
        (_, false) => grouped(text),
    }
}

/// A number with all its digits, as a person would have typed it.
#[must_use]
pub fn exact(value: f64) -> String {
    value.to_string()
}

/// A number of the catalogue with four digits at most; whole numbers keep all of theirs.
#[must_use]
pub fn catalogued(value: f64) -> String {
    if value.fract() == 0.0 {
        return whole(value);
    }
    let places = usize::try_from(3 - order(value.abs())).unwrap_or(0);
    let text = format!("{value:.places$}");
    let text = if places > 0 {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    text.replacen('-', "−", 1)
}

/// Reads a number as people type it: `0.35`, `35 %`, `1 200`, `-3`; a comma may stand for the point.
#[must_use]
pub fn typed(text: &str) -> Option<f64> {
    let text = text.trim();
    let (text, factor) = match text.strip_suffix('%') {
        Some(percent) => (percent, 0.01),
        None => (text, 1.0),
    };
    let one_comma = text.matches(',').count() == 1 && !text.contains('.');
    let plain = if one_comma {
        text.replace(',', ".")
    } else {
        text.to_owned()
    };
    let plain: String = plain
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\'')
        .collect();
    let sign = plain.replace('−', "-");
    let value: f64 = sign.parse().ok()?;
    // Rounded, so that 35 % is 0.35 and not the nearest product.
    let value = if factor < 1.0 {
        (value * 1e10).round() / 1e12
    } else {
        value
    };
    value.is_finite().then_some(value)
}

/// A whole number with its thousands set apart: `10 000`; four digits stay together (`2040`).
#[must_use]
pub fn whole(value: f64) -> String {
    let text = format!("{:.0}", value.abs());
    let sign = if value < -0.5 { "−" } else { "" };
    format!("{sign}{}", grouped(&text))
}

/// Sets thousands apart in a number without decimals.
fn grouped(digits: &str) -> String {
    if digits.len() <= 4 || digits.contains('.') {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: f64, middle: f64, high: f64) -> Range {
        Range::new(Some(middle), Some(low), Some(high))
    }

    #[test]
    fn shares_read_as_percent_with_our_range() {
        assert_eq!(
            Scale::of("share", &[]).range(range(0.171, 0.394, 0.656)),
            "39 [17–66]"
        );
        assert_eq!(
            Scale::of("share", &[]).range(range(0.002, 0.004, 0.0095)),
            "0.4 [0.2–0.95]"
        );
        assert_eq!(
            Scale::of("points", &[])
                .signed()
                .range(range(-0.22, -0.13, 0.05)),
            "−13 [−22–+5]"
        );
    }

    #[test]
    fn nobody_sees_more_than_two_digits() {
        let shown = |x: f64| two_digits(x, x);
        assert_eq!(
            [0.0, 0.0449, 0.3, 4.56, 9.96, 45.6, 99.6].map(shown),
            ["0", "0.045", "0.3", "4.6", "10", "46", "100"]
        );
        assert_eq!(
            [123.0, 1_260.0, 64_321.0].map(shown),
            ["120", "1300", "64 000"]
        );
        assert_eq!(shown(-4.56), "−4.6");
    }

    #[test]
    fn beside_large_numbers_small_ones_lose_their_decimals_but_not_their_sign_of_life() {
        assert_eq!(two_digits(1.34, 22.0), "1");
        assert_eq!(two_digits(0.34, 22.0), "0.3");
        assert_eq!(two_digits(0.004, 22.0), "0");
        assert_eq!(two_digits(-0.004, 22.0), "0");
    }

    #[test]
    fn people_are_told_in_the_scale_of_the_typical_value() {
        let millions = [range(8.1e6, 9.84e6, 12.3e6)];
        let scale = Scale::of("people", &millions);
        assert_eq!(
            (scale.range(millions[0]), scale.unit_words()),
            ("9.8 [8.1–12]".into(), "million people".into())
        );
        let skewed = [range(0.0, 20_400.0, 1.31e6)];
        let scale = Scale::of("workers", &skewed);
        assert_eq!(
            (scale.range(skewed[0]), scale.unit_words()),
            ("20 [0–1300]".into(), "thousand workers".into())
        );
    }

    #[test]
    fn what_cannot_be_had_says_so_and_what_is_certain_has_no_range() {
        assert_eq!(Scale::of("share", &[]).range(Range::default()), "n/a");
        assert_eq!(Scale::of("share", &[]).range(range(0.3, 0.3, 0.3)), "30");
    }

    #[test]
    fn runs_of_100_are_whole_unless_they_would_vanish() {
        let runs = |x: f64| Scale::of("probability", &[]).number(Some(x));
        assert_eq!(
            [0.164, 0.012, 0.003, 0.0].map(runs),
            ["16", "1", "0.3", "0"]
        );
    }

    #[test]
    fn a_label_that_names_the_unit_does_not_get_it_twice() {
        let scale = Scale::of("workers", &[range(0.0, 40_000.0, 80_000.0)]);
        assert_eq!(scale.unit_after("Workers helped by AI"), "thousand");
        assert_eq!(scale.unit_after("Displaced now"), "thousand workers");
        assert_eq!(Scale::of("years", &[]).unit_after("Years behind"), "");
    }

    #[test]
    fn draws_have_their_thousands_apart_and_years_do_not() {
        assert_eq!(whole(10_000.0), "10 000");
        assert_eq!(whole(1_234_567.0), "1 234 567");
        assert_eq!(whole(2040.0), "2040");
    }
}
