//! Exact quantiles and means of weighted values.
//!
//! Quantile q is the smallest value whose cumulative weight reaches q of the total, with a
//! relative slack of 1e-12, so that rounding of weights cannot skip a value.

/// Values with one weight each, or one weight for all.
///
/// ```
/// use foretree::analysis::weighted::{Part, Weight, mean, quantiles};
///
/// let path = Part { values: &[1.0, 2.0, 9.0], weights: Weight::Each(&[1.0, 2.0, 1.0]) };
/// assert_eq!(mean(&[path]), 3.5);
/// assert_eq!(quantiles(&[path], [0.25, 0.5, 0.95]), [1.0, 2.0, 9.0]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The values.
    pub values: &'a [f64],
    /// Their weights.
    pub weights: Weight<'a>,
}

/// Weights of a part.
#[derive(Clone, Copy, Debug)]
pub enum Weight<'a> {
    /// The same for all its values.
    Same(f64),
    /// One for each value; a value without one does not count.
    Each(&'a [f64]),
}

impl Weight<'_> {
    #[inline]
    fn at(&self, i: usize) -> f64 {
        match self {
            Weight::Same(w) => *w,
            Weight::Each(all) => all.get(i).copied().unwrap_or(0.0),
        }
    }

    fn total(&self, count: usize) -> f64 {
        match self {
            Weight::Same(w) => w * count as f64,
            Weight::Each(all) => all.iter().take(count).sum(),
        }
    }
}

/// Relative slack of the definition.
const SLACK: f64 = 1e-12;
/// Bins of the first pass; only values in the bins of a quantile are sorted.
const BINS: usize = 2048;

