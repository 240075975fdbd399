//! Where the best option changes as a probability moves.

use foretree::analysis::choices::{
    ChoiceFault, DecisionTree, Lever, NodeId, Odds, one_way, one_way_payoff, option_values, set,
    two_way,
};
use proptest::prelude::*;

use super::trees::any_tree;

fn bet(tree: &mut DecisionTree, event: usize, p: f64, (yes, no): (f64, f64)) -> NodeId {
    let (yes, no) = (tree.end(yes).unwrap(), tree.end(no).unwrap());
    tree.chance(event, [(p.into(), yes), ((1.0 - p).into(), no)])
        .unwrap()
}

/// Pauker and Kassirer 1975, *Therapeutic decision making: a cost-benefit analysis* (NEJM 293):
/// treat as soon as the chance of disease exceeds C / (B + C).
#[test]
fn treatment_starts_at_the_published_threshold() {
    let (benefit, cost) = (0.35, 0.05);
    let mut tree = DecisionTree::new();
    let wait = bet(&mut tree, 0, 0.3, (0.5, 1.0));
    let treat = bet(&mut tree, 0, 0.3, (0.5 + benefit, 1.0 - cost));
    let root = tree.decision([wait, treat]).unwrap();
    let found = one_way(
        &tree,
        root,
        Lever {
            event: 0,
            branch: 0,
        },
    )
    .unwrap();
    let thresholds = found.thresholds();
    assert_eq!(thresholds.len(), 1);
    assert!((thresholds[0] - cost / (benefit + cost)).abs() < 1e-12);
    assert_eq!((found.best_at(0.1), found.best_at(0.2)), (Some(0), Some(1)));
    assert!((found.now - 0.3).abs() < 1e-12);
}

/// Pauker and Kassirer 1980, *The threshold approach to clinical decision making* (NEJM 302): a
/// test splits the range of chances into waiting, testing and treating.
#[test]
fn a_test_is_worth_taking_between_two_thresholds() {
    let (miss, harm, risk) = (0.1, 0.1, 0.01);
    let (benefit, cost) = (0.35, 0.05);
    let sick = |treated: f64| 0.5 + benefit * treated;
    let well = |treated: f64| 1.0 - cost * treated;
    let mut tree = DecisionTree::new();
    let wait = bet(&mut tree, 0, 0.1, (sick(0.0), well(0.0)));
    let tested = (sick(1.0 - miss) - risk, well(harm) - risk);
    let test = bet(&mut tree, 0, 0.1, tested);
    let treat = bet(&mut tree, 0, 0.1, (sick(1.0), well(1.0)));
    let root = tree.decision([wait, test, treat]).unwrap();
    let found = one_way(
        &tree,
        root,
        Lever {
            event: 0,
            branch: 0,
        },
    )
    .unwrap();
    // T_testing = (P_pos|nd x R_rx + R_t) / (P_pos|nd x R_rx + P_pos|d x B_rx), and so on.
    let testing = (harm * cost + risk) / (harm * cost + (1.0 - miss) * benefit);
    let treating = ((1.0 - harm) * cost - risk) / ((1.0 - harm) * cost + miss * benefit);
    let best: Vec<usize> = found.stretches.iter().map(|s| s.best).collect();
    assert_eq!(best, [0, 1, 2]);
    let at = found.thresholds();
    assert!(
        (at[0] - testing).abs() < 1e-12 && (at[1] - treating).abs() < 1e-12,
        "{at:?}"
    );
}

#[test]
fn a_price_of_carbon_turns_the_choice_where_the_lines_cross() {
    let mut tree = DecisionTree::new();
    let (coal, gas) = (tree.end(10.0).unwrap(), tree.end(4.0).unwrap());
    let root = tree.decision([coal, gas]).unwrap();
    // Each end pays the price for what it emits.
    let found = one_way_payoff(&tree, root, &[-1.0, -0.4, 0.0], (0.0, 50.0), 5.0).unwrap();
    assert!((found.thresholds()[0] - 10.0).abs() < 1e-12);
    let wrong = one_way_payoff(&tree, root, &[-1.0], (0.0, 50.0), 5.0);
    assert!(matches!(wrong, Err(ChoiceFault::Length { .. })));
}

