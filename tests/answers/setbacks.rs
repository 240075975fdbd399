//! Boxes, trees and signposts: known answers of other tools, and what must hold for any table.

use foretree::analysis::setbacks::cart::{self, pruned};
use foretree::analysis::setbacks::prim::{
    Limit, Options, Side, Value, boxes, first_box, half_sample, held, quasi_p, stability,
};
use foretree::analysis::setbacks::signposts::{self, Alarm, signposts};
use foretree::analysis::setbacks::{Column, Fault, LEAST_CASES, Prepared, Table};
use proptest::prelude::*;

use super::oracles::oracle;

/// Columns, and which rows are setbacks: the last column of a file.
fn table(name: &str) -> (Vec<Vec<f64>>, Vec<bool>) {
    let path = format!("{}/tests/oracles/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text.lines().skip(1).map(|line| {
        let cells = line.split(',').map(|cell| cell.parse().unwrap());
        cells.collect::<Vec<f64>>()
    });
    let rows: Vec<Vec<f64>> = rows.collect();
    let last = rows[0].len() - 1;
    let column = |place: usize| rows.iter().map(|row| row[place]).collect();
    let setback = rows.iter().map(|row| row[last] > 0.5).collect();
    ((0..last).map(column).collect(), setback)
}

fn prepared(columns: &[Vec<f64>], setback: &[bool]) -> Prepared {
    let columns = columns.iter().map(|c| Column::Numbers(c)).collect();
    let weights = None;
    Prepared::new(Table {
        columns,
        setback,
        weights,
    })
    .unwrap()
}

fn fault(columns: Vec<Column<'_>>, setback: &[bool]) -> Fault {
    let weights = None;
    Prepared::new(Table {
        columns,
        setback,
        weights,
    })
    .unwrap_err()
}

/// Numbers that look random, 0..1: SplitMix64.
fn noise(seed: u64, count: usize) -> Vec<f64> {
    let mut state = seed.wrapping_mul(0x2545_f491_4f6c_dd1d);
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    };
    (0..count).map(|_| next()).collect()
}

/// Columns of chance, with setbacks where the first is high and the second low, and some besides.
fn planted(seed: u64, columns: usize, rows: usize) -> (Vec<Vec<f64>>, Vec<bool>) {
    let columns: Vec<Vec<f64>> = (0..columns)
        .map(|c| noise(seed + 1000 * c as u64, rows))
        .collect();
    let luck = noise(seed + 77, rows);
    let setback = |row: usize| (columns[0][row] > 0.6 && columns[1][row] < 0.5) || luck[row] < 0.04;
    let setback = (0..rows).map(setback).collect();
    (columns, setback)
}

#[test]
fn the_known_box_is_found_and_nothing_else_is_limited() {
    let (columns, setback) = table("prim_known_box.csv");
    let rows = prepared(&columns, &setback);
    let found = first_box(&rows, &Options::default()).unwrap();
    assert_eq!(
        found.answer.tests(),
        [(0, Side::Low), (2, Side::High)],
        "a > 0.6 and c < 0.3"
    );
    let Limit::Range { low: Some(a), .. } = found.answer.restrictions[0].limit else {
        panic!("a has a lowest value")
    };
    let Limit::Range { high: Some(c), .. } = found.answer.restrictions[1].limit else {
        panic!("c has a highest value")
    };
    assert!((a - 0.6).abs() < 0.02 && (c - 0.3).abs() < 0.02, "{a} {c}");
    assert!(found.answer.fit.coverage > 0.97 && found.answer.fit.density > 0.97);
    assert!(quasi_p(&rows, &found).iter().all(|p| *p < 1e-50));
}

#[test]
fn the_way_to_the_known_box_is_that_of_the_ema_workbench() {
    let (columns, setback) = table("prim_known_box.csv");
    let found = first_box(&prepared(&columns, &setback), &Options::default()).unwrap();
    let theirs = oracle("prim_known_box_trajectory.json");
    let theirs = theirs["trajectory"].as_array().unwrap();
    // Where two slices are equally good each tool takes another; up to here both are.
    for (ours, theirs) in found.trajectory.iter().zip(theirs).take(39) {
        let fit = ours.found.fit;
        for (place, ours) in [fit.coverage, fit.density, fit.mass].iter().enumerate() {
            let theirs = theirs[place].as_f64().unwrap();
            assert!((ours - theirs).abs() < 1e-12, "{ours} {theirs}");
        }
    }
    let best = |fit: &[f64]| 2.0 * fit[0] * fit[1] / (fit[0] + fit[1]);
    let theirs = theirs.last().unwrap();
    let theirs = [theirs[0].as_f64().unwrap(), theirs[1].as_f64().unwrap()];
    let ours = [found.answer.fit.coverage, found.answer.fit.density];
    assert!(best(&ours) >= best(&theirs) - 0.005, "{ours:?} {theirs:?}");
}

