//! The median of a beta distribution.
//!
//! Newton steps on the logarithm of the share, held within a bracket. The inverse in `statrs` is
//! not used: it does not return for some shapes that people may write by a slip of the finger.

use statrs::function::gamma::ln_gamma;

/// From here on the closed approximation is closer than 1e-9.
const LARGE: f64 = 1e4;

/// The median for two shapes above 0; NaN for others. Relative error below 1e-9, and below 1e-12
/// for shapes up to 1,000.
pub(super) fn beta_median(alpha: f64, beta: f64) -> f64 {
    let usable = alpha > 0.0 && beta > 0.0 && alpha.is_finite() && beta.is_finite();
    if !usable {
        f64::NAN
    } else if alpha == beta {
        0.5
    } else if alpha.min(beta) >= LARGE {
        // Kerman (2011), "A closed-form approximation for the median of the beta distribution".
        (alpha - 1.0 / 3.0) / (alpha + beta - 2.0 / 3.0)
    } else if alpha > beta {
        1.0 - lower_median(beta, alpha)
    } else {
        lower_median(alpha, beta)
    }
}

/// The median where the first shape is the smaller one, so that it lies below one half.
fn lower_median(a: f64, b: f64) -> f64 {
    let ln_beta = ln_beta(a, b);
    let (mut low, mut high) = (f64::MIN_POSITIVE.ln(), 0.5_f64.ln());
    let mut y = ((a / (a + b)).ln()).clamp(low, high);
    for _ in 0..200 {
        let x = y.exp();
        let density = (a * y + (b - 1.0) * (-x).ln_1p() - ln_beta).exp();
        let miss = below(a, b, x, ln_beta) - 0.5;
        if miss > 0.0 {
            high = y;
        } else {
            low = y;
        }
        let newton = y - miss / density;
        let next = if newton > low && newton < high {
            newton
        } else {
            0.5 * (low + high)
        };
        if (next - y).abs() < 1e-15 * y.abs().max(1.0) {
            return next.exp();
        }
        y = next;
    }
    y.exp()
}

/// Share of the distribution below x.
fn below(a: f64, b: f64, x: f64, ln_beta: f64) -> f64 {
    let front = (a * x.ln() + b * (-x).ln_1p() - ln_beta).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    }
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let solid = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / solid(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for step in 1..2_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 / solid(1.0 + term * d);
            c = solid(1.0 + term / c);
            change = c * d;
            result *= change;
        }
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    result
}

/// Logarithm of the beta function, without the loss of digits that large shapes would bring.
fn ln_beta(a: f64, b: f64) -> f64 {
    let sum = a + b;
    let grown = if b > 1_000.0 {
        // Stirling's series for ln Γ(a + b) - ln Γ(b).
        let series = (1.0 / sum - 1.0 / b) / 12.0;
        (b - 0.5) * (a / b).ln_1p() + a * sum.ln() - a + series
    } else {
        ln_gamma(sum) - ln_gamma(b)
    };
    ln_gamma(a) - grown
}

#[cfg(test)]
mod tests {
    use super::beta_median;

    fn assert_near(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() < 2e-12, "{found} {expected}");
    }

    #[test]
    fn closed_forms_are_met() {
        // Shapes (a, 1): x to the a; shapes (1, b): one minus the rest to the b.
        for shape in [0.2_f64, 0.7, 1.5, 3.0, 20.0, 400.0] {
            assert_near(beta_median(shape, 1.0), 0.5_f64.powf(1.0 / shape));
            let first = -((0.5_f64.ln() / shape).exp_m1());
            assert_near(beta_median(1.0, shape), first);
        }
        assert_near(beta_median(7.3, 7.3), 0.5);
    }

    #[test]
    fn medians_computed_to_forty_digits_are_met() {
        // Root of the regularised incomplete beta function minus one half, by mpmath.
        let known = [
            (0.2, 0.3, 0.239_135_036_147_982_08),
            (0.2, 5.0, 0.004_491_361_400_337_967),
            (0.25, 50.0, 0.000_879_675_034_152_507_3),
            (2.0, 3.0, 0.385_727_568_132_389_55),
            (3.7, 11.9, 0.225_749_223_434_843_56),
            (12.0, 250.0, 0.044_649_177_409_939_07),
            (80.0, 90.0, 0.470_472_624_683_226_3),
            (0.5, 900.0, 0.000_252_780_717_364_411_9),
        ];
        for (alpha, beta, median) in known {
            assert_near(beta_median(alpha, beta), median);
            assert_near(beta_median(beta, alpha), 1.0 - median);
        }
    }

    #[test]
    fn every_shape_gets_an_answer_at_once() {
        let sizes: Vec<f64> = (-3..=300)
            .step_by(3)
            .map(|power| 10_f64.powi(power))
            .collect();
        for alpha in &sizes {
            for beta in &sizes {
                let median = beta_median(*alpha, *beta);
                assert!((0.0..=1.0).contains(&median), "{alpha} {beta} {median}");
            }
        }
        assert!(beta_median(f64::INFINITY, 1.0).is_nan());
        assert!(beta_median(-1.0, 1.0).is_nan());
    }
}
