//! Decision trees and tables of payoffs from textbooks.

use foretree::analysis::choices::{
    CostEffect, DecisionTree, NodeId, Odds, Payoffs, Rule, Standing, equally_distributed,
    event_information, highest, lowest, option_values, roll_back, standings,
};
use foretree::model::math::probit;

fn near(found: f64, known: f64) {
    assert!(
        (found - known).abs() <= 1e-6 * known.abs().max(1.0),
        "{found} is not {known}"
    );
}

fn bet(tree: &mut DecisionTree, event: usize, outcomes: &[(f64, NodeId)]) -> NodeId {
    let branches: Vec<(Odds, NodeId)> = outcomes.iter().map(|(p, id)| ((*p).into(), *id)).collect();
    tree.chance(event, branches).unwrap()
}

/// Texaco versus Pennzoil, thousand million dollars: Clemen and Reilly 2013, *Making Hard
/// Decisions*, chapter 4. Liedtke makes a counteroffer, refuses the next offer, and may expect 4.63.
#[test]
fn pennzoil_makes_a_counteroffer_and_goes_to_court_if_it_must() {
    let mut tree = DecisionTree::new();
    let court = |tree: &mut DecisionTree, event: usize| {
        let awards = [(0.2, 10.3), (0.5, 5.0), (0.3, 0.0)];
        let ends = awards.map(|(p, award)| (p, tree.end(award).unwrap()));
        bet(tree, event, &ends)
    };
    let accept = tree.end(2.0).unwrap();
    let agreed = tree.end(5.0).unwrap();
    let refused = court(&mut tree, 0);
    let (settle, fight) = (tree.end(3.0).unwrap(), court(&mut tree, 0));
    let offered = tree.decision([settle, fight]).unwrap();
    let counter = bet(
        &mut tree,
        1,
        &[(0.17, agreed), (0.5, refused), (0.33, offered)],
    );
    let root = tree.decision([accept, counter]).unwrap();
    let rolled = roll_back(&tree, Rule::Expected).unwrap();
    near(rolled.value(fight), 4.56);
    near(rolled.value(root), 4.6348);
    assert_eq!(
        (rolled.choice(root), rolled.choice(offered)),
        (Some(1), Some(1))
    );
    let careful = roll_back(&tree, Rule::Worst).unwrap();
    assert_eq!(
        (careful.choice(root), careful.choice(offered)),
        (Some(0), Some(0))
    );
}

/// The Goferbroke Company, thousand dollars: Hillier and Lieberman, *Introduction to Operations
/// Research*, chapter 16. Drilling is worth 100, knowing the ground 142.5; with the seismic survey, which
/// costs 30, the plan is worth 123: sell if it is unfavourable, drill if it is favourable.
#[test]
fn goferbroke_surveys_and_drills_only_where_that_is_favourable() {
    let mut tree = DecisionTree::new();
    let land = |tree: &mut DecisionTree, oil: f64, spent: f64| {
        let well = [(oil, 700.0 - spent), (1.0 - oil, -100.0 - spent)];
        let ends = well.map(|(p, payoff)| (p, tree.end(payoff).unwrap()));
        let drill = bet(tree, 0, &ends);
        let sell = tree.end(90.0 - spent).unwrap();
        tree.decision([drill, sell]).unwrap()
    };
    let blind = land(&mut tree, 0.25, 0.0);
    let unfavourable = land(&mut tree, 1.0 / 7.0, 30.0);
    let favourable = land(&mut tree, 0.5, 30.0);
    let survey = bet(&mut tree, 1, &[(0.7, unfavourable), (0.3, favourable)]);
    let root = tree.decision([blind, survey]).unwrap();
    let rolled = roll_back(&tree, Rule::Expected).unwrap();
    near(rolled.value(blind), 100.0);
    near(rolled.value(root), 123.0);
    assert_eq!(rolled.choice(unfavourable), Some(1));
    assert_eq!(rolled.choice(favourable), Some(0));
    let options = option_values(&tree, root).unwrap();
    near(options[0], 100.0);

    let mut plain = DecisionTree::new();
    land(&mut plain, 0.25, 0.0);
    near(event_information(&plain, 0).unwrap().value, 142.5);
}

/// Milnor 1954, *Games against nature*: four rules choose four different rows of one table.
#[test]
fn four_rules_choose_four_rows_of_the_table_of_milnor() {
    let rows = [
        [2.0, 2.0, 0.0, 1.0],
        [1.0; 4],
        [0.0, 4.0, 0.0, 0.0],
        [1.0, 3.0, 0.0, 0.0],
    ];
    let table = Payoffs::new(rows.map(|row| row.to_vec()).to_vec()).unwrap();
    assert_eq!(highest(&table.expected()), Some(0));
    assert_eq!(highest(&table.worst()), Some(1));
    assert_eq!(highest(&table.hurwicz(0.5).unwrap()), Some(2));
    assert_eq!(lowest(&table.largest_regret()), Some(3));
}

/// Under exponential utility a normal payoff is worth its mean less its variance over twice the risk
/// tolerance (Pratt 1964); the middles of 20,000 equal parts stand for the distribution.
#[test]
fn a_normal_payoff_is_worth_its_mean_less_half_its_variance_over_the_tolerance() {
    let count = 20_000;
    let at = |i: usize| 100.0 + 20.0 * probit((i as f64 + 0.5) / count as f64);
    let mut tree = DecisionTree::with_runs(count);
    let end = tree
        .end_runs((0..count).map(at).collect::<Vec<f64>>())
        .unwrap();
    let rolled = roll_back(&tree, Rule::Utility(50.0)).unwrap();
    assert!(
        (rolled.value(end) - 96.0).abs() < 0.01,
        "{}",
        rolled.value(end)
    );
}

/// Weinstein and others: an option on the straight line between two others is as good as their
/// mixture, so nothing beats it (extended dominance needs a strictly better mixture).
#[test]
fn an_option_on_the_line_between_two_others_stays_on_the_frontier() {
    let option = |cost, effect| CostEffect { cost, effect };
    let found = standings(&[option(0.1, 0.1), option(0.2, 0.2), option(0.3, 0.3)]).unwrap();
    let Standing::Frontier { beside: 0, ratio } = found[1] else {
        panic!("{found:?}")
    };
    near(ratio, 1.0);
    assert!(matches!(found[2], Standing::Frontier { beside: 1, .. }));
}

/// Atkinson 1970: at an aversion of 1 the geometric mean, which powers so near 1 that they are lost in
/// rounding must come to, and in the limit the least.
#[test]
fn an_aversion_of_nearly_one_gives_nearly_the_geometric_mean() {
    let (values, people) = ([1.0, 4.0], [1.0, 1.0]);
    let tenths: f64 = (0..10).map(|_| 0.1).sum();
    for aversion in [tenths, 1.0 - 1e-13, 1.0, 1.0 + 1e-13, 1.0 + 1e-9] {
        near(
            equally_distributed(&values, &people, aversion).unwrap(),
            2.0,
        );
    }
    let [below, above] = [0.989_9, 0.990_1];
    let of = |aversion| equally_distributed(&values, &people, aversion).unwrap();
    assert!((of(below) - of(above)).abs() < 1e-3);
    let most = equally_distributed(&[3.0, 6.0], &people, 5_000.0).unwrap();
    assert!((most - 3.0).abs() < 0.01, "{most}");
}