#[test]
fn a_search_in_half_of_the_rows_finds_the_known_box_again() {
    let (columns, setback) = table("prim_known_box.csv");
    let rows = prepared(&columns, &setback);
    let options = Options::default();
    let found = first_box(&rows, &options).unwrap();
    let halves = (0..20).filter_map(|round| half_sample(&rows, &found, &options, 7, round));
    let stable = stability(&found, &halves.collect::<Vec<_>>()).unwrap();
    assert_eq!(stable.back, [1.0, 1.0]);
    assert!(
        stable.density > 0.95 && stable.coverage > 0.95,
        "{stable:?}"
    );
    assert_eq!(held(&rows, &found, &stable), found.answer);
}

#[test]
fn two_regions_take_two_boxes() {
    let columns: Vec<Vec<f64>> = (1..=4).map(|seed| noise(seed, 4000)).collect();
    let [a, b, c, d] = [0, 1, 2, 3].map(|place| &columns[place]);
    let setback = |row: usize| (a[row] > 0.7 && b[row] > 0.6) || (c[row] < 0.25 && d[row] < 0.3);
    let setback: Vec<bool> = (0..4000).map(setback).collect();
    let rows = prepared(&columns, &setback);
    let found = boxes(&rows, &Options::default()).unwrap();
    assert_eq!(found.len(), 2);
    let covered: f64 = found.iter().map(|one| one.answer.fit.coverage).sum();
    assert!(covered > 0.95, "{covered}");
    let fits: Vec<_> = found.iter().map(|one| one.answer.fit).collect();
    assert!(fits.iter().all(|fit| fit.density > 0.9), "{fits:?}");
    let inside = found.iter().map(|one| one.answer.members(&rows));
    let twice = inside.fold(vec![0; 4000], |mut count, members| {
        count
            .iter_mut()
            .zip(members)
            .for_each(|(count, inside)| *count += i32::from(inside));
        count
    });
    let both = twice.iter().filter(|count| **count == 2).count();
    assert!(
        both <= 80,
        "the second box was looked for among other rows: {both}"
    );
}

#[test]
fn how_a_node_turned_out_can_be_a_limit() {
    let a = noise(5, 3000);
    let codes: Vec<u16> = noise(6, 3000).iter().map(|u| (u * 4.0) as u16).collect();
    let setback: Vec<bool> = (0..3000)
        .map(|r| a[r] > 0.5 && (codes[r] == 1 || codes[r] == 3))
        .collect();
    let columns = vec![Column::Numbers(&a), Column::Categories(&codes)];
    let rows = Prepared::new(Table {
        columns,
        setback: &setback,
        weights: None,
    })
    .unwrap();
    let found = first_box(&rows, &Options::default()).unwrap();
    assert_eq!(found.answer.restrictions[1].limit, Limit::OneOf(vec![1, 3]));
    assert!(found.answer.fit.coverage > 0.97 && found.answer.fit.density > 0.97);
    let inside = found.answer.members(&rows);
    for row in 0..3000 {
        let value = |column: usize| match column {
            0 => Value::Number(a[row]),
            _ => Value::Category(codes[row]),
        };
        assert_eq!(
            found.answer.holds(&value),
            inside[row],
            "told limits mean the same rows"
        );
    }
}

/// scikit-learn 1.9.1: DecisionTreeClassifier(min_samples_leaf=5).cost_complexity_pruning_path on
/// the irises of Fisher (1936), versicolor against the rest, tests/oracles/iris.csv.
#[test]
fn trees_are_cut_back_as_scikit_learn_does() {
    let (columns, setback) = table("iris.csv");
    let options = cart::Options {
        depth: 30,
        least_mass: 5.0 / 150.0,
        ..cart::Options::default()
    };
    let pruned = pruned(&prepared(&columns, &setback), &options);
    let alphas = [
        0.0,
        0.001_932_367_149_758,
        0.002_388_888_888_889,
        0.029_660_493_827_160,
        0.185_453_569_511_541,
    ];
    let risks = [
        0.039_555_555_555_556,
        0.041_487_922_705_314,
        0.043_876_811_594_203,
        0.073_537_305_421_363,
        0.444_444_444_444_444,
    ];
    assert_eq!(pruned.sequence.len(), alphas.len());
    for (place, own) in pruned.sequence.iter().enumerate() {
        assert!((own.alpha - alphas[place]).abs() < 1e-12, "{own:?}");
        assert!((own.risk - risks[place]).abs() < 1e-12, "{own:?}");
    }
}

