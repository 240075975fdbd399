//! Areas under a beta density, by log odds instead of by share.
//!
//! With d = log odds of the share minus log odds of its mean p = a / (a + b), the density is
//! e^g(d), g(d) = a d - (a + b) ln(1 + p (e^d - 1)): smooth, falling off to both sides of its peak
//! at d = 0 at least as fast as an exponential, whatever the shapes. So areas come from Gaussian
//! quadrature on a row of panels, and no gamma function is needed: the total is summed as well.

use crate::model::math::{exp, expm1, ln};
use crate::sim::sample::normal::cdf;

/// Panels end where the density is e^-75 of its peak: beyond lies nothing that could be drawn.
const EDGE: f64 = -75.0;
/// Most that the logarithm of the density may change over a panel.
const CHANGE: f64 = 8.0;

/// The curve e^g for shapes a <= b.
#[derive(Clone, Debug)]
pub(super) struct Curve {
    a: f64,
    both: f64,
    p: f64,
    q: f64,
}

impl Curve {
    /// For two shapes with a <= b; so p <= 1/2 and 1 + p (e^d - 1) keeps its digits.
    pub(super) fn new(a: f64, b: f64) -> Self {
        Curve {
            a,
            both: a + b,
            p: a / (a + b),
            q: b / (a + b),
        }
    }

    /// g(d).
    pub(super) fn log_height(&self, d: f64) -> f64 {
        let rise = self.p * expm1(d);
        let sum = 1.0 + rise;
        // ln(1 + rise), corrected for the digits that 1 + rise lost.
        let log = if sum == 1.0 {
            rise
        } else {
            ln(sum) * (rise / (sum - 1.0))
        };
        self.a * d - self.both * log
    }

    /// First and second derivative of g.
    pub(super) fn slopes(&self, d: f64) -> (f64, f64) {
        let rise = expm1(d);
        let sum = 1.0 + self.p * rise;
        let weight = self.a * self.q;
        (-weight * rise / sum, -weight * exp(d) / (sum * sum))
    }

    fn area(&self, from: f64, to: f64) -> f64 {
        let (middle, half) = ((from + to) / 2.0, (to - from) / 2.0);
        let sum: f64 = GAUSS
            .iter()
            .map(|(place, weight)| {
                let left = exp(self.log_height(middle - half * place));
                let right = exp(self.log_height(middle + half * place));
                weight * (left + right)
            })
            .sum();
        sum * half
    }

    /// Edges of panels from the peak outwards.
    fn edges(&self, side: f64) -> Vec<f64> {
        let mut step = (1.0 / (self.a * self.q)).sqrt().min(1.0);
        let mut edges = vec![0.0];
        let (mut edge, mut height) = (0.0, 0.0);
        while height > EDGE {
            while height - self.log_height(edge + side * step) > CHANGE {
                step /= 2.0;
            }
            edge += side * step;
            height = self.log_height(edge);
            edges.push(edge);
        }
        edges
    }
}

/// A curve with the areas to the left and to the right of every panel edge.
#[derive(Clone, Debug)]
pub(super) struct Areas {
    pub(super) curve: Curve,
    pub(super) total: f64,
    edges: Vec<f64>,
    below: Vec<f64>,
    above: Vec<f64>,
}

impl Areas {
    pub(super) fn new(curve: Curve) -> Self {
        let mut edges = curve.edges(-1.0);
        edges.reverse();
        edges.extend(curve.edges(1.0).iter().skip(1));
        let panels: Vec<f64> = edges
            .windows(2)
            .map(|ends| curve.area(ends[0], ends[1]))
            .collect();
        let below = running_sums(panels.iter());
        let mut above = running_sums(panels.iter().rev());
        above.reverse();
        Areas {
            total: above[0],
            curve,
            edges,
            below,
            above,
        }
    }

    /// Where the share of the area to the left is the normal share below z; `guess` only saves time.
    pub(super) fn place(&self, z: f64, guess: f64) -> f64 {
        // Each half is measured from its own end: small shares keep their digits.
        if z <= 0.0 {
            let wanted = cdf(z) * self.total;
            let panel = self.below.partition_point(|area| *area <= wanted).max(1) - 1;
            let (from, to) = self.panel(panel);
            let excess = |d| self.below[panel] + self.curve.area(from, d) - wanted;
            self.solve((from, to), guess, excess)
        } else {
            let wanted = cdf(-z) * self.total;
            let panel = self.above.partition_point(|area| *area > wanted).max(1) - 1;
            let (from, to) = self.panel(panel);
            let excess = |d| wanted - self.above[panel + 1] - self.curve.area(d, to);
            self.solve((from, to), guess, excess)
        }
    }

    fn panel(&self, panel: usize) -> (f64, f64) {
        (self.edges[panel], self.edges[panel + 1])
    }

    /// Newton's method inside a bracket, on a rising function whose slope is the curve.
    fn solve(&self, bracket: (f64, f64), guess: f64, excess: impl Fn(f64) -> f64) -> f64 {
        let (mut low, mut high) = bracket;
        let inside = |d: f64, low: f64, high: f64| {
            if d > low && d < high {
                d
            } else {
                (low + high) / 2.0
            }
        };
        let close = (high - low) * 1e-13;
        let mut d = inside(guess, low, high);
        for _ in 0..60 {
            let off = excess(d);
            if off < 0.0 {
                low = d;
            } else {
                high = d;
            }
            let next = inside(d - off / exp(self.curve.log_height(d)), low, high);
            if (next - d).abs() <= close {
                return next;
            }
            d = next;
        }
        d
    }
}

/// 0, then the sum of the first, of the first two, ...
fn running_sums<'a>(areas: impl Iterator<Item = &'a f64>) -> Vec<f64> {
    let mut sum = 0.0;
    std::iter::once(0.0)
        .chain(areas.map(|area| {
            sum += area;
            sum
        }))
        .collect()
}

/// Gauss-Legendre rule with 16 points: (place, weight) on the right half of -1..1.
const GAUSS: [(f64, f64); 8] = [
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_58),
    (0.458_016_777_657_227_37, 0.169_156_519_395_002_54),
    (0.617_876_244_402_643_8, 0.149_595_988_816_576_74),
    (0.755_404_408_355_003, 0.124_628_971_255_533_88),
    (0.865_631_202_387_831_8, 0.095_158_511_682_492_79),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_894),
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_096),
];
