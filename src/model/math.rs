//! Exponential, logarithm and friends, written once over [`Lane`].
//!
//! The same bits on every machine and every lane width. Within 2 units in the last place of the
//! exact value (tests compare with the system's library, which is never used elsewhere).

#![allow(
    clippy::excessive_precision,
    reason = "coefficients are written as they were published"
)]

use super::lane::Lane;

const LOG2_E: f64 = std::f64::consts::LOG2_E;
/// ln 2 in two parts, so that k ln 2 is exact enough for every k.
const LN2_HIGH: f64 = 6.931_471_803_691_238_2e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// Adding and taking away this number rounds to whole numbers.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// x = k ln 2 + r: returns (2^k, e^r - 1), with |r| <= ln 2 / 2.
#[inline(always)]
fn scale_and_rest<L: Lane>(x: L) -> (L, L) {
    let x = x.max(x.like(-708.0)).min(x.like(709.0));
    let k = (x * LOG2_E + ROUND) - ROUND;
    let r = (x - k * LN2_HIGH) - k * LN2_LOW;
    // Taylor series of (e^r - 1 - r) / r^2 up to r^11/13!: the rest is below 1e-17. Summed in
    // pairs and pairs of pairs (Estrin), so that a processor need not wait for every term.
    let (r2, low) = (r * r, r * (1.0 / 6.0) + 0.5);
    let r4 = r2 * r2;
    let second = r * (1.0 / 120.0) + 1.0 / 24.0;
    let third = r * (1.0 / 5_040.0) + 1.0 / 720.0;
    let fourth = r * (1.0 / 362_880.0) + 1.0 / 40_320.0;
    let fifth = r * (1.0 / 39_916_800.0) + 1.0 / 3_628_800.0;
    let sixth = r * (1.0 / 6_227_020_800.0) + 1.0 / 479_001_600.0;
    let (first_four, next_four) = (second * r2 + low, fourth * r2 + third);
    let p = ((sixth * r2 + fifth) * r4 + next_four) * r4 + first_four;
    (k.power_of_two(), p * r2 + r)
}

/// e^x; arguments are held within -708..709.
#[inline(always)]
pub fn exp<L: Lane>(x: L) -> L {
    let (scale, rest) = scale_and_rest(x);
    scale * rest + scale
}

/// e^x - 1 without loss of digits near 0.
#[inline(always)]
pub fn expm1<L: Lane>(x: L) -> L {
    let (scale, rest) = scale_and_rest(x);
    scale * rest + (scale - 1.0)
}

/// Natural logarithm of a positive number; 0 gives about -709 instead of minus infinity.
#[inline(always)]
pub fn ln<L: Lane>(x: L) -> L {
    let (k, m) = x.split();
    let f = m - 1.0;
    let s = f / (f + 2.0);
    let z = s * s;
    // Even and odd terms apart, so that they can be summed side by side.
    let w = z * z;
    let odd = ((w * 1.531_383_769_920_937_3e-1 + 2.222_219_843_214_978_4e-1) * w
        + 3.999_999_999_940_941_9e-1)
        * w;
    let even = ((w * 1.479_819_860_511_658_6e-1 + 1.818_357_216_161_805e-1) * w
        + 2.857_142_874_366_239e-1)
        * w
        + 6.666_666_666_666_735e-1;
    let p = odd + even * z;
    let half_square = f * f * 0.5;
    s * (half_square + p) + k * LN2_LOW - half_square + f + k * LN2_HIGH
}

/// x^y for x > 0.
#[inline(always)]
pub fn pow<L: Lane>(x: L, y: L) -> L {
    exp(y * ln(x))
}

/// (1 - e^-h) / h for h >= 0: the share of a year's exits that one unit of hazard takes; 1 at h = 0.
#[inline(always)]
pub fn phi<L: Lane>(h: L) -> L {
    let h = h.max(h.like(1e-300));
    -expm1(-h) / h
}

/// Logistic function.
#[inline(always)]
pub fn logistic<L: Lane>(x: L) -> L {
    x.like(1.0) / (exp(-x) + 1.0)
}

/// Log odds of a share strictly between 0 and 1.
#[inline(always)]
pub fn logit<L: Lane>(p: L) -> L {
    ln(p / p.complement())
}

/// Standard normal quantile of u in (0, 1).
///
/// Wichura (1988), algorithm AS 241 (PPND16), Applied Statistics 37(3): relative accuracy about
/// 1e-16.
#[inline(always)]
pub fn probit<L: Lane>(u: L) -> L {
    let q = u - 0.5;
    let centre = u.like(0.180625) - q * q;
    let middle = q * (poly(centre, &CENTRE_TOP) / poly(centre, &CENTRE_BOTTOM));
    let tail = u.min(u.complement());
    let in_tail = centre.lt(u.like(0.0));
    if !u.any(in_tail) {
        return middle;
    }
    let r = (-ln(tail)).sqrt();
    let near = poly(r - 1.6, &NEAR_TOP) / poly(r - 1.6, &NEAR_BOTTOM);
    let far = poly(r - 5.0, &FAR_TOP) / poly(r - 5.0, &FAR_BOTTOM);
    let size = L::select(r.lt(r.like(5.0)), near, far);
    let signed = L::select(q.lt(q.like(0.0)), -size, size);
    L::select(in_tail, signed, middle)
}

#[inline(always)]
fn poly<L: Lane>(x: L, coefficients: &[f64; 8]) -> L {
    let [a, b, c, d, e, f, g, h] = *coefficients;
    ((((((x * h + g) * x + f) * x + e) * x + d) * x + c) * x + b) * x + a
}

