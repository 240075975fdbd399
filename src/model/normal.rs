//! The normal distribution over lanes: the share of people or draws below a line.

use super::lane::Lane;
use super::math::exp;

/// Share of a standard normal distribution below z; relative accuracy about 1e-14 for z > -20.
///
/// The tail beyond x = |z| is e^(-x^2/2) / (x + 4) times a Chebyshev series in
/// t = (x - 4) / (x + 4), as in Shepherd and Laframboise (1981), Mathematics of Computation 36.
#[inline(always)]
pub fn cdf<L: Lane>(z: L) -> L {
    let x = z.max(-z);
    let t = (x - 4.0) / (x + 4.0);
    let (mut next, mut after) = (t.like(0.0), t.like(0.0));
    let mut term = SERIES.len() - 1;
    // Clenshaw's recurrence, from the smallest term.
    while term > 0 {
        (next, after) = (t * next * 2.0 - after + SERIES[term], next);
        term -= 1;
    }
    let series = t * next - after + SERIES[0];
    let tail = series / (x + 4.0) * exp(x * x * -0.5);
    L::select(z.lt(z.like(0.0)), tail, tail.complement())
}

/// P(Z > x) for a standard normal Z.
#[inline(always)]
pub fn upper_tail<L: Lane>(x: L) -> L {
    cdf(-x)
}

/// Chebyshev coefficients of (x + 4) e^(x^2/2) P(Z > x), computed with 60 digits; those left out
/// are below 1e-17.
const SERIES: [f64; 25] = [
    0.970_451_204_566_076_6,
    -0.751_708_816_839_570_6,
    0.222_193_555_675_251_04,
    -0.048_517_753_260_446_085,
    0.006_925_920_496_242_481,
    -0.000_320_598_474_398_149_95,
    -0.000_100_547_391_632_106_79,
    1.890_336_901_970_696_5e-5,
    1.010_356_885_474_631e-6,
    -6.145_334_749_397_824e-7,
    -3.381_020_120_069_175_6e-9,
    2.068_650_806_174_283_3e-8,
    -1.128_260_363_246_950_7e-10,
    -7.774_015_228_388_695e-10,
    -9.941_424_191_404_708e-12,
    3.174_482_949_858_303e-11,
    1.842_480_684_470_494e-12,
    -1.312_861_646_671_096_5e-12,
    -1.741_536_265_265_481_3e-13,
    4.907_274_031_704_424e-14,
    1.293_138_432_616_557_1e-14,
    -1.218_066_352_172_637_7e-15,
    -8.052_147_372_620_957e-16,
    -2.860_494_144_261_743e-17,
    4.057_064_424_335_353_6e-17,
];
