use super::super::statistics::{assert_uniform, correlation, ranks_of};
use super::super::{normal, stream::Stream};
use super::*;
use proptest::prelude::*;

const DRAWS: usize = 40_000;

fn pair(first: usize, second: usize, rank: f64) -> Pair {
    Pair {
        first,
        second,
        rank,
    }
}

fn independent(n: usize) -> Vec<Vec<f64>> {
    (0..n)
        .map(|i| {
            let mut column = vec![0.0; DRAWS];
            Stream::new(1, &format!("copula tests/{i}")).fill_uniform(0, &mut column);
            normal::normals(&mut column);
            column
        })
        .collect()
}

fn mixed(copula: &Copula) -> Vec<Vec<f64>> {
    let mut columns = independent(copula.members().len());
    copula.mix(
        &mut columns
            .iter_mut()
            .map(Vec::as_mut_slice)
            .collect::<Vec<_>>(),
    );
    columns
}

fn spearman(a: &[f64], b: &[f64]) -> f64 {
    correlation(&ranks_of(a), &ranks_of(b))
}

#[test]
fn the_rank_correlations_asked_for_are_achieved() {
    let pairs = [
        pair(13, 12, 0.5),
        pair(12, 30, -0.7),
        pair(13, 30, 0.1),
        pair(2, 3, 0.95),
    ];
    let copula = Copula::new(&pairs).unwrap();
    assert_eq!(copula.members(), [2, 3, 12, 13, 30]);
    let columns = mixed(&copula);
    let column = |member| &columns[copula.members().iter().position(|m| *m == member).unwrap()];
    // The standard error of a rank correlation is at most 1.1 / sqrt(n): 0.0055. Four of them.
    for Pair {
        first,
        second,
        rank,
    } in pairs
    {
        let got = spearman(column(first), column(second));
        assert!(
            (got - rank).abs() < 0.022,
            "{first} {second}: {got} for {rank}"
        );
    }
    assert!(
        spearman(column(2), column(12)).abs() < 0.022,
        "not asked for"
    );
}

#[test]
fn each_parameter_keeps_its_own_distribution() {
    let copula = Copula::new(&[pair(0, 1, 0.8), pair(1, 2, -0.3), pair(0, 2, 0.1)]).unwrap();
    for mut column in mixed(&copula) {
        normal::ranks(&mut column);
        assert_uniform(&column, "mixed column");
    }
}

#[test]
fn the_first_parameter_keeps_its_numbers_to_the_bit() {
    let copula = Copula::new(&[pair(5, 9, 0.8), pair(5, 7, -0.3)]).unwrap();
    assert_eq!(mixed(&copula)[0], independent(3)[0]);
}

#[test]
fn no_correlations_at_all_are_possible() {
    let copula = Copula::new(&[]).unwrap();
    assert!(copula.members().is_empty());
    copula.mix(&mut []);
    let zero = Copula::new(&[pair(1, 2, 0.0)]).unwrap();
    assert_eq!(mixed(&zero), independent(2));
}

#[test]
fn perfect_correlations_are_possible() {
    let pairs = [
        pair(0, 1, 1.0),
        pair(0, 2, -1.0),
        pair(1, 2, -1.0),
        pair(0, 3, 0.5),
        pair(1, 3, 0.5),
        pair(2, 3, -0.5),
    ];
    let columns = mixed(&Copula::new(&pairs).unwrap());
    assert_eq!(columns[0], columns[1]);
    assert!(columns[0].iter().zip(&columns[2]).all(|(a, b)| *a == -*b));
    assert!((spearman(&columns[2], &columns[3]) + 0.5).abs() < 0.022);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let fault = |pairs: &[Pair]| Copula::new(pairs).unwrap_err();
    assert_eq!(
        fault(&[pair(0, 1, 1.1)]),
        CopulaError::OutOfRange(pair(0, 1, 1.1))
    );
    assert!(matches!(
        fault(&[pair(0, 1, f64::NAN)]),
        CopulaError::OutOfRange(_)
    ));
    assert_eq!(fault(&[pair(4, 4, 0.5)]), CopulaError::WithItself(4));
    assert_eq!(
        fault(&[pair(4, 2, 0.5), pair(2, 4, 0.5)]),
        CopulaError::Repeated(2, 4)
    );
}

