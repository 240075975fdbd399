//! Tornado bars in characters: from the low to the high value on one axis for all rows.

/// The characters of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Where the subject is when the input is low.
    pub low: char,
    /// Where it is when the input is high.
    pub high: char,
    /// Between the two.
    pub between: char,
    /// The middle of all runs.
    pub middle: char,
}

impl Marks {
    /// For terminals that show more than ASCII, or not.
    #[must_use]
    pub fn of(ascii: bool) -> Marks {
        match ascii {
            true => Marks {
                low: 'o',
                high: '#',
                between: '=',
                middle: '|',
            },
            false => Marks {
                low: '○',
                high: '●',
                between: '━',
                middle: '│',
            },
        }
    }
}

/// The axis of a tornado.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Left end.
    pub from: f64,
    /// Right end.
    pub to: f64,
    /// The middle of all runs.
    pub middle: f64,
}

impl Axis {
    /// An axis that holds all rows and the middle; `None` if nothing differs.
    #[must_use]
    pub fn over(rows: impl IntoIterator<Item = (f64, f64)>, middle: f64) -> Option<Axis> {
        let (mut from, mut to) = (middle, middle);
        for (low, high) in rows {
            from = from.min(low).min(high);
            to = to.max(low).max(high);
        }
        (to > from && to.is_finite() && from.is_finite()).then_some(Axis { from, to, middle })
    }

    /// One bar, `width` characters wide.
    #[must_use]
    pub fn bar(&self, low: f64, high: f64, width: usize, marks: Marks) -> String {
        let place = |value: f64| {
            let share = (value - self.from) / (self.to - self.from);
            (share.clamp(0.0, 1.0) * width.saturating_sub(1) as f64).round() as usize
        };
        let (low, high, middle) = (place(low), place(high), place(self.middle));
        let mark = |at: usize| match at {
            at if at == high => marks.high,
            at if at == low => marks.low,
            at if at == middle => marks.middle,
            at if at > low.min(high) && at < low.max(high) => marks.between,
            _ => ' ',
        };
        (0..width).map(mark).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_on_one_axis() {
        let axis = Axis::over([(0.2, 0.6), (0.5, 0.3)], 0.4).unwrap();
        let marks = Marks::of(true);
        assert_eq!(axis.bar(0.2, 0.6, 9, marks), "o===|===#");
        assert_eq!(axis.bar(0.5, 0.3, 9, marks), "  #=|=o  ");
        assert_eq!(axis.bar(0.6, 0.6, 9, marks), "    |   #");
        assert_eq!(Axis::over([(1.0, 1.0)], 1.0), None);
    }
}
