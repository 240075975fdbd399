use super::*;

#[test]
fn shares_below_agree_with_forty_digit_values() {
    for (z, want) in [
        (-8.2, 1.201_935_154_273_585_8e-16),
        (-5.0, 2.866_515_718_791_939e-7),
        (-3.0, 1.349_898_031_630_094_5e-3),
        (-1.645, 4.998_490_553_912_136e-2),
        (-0.7, 0.241_963_652_223_073_03),
        (-0.01, 0.496_010_643_685_368_4),
        (0.0, 0.5),
        (0.3, 0.617_911_422_188_952_6),
        (2.0, 0.977_249_868_051_820_8),
        (4.0, 0.999_968_328_758_166_9),
    ] {
        let got: f64 = cdf(z);
        assert!((got / want - 1.0).abs() < 1e-14, "{z}: {got} {want}");
    }
}

#[test]
fn going_to_normal_numbers_and_back_changes_nothing() {
    let mut column: Vec<f64> = (1..100_000).map(|i| f64::from(i) / 100_000.0).collect();
    column.extend([1e-12, 1e-15, 1.0 - 1e-12]);
    let before = column.clone();
    normals(&mut column);
    ranks(&mut column);
    for (back, u) in column.iter().zip(before) {
        assert!((back / u - 1.0).abs() < 1e-13, "{u} {back}");
    }
}

#[test]
fn a_column_has_the_same_bits_as_its_numbers_one_by_one() {
    let mut column: Vec<f64> = (1..1_003).map(|i| f64::from(i) / 1_003.0).collect();
    let one_by_one: Vec<f64> = column.iter().map(|u| probit(*u)).collect();
    normals(&mut column);
    assert_eq!(column, one_by_one);
    let shares: Vec<f64> = column.iter().map(|z| cdf(*z)).collect();
    ranks(&mut column);
    assert_eq!(column, shares);
}
