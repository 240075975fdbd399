//! Sharing a difference out: published games, the axioms, sampling at a stated error rate.

use foretree::analysis::attribution::{
    Attribution, AttributionFault, Coalition, Effort, MOST, attribute,
};
use proptest::prelude::*;

/// The Shapley values of a game with one number.
fn shapley(players: usize, worth: &dyn Fn(Coalition) -> f64) -> Vec<f64> {
    let found = attribute(players, &Effort::default(), &mut |made| {
        Some(vec![worth(made)])
    });
    means(&found.unwrap())
}

fn means(found: &Attribution) -> Vec<f64> {
    found.contributions.iter().map(|c| c.mean).collect()
}

fn close(found: &[f64], known: &[f64], within: f64) {
    assert_eq!(found.len(), known.len());
    for (a, b) in found.iter().zip(known) {
        assert!((a - b).abs() <= within, "{found:?} against {known:?}");
    }
}

#[test]
fn in_a_linear_game_everybody_gets_what_they_bring() {
    let brings = [3.0, -1.0, 0.5, 0.0, 12.0];
    let worth = |made: Coalition| {
        (0..5)
            .filter(|i| made.has(*i))
            .map(|i| brings[i])
            .sum::<f64>()
    };
    close(&shapley(5, &worth), &brings, 1e-12);
}

/// One left glove and two right ones; a pair is worth 1. The owner of the left one gets 2/3
/// (Shapley 1953; the textbook case of Osborne and Rubinstein 1994, chapter 14).
#[test]
fn in_the_glove_game_the_scarce_glove_gets_two_thirds() {
    let worth = |made: Coalition| f64::from(made.has(0) && (made.has(1) || made.has(2)));
    close(
        &shapley(3, &worth),
        &[2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0],
        1e-12,
    );
}

/// A runway for planes that need 8, 11, 13 and 18 (Littlechild and Owen 1973): each stretch is
/// shared by those who need it, so 8/4, then 3/3, 2/2 and 5/1 more.
#[test]
fn in_the_airport_game_each_stretch_is_shared_by_those_who_need_it() {
    let needs = [8.0, 11.0, 13.0, 18.0];
    let worth = |made: Coalition| {
        let own = (0..4).filter(|i| made.has(*i)).map(|i| needs[i]);
        own.fold(0.0, f64::max)
    };
    close(&shapley(4, &worth), &[2.0, 3.0, 4.0, 9.0], 1e-12);
}

/// The Security Council of the United Nations: five permanent members with a veto and ten others,
/// nine votes to pass. Shapley and Shubik's index gives a permanent member 421/2145 and another
/// 4/2145 (Straffin 1994, in the Handbook of Game Theory, chapter 32).
fn security_council(made: Coalition) -> f64 {
    let vetoes = (0..5).all(|member| made.has(member));
    f64::from(vetoes && made.count() >= 9)
}

#[test]
fn sampled_orders_come_within_their_stated_error_of_the_security_council() {
    let (permanent, other) = (421.0 / 2145.0, 4.0 / 2145.0);
    let (mut beyond, mut total) = (0, 0);
    for seed in 0..20 {
        let effort = Effort {
            pairs: 400,
            precision: 0.0,
            seed,
            ..Effort::default()
        };
        let found = attribute(15, &effort, &mut |made| Some(vec![security_council(made)])).unwrap();
        assert_eq!(found.orders, Some(800));
        let sum: f64 = means(&found).iter().sum();
        assert!((sum - 1.0).abs() < 1e-9, "efficiency holds for samples too");
        for (member, one) in found.contributions.iter().enumerate().take(5) {
            assert!(one.order_error > 0.0);
            total += 1;
            beyond += usize::from((one.mean - permanent).abs() > 1.96 * one.order_error);
            assert!(member < 5 && one.last == 1.0 && one.alone == 0.0);
        }
        let others = &found.contributions[5..];
        let mean = others.iter().map(|c| c.mean).sum::<f64>() / 10.0;
        assert!((mean - other).abs() < 0.004, "{mean}");
    }
    // 5 of 100 are meant to lie beyond 1.96 errors; 100 observations that hang together in fives.
    assert!(beyond <= 14, "{beyond} of {total}");
}