/// Weighted mean; NaN without weight, or where a value that has weight is none. What has no weight
/// may have no value either.
pub fn mean(parts: &[Part<'_>]) -> f64 {
    let total: f64 = parts.iter().map(|p| p.weights.total(p.values.len())).sum();
    let sum: f64 = parts.iter().map(weighted_sum).sum();
    sum / total
}

fn weighted_sum(part: &Part<'_>) -> f64 {
    match part.weights {
        Weight::Same(0.0) => 0.0,
        Weight::Same(w) => w * part.values.iter().sum::<f64>(),
        Weight::Each(all) => {
            let pairs = all.iter().zip(part.values);
            let counted = pairs.filter(|(w, _)| **w != 0.0);
            counted.map(|(w, v)| w * v).sum()
        }
    }
}

/// Quantiles of weighted values at levels in 0..1; NaN for all when a value that has weight is NaN
/// or nothing has weight.
pub fn quantiles<const N: usize>(parts: &[Part<'_>], levels: [f64; N]) -> [f64; N] {
    let Some((low, high)) = range(parts) else {
        return [f64::NAN; N];
    };
    let total: f64 = parts.iter().map(|p| p.weights.total(p.values.len())).sum();
    if total.is_nan() || total <= 0.0 {
        return [f64::NAN; N];
    }
    if low == high {
        return [low; N];
    }
    let grid = Grid {
        low,
        scale: BINS as f64 / (high - low),
    };
    let sums = grid.weigh(parts);
    let goals = levels.map(|q| q * total * (1.0 - SLACK));
    let cells = goals.map(|goal| Cell::of(&sums, goal));
    let mut inside = grid.collect(parts, &cells);
    for values in &mut inside {
        values.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    }
    std::array::from_fn(|i| {
        cells[i]
            .reach(&inside[cells[i].slot(&cells)], goals[i])
            .unwrap_or(high)
    })
}

/// The bin in which a quantile lies.
#[derive(Clone, Copy)]
struct Cell {
    bin: usize,
    /// Weight of all bins before it.
    before: f64,
}

impl Cell {
    fn of(sums: &[f64], goal: f64) -> Self {
        let mut cell = Cell {
            bin: 0,
            before: 0.0,
        };
        while cell.bin + 1 < BINS && cell.before + sums[cell.bin] < goal {
            cell.before += sums[cell.bin];
            cell.bin += 1;
        }
        cell
    }

    /// Cells of one bin share the place of the first of them.
    fn slot(&self, cells: &[Cell]) -> usize {
        cells
            .iter()
            .position(|other| other.bin == self.bin)
            .unwrap_or(0)
    }

    /// The smallest of the bin's values, in order, whose cumulative weight reaches `goal`.
    fn reach(&self, values: &[(f64, f64)], goal: f64) -> Option<f64> {
        let mut sum = self.before;
        let reached = values.iter().find(|(_, weight)| {
            sum += weight;
            sum >= goal
        });
        reached.or(values.last()).map(|(value, _)| *value)
    }
}

/// Smallest and largest value that has weight; `None` when one is NaN or none is there.
fn range(parts: &[Part<'_>]) -> Option<(f64, f64)> {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for part in parts {
        for (i, value) in part.values.iter().enumerate() {
            if part.weights.at(i) > 0.0 {
                if value.is_nan() {
                    return None;
                }
                low = low.min(*value);
                high = high.max(*value);
            }
        }
    }
    (low <= high).then_some((low, high))
}

/// Equal bins over the range of all values.
struct Grid {
    low: f64,
    scale: f64,
}

impl Grid {
    #[inline]
    fn bin(&self, value: f64) -> usize {
        (((value - self.low) * self.scale) as usize).min(BINS - 1)
    }

    fn weigh(&self, parts: &[Part<'_>]) -> Vec<f64> {
        let mut sums = vec![0.0; BINS];
        for part in parts {
            for (i, value) in part.values.iter().enumerate() {
                sums[self.bin(*value)] += part.weights.at(i);
            }
        }
        sums
    }

    /// Values and weights that lie in the bins of the cells, by slot.
    fn collect<const N: usize>(
        &self,
        parts: &[Part<'_>],
        cells: &[Cell; N],
    ) -> [Vec<(f64, f64)>; N] {
        let mut slots = [u8::MAX; BINS];
        for cell in cells {
            slots[cell.bin] = u8::try_from(cell.slot(cells)).unwrap_or(u8::MAX);
        }
        let mut inside: [Vec<(f64, f64)>; N] = std::array::from_fn(|_| Vec::new());
        for part in parts {
            for (i, value) in part.values.iter().enumerate() {
                let slot = slots[self.bin(*value)];
                if slot != u8::MAX && part.weights.at(i) > 0.0 {
                    inside[usize::from(slot)].push((*value, part.weights.at(i)));
                }
            }
        }
        inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_definition(mut pairs: Vec<(f64, f64)>, q: f64) -> f64 {
        pairs.retain(|(_, w)| *w > 0.0);
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = pairs.iter().map(|(_, w)| w).sum();
        let mut sum = 0.0;
        for (v, w) in &pairs {
            sum += w;
            if sum >= q * total * (1.0 - SLACK) {
                return *v;
            }
        }
        pairs.last().unwrap().0
    }

    #[test]
    fn a_single_value_is_all_its_quantiles() {
        let part = Part {
            values: &[3.5],
            weights: Weight::Same(0.2),
        };
        assert_eq!(quantiles(&[part], [0.05, 0.5, 0.95]), [3.5; 3]);
        assert_eq!(mean(&[part]), 3.5);
    }

    #[test]
    fn equal_weights_give_order_statistics() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        let part = Part {
            values: &values,
            weights: Weight::Same(0.01),
        };
        assert_eq!(
            quantiles(&[part], [0.05, 0.25, 0.5, 0.95]),
            [5.0, 25.0, 50.0, 95.0]
        );
    }

    #[test]
    fn not_a_number_and_no_weight_give_no_answer() {
        let part = Part {
            values: &[1.0, f64::NAN],
            weights: Weight::Same(1.0),
        };
        assert!(quantiles(&[part], [0.5])[0].is_nan());
        let part = Part {
            values: &[1.0, 2.0],
            weights: Weight::Same(0.0),
        };
        assert!(quantiles(&[part], [0.5])[0].is_nan());
    }

    proptest! {
        #[test]
        fn quantiles_follow_the_definition(
            pairs in prop::collection::vec((-1e3_f64..1e3, 0.0_f64..2.0), 1..60),
            ties in prop::collection::vec((0_i32..4, 0.1_f64..1.0), 1..60),
            q in 0.01_f64..0.99,
        ) {
            let (a, wa): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
            let b: Vec<f64> = ties.iter().map(|t| f64::from(t.0)).collect();
            let parts = [
                Part { values: &a, weights: Weight::Each(&wa) },
                Part { values: &b, weights: Weight::Same(0.5) },
            ];
            let all = pairs.iter().copied().chain(b.iter().map(|v| (*v, 0.5))).collect();
            prop_assert_eq!(quantiles(&parts, [q])[0], by_definition(all, q));
        }
    }
}