const CENTRE_TOP: [f64; 8] = [
    3.387_132_872_796_366_608,
    1.331_416_678_917_843_8e2,
    1.971_590_950_306_551_3e3,
    1.373_169_376_550_946e4,
    4.592_195_393_154_987e4,
    6.726_577_092_700_87e4,
    3.343_057_558_358_813e4,
    2.509_080_928_730_122_7e3,
];
const CENTRE_BOTTOM: [f64; 8] = [
    1.0,
    4.231_333_070_160_091e1,
    6.871_870_074_920_579e2,
    5.394_196_021_424_751e3,
    2.121_379_430_158_659_7e4,
    3.930_789_580_009_271e4,
    2.872_908_573_572_194_3e4,
    5.226_495_278_852_854e3,
];
const NEAR_TOP: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    2.417_807_251_774_506e-1,
    2.272_384_498_926_918_4e-2,
    7.745_450_142_783_414e-4,
];
const NEAR_BOTTOM: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    6.897_673_349_851e-1,
    1.481_039_764_274_800_8e-1,
    1.519_866_656_361_645_7e-2,
    5.475_938_084_995_345e-4,
    1.050_750_071_644_416_9e-9,
];
const FAR_TOP: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    2.965_605_718_285_048_7e-1,
    2.653_218_952_657_612_4e-2,
    1.242_660_947_388_078_4e-3,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
const FAR_BOTTOM: [f64; 8] = [
    1.0,
    5.998_322_065_558_88e-1,
    1.369_298_809_227_358e-1,
    1.487_536_129_085_061_5e-2,
    7.868_691_311_456_133e-4,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_8e-15,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lane::Packet;
    use pulp::x86::{V3, V4};

    fn grid() -> impl Iterator<Item = f64> {
        (0..200_000).map(|i| (f64::from(i) * 0.618_033_988_749_894_9).fract())
    }
    fn relative(a: f64, b: f64) -> f64 {
        (a - b).abs() / b.abs().max(1e-300)
    }

    #[test]
    fn exponential_and_logarithm_are_within_two_units_in_the_last_place() {
        for u in grid() {
            let x = (u - 0.5) * 60.0;
            assert!(relative(exp(x), x.exp()) < 4.5e-16, "exp {x}");
            assert!(relative(expm1(x), x.exp_m1()) < 6e-16, "expm1 {x}");
            let small = (u - 0.5) * 1e-3;
            assert!(
                relative(expm1(small), small.exp_m1()) < 4.5e-16,
                "expm1 {small}"
            );
            let y = (x * 5.0).exp();
            assert!(
                (ln(y) - y.ln()).abs() <= 4.5e-16 * y.ln().abs().max(0.1),
                "ln {y}"
            );
        }
    }

    #[test]
    fn the_ends_of_the_number_line_stay_finite() {
        assert!(relative(exp(-1e9), (-708f64).exp()) < 4.5e-16);
        assert!(exp(1e9).is_finite());
        assert!(ln(0.0) < -700.0 && ln(0.0).is_finite());
        assert_eq!(phi(0.0), 1.0);
        assert!((phi(1e-20) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn normal_quantiles_match_a_published_table_and_are_antisymmetric() {
        // statrs is an independent implementation.
        use statrs::distribution::{ContinuousCDF, Normal};
        let normal = Normal::new(0.0, 1.0).unwrap();
        for u in [
            1e-12, 1e-6, 0.001, 0.025, 0.05, 0.2, 0.5, 0.77, 0.975, 0.999_999,
        ] {
            let z = probit(u);
            assert!(relative(normal.cdf(z), u) < 1e-9, "{u} {z}");
            assert!(
                (probit(1.0 - u) + z).abs() < 1e-4 * z.abs().max(1e-9),
                "{u}"
            );
        }
        assert!((probit(0.975) - 1.959_963_984_540_054).abs() < 1e-14);
        assert!((probit(1e-10) + 6.361_340_902_404_056).abs() < 1e-12);
    }

    struct Same<'a>(&'a [f64], &'a mut Vec<u64>);
    impl pulp::WithSimd for Same<'_> {
        type Output = ();
        #[inline(always)]
        fn with_simd<S: pulp::Simd>(self, simd: S) {
            every_function(Packet::zero(simd), self.0, self.1);
        }
    }
    fn every_function<L: Lane>(zero: L, inputs: &[f64], bits: &mut Vec<u64>) {
        let mut out = vec![0.0; L::WIDTH];
        for packet in inputs.chunks(L::WIDTH) {
            let u = zero.load(packet);
            let x = (u - 0.5) * 40.0;
            for y in [
                exp(x),
                expm1(x),
                ln(exp(x)),
                phi(exp(x)),
                probit(u),
                logistic(x),
                pow(u, x),
                u.min(x),
                u.sqrt(),
            ] {
                y.store(&mut out);
                bits.extend(out.iter().take(packet.len()).map(|v| v.to_bits()));
            }
        }
        // Order by function and draw does not depend on the packet's width.
        bits.sort_unstable();
    }

    #[test]
    fn every_lane_type_gives_the_same_bits() {
        let inputs: Vec<f64> = grid().take(4_000).filter(|u| *u > 0.0).collect();
        let mut plain = Vec::new();
        every_function(0.0_f64, &inputs, &mut plain);
        if let Some(v3) = V3::try_new() {
            let mut wide = Vec::new();
            v3.vectorize_here(Same(&inputs, &mut wide));
            assert_eq!(plain, wide);
        }
        if let Some(v4) = V4::try_new() {
            let mut wide = Vec::new();
            v4.vectorize_here(Same(&inputs, &mut wide));
            assert_eq!(plain, wide);
        }
    }
    trait Here: pulp::Simd {
        fn vectorize_here<W: pulp::WithSimd>(self, work: W) -> W::Output {
            self.vectorize(work)
        }
    }
    impl<S: pulp::Simd> Here for S {}
}
