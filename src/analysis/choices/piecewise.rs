//! Continuous functions of one number that are straight between knots.

/// Differences smaller than this part of a function's size are rounding.
const ROUNDING: f64 = 1e-12;

/// A function on a stretch, by its knots from left to right.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piecewise(Vec<(f64, f64)>);

impl Piecewise {
    /// The straight line between two ends.
    pub(super) fn line(from: (f64, f64), to: (f64, f64)) -> Self {
        Piecewise(vec![from, to])
    }

    /// Knots from left to right.
    pub(super) fn knots(&self) -> &[(f64, f64)] {
        &self.0
    }

    pub(super) fn at(&self, x: f64) -> f64 {
        let after = self.0.partition_point(|(own, _)| *own < x);
        let place = after.clamp(1, self.0.len() - 1);
        let ((x0, y0), (x1, y1)) = (self.0[place - 1], self.0[place]);
        if x1 == x0 {
            return y1;
        }
        y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    }

    /// A sum of functions, each times a number.
    pub(super) fn sum(parts: &[(f64, &Piecewise)]) -> Self {
        let xs = union(parts.iter().map(|(_, f)| *f));
        let of = |x: f64| parts.iter().map(|(w, f)| w * f.at(x)).sum();
        Piecewise(xs.into_iter().map(|x| (x, of(x))).collect()).tidy()
    }

    /// The largest of some functions everywhere.
    pub(super) fn largest(parts: &[&Piecewise]) -> Self {
        let of = |x: f64| {
            parts
                .iter()
                .map(|f| f.at(x))
                .fold(f64::NEG_INFINITY, f64::max)
        };
        let xs = crossings(parts);
        Piecewise(xs.into_iter().map(|x| (x, of(x))).collect()).tidy()
    }

    /// Leaves out knots at which nothing bends.
    fn tidy(self) -> Self {
        let mut kept: Vec<(f64, f64)> = Vec::with_capacity(self.0.len());
        for knot in self.0 {
            while let [.., a, b] = kept.as_slice() {
                let straight = a.1 + (knot.1 - a.1) * (b.0 - a.0) / (knot.0 - a.0);
                let size = a.1.abs().max(b.1.abs()).max(knot.1.abs());
                if (straight - b.1).abs() > ROUNDING * size {
                    break;
                }
                kept.pop();
            }
            kept.push(knot);
        }
        Piecewise(kept)
    }
}

fn union<'a>(parts: impl Iterator<Item = &'a Piecewise>) -> Vec<f64> {
    let mut xs: Vec<f64> = parts.flat_map(|f| f.0.iter().map(|(x, _)| *x)).collect();
    xs.sort_unstable_by(f64::total_cmp);
    xs.dedup();
    xs
}

/// Knots of all functions and the places where two of them cross in between.
pub(super) fn crossings(parts: &[&Piecewise]) -> Vec<f64> {
    let knots = union(parts.iter().copied());
    let mut xs = knots.clone();
    for pair in knots.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        for (number, one) in parts.iter().enumerate() {
            for other in &parts[number + 1..] {
                let (before, after) = (one.at(from) - other.at(from), one.at(to) - other.at(to));
                if before * after < 0.0 {
                    xs.push(from + (to - from) * before / (before - after));
                }
            }
        }
    }
    xs.sort_unstable_by(f64::total_cmp);
    xs.dedup();
    xs
}
