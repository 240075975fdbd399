//! The tables of docs/model.md, 6.2, from the embedded histories.

use std::collections::BTreeMap;

use foretree::analysis::backtest::fit::{Shape, fit, training};
use foretree::analysis::backtest::rivals::Rival;
use foretree::analysis::backtest::summary::{Summary, paired};
use foretree::live::backtest::{Histories, Ranges, embedded_fits};
use foretree::report::backtest::{Asked, backtest_csv};
use foretree::report::fill_backtest::fill_backtest;

/// Published figures are rounded to three digits, and step 2 of the published fit searched in a
/// way that its text leaves open: shares inside may differ by three points.
const INSIDE: f64 = 0.03;

fn near(found: f64, published: f64, within: f64, what: &str) {
    assert!(
        (found - published).abs() <= within,
        "{what}: {found} instead of {published}"
    );
}

#[test]
fn the_tide_of_rolling_origins_does_as_published() {
    let histories = Histories::embedded();
    let cases = histories.tide(&embedded_fits());
    let all = Summary::of(&cases).unwrap();
    assert_eq!(all.cases, 3_207);
    near(all.mae, 0.062, 0.0005, "MAE");
    near(all.bias, -0.023, 0.0005, "bias");
    // What the published tables call CRPS is the score over five quantiles.
    near(all.five_points, 0.0407, 0.001, "five points");
    assert!(
        all.crps > all.five_points,
        "the whole distribution costs more"
    );
    for (share, published) in all.inside.iter().zip([0.53, 0.80, 0.89]) {
        near(*share, published, INSIDE, "inside");
    }
    for (tenth, published) in [(0, 0.04), (4, 0.11), (9, 0.17)] {
        near(all.pit[tenth], published, 0.015, "PIT");
    }
}

#[test]
fn groups_five_to_ten_years_ahead_do_as_published() {
    let histories = Histories::embedded();
    let mut cases = histories.tide(&embedded_fits());
    cases.retain(|case| (5..=10).contains(&case.horizon));
    for (group, count, mae, bias) in [
        ("all", 1_967, 0.066, -0.022),
        ("ldc", 334, 0.073, -0.029),
        ("low", 155, 0.051, 0.003),
        ("lower_middle", 457, 0.089, -0.043),
        ("upper_middle", 601, 0.071, -0.027),
        ("high", 754, 0.052, -0.009),
    ] {
        let found = Summary::of(histories.of_group(&cases, group)).unwrap();
        assert_eq!(found.cases, count, "{group}");
        near(found.mae, mae, 0.0015, group);
        near(found.bias, bias, 0.004, group);
    }
}

#[test]
fn the_connectivity_block_from_2017_does_as_published() {
    let histories = Histories::embedded();
    let fits = embedded_fits();
    let published = [
        ("all", 176, 0.052, 0.058, 0.86, 0.88),
        ("ldc", 35, 0.063, 0.081, 0.94, 0.91),
        ("low", 17, 0.053, 0.079, 0.94, 0.88),
        ("lower_middle", 42, 0.080, 0.087, 0.83, 0.88),
        ("upper_middle", 52, 0.054, 0.058, 0.90, 0.90),
        ("high", 65, 0.032, 0.035, 0.83, 0.85),
    ];
    let (shipped, then) = (
        histories.block(Ranges::Shipped, &fits),
        histories.block(Ranges::AsOf, &fits),
    );
    for (group, count, mae_shipped, mae_then, inside_shipped, inside_then) in published {
        for (cases, mae, inside) in [
            (&shipped, mae_shipped, inside_shipped),
            (&then, mae_then, inside_then),
        ] {
            let found = Summary::of(histories.of_group(cases, group)).unwrap();
            assert_eq!(found.cases, count, "{group}");
            near(found.mae, mae, 0.0015, group);
            // Two countries of 42 are five points.
            near(found.inside[2], inside, 0.055, group);
        }
    }
}