/// scikit-learn 1.9.1, DecisionTreeClassifier() on prim_known_box.csv: two questions, both sides
/// pure.
#[test]
fn the_second_opinion_finds_the_known_box_too() {
    let (columns, setback) = table("prim_known_box.csv");
    let pruned = pruned(&prepared(&columns, &setback), &cart::Options::default());
    let rules = pruned.tree.rules();
    assert_eq!(rules.len(), 1);
    let ends = |place: usize| match rules[0].limits[place].1 {
        Limit::Range { low, high } => (low, high),
        Limit::OneOf(_) => (None, None),
    };
    let ((Some(a), None), (None, Some(c))) = (ends(0), ends(1)) else {
        panic!("a has a lowest value and c a highest")
    };
    assert!((a - 0.599_035_32).abs() < 1e-8 && (c - 0.299_426_39).abs() < 1e-8);
    assert_eq!((rules[0].fit.coverage, rules[0].fit.density), (1.0, 1.0));
    assert!(pruned.explains > 0.95);
}

#[test]
fn a_tree_grown_on_noise_is_cut_back_to_nothing_nearly_always() {
    let grown = (0..60).filter(|round| {
        let columns: Vec<Vec<f64>> = (0..5).map(|c| noise(100 * round + c, 300)).collect();
        let setback: Vec<bool> = noise(100 * round + 50, 300)
            .iter()
            .map(|u| *u < 0.3)
            .collect();
        pruned(&prepared(&columns, &setback), &cart::Options::default())
            .tree
            .leaves()
            > 1
    });
    let grown = grown.count();
    assert!(grown <= 6, "{grown} of 60");
}

#[test]
fn a_signpost_that_is_the_setback_itself_never_errs() {
    let a = noise(9, 1000);
    let setback: Vec<bool> = a.iter().map(|a| *a < 0.3).collect();
    let best = signposts(
        &prepared(&[noise(4, 1000), a], &setback),
        &signposts::Options::default(),
    );
    assert_eq!((best[0].column, best[0].alarm), (1, Alarm::Below));
    assert_eq!(
        (best[0].hits, best[0].false_alarms, best[0].score),
        (1.0, 0.0, 1.0)
    );
    assert!((best[0].threshold - 0.3).abs() < 0.005);
    assert!(best[0].unseen > 0.97 && best[0].holds(2) && !best[1].holds(2));
}

/// Youden (1950): J is the height of the ROC curve above the diagonal. For y true with chance u
/// at u uniform, an alarm above t has hits 1 - t², false alarms (1 - t)²: J = 2t(1 - t), at most
/// 1/2 at t = 1/2.
#[test]
fn the_best_threshold_of_a_known_curve_is_found() {
    let (u, luck) = (noise(21, 40_000), noise(22, 40_000));
    let setback: Vec<bool> = u.iter().zip(&luck).map(|(u, luck)| luck < u).collect();
    let found = signposts(&prepared(&[u], &setback), &signposts::Options::default())[0];
    assert_eq!(found.alarm, Alarm::Above);
    assert!((found.threshold - 0.5).abs() < 0.06, "{}", found.threshold);
    assert!((found.score - 0.5).abs() < 0.02 && (found.unseen - 0.5).abs() < 0.02);
    assert!((found.hits - found.false_alarms - found.score).abs() < 1e-12);
}

/// Stated: at most 1 in 10 searches in pure noise end with a limit that counts as stable, and
/// no more than 1 in 20 with a signpost that holds. Of 100 searches each: 3 standard errors more.
#[test]
fn pure_noise_yields_no_stable_limit_and_no_signpost() {
    let options = Options::default();
    let (mut limits, mut posts) = (0, 0);
    for round in 0..100_u64 {
        let columns: Vec<Vec<f64>> = (0..5).map(|c| noise(500 * round + c, 300)).collect();
        let setback: Vec<bool> = noise(500 * round + 99, 300)
            .iter()
            .map(|u| *u < 0.3)
            .collect();
        let rows = prepared(&columns, &setback);
        let found = first_box(&rows, &options).unwrap();
        let halves = (0..20).filter_map(|half| half_sample(&rows, &found, &options, round, half));
        let stable = stability(&found, &halves.collect::<Vec<_>>()).unwrap();
        limits += usize::from((0..stable.back.len()).any(|place| stable.is_stable(place)));
        let found = signposts(&rows, &signposts::Options::default());
        posts += usize::from(found.iter().any(|post| post.holds(5)));
    }
    assert!(limits <= 19, "{limits} of 100");
    assert!(posts <= 11, "{posts} of 100");
}

