//! Scores of people: probabilities, ranges, the classical model.

use foretree::analysis::backtest::scores::crps_normal;
use foretree::analysis::elicitation::calibration::{BrierTable, HitsVerdict, hits};
use foretree::analysis::elicitation::classical::{Exam, LEAST_QUESTIONS};
use foretree::analysis::elicitation::distribution::Distribution;
use foretree::analysis::elicitation::judgement::Judgement;
use foretree::analysis::elicitation::probability::{
    LogScore, average, brier, log_odds_average, log_score,
};
use foretree::analysis::elicitation::scores::{crps, range, stated};
use foretree::analysis::elicitation::{ElicitationFault, Limits, Weights};
use foretree::model::math::probit;
use proptest::prelude::*;

const LEVELS: [f64; 3] = [0.05, 0.5, 0.95];

/// Three experts, five questions: TU Delft, *Decision Making Under Uncertainty: Introduction to
/// Structured Expert Judgment*, 3.7.3 "The calibration score of the DM (2)" and 3.8.2; question 4
/// of expert A as in the second table (48, 50, 52 in one, 2, 5, 8 in the other).
fn delft() -> ([f64; 5], Vec<Vec<Vec<f64>>>) {
    let experts = [
        [
            [2.0, 5.0, 7.0],
            [12.0, 13.0, 15.0],
            [87.0, 89.0, 92.0],
            [2.0, 5.0, 8.0],
            [48.0, 50.0, 52.0],
        ],
        [
            [20.0, 23.0, 34.0],
            [8.0, 10.0, 11.0],
            [60.0, 70.0, 90.0],
            [20.0, 35.0, 45.0],
            [30.0, 35.0, 40.0],
        ],
        [
            [20.0, 25.0, 28.0],
            [10.0, 13.0, 15.0],
            [65.0, 67.0, 70.0],
            [42.0, 44.0, 46.0],
            [32.0, 33.0, 35.0],
        ],
    ];
    let nested = experts
        .iter()
        .map(|expert| expert.iter().map(|values| values.to_vec()).collect())
        .collect();
    ([24.0, 11.0, 68.0, 47.0, 31.0], nested)
}

#[test]
fn the_classical_model_is_that_of_cookes_own_course() {
    let (truths, answers) = delft();
    let exam = Exam::new(&LEVELS, answers, &truths).unwrap();
    let published = [(3.621e-5, 1.418), (0.608, 0.558), (0.327, 1.354)];
    for (score, (calibration, information)) in exam.scores().iter().zip(published) {
        assert!(
            (score.calibration / calibration - 1.0).abs() < 2e-3,
            "{score:?}"
        );
        assert!((score.information - information).abs() < 6e-4, "{score:?}");
    }
    let weights = exam.weights(0.0).unwrap();
    for (ours, theirs) in weights
        .as_slice()
        .iter()
        .zip([6.565_341e-5, 0.433_800_7, 0.566_133_6])
    {
        assert!((ours / theirs - 1.0).abs() < 1e-3, "{ours} {theirs}");
    }
    // The decision makers' tables: performance weights, and equal weights.
    let alike = Weights::equal(3).unwrap();
    for (question, performance, equal) in [
        (0, [19.97, 24.48, 33.11], [2.55, 21.77, 32.39]),
        (1, [8.19, 10.91, 14.86], [8.31, 12.23, 14.91]),
        (2, [60.75, 67.56, 87.94], [61.43, 71.08, 91.61]),
    ] {
        for (place, level) in LEVELS.into_iter().enumerate() {
            let by_score = exam.pooled(question, &weights, level).unwrap();
            let by_head = exam.pooled(question, &alike, level).unwrap();
            assert!(
                (by_score - performance[place]).abs() < 6e-3,
                "{question} {level} {by_score}"
            );
            assert!(
                (by_head - equal[place]).abs() < 6e-3,
                "{question} {level} {by_head}"
            );
        }
    }
    // The fourth question's are printed with fewer digits.
    assert!((exam.pooled(3, &weights, 0.5).unwrap() - 42.8).abs() < 0.05);
    assert!((exam.pooled(3, &alike, 0.95).unwrap() - 45.7).abs() < 0.1);
}