#[test]
fn the_tide_beats_its_rivals_by_more_than_four_errors() {
    let histories = Histories::embedded();
    let tide = histories.tide(&embedded_fits());
    for rival in Rival::ALL {
        let apart = paired(&histories.rival(rival), &tide, |case| case.crps).unwrap();
        assert!(apart.mean > 4.0 * apart.error, "{rival:?} {apart:?}");
    }
    for (rival, mae, bias) in [
        (Rival::NoChange, 0.189, -0.189),
        (Rival::LinearTrend, 0.104, -0.037),
        (Rival::LogisticTrend, 0.104, 0.030),
    ] {
        let found = Summary::of(&histories.rival(rival)).unwrap();
        near(found.mae, mae, 0.0015, "MAE");
        near(found.bias, bias, 0.0015, "bias");
    }
}

#[test]
fn the_embedded_table_is_what_the_backtest_finds_now() {
    let report = fill_backtest(
        Asked::default(),
        &Histories::embedded(),
        &embedded_fits(),
        false,
    );
    let kept = include_str!("../../seeds/backtest.csv");
    let rows = kept.split_once('\n').unwrap().1;
    assert_eq!(
        rows,
        backtest_csv(&report),
        "run `foretree backtest --format csv` and put it below the first line of seeds/backtest.csv"
    );
}

#[test]
fn the_embedded_fits_are_what_the_fit_finds_now() {
    let histories = Histories::embedded();
    let shape = Shape::default();
    let fits: BTreeMap<_, _> = embedded_fits()
        .keys()
        .map(|origin| {
            (
                *origin,
                fit(&training(&histories.panel, *origin, shape.window), shape).unwrap(),
            )
        })
        .collect();
    assert_eq!(
        fits,
        embedded_fits(),
        "run `foretree backtest --refit --format json`"
    );
}

#[test]
fn the_order_of_countries_changes_nothing() {
    let histories = Histories::embedded();
    let mut turned = histories.clone();
    turned.panel.reverse();
    turned.countries.reverse();
    let fits = embedded_fits();
    let (one, other) = (histories.tide(&fits), turned.tide(&fits));
    let (a, b) = (Summary::of(&one).unwrap(), Summary::of(&other).unwrap());
    for (x, y) in [(a.mae, b.mae), (a.bias, b.bias), (a.crps, b.crps)] {
        assert!((x - y).abs() < 1e-12);
    }
    assert_eq!(
        (a.inside, a.countries, a.pit),
        (b.inside, b.countries, b.pit)
    );
    let rival = |h: &Histories| Summary::of(&h.rival(Rival::LinearTrend)).unwrap();
    assert!((rival(&histories).crps - rival(&turned).crps).abs() < 1e-12);
}

#[test]
fn the_documentation_tells_what_the_table_holds() {
    let text = include_str!("../../docs/model.md");
    let found = |protocol: &str, ranges: &str, group: &str| {
        let rows = foretree::seeds::catalogue().backtest.iter();
        rows.filter(|row| row.origin.is_none() || row.protocol == "block")
            .find(|row| {
                row.protocol == protocol
                    && row.ranges == ranges
                    && row.group == group
                    && (row.protocol == "block" || row.horizon.is_none())
            })
            .unwrap()
            .clone()
    };
    let short = |share: f64| format!("{share:.3}").replace("0.", ".");
    let inside = |row: &foretree::seeds::BacktestRow| {
        [row.inside_50, row.inside_80, row.inside_90]
            .map(|s| format!("{:.0}", s * 100.0))
            .join(" / ")
    };
    for (name, group) in [
        ("all", "all"),
        ("least developed", "ldc"),
        ("low income", "low"),
        ("lower-middle", "lower_middle"),
        ("upper-middle", "upper_middle"),
        ("high", "high"),
    ] {
        let (shipped, then) = (
            found("block", "shipped", group),
            found("block", "as_of", group),
        );
        let line = format!(
            "| {name} | {} | {:.1} | {:.1} | {:.1} | {}; {} | {} | {} |",
            then.cases,
            then.rise_observed * 100.0,
            shipped.rise_median * 100.0,
            then.rise_median * 100.0,
            short(shipped.mae),
            short(then.mae),
            inside(&shipped),
            inside(&then)
        );
        assert!(text.contains(&line), "docs/model.md should have:\n{line}");
    }
}