#[test]
fn what_cannot_be_answered_is_said() {
    let a = noise(3, 200);
    let some = |count: usize| (0..200).map(|row| row < count).collect::<Vec<bool>>();
    let numbers = || vec![Column::Numbers(&a)];
    assert_eq!(fault(numbers(), &some(0)), Fault::NoSetbacks { runs: 200 });
    assert_eq!(
        fault(numbers(), &some(200)),
        Fault::AllSetbacks { runs: 200 }
    );
    let few = Fault::TooFewSetbacks {
        runs: 200,
        setbacks: 5,
        needed: 40 * LEAST_CASES,
    };
    assert_eq!(fault(numbers(), &some(5)), few);
    let few = Fault::TooFewOthers {
        runs: 200,
        others: 10,
        needed: 20 * LEAST_CASES,
    };
    assert_eq!(fault(numbers(), &some(190)), few);
    let flat = vec![2.0; 200];
    assert_eq!(
        fault(vec![Column::Numbers(&flat)], &some(100)),
        Fault::Constant
    );
    let broken: Vec<f64> = a
        .iter()
        .map(|a| if *a > 0.99 { f64::NAN } else { *a })
        .collect();
    let columns = vec![Column::Numbers(&a), Column::Numbers(&broken)];
    assert_eq!(fault(columns, &some(100)), Fault::NotANumber { column: 1 });
    assert_eq!(fault(Vec::new(), &some(100)), Fault::Shape);
    assert_eq!(
        fault(vec![Column::Numbers(&a[..9])], &some(100)),
        Fault::Shape
    );
    let zero = vec![0.0; 200];
    let weightless = Table {
        columns: numbers(),
        setback: &some(100),
        weights: Some(&zero),
    };
    assert_eq!(Prepared::new(weightless).unwrap_err(), Fault::Weights);
}

#[test]
fn numbers_are_ordered_whatever_their_size_and_sign() {
    let low = -1.0 - 1e-15;
    let values = [
        -1e300,
        -1.0,
        low,
        -0.0,
        0.0,
        1e-310,
        1.0,
        1.0 + 1e-15,
        7e5,
        1e300,
    ];
    let column: Vec<f64> = (0..400).map(|row| values[(row * 7) % 10]).collect();
    let setback: Vec<bool> = column.iter().map(|x| *x <= low).collect();
    let best = signposts(
        &prepared(&[column], &setback),
        &signposts::Options::default(),
    )[0];
    assert_eq!((best.score, best.alarm), (1.0, Alarm::Below));
    assert!(
        best.threshold > low && best.threshold <= -1.0,
        "{}",
        best.threshold
    );
}

