//! Scores against closed forms, ranges that hold what they say, and the tables of docs/model.md, 6.2.

use foretree::analysis::backtest::fit::{Shape, fit, training};
use foretree::analysis::backtest::panel::{Pair, Series, pairs, spans_within};
use foretree::analysis::backtest::scores::*;
use foretree::analysis::backtest::summary::{Case, Summary, clustered, paired};
use foretree::analysis::backtest::tide::{Mixture, Tide};
use proptest::prelude::*;

/// A hashed uniform in 0..1, so that every statistic below has a fixed seed.
fn uniform(seed: u64, place: u64) -> f64 {
    let mut z = seed
        .wrapping_mul(0x2545_f491_4f6c_dd1d)
        .wrapping_add(place.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (((z ^ (z >> 31)) >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
}

fn normal(seed: u64, place: u64) -> f64 {
    foretree::model::math::probit(uniform(seed, place))
}

#[test]
fn the_crps_of_a_normal_is_that_of_gneiting_and_raftery() {
    // JASA 102 (2007), equation 21, at z = 0: sd (2 phi(0) - 1/sqrt(pi)) = .233695 sd.
    assert!((crps_normal(1.0, 2.0, 1.0) - 2.0 * 0.233_694_977_255_109_1).abs() < 1e-14);
    // At z = 1: 2 Phi(1) - 1 + 2 phi(1) - 1/sqrt(pi).
    let at_one = 0.682_689_492_137_086 + 2.0 * 0.241_970_724_519_143_37 - 0.564_189_583_547_756_3;
    assert!((crps_normal(0.0, 1.0, 1.0) - at_one).abs() < 1e-13);
    assert!(
        (crps_normal(0.3, 0.0, 0.5) - 0.2).abs() < 1e-15,
        "a number: its absolute error"
    );
}

#[test]
fn scores_of_samples_quantiles_and_integrals_agree() {
    let fine: Vec<f64> = (0..2_000)
        .map(|i| foretree::model::math::probit((f64::from(i) + 0.5) / 2_000.0))
        .collect();
    for y in [-2.0, -0.3, 0.0, 1.0, 2.5] {
        assert!(
            (crps_sample(&fine, y) - crps_normal(0.0, 1.0, y)).abs() < 2e-4,
            "{y}"
        );
    }
    // A share whose log odds are normal: by quantiles of the share, and by the integral.
    let shares: Vec<f64> = fine
        .iter()
        .map(|z| foretree::model::math::logistic(0.4 + 0.7 * z))
        .collect();
    for y in [0.1, 0.6, 0.95] {
        assert!(
            (crps_sample(&shares, y) - crps_logit_normal(0.4, 0.7, y)).abs() < 2e-5,
            "{y}"
        );
    }
    // Quantile losses over many levels become the CRPS.
    let levels: Vec<f64> = (0..2_000).map(|i| (f64::from(i) + 0.5) / 2_000.0).collect();
    assert!((quantile_score(&levels, &fine, 0.7) - crps_sample(&fine, 0.7)).abs() < 1e-9);
}

#[test]
fn small_cases_by_hand() {
    // Three values, one truth: mean |x - y| = 2/30, less half the mean |x - x'| = (8 x .1 / 9) / 2.
    assert!((crps_sample(&[0.4, 0.5, 0.6], 0.5) - (0.2 / 3.0 - 0.4 / 9.0)).abs() < 1e-15);
    assert_eq!(crps_sample(&[0.2], 0.5), 0.3);
    // Winkler (1972): width .4, and 2/.1 for every unit of the miss.
    assert!((interval_score(0.2, 0.6, 0.9, 0.7) - (0.4 + 20.0 * 0.1)).abs() < 1e-12);
    assert!((interval_score(0.2, 0.6, 0.9, 0.6) - 0.4).abs() < 1e-15);
    assert!(inside(0.2, 0.6, 0.2) && inside(0.2, 0.6, 0.6) && !inside(0.2, 0.6, 0.61));
    assert_eq!(pit(&[0.1, 0.2, 0.3], 0.25, 0.5), 2.5 / 4.0);
    // A tie with two values: any of the three places between and around them.
    assert_eq!(pit(&[0.1, 0.1, 0.3], 0.1, 0.0), 0.0);
    assert_eq!(pit(&[0.1, 0.1, 0.3], 0.1, 1.0), 3.0 / 4.0);
    assert_eq!(
        pit_histogram::<4>([0.0, 0.3, 0.3, 1.0]),
        [0.25, 0.5, 0.0, 0.25]
    );
    assert_eq!(pit_histogram::<4>([]), [0.0; 4]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Proper: nobody gains in expectation by claiming another distribution than the true one.
    /// Expectation over 4,001 quantiles of the truth.
    #[test]
    fn the_truth_has_the_best_expected_score(
        mean in -1.0..1.0_f64, sd in 0.2..2.0_f64, shift in -1.0..1.0_f64, factor in 0.4..2.5_f64,
    ) {
        let truth: Vec<f64> = (0..4_001)
            .map(|i| mean + sd * foretree::model::math::probit((f64::from(i) + 0.5) / 4_001.0))
            .collect();
        let average = |score: &dyn Fn(f64) -> f64| {
            truth.iter().map(|y| score(*y)).sum::<f64>() / truth.len() as f64
        };
        let (wrong, size) = (mean + shift, sd * factor);
        let honest = average(&|y| crps_normal(mean, sd, y));
        prop_assert!(honest <= average(&|y| crps_normal(wrong, size, y)) + 1e-6);
        let ends = |m: f64, s: f64| (m - 1.644_853_626_951_472 * s, m + 1.644_853_626_951_472 * s);
        let (low, high) = ends(mean, sd);
        let (off_low, off_high) = ends(wrong, size);
        let honest = average(&|y| interval_score(low, high, 0.9, y));
        prop_assert!(honest <= average(&|y| interval_score(off_low, off_high, 0.9, y)) + 1e-3);
        let quantiles = |m: f64, s: f64| FIVE.map(|p| m + s * foretree::model::math::probit(p));
        let (own, other) = (quantiles(mean, sd), quantiles(wrong, size));
        let honest = average(&|y| quantile_score(&FIVE, &own, y));
        prop_assert!(honest <= average(&|y| quantile_score(&FIVE, &other, y)) + 1e-3);
    }

    /// The same shift and stretch of values and truth shifts nothing and stretches the score.
    #[test]
    fn scores_follow_the_unit(
        mut values in prop::collection::vec(-5.0..5.0_f64, 1..40), y in -5.0..5.0_f64,
        shift in -3.0..3.0_f64, stretch in 0.1..4.0_f64,
    ) {
        values.sort_by(f64::total_cmp);
        let moved: Vec<f64> = values.iter().map(|x| shift + stretch * x).collect();
        let score = crps_sample(&values, y);
        prop_assert!(score >= -1e-12);
        prop_assert!((crps_sample(&moved, shift + stretch * y) - stretch * score).abs() < 1e-9);
        // Duplicating every value changes nothing.
        let twice: Vec<f64> = values.iter().flat_map(|x| [*x, *x]).collect();
        prop_assert!((crps_sample(&twice, y) - score).abs() < 1e-9);
    }

    /// Quantiles of a spread are where its distribution function says.
    #[test]
    fn quantiles_and_shares_of_a_tide_agree(
        level in 0.001..0.999_f64, horizon in 1..15_i32, noise in 0.05..0.4_f64,
        lasting in 0.0..0.1_f64, noise_spread in 0.0..1.2_f64,
    ) {
        let tide = Tide { growth: 0.2, slowdown: 0.05, power_drag: 0.03, lasting, noise, noise_spread };
        let spread = tide.spread(horizon);
        prop_assert!((spread.cdf(spread.quantile(level)) - level).abs() < 1e-9);
        prop_assert!((spread.quantile(level) + spread.quantile(1.0 - level)).abs() < 1e-9);
    }
}

#[test]
fn places_of_calibrated_draws_are_uniform() {
    // 4,000 truths among 19 draws each from the same distribution, rounded so that ties are common.
    let coarse = |z: f64| (z * 2.0).round();
    let places = (0..4_000_u64).map(|case| {
        let mut draws: Vec<f64> = (0..19).map(|d| coarse(normal(case + 1, d))).collect();
        draws.sort_by(f64::total_cmp);
        pit(&draws, coarse(normal(case + 1, 99)), uniform(case + 1, 100))
    });
    let histogram = pit_histogram::<10>(places);
    let chi_square: f64 = histogram
        .iter()
        .map(|share| (share - 0.1) * (share - 0.1) / 0.1 * 4_000.0)
        .sum();
    // Nine degrees of freedom: correct code fails at one seed in 10,000.
    assert!(chi_square < 33.7, "{chi_square} {histogram:?}");
}

fn pair(country: usize, start: f64, observed: f64) -> Pair {
    Pair {
        country,
        origin: 2010,
        horizon: 5,
        start,
        power: 1.0,
        observed,
    }
}

fn case(country: usize, median: f64, observed: f64) -> Case {
    let points = [-0.2, -0.15, -0.05, 0.0, 0.05, 0.15, 0.2].map(|d| median + d);
    Case::new(
        &pair(country, 0.2, observed),
        points,
        (median - observed).abs() / 2.0,
        0.4,
    )
}

#[test]
fn averages_and_clustered_errors_by_hand() {
    let cases = [case(0, 0.5, 0.5), case(0, 0.5, 0.6), case(1, 0.5, 0.8)];
    let told = Summary::of(&cases).unwrap();
    assert_eq!((told.cases, told.countries), (3, 2));
    assert!((told.mae - 0.4 / 3.0).abs() < 1e-12 && (told.bias + 0.4 / 3.0).abs() < 1e-12);
    let thirds = [1.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0];
    assert!(
        told.inside
            .iter()
            .zip(thirds)
            .all(|(a, b)| (a - b).abs() < 1e-12)
    );
    assert!(Summary::of(&[]).is_none());
    // Two clusters of (1, 3) and (2): mean 2, sums around it 0 and 0.
    let even = clustered([(0, 1.0), (0, 3.0), (1, 2.0)]).unwrap();
    assert_eq!((even.mean, even.error, even.clusters), (2.0, 0.0, 2));
    // Clusters of one: the usual standard error of a mean.
    let plain = clustered([(0, 1.0), (1, 2.0), (2, 6.0)]).unwrap();
    assert!(
        (plain.mean - 3.0).abs() < 1e-12 && (plain.error - (7.0_f64 / 3.0).sqrt()).abs() < 1e-12
    );
    assert!(
        clustered([(4, 1.0), (4, 2.0)]).is_none(),
        "one country says nothing about others"
    );
    // Cases that are not the same cannot be compared.
    assert!(paired(&cases, &cases[..2], |c| c.crps).is_none());
}

#[test]
fn duplicating_a_country_as_one_cluster_keeps_the_error() {
    let values = [(0, 0.1), (1, 0.4), (2, 0.2), (3, 0.9)];
    let once = clustered(values).unwrap();
    let twice = clustered(values.iter().chain(&values).copied()).unwrap();
    assert!((once.mean - twice.mean).abs() < 1e-12 && (once.error - twice.error).abs() < 1e-12);
}

/// Countries that follow a tide exactly as it says they do.
fn made_up(tide: &Tide, countries: u64) -> Vec<Series> {
    (0..countries)
        .map(|c| {
            let mut x = -4.0 + 5.0 * uniform(7, c);
            let power = 0.3 + 0.7 * uniform(8, c);
            let lasting = tide.lasting * normal(9, c);
            let size = tide.noise * (tide.noise_spread * normal(10, c)).exp();
            let mut series = Series {
                online: vec![],
                power: vec![(2000, power)],
            };
            for year in 2000..=2012 {
                series.online.push((year, 1.0 / (1.0 + (-x).exp())));
                let soft = |z: f64| ((0.01 + 0.98 * z) / (0.99 - 0.98 * z)).ln();
                let growth = tide.growth + lasting + tide.power_drag * (soft(power) - soft(1.0));
                x = x * (-tide.slowdown).exp()
                    + growth * (1.0 - (-tide.slowdown).exp()) / tide.slowdown
                    + size * normal(11, c * 100 + year as u64);
            }
            series
        })
        .collect()
}

#[test]
fn the_fit_finds_the_tide_that_made_the_numbers() {
    let truth = Tide {
        growth: 0.22,
        slowdown: 0.05,
        power_drag: 0.03,
        lasting: 0.04,
        noise: 0.12,
        noise_spread: 0.3,
    };
    let panel = made_up(&truth, 400);
    let found = fit(&training(&panel, 2008, 8), Shape::default()).unwrap();
    // 400 countries: four standard errors of these estimates are about .02, .008 and .012.
    assert!((found.growth - truth.growth).abs() < 0.02, "{found:?}");
    assert!((found.slowdown - truth.slowdown).abs() < 0.01, "{found:?}");
    assert!(
        (found.power_drag - truth.power_drag).abs() < 0.015,
        "{found:?}"
    );
    assert!(fit(&[], Shape::default()).is_none());
}

#[test]
fn what_is_known_ends_with_the_origin() {
    let panel = made_up(
        &Tide {
            growth: 0.2,
            slowdown: 0.05,
            power_drag: 0.0,
            lasting: 0.0,
            noise: 0.1,
            noise_spread: 0.0,
        },
        5,
    );
    for pair in training(&panel, 2008, 5) {
        assert!(
            pair.origin >= 2003 && pair.origin + pair.horizon <= 2008,
            "{pair:?}"
        );
    }
    assert_eq!(spans_within(2003, 2008, &[1, 3, 5]).len(), 5 + 3 + 1);
    assert!(
        pairs(&panel, &[(2011, 5)], 0.0).is_empty(),
        "nothing was published for 2016"
    );
    assert!(Mixture::normal(0.5).cdf(0.0) == 0.5);
}