#[test]
fn an_impossible_matrix_is_refused_with_the_nearest_possible_one() {
    // All three move against each other: -0.9 each cannot be, -0.483 (r = -1/2) each can.
    let pairs = [pair(8, 3, -0.9), pair(3, 5, -0.9), pair(5, 8, -0.9)];
    let Err(CopulaError::Impossible(changes)) = Copula::new(&pairs) else {
        panic!("should be impossible")
    };
    assert_eq!(changes.len(), 3);
    for change in &changes {
        assert!(change.first < change.second);
        assert_eq!(change.given, Some(-0.9));
        assert!((change.nearest + 0.483).abs() < 0.002, "{change:?}");
    }
    // A pair nobody wrote has to move too: it is listed without an old value.
    let Err(CopulaError::Impossible(changes)) = Copula::new(&[pair(0, 1, 0.95), pair(1, 2, 0.95)])
    else {
        panic!("should be impossible")
    };
    let unwritten = changes
        .iter()
        .find(|change| change.given.is_none())
        .unwrap();
    assert_eq!((unwritten.first, unwritten.second), (0, 2));
    assert!(unwritten.nearest > 0.05);
}

#[test]
fn the_nearest_matrix_is_that_of_the_published_example() {
    // Higham (2002), section 4: the answer to four digits.
    let matrix = [[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 1.0, 1.0]].map(Vec::from);
    let got = nearest(&matrix);
    for (i, j, want) in [(0, 1, 0.7607), (1, 2, 0.7607), (0, 2, 0.1573), (0, 0, 1.0)] {
        assert!((got[i][j] - want).abs() < 5e-5, "{} {want}", got[i][j]);
        assert_eq!(got[i][j], got[j][i]);
    }
}

#[test]
fn rank_and_normal_correlations_turn_into_each_other() {
    for i in -1_000..=1_000 {
        let rank = f64::from(i) / 1_000.0;
        let want = 2.0 * (std::f64::consts::PI * rank / 6.0).sin();
        assert!((to_pearson(rank) - want).abs() < 1e-15, "{rank}");
        assert!(
            (of_pearson(to_pearson(rank)) - rank).abs() < 4e-15,
            "{rank}"
        );
    }
    assert_eq!((to_pearson(1.0), to_pearson(-1.0)), (1.0, -1.0));
}

/// Random directions in few dimensions: their products are correlations, often singular ones.
fn gram(vectors: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let mut matrix: Vec<Vec<f64>> = vectors
        .iter()
        .map(|a| {
            vectors
                .iter()
                .map(|b| dot(a, b) / (dot(a, a) * dot(b, b)).sqrt())
                .collect()
        })
        .collect();
    for (i, row) in matrix.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    matrix
}

fn vectors() -> impl Strategy<Value = Vec<Vec<f64>>> {
    (1_usize..6, 2_usize..9).prop_flat_map(|(dimensions, count)| {
        let vector = prop::collection::vec(-1.0..1.0, dimensions).prop_filter("a direction", |v| {
            v.iter().map(|x| x * x).sum::<f64>() > 1e-3
        });
        prop::collection::vec(vector, count)
    })
}

proptest! {
    #[test]
    fn every_possible_matrix_is_factored_singular_or_not(vectors in vectors()) {
        let matrix = gram(&vectors);
        let factor = factor(&matrix);
        prop_assert!(factor.is_some());
        let factor = factor.unwrap();
        for (i, row) in factor.iter().enumerate() {
            for (j, other) in factor.iter().enumerate().take(i + 1) {
                let back: f64 = row.iter().zip(other).map(|(x, y)| x * y).sum();
                prop_assert!((back - matrix[i][j]).abs() < 2e-6, "{} {}", back, matrix[i][j]);
            }
        }
    }

    #[test]
    fn what_is_suggested_is_accepted_and_changes_nothing_possible(ranks in prop::collection::vec(-1.0..1.0_f64, 10)) {
        let places = (0..5).flat_map(|i| (0..i).map(move |j| (i, j)));
        let pairs: Vec<Pair> = places.zip(ranks).map(|((i, j), rank)| pair(i, j, rank)).collect();
        if let Err(fault) = Copula::new(&pairs) {
            let CopulaError::Impossible(changes) = fault else { panic!("{fault:?}") };
            let suggested: Vec<Pair> =
                changes.iter().map(|c| pair(c.first, c.second, c.nearest)).collect();
            prop_assert!(Copula::new(&suggested).is_ok());
        }
    }
}
