//! Orders and ranks, with ties.

use super::Fault;

/// Places of the values from the smallest to the largest; equal values keep their order.
pub(super) fn order(values: &[f64]) -> Vec<u32> {
    let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
    let mut order: Vec<u32> = (0..count).collect();
    // Minus zero is zero: a transformed output must not part the two.
    let at = |place: u32| values[place as usize] + 0.0;
    order.sort_unstable_by(|a, b| at(*a).total_cmp(&at(*b)).then(a.cmp(b)));
    order
}

/// Ends of the groups of equal values along an order: each group is `ends[i - 1]..ends[i]`.
pub(super) fn tie_ends(values: &[f64], order: &[u32]) -> Vec<u32> {
    let mut ends = Vec::with_capacity(order.len());
    for place in 1..=order.len() {
        let next = order.get(place).map(|next| values[*next as usize]);
        if next != Some(values[order[place - 1] as usize]) {
            ends.push(u32::try_from(place).unwrap_or(u32::MAX));
        }
    }
    ends
}

/// Mean rank of each value, scaled to 0..1: equal values share the middle of their ranks.
pub(super) fn levels(order: &[u32], ends: &[u32]) -> Vec<f64> {
    let mut levels = vec![0.0; order.len()];
    let mut from = 0_u32;
    for end in ends {
        let middle = f64::midpoint(f64::from(from), f64::from(*end)) / order.len() as f64;
        for place in &order[from as usize..*end as usize] {
            levels[*place as usize] = middle;
        }
        from = *end;
    }
    levels
}

/// Correlation of two columns of [`levels`]; none if one is constant.
pub(super) fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - 0.5, b - 0.5);
        ab += a * b;
        aa += a * a;
        bb += b * b;
    }
    let both = (aa * bb).sqrt();
    (both > 0.0).then(|| (ab / both).clamp(-1.0, 1.0))
}

/// Spearman's rank correlation of two columns, -1..1; equal values share their mean rank.
///
/// # Errors
/// Columns of different lengths, fewer than three values, a value that is not a number, or a
/// constant column.
#[doc(alias = "rank correlation")]
pub fn spearman(a: &[f64], b: &[f64]) -> Result<f64, Fault> {
    if a.len() != b.len() {
        let (found, expected) = (b.len(), a.len());
        return Err(Fault::Length { found, expected });
    }
    if a.len() < 3 {
        let cases = a.len();
        return Err(Fault::TooFew { cases, least: 3 });
    }
    if let Some(factor) = [a, b].iter().position(|c| c.iter().any(|v| v.is_nan())) {
        let factor = Some(factor);
        return Err(Fault::NotANumber { factor });
    }
    let ranks = |values: &[f64]| {
        let order = order(values);
        levels(&order, &tie_ends(values, &order))
    };
    correlation(&ranks(a), &ranks(b)).ok_or(Fault::Constant)
}