#[test]
fn without_one_expert_the_others_inform_less() {
    // The same course, 3.8.2: without A information falls to 0.220 and 0.971, weights are 0.3, 0.7.
    let (truths, mut answers) = delft();
    answers.remove(0);
    let exam = Exam::new(&LEVELS, answers, &truths).unwrap();
    let scores = exam.scores();
    // Cut at the third decimal there.
    assert!(
        (0.220..0.221).contains(&scores[0].information),
        "{scores:?}"
    );
    assert!(
        (0.971..0.972).contains(&scores[1].information),
        "{scores:?}"
    );
    assert!((exam.weights(0.0).unwrap().as_slice()[0] - 0.3).abs() < 0.01);
    assert_eq!(exam.weights(0.99), Err(ElicitationFault::NoWeight));
    let broken = Exam::new(&LEVELS, vec![vec![vec![1.0, 1.0, 2.0]]], &[1.0]);
    assert_eq!(broken.unwrap_err(), ElicitationFault::Equal(1.0));
}

/// In how many of 100 exams somebody whose ranges are half as wide as they should be gets a lower
/// calibration score than somebody calibrated.
fn told_apart(questions: usize) -> f64 {
    let mut state = 11_u64;
    let mut uniform = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (((z ^ (z >> 31)) >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    let wide = LEVELS.map(probit).to_vec();
    let narrow: Vec<f64> = wide.iter().map(|z| 0.5 * z).collect();
    let exams = 1_000;
    let mut apart = 0;
    for _ in 0..exams {
        let truths: Vec<f64> = (0..questions).map(|_| probit(uniform())).collect();
        let answers = vec![
            vec![wide.clone(); questions],
            vec![narrow.clone(); questions],
        ];
        let scores = Exam::new(&LEVELS, answers, &truths).unwrap().scores();
        apart += usize::from(scores[0].calibration > scores[1].calibration);
    }
    100.0 * apart as f64 / f64::from(exams)
}

#[test]
fn a_few_questions_tell_experts_apart_by_luck() {
    let rates = [3, LEAST_QUESTIONS, 30].map(told_apart);
    assert!(rates[0] < 75.0, "three questions: {rates:?}");
    assert!(
        rates[1] > 75.0 && rates[2] > 95.0,
        "ten and thirty: {rates:?}"
    );
}

#[test]
fn hits_are_judged_by_what_luck_allows() {
    // Binomial, 10 questions at 0.8: P(at most 5) = .0328, P(at most 4) = .0064.
    let day = hits(4, 10, 0.8).unwrap();
    assert_eq!((day.expected, day.usual), (8.0, (6, 10)));
    assert!(matches!(day.verdict, HitsVerdict::TooSure(p) if (p - 0.006_369_4).abs() < 1e-6));
    assert_eq!(hits(6, 10, 0.8).unwrap().verdict, HitsVerdict::AsSaid);
    // All of thirty at 0.8: 0.8^30.
    let wide = hits(30, 30, 0.8).unwrap().verdict;
    assert!(matches!(wide, HitsVerdict::TooUnsure(p) if (p - 0.8_f64.powi(30)).abs() < 1e-9));
    // One question says nothing; three at 0.8 can only show none at all.
    assert_eq!(hits(0, 1, 0.8).unwrap().verdict, HitsVerdict::SaysNothing);
    assert!(matches!(
        hits(0, 3, 0.8).unwrap().verdict,
        HitsVerdict::TooSure(_)
    ));
    assert_eq!(hits(1, 3, 0.8).unwrap().verdict, HitsVerdict::AsSaid);
    assert!(hits(0, 0, 0.8).is_err() && hits(3, 2, 0.8).is_err() && hits(1, 2, 1.0).is_err());
}

#[test]
fn briers_parts_add_up() {
    // By hand: 0.2 four times (one true), 0.8 four times (all true).
    let answers = [
        (0.2, true),
        (0.2, false),
        (0.2, false),
        (0.2, false),
        (0.8, true),
        (0.8, true),
        (0.8, true),
        (0.8, true),
    ];
    let table = BrierTable::of(&answers, 10).unwrap();
    assert!((table.score - (0.64 + 3.0 * 0.04 + 4.0 * 0.04) / 8.0).abs() < 1e-12);
    assert!((table.miscalibration - (0.05_f64.powi(2) + 0.2_f64.powi(2)) / 2.0).abs() < 1e-12);
    assert!((table.resolution - 0.375_f64.powi(2)).abs() < 1e-12);
    assert!((table.base - 0.625 * 0.375).abs() < 1e-12);
    assert!(table.within.abs() < 1e-12);
    let low = table.groups[0];
    assert_eq!((low.answers, low.happened), (4, 0.25));
    // Clopper and Pearson: one of four, 5 of 100 beyond each end: .0127 to .7514.
    assert!((low.allowed.0 - 0.012_74).abs() < 1e-4 && (low.allowed.1 - 0.751_4).abs() < 1e-4);
    assert!(BrierTable::of(&[], 10).is_err());
    assert!(BrierTable::of(&[(1.2, true)], 10).is_err());
}

#[test]
fn probabilities_are_scored_and_pooled_as_in_the_papers() {
    assert!((brier(0.7, true).unwrap() - 0.09).abs() < 1e-12);
    assert_eq!(log_score(1.0, true), Ok(LogScore::Finite(0.0)));
    assert_eq!(log_score(1.0, false), Ok(LogScore::HeldImpossible));
    let half = log_score(0.5, true).unwrap();
    assert!(matches!(half, LogScore::Finite(x) if (x - 2.0_f64.ln()).abs() < 1e-12));
    let alike = Weights::equal(2).unwrap();
    let pooled = log_odds_average(&[0.2, 0.8], &alike, 2.5).unwrap();
    assert!((pooled - 0.5).abs() < 1e-12);
    // Odds 4 and 4, pushed by 2: 16 to 17.
    let pushed = log_odds_average(&[0.8, 0.8], &alike, 2.0).unwrap();
    assert!((pushed - 16.0 / 17.0).abs() < 1e-12);
    let sure = log_odds_average(&[1.0, 0.5], &alike, 1.0);
    assert_eq!(sure, Err(ElicitationFault::Certain(1.0)));
    assert_eq!(average(&[1.0, 0.5], &alike), Ok(0.75));
    assert_eq!(
        average(&[1.1, 0.5], &alike),
        Err(ElicitationFault::Level(1.1))
    );
}

#[test]
fn judgements_are_scored_in_the_unit_of_the_quantity() {
    let said = Judgement::new(&[10.0, 20.0, 40.0], &[0.1, 0.5, 0.9], Limits::NONE).unwrap();
    assert!((range(&said, 20.0).unwrap() - 30.0).abs() < 1e-12);
    assert!((range(&said, 45.0).unwrap() - (30.0 + 2.0 / 0.2 * 5.0)).abs() < 1e-9);
    assert!((stated(&said, 20.0) - 2.0).abs() < 1e-12);
    let uneven = Judgement::new(&[10.0, 20.0], &[0.1, 0.8], Limits::NONE).unwrap();
    assert_eq!(range(&uneven, 15.0), None);
    let normal = Distribution::Normal { mean: 5.0, sd: 2.0 };
    for observed in [0.0, 5.0, 8.0] {
        let (ours, closed) = (
            crps(|p| normal.quantile(p), observed),
            crps_normal(5.0, 2.0, observed),
        );
        assert!((ours - closed).abs() < 4e-3, "{ours} {closed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn briers_parts_always_add_up(
        answers in prop::collection::vec((0.0..=1.0_f64, any::<bool>()), 1..40), groups in 1_usize..20
    ) {
        let table = BrierTable::of(&answers, groups).unwrap();
        let sum = table.miscalibration - table.resolution + table.base + table.within;
        prop_assert!((sum - table.score).abs() < 1e-12);
        prop_assert_eq!(table.groups.iter().map(|group| group.answers).sum::<usize>(), answers.len());
        for group in table.groups {
            let (low, high) = group.allowed;
            prop_assert!((0.0..=group.happened).contains(&low) && (group.happened..=1.0).contains(&high));
        }
    }

    #[test]
    fn the_best_probability_is_the_true_one(truth in 0.05..0.95_f64, other in 0.05..0.95_f64) {
        let mean = |said: f64| {
            truth * brier(said, true).unwrap() + (1.0 - truth) * brier(said, false).unwrap()
        };
        prop_assert!(mean(truth) <= mean(other) + 1e-12);
    }
}
