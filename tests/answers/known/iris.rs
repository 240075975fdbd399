//! A tree on Fisher's iris (1936, *The use of multiple measurements in taxonomic problems*) and boxes
//! in two dimensions.

use foretree::analysis::setbacks::cart::{Options, Question, grow, pruned};
use foretree::analysis::setbacks::prim::{self, Limit, first_box};
use foretree::analysis::setbacks::signposts::{self, signpost_of};
use foretree::analysis::setbacks::{Column, Prepared, Table};

use crate::matters::support::Numbers;

/// Length of petals in millimetres: 50 setosa, 50 versicolor, 50 virginica.
const LENGTH: [u8; 150] = [
    14, 14, 13, 15, 14, 17, 14, 15, 14, 15, 15, 16, 14, 11, 12, 15, 13, 14, 17, 15, 17, 15, 10, 17,
    19, 16, 16, 15, 14, 16, 16, 15, 15, 14, 15, 12, 13, 14, 13, 15, 13, 13, 13, 16, 19, 14, 16, 14,
    15, 14, 47, 45, 49, 40, 46, 45, 47, 33, 46, 39, 35, 42, 40, 47, 36, 44, 45, 41, 45, 39, 48, 40,
    49, 47, 43, 44, 48, 50, 45, 35, 38, 37, 39, 51, 45, 45, 47, 44, 41, 40, 44, 46, 40, 33, 42, 42,
    42, 43, 30, 41, 60, 51, 59, 56, 58, 66, 45, 63, 58, 61, 51, 53, 55, 50, 51, 53, 55, 67, 69, 50,
    57, 49, 67, 49, 57, 60, 48, 49, 56, 58, 61, 64, 56, 51, 56, 61, 56, 55, 48, 54, 56, 51, 51, 59,
    57, 52, 50, 52, 54, 51,
];
/// Width of petals in millimetres.
const WIDTH: [u8; 150] = [
    2, 2, 2, 2, 2, 4, 3, 2, 2, 1, 2, 2, 1, 1, 2, 4, 4, 3, 3, 3, 2, 4, 2, 5, 2, 2, 4, 2, 2, 2, 2, 4,
    1, 2, 2, 2, 2, 1, 2, 2, 3, 3, 2, 6, 4, 3, 2, 2, 2, 2, 14, 15, 15, 13, 15, 13, 16, 10, 13, 14,
    10, 15, 10, 14, 13, 14, 15, 10, 15, 11, 18, 13, 15, 12, 13, 14, 14, 17, 15, 10, 11, 10, 12, 16,
    15, 16, 15, 13, 13, 13, 12, 14, 12, 10, 13, 12, 13, 13, 11, 13, 25, 19, 21, 18, 22, 21, 17, 18,
    18, 25, 20, 19, 21, 20, 24, 23, 18, 22, 23, 15, 23, 20, 20, 18, 21, 18, 18, 18, 21, 16, 19, 20,
    22, 15, 14, 23, 24, 18, 18, 21, 24, 23, 19, 23, 25, 23, 19, 20, 23, 18,
];

fn table<'a>(columns: &'a [Vec<f64>], setback: &'a [bool]) -> Prepared {
    let columns = columns.iter().map(|c| Column::Numbers(c)).collect();
    Prepared::new(Table {
        columns,
        setback,
        weights: None,
    })
    .unwrap()
}

fn iris() -> Prepared {
    let columns = [LENGTH, WIDTH].map(|all| all.map(f64::from).to_vec());
    let virginica: Vec<bool> = (0..150).map(|flower| flower >= 100).collect();
    table(&columns, &virginica)
}

/// scikit-learn 1.9, `DecisionTreeClassifier(max_depth=2)`: width 17.5 parts 104 flowers with 5
/// virginica from 46 with 45; then length 49.5 parts 98 with 1 from 6 with 4.
#[test]
fn virginica_is_told_from_the_rest_as_scikit_learn_does() {
    let rows = iris();
    let options = Options {
        depth: 2,
        least_mass: 0.0,
        ..Options::default()
    };
    let tree = grow(&rows, &[true; 150], &options);
    let asks = |node: usize| match &tree.nodes[node].split {
        Some((column, Question::AtMost(limit), yes, no)) => (*column, *limit, *yes, *no),
        _ => panic!("{tree:?}"),
    };
    let (column, limit, narrow, wide) = asks(0);
    assert_eq!((column, limit), (1, 17.5));
    assert_eq!(tree.nodes[narrow].mass, 104.0 / 150.0);
    assert_eq!(tree.nodes[wide].density, 45.0 / 46.0);
    let (column, limit, short, long) = asks(narrow);
    assert_eq!((column, limit), (0, 49.5));
    assert_eq!(tree.nodes[short].density, 1.0 / 98.0);
    assert_eq!(tree.nodes[long].density, 4.0 / 6.0);
}

#[test]
fn folds_and_halves_that_make_no_sense_are_taken_for_the_fewest_that_do() {
    let rows = iris();
    for folds in [0, 1] {
        let found = pruned(
            &rows,
            &Options {
                folds,
                ..Options::default()
            },
        );
        assert!(found.explains.is_finite() && found.explains > 0.5);
    }
    let width = WIDTH.map(f64::from);
    let virginica: Vec<bool> = (0..150).map(|flower| flower >= 100).collect();
    let options = signposts::Options {
        halves: 0,
        ..signposts::Options::default()
    };
    let post = signpost_of(&width, &virginica, None, &options)
        .unwrap()
        .unwrap();
    assert_eq!(post.threshold, 16.5);
}

/// A box of known sides, 5 of 100 outcomes turned round: its sides come back within a peel.
#[test]
fn a_box_in_two_dimensions_is_found_through_noise() {
    let mut numbers = Numbers(12);
    let columns = numbers.columns(4, 4_000);
    let setback: Vec<bool> = (0..4_000)
        .map(|row| {
            let inside = columns[0][row] > 0.3 && columns[0][row] < 0.7 && columns[2][row] < 0.5;
            inside != (numbers.uniform() < 0.05)
        })
        .collect();
    let found = first_box(&table(&columns, &setback), &prim::Options::default()).unwrap();
    let limits: Vec<(usize, Option<f64>, Option<f64>)> = found
        .answer
        .restrictions
        .iter()
        .map(|own| match own.limit {
            Limit::Range { low, high } => (own.column, low, high),
            Limit::OneOf(_) => panic!("no categories"),
        })
        .collect();
    let [(0, Some(low), Some(high)), (2, None, Some(top))] = limits[..] else {
        panic!("{limits:?}")
    };
    for (found, known) in [(low, 0.3), (high, 0.7), (top, 0.5)] {
        assert!((found - known).abs() < 0.02, "{found} is not {known}");
    }
    assert!((found.answer.fit.density - 0.95).abs() < 0.02);
}

/// A small corner without noise holds all setbacks, and no more than a peel beside them.
#[test]
fn a_corner_is_found_whole() {
    let columns = Numbers(13).columns(3, 3_000);
    let corner = |row: usize| columns[0][row] < 0.35 && columns[1][row] > 0.65;
    let setback: Vec<bool> = (0..3_000).map(corner).collect();
    let found = first_box(&table(&columns, &setback), &prim::Options::default()).unwrap();
    let tests = found.answer.tests();
    assert_eq!(tests, [(0, prim::Side::High), (1, prim::Side::Low)]);
    let fit = found.answer.fit;
    assert!(fit.coverage > 0.97 && fit.density > 0.95, "{fit:?}");
}
