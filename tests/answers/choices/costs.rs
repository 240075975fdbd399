//! Cost-effectiveness and equity.

use foretree::analysis::choices::{
    ChoiceFault, CostEffect, Standing, acceptability, best_within, equally_distributed, standings,
};
use proptest::prelude::*;

fn option(cost: f64, effect: f64) -> CostEffect {
    CostEffect { cost, effect }
}

/// Neuhauser and Lewicki 1975, *What do we gain from the sixth stool guaiac?* (NEJM 293), table 2:
/// cases found and dollars spent per 10,000 people.
#[test]
fn each_further_stool_test_costs_what_was_published() {
    let tests = [
        option(77_511.0, 65.9465),
        option(107_690.0, 71.4424),
        option(130_199.0, 71.9003),
        option(148_116.0, 71.9385),
        option(163_141.0, 71.9417),
    ];
    let found = standings(&tests).unwrap();
    let known = [5_492.0, 49_150.0, 469_534.0, 4_724_695.0];
    for (place, known) in known.into_iter().enumerate() {
        let Standing::Frontier { beside, ratio } = found[place + 1] else {
            panic!("{:?}", found[place + 1])
        };
        assert_eq!(beside, place);
        assert!((ratio / known - 1.0).abs() < 0.01, "{ratio} {known}");
    }
}

/// Drummond et al. 2015, chapter 4: simple and extended dominance in one table.
#[test]
fn options_off_the_frontier_are_told_with_what_beats_them() {
    let options = [
        option(0.0, 0.0),
        option(10.0, 1.0), // half of the next brings more
        option(16.0, 4.0),
        option(20.0, 3.0), // dearer and worse
        option(40.0, 6.0),
    ];
    let found = standings(&options).unwrap();
    assert_eq!(found[0], Standing::First);
    assert_eq!(found[1], Standing::Mixture { low: 0, high: 2 });
    assert_eq!(
        found[2],
        Standing::Frontier {
            beside: 0,
            ratio: 4.0
        }
    );
    assert_eq!(found[3], Standing::Dominated { by: 2 });
    assert_eq!(
        found[4],
        Standing::Frontier {
            beside: 2,
            ratio: 12.0
        }
    );
}

#[test]
fn of_equals_the_first_stays() {
    let found = standings(&[option(1.0, 1.0), option(1.0, 1.0)]).unwrap();
    assert_eq!(found, [Standing::First, Standing::Dominated { by: 0 }]);
}

#[test]
fn a_budget_takes_the_best_it_can_pay() {
    let options = [option(3.0, 5.0), option(2.0, 4.0), option(1.0, 4.0)];
    assert_eq!(best_within(&options, 2.0), Ok(Some(2)));
    assert_eq!(best_within(&options, 9.0), Ok(Some(0)));
    assert_eq!(best_within(&options, 0.5), Ok(None));
    assert_eq!(best_within(&[], 1.0), Err(ChoiceFault::Empty));
}

#[test]
fn who_pays_more_for_an_effect_accepts_the_dearer_option_more_often() {
    let costs = vec![vec![0.0; 4], vec![10.0; 4]];
    let effects = vec![vec![0.0; 4], vec![1.0, 2.0, 3.0, 4.0]];
    let share = |worth: f64| acceptability(&costs, &effects, worth).unwrap()[1];
    assert_eq!(
        [share(1.0), share(3.0), share(4.0), share(20.0)],
        [0.0, 0.25, 0.5, 1.0]
    );
}

/// Atkinson 1970: epsilon 0 is the average, 1 the geometric, 2 the harmonic mean.
#[test]
fn equity_runs_from_the_average_to_the_worst_off() {
    let (values, people) = ([0.2, 0.8], [3.0, 1.0]);
    let at = |aversion: f64| equally_distributed(&values, &people, aversion).unwrap();
    assert!((at(0.0) - 0.35).abs() < 1e-12);
    assert!((at(1.0) - 0.2_f64.powf(0.75) * 0.8_f64.powf(0.25)).abs() < 1e-12);
    assert!((at(2.0) - 1.0 / (0.75 / 0.2 + 0.25 / 0.8)).abs() < 1e-12);
    assert!(at(3.0) < at(2.0) && at(60.0) < 0.202);
    assert!((at(1.0) - at(1.0 + 1e-7)).abs() < 1e-6);
}

#[test]
fn a_group_that_has_nothing_makes_the_whole_worth_nothing() {
    assert_eq!(equally_distributed(&[0.0, 1.0], &[1.0, 1.0], 1.0), Ok(0.0));
    assert_eq!(equally_distributed(&[0.0, 1.0], &[0.0, 1.0], 3.0), Ok(1.0));
    assert_eq!(
        equally_distributed(&[-0.1], &[1.0], 1.0),
        Err(ChoiceFault::Negative)
    );
}

proptest! {
    #[test]
    fn nobody_off_the_frontier_is_worth_most_at_any_price(
        options in prop::collection::vec((0.0..100.0_f64, 0.0..100.0_f64), 1..8),
        price in 0.0..50.0_f64,
    ) {
        let options: Vec<CostEffect> = options.iter().map(|(c, e)| option(*c, *e)).collect();
        let found = standings(&options).unwrap();
        let net = |o: &CostEffect| price * o.effect - o.cost;
        let best = options.iter().map(net).fold(f64::NEG_INFINITY, f64::max);
        let frontier = options.iter().zip(&found);
        let frontier = frontier.filter(|(_, s)| matches!(s, Standing::First | Standing::Frontier { .. }));
        let reached = frontier.map(|(o, _)| net(o)).fold(f64::NEG_INFINITY, f64::max);
        prop_assert!((best - reached).abs() < 1e-9);
    }

    #[test]
    fn more_aversion_never_makes_an_uneven_spread_worth_more(
        values in prop::collection::vec(0.01..1.0_f64, 2..5),
        aversion in 0.0..3.0_f64,
    ) {
        let people = vec![1.0; values.len()];
        let at = |e: f64| equally_distributed(&values, &people, e).unwrap();
        prop_assert!(at(aversion + 0.1) <= at(aversion) + 1e-12);
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        prop_assert!(at(aversion) >= lowest - 1e-12);
    }
}