#[test]
fn a_column_that_does_not_vary_is_passed_over() {
    let (mut columns, setback) = planted(8, 3, 1000);
    columns.push(vec![1.0; 1000]);
    let rows = prepared(&columns, &setback);
    assert_eq!(rows.constant(), [3]);
    let found = first_box(&rows, &Options::default()).unwrap();
    assert_eq!(found.answer.tests(), [(0, Side::Low), (1, Side::High)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn stretching_a_column_changes_no_box(seed in 0_u64..10_000) {
        let (columns, setback) = planted(seed, 4, 600);
        let stretch = |place: usize, x: &f64| match place {
            0 => (3.0 * x).exp(),
            1 => x.powi(3),
            2 => x.ln(),
            _ => 1e6 * x - 4.0,
        };
        let stretched: Vec<Vec<f64>> = columns.iter().enumerate()
            .map(|(place, column)| column.iter().map(|x| stretch(place, x)).collect())
            .collect();
        let (one, two) = (prepared(&columns, &setback), prepared(&stretched, &setback));
        let all = boxes(&one, &Options::default()).unwrap();
        let others = boxes(&two, &Options::default()).unwrap();
        prop_assert_eq!(all.len(), others.len());
        for (found, other) in all.iter().zip(&others) {
            prop_assert_eq!(found.answer.members(&one), other.answer.members(&two));
            prop_assert_eq!(found.trajectory.len(), other.trajectory.len());
        }
    }

    #[test]
    fn the_order_of_columns_decides_nothing(seed in 0_u64..10_000) {
        let (columns, setback) = planted(seed, 5, 600);
        let places = [3, 0, 4, 2, 1];
        let moved: Vec<Vec<f64>> = places.iter().map(|place| columns[*place].clone()).collect();
        let (one, two) = (prepared(&columns, &setback), prepared(&moved, &setback));
        let found = first_box(&one, &Options::default()).unwrap();
        let other = first_box(&two, &Options::default()).unwrap();
        prop_assert_eq!(found.answer.members(&one), other.answer.members(&two));
        let mut tests: Vec<_> = other.answer.tests().iter().map(|(c, side)| (places[*c], *side)).collect();
        tests.sort_unstable();
        prop_assert_eq!(found.answer.tests(), tests);
    }

    #[test]
    fn rows_told_twice_change_no_box(seed in 0_u64..10_000, times in 2_usize..4) {
        let (columns, setback) = planted(seed, 4, 500);
        let again: Vec<Vec<f64>> = columns.iter().map(|column| column.repeat(times)).collect();
        let one = first_box(&prepared(&columns, &setback), &Options::default()).unwrap();
        let two = first_box(&prepared(&again, &setback.repeat(times)), &Options::default()).unwrap();
        prop_assert_eq!(&one.answer.restrictions, &two.answer.restrictions);
        prop_assert_eq!(one.answer.fit.coverage, two.answer.fit.coverage);
        prop_assert_eq!(one.answer.fit.density, two.answer.fit.density);
    }

    #[test]
    fn a_weight_counts_as_so_many_rows(seed in 0_u64..10_000) {
        let (columns, setback) = planted(seed, 4, 500);
        let counts: Vec<usize> = noise(seed + 5, 500).iter().map(|u| (u * 4.0) as usize).collect();
        let weights: Vec<f64> = counts.iter().map(|count| *count as f64).collect();
        let rows = 0..500;
        let order: Vec<usize> = rows.flat_map(|row| vec![row; counts[row]]).collect();
        let told: Vec<Vec<f64>> = columns.iter().map(|c| order.iter().map(|row| c[*row]).collect()).collect();
        let told_setback: Vec<bool> = order.iter().map(|row| setback[*row]).collect();
        let numbers = columns.iter().map(|c| Column::Numbers(c)).collect();
        let weighted = Table { columns: numbers, setback: &setback, weights: Some(&weights) };
        let one = Prepared::new(weighted).unwrap();
        let two = prepared(&told, &told_setback);
        let found = first_box(&one, &Options::default()).unwrap();
        let other = first_box(&two, &Options::default()).unwrap();
        prop_assert_eq!(found.answer.tests(), other.answer.tests());
        prop_assert_eq!(found.answer.fit, other.answer.fit);
        let mut posts = [&one, &two].map(|rows| signposts(rows, &signposts::Options::default()));
        // Halves are of rows, so only the order of the posts may differ.
        posts.iter_mut().for_each(|all| all.sort_by_key(|post| post.column));
        prop_assert_eq!(posts[0].len(), 4);
        for (own, other) in posts[0].iter().zip(&posts[1]) {
            prop_assert_eq!((own.hits, own.false_alarms), (other.hits, other.false_alarms));
        }
    }

    #[test]
    fn the_best_question_about_categories_is_the_best_of_all(seed in 0_u64..10_000) {
        let codes: Vec<u16> = noise(seed, 400).iter().map(|u| (u * 5.0) as u16).collect();
        let risk = noise(seed + 1, 5);
        let luck = noise(seed + 2, 400);
        let setback: Vec<bool> = (0..400).map(|r| luck[r] < 0.1 + 0.8 * risk[usize::from(codes[r])]).collect();
        let columns = vec![Column::Categories(&codes)];
        let rows = Prepared::new(Table { columns, setback: &setback, weights: None }).unwrap();
        let options = cart::Options { depth: 1, least_mass: 0.0, ..cart::Options::default() };
        let tree = cart::grow(&rows, &[true; 400], &options);
        let ours: f64 = tree.nodes.iter().filter(|n| n.split.is_none()).map(cart::Node::risk).sum();
        let gini = |inside: &dyn Fn(u16) -> bool| {
            let own = (0..400).filter(|r| inside(codes[*r]));
            let (count, cases) = own.fold((0.0, 0.0), |(n, k), r| (n + 1.0, k + f64::from(setback[r])));
            if count == 0.0 { 0.0 } else { 2.0 * cases * (count - cases) / count / 400.0 }
        };
        for set in 1..31_u16 {
            let yes = |code: u16| set >> code & 1 == 1;
            let all = gini(&yes) + gini(&|code| !yes(code));
            prop_assert!(ours <= all + 1e-12, "{ours} {all}");
        }
    }
}
