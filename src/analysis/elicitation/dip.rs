//! The dip: how far answers are from having a single hump.
//!
//! Hartigan and Hartigan (1985), *The Dip Test of Unimodality*, Annals of Statistics 13, 70-84: the
//! least greatest difference between the answers' distribution function and any that is convex up
//! to a mode and concave beyond. Computed as in Hartigan (1985), Applied Statistics 34, AS 217,
//! with the corrections of Maechler (R package diptest).

/// The dip of values in ascending order: 1/(2n), perfectly single-humped, to 1/4, two points; 0 of
/// fewer than two or of equal values.
///
/// ```
/// use foretree::analysis::elicitation::dip::dip;
///
/// assert_eq!(dip(&[1.0, 1.0, 2.0, 2.0]), 0.25);
/// assert_eq!(dip(&[1.0, 2.0, 3.0, 4.0]), 0.125);
/// ```
#[must_use]
pub fn dip(sorted: &[f64]) -> f64 {
    let n = sorted.len();
    if n < 2 || sorted[0] == sorted[n - 1] {
        return 0.0;
    }
    let curve = Curve::new(sorted);
    let (mut low, mut high) = (0, n - 1);
    // In units of 1/(2n), as the paper counts.
    let mut dip = 1.0_f64;
    loop {
        let gap = curve.gap(low, high);
        if gap.size < dip {
            break;
        }
        let left = curve.bend(&gap.below[..=gap.ends_below], Side::Below);
        let right = curve.bend(&gap.above[..=gap.ends_above], Side::Above);
        dip = dip.max(left).max(right);
        let (next_low, next_high) = (gap.below[gap.ends_below], gap.above[gap.ends_above]);
        if (next_low, next_high) == (low, high) {
            break;
        }
        (low, high) = (next_low, next_high);
    }
    dip / (2.0 * n as f64)
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    /// Convex, up to the mode.
    Below,
    /// Concave, beyond the mode.
    Above,
}

/// The greatest gap between both hulls over a stretch.
struct Gap {
    size: f64,
    /// Corners of the greatest convex minorant from the left end to where the gap is.
    below: Vec<usize>,
    ends_below: usize,
    /// Corners of the least concave majorant from the right end to where the gap is.
    above: Vec<usize>,
    ends_above: usize,
}

/// Values in order and, for each, the neighbours on its hulls.
struct Curve<'a> {
    x: &'a [f64],
    /// The corner of the convex minorant of `..=i` before `i`.
    before: Vec<usize>,
    /// The corner of the concave majorant of `i..` after `i`.
    after: Vec<usize>,
}

impl<'a> Curve<'a> {
    fn new(x: &'a [f64]) -> Self {
        let n = x.len();
        let mut before = vec![0; n];
        for here in 1..n {
            let mut corner = here - 1;
            while corner > 0 {
                let next = before[corner];
                let flatter = (x[here] - x[corner]) * (corner - next) as f64
                    >= (x[corner] - x[next]) * (here - corner) as f64;
                if !flatter {
                    break;
                }
                corner = next;
            }
            before[here] = corner;
        }
        let mut after = vec![n - 1; n];
        for here in (0..n - 1).rev() {
            let mut corner = here + 1;
            while corner < n - 1 {
                let next = after[corner];
                let flatter = (x[corner] - x[here]) * (next - corner) as f64
                    >= (x[next] - x[corner]) * (corner - here) as f64;
                if !flatter {
                    break;
                }
                corner = next;
            }
            after[here] = corner;
        }
        Self { x, before, after }
    }

    /// The hulls over a stretch, and where they are furthest apart.
    fn gap(&self, low: usize, high: usize) -> Gap {
        let minorant = corners(high, low, &self.before);
        let majorant = corners(low, high, &self.after);
        let mut gap = Gap {
            size: 0.0,
            ends_below: 0,
            ends_above: 0,
            below: minorant.iter().rev().copied().collect(),
            above: majorant.iter().rev().copied().collect(),
        };
        if minorant.len() == 2 && majorant.len() == 2 {
            gap.size = 1.0;
            return gap;
        }
        let (mut i, mut j) = (minorant.len() - 2, 1);
        loop {
            let (g, l) = (minorant[i], majorant[j]);
            let (size, from, to) = if g > l {
                let corner = minorant[i + 1];
                let line = self.line(corner, g, l);
                (1.0 + (l - corner) as f64 - line, i + 1, j)
            } else {
                let corner = majorant[j - 1];
                let line = self.line(corner, l, g);
                (1.0 + line - (g as f64 - corner as f64), i, j)
            };
            if size >= gap.size {
                gap.size = size;
                gap.ends_below = minorant.len() - 1 - from;
                gap.ends_above = majorant.len() - 1 - to;
            }
            if g > l {
                j += 1;
            } else {
                i = i.saturating_sub(1);
            }
            j = j.min(majorant.len() - 1);
            if minorant[i] == majorant[j] {
                return gap;
            }
        }
    }

    /// Height at `at` of the line from one corner to another, above the first, in answers.
    fn line(&self, from: usize, to: usize, at: usize) -> f64 {
        let run = self.x[to] - self.x[from];
        if run == 0.0 {
            return 0.0;
        }
        (self.x[at] - self.x[from]) * (to as f64 - from as f64) / run
    }

    /// The greatest distance of the answers from their own hull, outside of the stretch that is
    /// kept; corners from the outer end inwards.
    fn bend(&self, corners: &[usize], side: Side) -> f64 {
        let mut most = 0.0_f64;
        for pair in corners.windows(2) {
            let (from, to) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            let mut worst = 1.0_f64;
            if to - from > 1 && self.x[to] != self.x[from] {
                for at in from..=to {
                    let steps = (at - from) as f64;
                    let line = self.line(from, to, at);
                    worst = worst.max(match side {
                        Side::Below => steps + 1.0 - line,
                        Side::Above => line - (steps - 1.0),
                    });
                }
            }
            most = most.max(worst);
        }
        most
    }
}

/// The corners from one end to the other.
fn corners(from: usize, to: usize, next: &[usize]) -> Vec<usize> {
    let mut all = vec![from];
    let mut here = from;
    while here != to {
        here = next[here];
        all.push(here);
    }
    all
}