#[test]
fn sampling_stops_once_the_contributions_are_precise_enough() {
    let worth = |made: Coalition| {
        let sum: f64 = (0..12).filter(|i| made.has(*i)).map(|i| i as f64).sum();
        sum + 0.001 * sum * sum
    };
    let effort = Effort {
        precision: 0.05,
        pairs: 10_000,
        ..Effort::default()
    };
    let found = attribute(12, &effort, &mut |made| Some(vec![worth(made)])).unwrap();
    assert!(found.precise);
    assert!(found.orders.unwrap() < 20_000);
    let largest = means(&found).iter().copied().fold(0.0, f64::max);
    for one in &found.contributions {
        assert!(one.order_error <= 0.05 * largest);
    }
}

/// For a game of pairs, an order and its reverse together give the exact value.
#[test]
fn an_order_and_its_reverse_are_exact_where_changes_act_in_pairs() {
    let worth = |made: Coalition| {
        let all: Vec<usize> = (0..14).filter(|i| made.has(*i)).collect();
        let pairs = all.iter().flat_map(|i| {
            let i = *i;
            all.iter().filter(move |j| i < **j).map(move |j| (i, *j))
        });
        pairs.map(|(i, j)| ((i * 3 + j) % 5) as f64).sum::<f64>()
    };
    let effort = Effort {
        pairs: 8,
        ..Effort::default()
    };
    let found = attribute(14, &effort, &mut |made| Some(vec![worth(made)])).unwrap();
    for (i, one) in found.contributions.iter().enumerate() {
        let known: f64 = (0..14)
            .filter(|j| *j != i)
            .map(|j| 0.5 * ((i.min(j) * 3 + i.max(j)) % 5) as f64)
            .sum();
        assert!((one.mean - known).abs() < 1e-9);
        assert!(one.order_error < 1e-9 && found.precise);
    }
}

#[test]
fn what_cannot_be_shared_out_is_said() {
    let effort = Effort::default();
    let fault = |players, worth: Option<Vec<f64>>| {
        attribute(players, &effort, &mut |_| worth.clone()).unwrap_err()
    };
    assert_eq!(fault(0, Some(vec![1.0])), AttributionFault::Nothing);
    assert_eq!(
        fault(MOST + 1, Some(vec![1.0])),
        AttributionFault::TooMany(65)
    );
    assert_eq!(fault(2, None), AttributionFault::Stopped);
    assert_eq!(fault(2, Some(vec![f64::NAN])), AttributionFault::NotANumber);
    assert_eq!(fault(2, Some(Vec::new())), AttributionFault::NotANumber);
    let mut draws = 0;
    let uneven = attribute(2, &effort, &mut |_| {
        draws += 1;
        Some(vec![0.0; draws])
    });
    assert_eq!(uneven.unwrap_err(), AttributionFault::Draws(1, 2));
}

#[test]
fn a_game_that_is_stopped_halfway_gives_no_answer() {
    let mut asked = 0;
    let found = attribute(6, &Effort::default(), &mut |_| {
        asked += 1;
        (asked < 20).then(|| vec![1.0])
    });
    assert_eq!(found.unwrap_err(), AttributionFault::Stopped);
    assert_eq!(asked, 20);
}

/// A game of up to five players with two draws: worths by coalition.
fn any_game() -> impl Strategy<Value = (usize, Vec<(f64, f64)>)> {
    (1_usize..=5).prop_flat_map(|players| {
        let worths = prop::collection::vec((-50.0..50.0_f64, -50.0..50.0_f64), 1 << players);
        (Just(players), worths)
    })
}

