//! The shape of a room: humps with stated rates of false alarms, rounds, rankings.

use foretree::analysis::elicitation::ElicitationFault;
use foretree::analysis::elicitation::dip::dip;
use foretree::analysis::elicitation::humps::{Humps, Sign, humps, ties_spread};
use foretree::analysis::elicitation::ranks::{Chance, Quarter, concordance, mid_ranks, position};
use foretree::analysis::elicitation::room::{Spread, quantile};
use foretree::analysis::elicitation::rounds::Change;
use foretree::model::math::probit;
use proptest::prelude::*;

/// Hashed uniforms, so that every rate below has a fixed seed.
struct Draws(u64);

impl Draws {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (((z ^ (z >> 31)) >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        probit(self.uniform())
    }
}

/// In how many of 100 rooms two humps are seen.
fn seen(rooms: u32, mut room: impl FnMut() -> Vec<f64>) -> f64 {
    let found = (0..rooms).filter(|_| matches!(humps(&room()), Ok(Humps::Two { .. })));
    100.0 * found.count() as f64 / f64::from(rooms)
}

#[test]
fn dips_are_those_of_r() {
    // R package diptest, tests/ex1.Rout.save and data/statfaculty.R (Hartigan and Hartigan 1985).
    let faculty = [
        30, 33, 35, 36, 37, 37, 39, 39, 39, 39, 39, 40, 40, 40, 40, 41, 42, 43, 43, 43, 44, 44, 45,
        45, 46, 46, 47, 47, 48, 48, 48, 49, 50, 50, 51, 52, 52, 53, 53, 53, 53, 53, 54, 54, 57, 57,
        59, 60, 60, 60, 61, 61, 61, 61, 62, 62, 62, 62, 63, 66, 70, 72, 72,
    ]
    .map(f64::from);
    assert!((dip(&faculty) - 0.059_523_81).abs() < 1e-8);
    assert!((dip(&[0.0, 2.0, 3.0, 5.0, 6.0]) - 2.0 / 15.0).abs() < 1e-12);
    assert!((dip(&[0.0, 1.0, 3.0, 4.0, 6.0]) - 2.0 / 15.0).abs() < 1e-12);
    let mut nearly_all = [2.0; 10];
    nearly_all[0] = 1.0;
    assert!((dip(&nearly_all) - 0.05).abs() < 1e-12);
    assert_eq!(dip(&[5.0]), 0.0);
    assert_eq!(dip(&[5.0, 5.0, 5.0]), 0.0);
}

/// The least value just below the mode that a convex function within `width` of the answers'
/// distribution function can have, or `None` if there is none. From the definition.
fn least_at_mode(x: &[f64], mode: usize, width: f64) -> Option<f64> {
    let n = x.len() as f64;
    let low = |i: usize| (i + 1) as f64 / n - width;
    let high = |i: usize| i as f64 / n + width;
    let line = |a: (f64, f64), b: (f64, f64), at: f64| a.1 + (b.1 - a.1) * (at - a.0) / (b.0 - a.0);
    let mut least = 0.0_f64;
    for j in 0..mode {
        if low(j) > high(j) {
            return None;
        }
        least = least.max(low(j));
        for i in 0..j {
            for k in j + 1..mode {
                if line((x[i], high(i)), (x[k], high(k)), x[j]) < low(j) - 1e-12 {
                    return None;
                }
            }
            least = least.max(line((x[i], high(i)), (x[j], low(j)), x[mode]));
        }
    }
    (least <= high(mode) + 1e-12).then_some(least)
}

/// The dip by its definition: the least width that leaves room for a function that is convex up
/// to some mode and concave beyond. For different values.
fn dip_by_definition(x: &[f64]) -> f64 {
    let mirrored: Vec<f64> = x.iter().rev().map(|value| -value).collect();
    let fits = |width: f64| {
        (0..x.len()).any(|mode| {
            let left = least_at_mode(x, mode, width);
            let right = least_at_mode(&mirrored, x.len() - 1 - mode, width);
            left.zip(right)
                .is_some_and(|(left, right)| left <= 1.0 - right + 1e-12)
        })
    };
    let (mut low, mut high) = (0.0, 0.5);
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        if fits(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

#[test]
fn the_dip_is_what_its_definition_says() {
    let mut draws = Draws(7);
    for case in 0..400 {
        let n = 3 + case % 10;
        let mut x: Vec<f64> = (0..n).map(|_| draws.uniform()).collect();
        x.sort_by(f64::total_cmp);
        let (ours, defined) = (dip(&x), dip_by_definition(&x));
        let least = 0.5 / n as f64;
        assert!(
            (ours - defined.max(least)).abs() < 1e-6,
            "{x:?} {ours} {defined}"
        );
    }
}

#[test]
fn one_hump_rarely_looks_like_two() {
    // 4,000 rooms of each size and shape: a true rate of 5 shows at most 6 (3 standard errors).
    // Log-normal answers (factors of e either way) were not used for the limits: 2 to 6.5.
    let mut draws = Draws(1);
    for n in [4, 5, 6, 8, 10, 12, 16, 20, 25, 30, 45] {
        for shape in 0..4 {
            let rate = seen(4_000, || {
                let answer = |draws: &mut Draws| match shape {
                    0 => draws.uniform(),
                    1 => draws.normal(),
                    2 => -draws.uniform().ln(),
                    _ => draws.normal().exp(),
                };
                (0..n).map(|_| answer(&mut draws)).collect()
            });
            let most = if shape == 3 { 8.0 } else { 6.0 };
            assert!(rate < most, "{n} people, shape {shape}: {rate} of 100");
        }
    }
}

#[test]
fn rounding_does_not_make_humps() {
    // Normal answers about 50, rounded to 5 or 10 as people do, 0 to 100.
    let mut draws = Draws(2);
    for n in [5, 8, 12, 20, 30] {
        for (sd, step) in [(10.0, 5.0), (20.0, 10.0), (10.0, 10.0), (25.0, 5.0)] {
            let rate = seen(3_000, || {
                let answer = |draws: &mut Draws| {
                    let exact = 50.0 + sd * draws.normal();
                    ((exact / step).round() * step).clamp(0.0, 100.0)
                };
                (0..n).map(|_| answer(&mut draws)).collect()
            });
            assert!(
                rate < 6.0,
                "{n} people, sd {sd}, step {step}: {rate} of 100"
            );
        }
    }
}

#[test]
fn two_camps_are_seen_where_they_are_far_apart() {
    let mut draws = Draws(3);
    let mut camps = |low: usize, high: usize, apart: f64| {
        seen(2_000, || {
            let lower = (0..low).map(|_| 0.0);
            let upper = (0..high).map(|_| apart);
            lower
                .chain(upper)
                .map(|middle| middle + draws.normal())
                .collect()
        })
    };
    // Standard deviations apart; how often they are seen. Few people see little.
    for (low, high, apart, between) in [
        (2, 2, 10.0, 35.0..50.0),
        (4, 4, 4.0, 8.0..18.0),
        (4, 4, 6.0, 33.0..48.0),
        (4, 4, 8.0, 65.0..80.0),
        (5, 3, 8.0, 43.0..58.0),
        (6, 2, 10.0, 75.0..92.0),
        (10, 10, 5.0, 45.0..60.0),
    ] {
        let rate = camps(low, high, apart);
        assert!(
            between.contains(&rate),
            "{low} and {high}, {apart} apart: {rate}"
        );
    }
}

#[test]
fn groups_are_told_with_their_people() {
    let Ok(Humps::Two { lower, upper, sign }) =
        humps(&[70.0, 20.0, 20.0, 75.0, 10.0, 70.0, 80.0, 15.0])
    else {
        panic!("two humps")
    };
    assert_eq!(
        (lower.answers, lower.low, lower.median, lower.high),
        (4, 10.0, 17.5, 20.0)
    );
    assert_eq!(
        (upper.answers, upper.low, upper.median, upper.high),
        (4, 70.0, 72.5, 80.0)
    );
    assert_eq!(sign, Sign::Both);
    // One who stands alone is no hump: dissent is told elsewhere, by name of the answer.
    assert_eq!(humps(&[10.0, 12.0, 14.0, 15.0, 90.0]), Ok(Humps::NoSign));
    // Everybody at one of two answers.
    let yes_or_no = [20.0, 20.0, 20.0, 80.0, 80.0, 80.0, 80.0, 20.0];
    assert!(matches!(humps(&yes_or_no), Ok(Humps::Two { .. })));
}

#[test]
fn tiny_rooms_are_told_as_what_they_are() {
    assert_eq!(humps(&[1.0, 9.0, 9.0]), Ok(Humps::TooFew { answers: 3 }));
    assert_eq!(humps(&[4.0; 6]), Ok(Humps::Agreed(4.0)));
    assert!(humps(&[]).is_err() && humps(&[f64::INFINITY; 5]).is_err());
    assert_eq!(Spread::of(&[7.0]), Ok(Spread::One(7.0)));
    let three = Spread::of(&[9.0, 1.0, 4.0]).unwrap();
    assert_eq!(
        three,
        Spread::Three {
            low: 1.0,
            median: 4.0,
            high: 9.0
        }
    );
    assert_eq!((three.quartiles(), three.width()), (None, 8.0));
    assert_eq!(
        Spread::of(&[]),
        Err(ElicitationFault::TooFew { found: 0, least: 1 })
    );
}

#[test]
fn quantiles_are_of_type_seven() {
    // R: quantile(c(1, 2, 4, 8, 16, 32), c(.1, .25, .5, .9)).
    let sorted = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0];
    for (level, value) in [(0.1, 1.5), (0.25, 2.5), (0.5, 6.0), (0.9, 24.0)] {
        assert!((quantile(&sorted, level) - value).abs() < 1e-12);
    }
}

#[test]
fn a_second_round_is_counted_by_person() {
    let first = [10.0, 20.0, 30.0, 40.0, 90.0].map(Some);
    let second = [20.0, 20.0, 30.0, 20.0, 50.0].map(Some);
    let change = Change::of(&first, &second).unwrap();
    assert_eq!(
        (change.towards, change.away, change.across, change.stayed),
        (2, 0, 1, 2)
    );
    assert_eq!((change.moved(), change.people()), (3, 5));
    assert_eq!(change.shift(), -10.0);
    assert_eq!(change.widening(), 10.0 - 20.0);
    assert_eq!(
        Change::of(&[Some(1.0), None], &[None, Some(1.0)]),
        Err(ElicitationFault::NoPairs)
    );
    assert!(Change::of(&first, &second[..3]).is_err());
}

#[test]
fn concordance_is_that_of_the_textbooks() {
    // Siegel 1956, page 230: three executives, six applicants; W = .16.
    let rows = |rows: &[&[f64]]| -> Vec<Vec<f64>> { rows.iter().map(|row| row.to_vec()).collect() };
    let executives = rows(&[
        &[1.0, 6.0, 3.0, 2.0, 5.0, 4.0],
        &[1.0, 5.0, 6.0, 4.0, 2.0, 3.0],
        &[6.0, 3.0, 2.0, 5.0, 4.0, 1.0],
    ]);
    let w = concordance(&executives).unwrap();
    // s = 25.5, W = 12 x 25.5 / (9 x 210).
    assert!((w.w - 306.0 / 1890.0).abs() < 1e-12);
    assert!(matches!(w.chance, Chance::Exact(p) if p > 0.5));
    // Kendall 1948, chapter 6, with ties: W = .828.
    let kendall = rows(&[
        &[1.0, 4.5, 2.0, 4.5, 3.0, 7.5, 6.0, 9.0, 7.5, 10.0],
        &[2.5, 1.0, 2.5, 4.5, 4.5, 8.0, 9.0, 6.5, 10.0, 6.5],
        &[2.0, 1.0, 4.5, 4.5, 4.5, 4.5, 8.0, 8.0, 8.0, 10.0],
    ]);
    let w = concordance(&kendall).unwrap();
    assert!((w.w - 0.828).abs() < 5e-4, "{}", w.w);
    // chi-squared 22.4 with 9 degrees of freedom: below .01.
    assert!(
        matches!(w.chance, Chance::ChiSquared(p) if (0.005..0.01).contains(&p)),
        "{w:?}"
    );
    assert!((w.mean_ranks[0] - 5.5 / 3.0).abs() < 1e-12);
}

#[test]
fn chances_are_those_of_friedmans_table() {
    // Siegel 1956, table N: three items; chi-squared_r = judges x 2 x W and its exact p.
    let cases: [(&[[f64; 3]], f64); 3] = [
        (&[[1.0, 2.0, 3.0]; 3], 0.028),
        (
            &[
                [1.0, 2.0, 3.0],
                [1.0, 2.0, 3.0],
                [1.0, 2.0, 3.0],
                [1.0, 3.0, 2.0],
            ],
            0.042,
        ),
        (&[[1.0, 2.0, 3.0]; 4], 0.0046),
    ];
    for (judges, p) in cases {
        let rows: Vec<Vec<f64>> = judges.iter().map(|row| row.to_vec()).collect();
        let found = concordance(&rows).unwrap();
        assert!(
            matches!(found.chance, Chance::Exact(ours) if (ours - p).abs() < 6e-4),
            "{found:?}"
        );
    }
    // Two judges who agree on three items: one order of six.
    let two = concordance(&[vec![5.0, 6.0, 9.0], vec![1.0, 2.0, 3.0]]).unwrap();
    assert_eq!((two.w, two.mean_correlation()), (1.0, 1.0));
    assert!((two.chance.value() - 1.0 / 6.0).abs() < 1e-12);
}

#[test]
fn what_cannot_be_ranked_is_named() {
    use ElicitationFault as F;
    assert_eq!(
        concordance(&[vec![1.0, 2.0]]).unwrap_err(),
        F::TooFew { found: 1, least: 2 }
    );
    let tied = vec![vec![1.0, 1.0, 1.0], vec![2.0, 2.0, 2.0]];
    assert_eq!(concordance(&tied).unwrap_err(), F::AllTied);
    let ragged = vec![vec![1.0, 2.0, 3.0], vec![1.0, 2.0]];
    assert_eq!(
        concordance(&ragged).unwrap_err(),
        F::Length {
            found: 2,
            wanted: 3
        }
    );
    assert_eq!(mid_ranks(&[10.0, 20.0, 10.0]).unwrap(), [1.5, 3.0, 1.5]);
}

#[test]
fn items_lie_in_a_quarter_only_where_the_room_says_so() {
    let high = [4.0, 4.0, 5.0, 5.0];
    let low = [1.0, 2.0, 1.0, 2.0];
    let split = [1.0, 5.0, 2.0, 4.0];
    let quarter = |impact: &[f64], open: &[f64]| position(impact, open, 3.0).unwrap().quarter;
    assert_eq!(quarter(&high, &high), Quarter::Critical);
    assert_eq!(quarter(&high, &low), Quarter::Predetermined);
    assert_eq!(quarter(&low, &high), Quarter::Open);
    assert_eq!(quarter(&low, &low), Quarter::Background);
    assert_eq!(quarter(&high, &split), Quarter::Between);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn humps_do_not_mind_units_or_order(
        answers in prop::collection::vec(-50_i32..50, 4..20), unit in 1_u32..1000
    ) {
        let plain: Vec<f64> = answers.iter().map(|x| f64::from(*x)).collect();
        let mut mirrored: Vec<f64> = plain.iter().map(|x| -x).collect();
        mirrored.reverse();
        let two = |answers: &[f64]| matches!(humps(answers), Ok(Humps::Two { .. }));
        prop_assert_eq!(two(&plain), two(&mirrored));
        let mut sorted = plain.clone();
        sorted.sort_by(f64::total_cmp);
        let dips = dip(&sorted);
        let stretched: Vec<f64> = sorted.iter().map(|x| x * f64::from(unit)).collect();
        prop_assert!((dip(&stretched) - dips).abs() < 1e-9);
        prop_assert!((0.0..=0.25 + 1e-12).contains(&dips));
        prop_assert!(ties_spread(&sorted).is_sorted());
    }

    #[test]
    fn concordance_is_a_share_and_its_chance_a_probability(
        rows in prop::collection::vec(prop::collection::vec(0_i32..4, 5), 2..7)
    ) {
        let rows: Vec<Vec<f64>> = rows
            .iter()
            .map(|row| row.iter().map(|x| f64::from(*x)).collect())
            .collect();
        match concordance(&rows) {
            Ok(found) => {
                prop_assert!((0.0..=1.0).contains(&found.w));
                prop_assert!((0.0..=1.0).contains(&found.chance.value()));
            }
            Err(fault) => prop_assert_eq!(fault, ElicitationFault::AllTied),
        }
    }
}