#[test]
fn the_border_between_two_options_over_two_probabilities_is_the_known_curve() {
    // One option pays 1 if two things both happen, the other pays a fifth for certain: pq = 0.2.
    let mut tree = DecisionTree::new();
    let both = bet(&mut tree, 1, 0.5, (1.0, 0.0));
    let no = tree.end(0.0).unwrap();
    let risky = tree
        .chance(0, [(0.5.into(), both), (0.5.into(), no)])
        .unwrap();
    let safe = tree.end(0.2).unwrap();
    let root = tree.decision([risky, safe]).unwrap();
    let levers = (
        Lever {
            event: 0,
            branch: 0,
        },
        Lever {
            event: 1,
            branch: 0,
        },
    );
    let map = two_way(&tree, root, levers, 21).unwrap();
    for (q, stretches) in map.rows.iter().zip(&map.stretches) {
        if *q > 0.2 + 1e-9 {
            assert!(
                (stretches[0].to - 0.2 / q).abs() < 1e-9,
                "{q} {stretches:?}"
            );
        } else {
            assert!(
                stretches
                    .iter()
                    .all(|s| s.best == 1 || s.from >= 1.0 - 1e-9)
            );
        }
    }
    assert_eq!(map.cells(20, 10), [1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(
        two_way(&tree, root, (levers.0, levers.0), 3),
        Err(ChoiceFault::EventTwice)
    );
}

#[test]
fn other_branches_keep_their_proportions() {
    let mut tree = DecisionTree::new();
    let ends: Vec<NodeId> = [6.0, 3.0, 0.0].map(|v| tree.end(v).unwrap()).to_vec();
    let odds = [0.2, 0.4, 0.4].map(Odds::Same);
    tree.chance(0, odds.into_iter().zip(ends)).unwrap();
    let moved = set(
        &tree,
        Lever {
            event: 0,
            branch: 0,
        },
        0.5,
    )
    .unwrap();
    let foretree::analysis::choices::Node::Chance { branches, .. } = &moved.nodes()[3] else {
        panic!("a chance");
    };
    assert!((branches[1].0.at(0) - 0.25).abs() < 1e-12);
}

#[test]
fn an_event_that_is_not_there_cannot_move() {
    let mut tree = DecisionTree::new();
    let end = tree.end(1.0).unwrap();
    let root = tree.decision([end]).unwrap();
    let lever = Lever {
        event: 3,
        branch: 0,
    };
    assert_eq!(one_way(&tree, root, lever), Err(ChoiceFault::UnknownEvent));
    assert_eq!(
        one_way(&tree, end, lever).err(),
        Some(ChoiceFault::UnknownEvent)
    );
}

#[test]
fn an_event_that_happens_twice_on_one_way_is_refused() {
    let mut tree = DecisionTree::new();
    let first = bet(&mut tree, 0, 0.5, (1.0, 0.0));
    let end = tree.end(3.0).unwrap();
    let twice = tree
        .chance(0, [(0.5.into(), first), (0.5.into(), end)])
        .unwrap();
    let root = tree.decision([twice, end]).unwrap();
    let found = one_way(
        &tree,
        root,
        Lever {
            event: 0,
            branch: 0,
        },
    );
    assert_eq!(found, Err(ChoiceFault::EventTwice));
}

proptest! {
    #[test]
    fn regions_agree_with_rolling_back_anywhere(tree in any_tree(), p in 0.0..1.0_f64) {
        let root = tree.root().unwrap();
        prop_assume!(tree.options(root).is_ok());
        for event in tree.events() {
            let lever = Lever { event, branch: 0 };
            let found = one_way(&tree, root, lever).unwrap();
            let values = option_values(&set(&tree, lever, p).unwrap(), root).unwrap();
            let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let taken = values[found.best_at(p).unwrap()];
            prop_assert!((best - taken).abs() < 1e-6, "{values:?} {found:?}");
        }
    }

    #[test]
    fn stretches_cover_everything_once(tree in any_tree()) {
        let root = tree.root().unwrap();
        prop_assume!(tree.options(root).is_ok());
        for event in tree.events() {
            let found = one_way(&tree, root, Lever { event, branch: 0 }).unwrap();
            let all = &found.stretches;
            prop_assert_eq!((all[0].from, all[all.len() - 1].to), (0.0, 1.0));
            for pair in all.windows(2) {
                prop_assert!(pair[0].to == pair[1].from && pair[0].best != pair[1].best);
            }
        }
    }
}