/// The place of a coalition among all.
fn place(made: Coalition, players: usize) -> usize {
    (0..players).filter(|i| made.has(*i)).map(|i| 1 << i).sum()
}

fn of_table(players: usize, worths: &[(f64, f64)]) -> Attribution {
    attribute(players, &Effort::default(), &mut |made| {
        let worth = worths[place(made, players)];
        Some(vec![worth.0, worth.1])
    })
    .unwrap()
}

proptest! {
    #[test]
    fn contributions_sum_to_the_whole_in_the_mean_and_in_every_draw((players, worths) in any_game()) {
        let found = of_table(players, &worths);
        let sum: f64 = means(&found).iter().sum();
        prop_assert!((sum - found.whole()).abs() < 1e-9);
        let last = worths.len() - 1;
        for draw in 0..2 {
            let sum: f64 = found.contributions.iter().map(|c| c.by_draw[draw]).sum();
            let at = |place: usize| [worths[place].0, worths[place].1][draw];
            prop_assert!((sum - (at(last) - at(0))).abs() < 1e-9);
        }
    }

    #[test]
    fn changing_the_order_of_the_players_changes_the_order_of_the_result(
        (players, worths) in any_game(), turn in 0_usize..5,
    ) {
        let straight = means(&of_table(players, &worths));
        let turned = attribute(players, &Effort::default(), &mut |made| {
            let mut own = Coalition::NOBODY;
            for i in (0..players).filter(|i| made.has(*i)) {
                own = own.with((i + turn) % players);
            }
            let worth = worths[place(own, players)];
            Some(vec![worth.0, worth.1])
        }).unwrap();
        for (i, mean) in means(&turned).iter().enumerate() {
            prop_assert!((mean - straight[(i + turn) % players]).abs() < 1e-9);
        }
    }

    #[test]
    fn a_player_who_does_nothing_gets_nothing_and_changes_nobody_else((players, worths) in any_game()) {
        let alone = means(&of_table(players, &worths));
        let with = attribute(players + 1, &Effort::default(), &mut |made| {
            let worth = worths[place(made.without(players), players)];
            Some(vec![worth.0, worth.1])
        }).unwrap();
        let with = means(&with);
        prop_assert!(with[players].abs() < 1e-9);
        for (one, other) in alone.iter().zip(&with) {
            prop_assert!((one - other).abs() < 1e-9);
        }
    }

    #[test]
    fn players_who_act_alike_get_alike(sizes in prop::collection::vec(-9.0..9.0_f64, 6)) {
        // Only how many take part counts.
        let found = shapley(6, &|made| if made.count() == 0 { 0.0 } else { sizes[made.count() - 1] });
        for one in &found {
            prop_assert!((one - found[0]).abs() < 1e-9);
            prop_assert!((one - sizes[5] / 6.0).abs() < 1e-9);
        }
    }

    #[test]
    fn having_every_draw_twice_changes_no_contribution((players, worths) in any_game()) {
        let once = means(&of_table(players, &worths));
        let twice = attribute(players, &Effort::default(), &mut |made| {
            let worth = worths[place(made, players)];
            Some(vec![worth.0, worth.1, worth.0, worth.1])
        }).unwrap();
        for (one, other) in once.iter().zip(&means(&twice)) {
            prop_assert!((one - other).abs() < 1e-9);
        }
    }

    #[test]
    fn samples_share_out_the_whole_too((players, worths) in any_game(), seed in any::<u64>()) {
        let effort = Effort { exact: 0, pairs: 3, seed, ..Effort::default() };
        let found = attribute(players, &effort, &mut |made| {
            let worth = worths[place(made, players)];
            Some(vec![worth.0, worth.1])
        }).unwrap();
        let sum: f64 = means(&found).iter().sum();
        prop_assert!((sum - found.whole()).abs() < 1e-9);
    }
}
