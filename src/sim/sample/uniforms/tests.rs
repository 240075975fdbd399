use super::super::statistics::{assert_chi_square, assert_uniform, correlation};
use super::*;
use proptest::prelude::*;

const DESIGNS: [Sampling; 3] = [
    Sampling::LatinHypercube,
    Sampling::Sobol,
    Sampling::Independent,
];

fn column(design: Sampling, dimension: usize, dimensions: usize, seed: u64) -> Vec<f64> {
    let mut out = vec![0.0; 10_000];
    Uniforms::new(design, dimensions, 10_000, seed)
        .unwrap()
        .fill(dimension, 0, &mut out);
    out
}

#[test]
fn a_new_dimension_leaves_the_others_alone() {
    for design in DESIGNS {
        assert_eq!(column(design, 4, 5, 1), column(design, 4, 72, 1));
        assert_ne!(column(design, 4, 72, 1), column(design, 5, 72, 1));
        assert_ne!(column(design, 4, 72, 1), column(design, 4, 72, 2));
    }
}

#[test]
fn columns_of_every_design_are_uniform_and_open() {
    for design in DESIGNS {
        for dimension in 0..72 {
            let numbers = column(design, dimension, 72, 20_250_601);
            assert_uniform(&numbers, "column");
            assert!(numbers.iter().all(|u| 0.0 < *u && *u < 1.0));
        }
    }
}

/// Correlations between the 72 columns are those of independent ones; a Sobol sequence may only do
/// better than that.
#[test]
fn columns_of_every_design_do_not_correlate() {
    for design in DESIGNS {
        let columns: Vec<Vec<f64>> = (0..72).map(|d| column(design, d, 72, 3)).collect();
        let mut square = 0.0;
        for (i, one) in columns.iter().enumerate() {
            for two in &columns[..i] {
                let r = correlation(one, two);
                assert!(r.abs() < 0.053, "{design:?} {r}"); // 2,556 pairs at 1e-7 each
                square += r * r * 10_000.0;
            }
        }
        if design == Sampling::Sobol {
            assert!(square < 2_556.0, "{square}");
        } else {
            assert_chi_square(square, 2_556.0, "correlations");
        }
    }
}

#[test]
fn designs_too_large_are_refused() {
    let new = |dimensions, draws| Uniforms::new(Sampling::Independent, dimensions, draws, 0);
    assert_eq!(
        new(129, 1).unwrap_err(),
        DesignError::TooManyDimensions(129)
    );
    assert_eq!(
        new(1, 100_000_001).unwrap_err(),
        DesignError::TooManyDraws(100_000_001)
    );
    assert!(new(128, 100_000_000).is_ok());
}

#[test]
fn no_draws_at_all_are_a_legal_design() {
    for design in DESIGNS {
        Uniforms::new(design, 3, 0, 1).unwrap().fill(2, 0, &mut []);
    }
}

proptest! {
    #[test]
    fn chunks_do_not_change_the_numbers(first in 0_usize..9_000, cut in 0_usize..1_000, which in 0_usize..3) {
        let uniforms = Uniforms::new(DESIGNS[which], 3, 10_000, 7).unwrap();
        let mut whole = vec![0.0; 1_000];
        uniforms.fill(2, first as u64, &mut whole);
        let mut parts = vec![0.0; 1_000];
        let (early, late) = parts.split_at_mut(cut);
        uniforms.fill(2, (first + cut) as u64, late);
        uniforms.fill(2, first as u64, early);
        prop_assert_eq!(whole, parts);
    }
}
