//! Tail of the normal distribution over lanes, for the share of people below a line.

use super::lane::Lane;
use super::math::exp;

/// P(Z > x) for a standard normal Z and any x.
///
/// Complementary error function after W. J. Cody (1969), Mathematics of Computation 23(107);
/// relative accuracy about 1e-15 in the middle and 1e-13 in the tails.
#[inline(always)]
pub fn upper_tail<L: Lane>(x: L) -> L {
    let y = x * std::f64::consts::FRAC_1_SQRT_2;
    erfc(y) * 0.5
}

#[inline(always)]
fn erfc<L: Lane>(y: L) -> L {
    let negative = y.lt(y.like(0.0));
    let size = y.max(-y);
    let square = size * size;
    let small = erf_centre(size, square).complement();
    let middle = exp(-square) * ratio(size, &MIDDLE_TOP, &MIDDLE_BOTTOM);
    let inverse = y.like(1.0) / square.max(y.like(1e-300));
    let tail_ratio = inverse * ratio(inverse, &TAIL_TOP, &TAIL_BOTTOM);
    let tail = exp(-square) * (y.like(FRAC_1_SQRT_PI) - tail_ratio) / size.max(y.like(1e-300));
    let outer = L::select(size.lt(y.like(4.0)), middle, tail);
    let upper = L::select(size.lt(y.like(0.46875)), small, outer);
    L::select(negative, y.like(2.0) - upper, upper)
}

const FRAC_1_SQRT_PI: f64 = 0.564_189_583_547_756_3;

#[inline(always)]
fn erf_centre<L: Lane>(size: L, square: L) -> L {
    size * ratio(square, &CENTRE_TOP, &CENTRE_BOTTOM)
}

/// Ratio of two polynomials, coefficients from the highest power down.
#[inline(always)]
fn ratio<L: Lane, const N: usize>(x: L, top: &[f64; N], bottom: &[f64; N]) -> L {
    let (mut a, mut b) = (x.like(top[0]), x.like(bottom[0]));
    for i in 1..N {
        a = a * x + top[i];
        b = b * x + bottom[i];
    }
    a / b
}

const CENTRE_TOP: [f64; 5] = [
    1.857_777_061_846_031_5e-1,
    3.161_123_743_870_565_6,
    1.138_641_541_510_501_6e2,
    3.774_852_376_853_020_2e2,
    3.209_377_589_138_469_5e3,
];
const CENTRE_BOTTOM: [f64; 5] = [
    1.0,
    2.360_129_095_234_412_2e1,
    2.440_246_379_344_441_7e2,
    1.282_616_526_077_372_3e3,
    2.844_236_833_439_170_6e3,
];
const MIDDLE_TOP: [f64; 9] = [
    2.153_115_354_744_038_5e-8,
    5.641_884_969_886_700_9e-1,
    8.883_149_794_388_375_9,
    6.611_919_063_714_163e1,
    2.986_351_381_974_001_3e2,
    8.819_522_212_417_690_9e2,
    1.712_047_612_634_070_6e3,
    2.051_078_377_826_071_5e3,
    1.230_339_354_797_997_2e3,
];
const MIDDLE_BOTTOM: [f64; 9] = [
    1.0,
    1.574_492_611_070_983_5e1,
    1.176_939_508_913_125e2,
    5.371_811_018_620_098_6e2,
    1.621_389_574_566_690_2e3,
    3.290_799_235_733_459_6e3,
    4.362_619_090_143_247e3,
    3.439_367_674_143_721_6e3,
    1.230_339_354_803_749_4e3,
];
const TAIL_TOP: [f64; 6] = [
    1.631_538_713_730_209_8e-2,
    3.053_266_349_612_323_4e-1,
    3.603_448_999_498_044_4e-1,
    1.257_817_261_112_292_5e-1,
    1.608_378_514_874_228e-2,
    6.587_491_615_298_378e-4,
];
const TAIL_BOTTOM: [f64; 6] = [
    1.0,
    2.568_520_192_289_822_4,
    1.872_952_849_923_460_3,
    5.279_051_029_514_284e-1,
    6.051_834_131_244_131_9e-2,
    2.335_204_976_268_691_8e-3,
];

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{ContinuousCDF, Normal};

    #[test]
    fn tails_agree_with_an_independent_implementation() {
        let normal = Normal::new(0.0, 1.0).unwrap();
        for i in -80..=80 {
            let x = f64::from(i) * 0.1;
            let want = normal.sf(x);
            assert!((upper_tail(x) - want).abs() <= 2e-11 * want, "{x}: {} {want}", upper_tail(x));
        }
        assert!((upper_tail(1.959_963_984_540_054) - 0.025).abs() < 1e-15);
        assert_eq!(upper_tail(0.0), 0.5);
    }
}
