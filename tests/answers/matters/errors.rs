//! Bad data get a reason, never a number.

use foretree::analysis::matters::sobol::{Design, indices};
use foretree::analysis::matters::{Factor, Factors, Fault, LEAST_CASES, Settings, spearman};

fn ramp(count: usize) -> Vec<f64> {
    (0..count).map(|i| i as f64).collect()
}

#[test]
fn few_cases_constants_and_no_numbers_are_told_apart() {
    let x = ramp(200);
    let factors = Factors::new(&[Factor::Number(&x)]).unwrap();
    assert_eq!(factors.against(&[1.0; 200]).unwrap_err(), Fault::Constant);
    let mut holes = x.clone();
    holes[7] = f64::NAN;
    let fault = Fault::NotANumber { factor: None };
    assert_eq!(factors.against(&holes).unwrap_err(), fault);
    let fault = Factors::new(&[Factor::Number(&x), Factor::Number(&holes)]).unwrap_err();
    assert_eq!(fault, Fault::NotANumber { factor: Some(1) });
    let few = ramp(12);
    let fault = Factors::new(&[Factor::Number(&few)]).unwrap_err();
    let least = LEAST_CASES;
    assert_eq!(fault, Fault::TooFew { cases: 12, least });
    assert_eq!(Factors::new(&[]).unwrap_err(), Fault::NoFactors);
    let fault = Factors::new(&[Factor::Number(&x), Factor::Number(&few)]).unwrap_err();
    let length = Fault::Length {
        found: 12,
        expected: 200,
    };
    assert_eq!(fault, length);
    assert!(matches!(factors.against(&few), Err(Fault::Length { .. })));
}

#[test]
fn copies_of_few_draws_are_few_draws() {
    let many: Vec<f64> = (0..1_000).map(|i| f64::from(i % 20)).collect();
    let factors = Factors::new(&[Factor::Number(&many)]).unwrap();
    let fault = factors.against(&many).unwrap_err();
    assert!(
        matches!(fault, Fault::TooFew { cases: 20, .. }),
        "{fault:?}"
    );
}

#[test]
fn a_constant_input_moves_nothing_and_breaks_nothing() {
    let (x, same) = (ramp(500), vec![3.0; 500]);
    let factors = Factors::new(&[Factor::Number(&x), Factor::Number(&same)]).unwrap();
    let against = factors.against(&x).unwrap();
    let settings = Settings::default();
    assert_eq!(against.rank_correlations()[1], None);
    assert!(against.first_order(&settings)[1].is_noise());
    assert!(against.pawn(&settings).of[1].max.is_noise());
    assert!(against.delta(&settings)[1].is_noise());
    assert_eq!(against.total(&settings).of[1].value, 0.0);
    assert_eq!(against.swings()[1], None);
    assert!(against.swings()[0].is_some_and(|swing| swing.high > swing.low));
}

#[test]
fn an_output_of_two_values_has_shares_too() {
    let x: Vec<f64> = ramp(1_000);
    let output: Vec<f64> = x.iter().map(|x| f64::from(u8::from(*x > 900.0))).collect();
    let factors = Factors::new(&[Factor::Number(&x)]).unwrap();
    let against = factors.against(&output).unwrap();
    let settings = Settings::default();
    for estimate in [
        against.first_order(&settings)[0],
        against.pawn(&settings).of[0].max,
        against.delta(&settings)[0],
    ] {
        assert!(
            estimate.value.is_finite() && !estimate.is_noise(),
            "{estimate:?}"
        );
        assert!(estimate.low <= estimate.value && estimate.value <= estimate.high);
    }
}

#[test]
fn a_design_with_holes_is_refused() {
    let (a, b) = (ramp(200), ramp(200));
    let settings = Settings::default();
    let short = vec![ramp(199)];
    let design = |mixed| Design {
        a: &a,
        b: &b,
        mixed,
    };
    assert!(matches!(
        indices(&design(&short), &settings),
        Err(Fault::Length { .. })
    ));
    let holes = vec![vec![f64::NAN; 200]];
    let fault = Fault::NotANumber { factor: Some(0) };
    assert_eq!(indices(&design(&holes), &settings), Err(fault));
    let same = vec![1.0; 200];
    let all = vec![same.clone()];
    let design = Design {
        a: &same,
        b: &same,
        mixed: &all,
    };
    assert_eq!(indices(&design, &settings), Err(Fault::Constant));
    assert_eq!(spearman(&same, &a), Err(Fault::Constant));
}
