//! Shares that sum to 1, in whole thousand-millionths so that a file shows 0.35 and not
//! 0.35000000000000003.

/// One, in thousand-millionths.
const WHOLE: i64 = 1_000_000_000;

fn units(share: f64) -> i64 {
    // Shares lie within 0 and 1, so this neither overflows nor loses anything but rounding.
    (share * WHOLE as f64).round() as i64
}

fn share(units: i64) -> f64 {
    units as f64 / WHOLE as f64
}

/// A share, rounded.
pub(super) fn rounded(value: f64) -> f64 {
    share(units(value))
}

/// So many equal shares; the first take what is left over.
pub(super) fn alike(count: usize) -> Vec<f64> {
    scaled(&vec![1.0; count], 1.0)
}

/// The values, scaled so that they sum to a total. If they are all 0 they become alike.
pub(super) fn scaled(values: &[f64], total: f64) -> Vec<f64> {
    let sum: f64 = values.iter().sum();
    let even = total / values.len().max(1) as f64;
    let fair = |value: &f64| if sum > 0.0 { value / sum * total } else { even };
    let mut parts: Vec<i64> = values.iter().map(|value| units(fair(value))).collect();
    let left = units(total) - parts.iter().sum::<i64>();
    // Rounding is put right where it shows least.
    if let Some(largest) = parts.iter_mut().rev().max() {
        *largest += left;
    }
    parts.into_iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_is_a_third_and_three_of_them_are_one() {
        let thirds = alike(3);
        assert_eq!(thirds.iter().map(|part| units(*part)).sum::<i64>(), WHOLE);
        assert!((thirds[0] - 1.0 / 3.0).abs() < 1e-8);
    }

    #[test]
    fn proportions_stay() {
        assert_eq!(scaled(&[0.35, 0.65], 0.5), [0.175, 0.325]);
        assert_eq!(scaled(&[0.0, 0.0], 0.5), [0.25, 0.25]);
    }
}
