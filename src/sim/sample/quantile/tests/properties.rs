//! What holds for every quantity that a person may write.

use super::*;
use proptest::prelude::*;

/// Any legal quantity.
fn any_quantity() -> impl Strategy<Value = (Quantity, Scale)> {
    let three = prop::array::uniform3(0.001..0.999).prop_map(|mut points: [f64; 3]| {
        points.sort_by(f64::total_cmp);
        points
    });
    let scale = prop::sample::select(vec![Scale::Log, Scale::Logit, Scale::Linear]);
    let shape = || (-0.69_f64..8.0).prop_map(|power| 10_f64.powf(power));
    let family = prop_oneof![
        three
            .clone()
            .prop_map(|[p5, p50, p95]| quantiles(p5, p50, p95)),
        (-5.0..5.0, 0.0..3.0).prop_map(|(mean, sd)| Quantity::Normal { mean, sd }),
        (0.001..50.0, 0.0..3.0).prop_map(|(median, sd_log)| Quantity::LogNormal { median, sd_log }),
        three
            .clone()
            .prop_map(|[min, _, max]| Quantity::Uniform { min, max }),
        three
            .clone()
            .prop_map(|[min, mode, max]| Quantity::Triangular { min, mode, max }),
        three.prop_map(|[min, mode, max]| Quantity::Pert { min, mode, max }),
        (shape(), shape(), -9.0..9.0, 0.01..9.0).prop_map(|(alpha, beta, min, width)| {
            Quantity::Beta {
                alpha,
                beta,
                min,
                max: min + width,
            }
        }),
        prop::collection::vec((-5.0..5.0, 0.01..1.0), 1..6).prop_map(Quantity::Discrete),
    ];
    (family, scale)
}

proptest! {
    #[test]
    fn values_never_fall_as_u_rises_and_stay_within_the_support((quantity, scale) in any_quantity(), step in 1e-9..0.01_f64) {
        let sampler = sampler(&quantity, scale);
        let (low, high) = sampler.support();
        for start in [step / 7.0, 0.2, 0.5 - step, 0.5, 0.93, 1.0 - 2.0 * step] {
            let (before, after) = (sampler.value(start), sampler.value(start + step));
            prop_assert!(before <= after, "{before} then {after}");
            prop_assert!(low <= before && after <= high);
        }
    }

    #[test]
    fn the_median_lies_in_the_middle((quantity, scale) in any_quantity()) {
        let sampler = sampler(&quantity, scale);
        let median = sampler.median();
        prop_assert!(sampler.value(0.499_999) <= median && median <= sampler.value(0.500_001));
        let off = (sampler.value_of_normal(0.0) - median).abs();
        prop_assert!(off <= 1e-12 * median.abs(), "{off}");
    }
}
