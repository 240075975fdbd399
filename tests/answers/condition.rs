//! Conditional questions: filtered results are the raw draws, chosen by hand.

use std::sync::Arc;

use foretree::analysis::summary::{self, Moments, Weighing};
use foretree::analysis::weighted::{Part, mean, quantiles};
use foretree::analysis::weights::Weights;
use foretree::jobs::{Columns, RunOptions, Wanted, run};
use foretree::live::{self, RunWish, reweighted, simulate};
use foretree::scenario::Scenario;
use foretree::sim::condition::{in_common, input_name, ranked};
use foretree::sim::layout::Yearly;
use foretree::sim::sheet::{CHUNK, Sheet, Source};
use foretree::sim::{Condition, ConditionFault, Ensemble, Plan, PlanError, PlanOptions, Value};
use proptest::prelude::*;

const MALAWI: &str = include_str!("../../scenarios/malawi-tax-power-masts.ron");
const DRAWS: u32 = 600;
/// Bytes that force counts instead of every draw of every year.
const SMALL: usize = 22 << 20;

fn parsed(text: &str) -> Scenario {
    foretree::files::parse(text, "malawi").unwrap().scenario
}

fn malawi() -> Scenario {
    parsed(MALAWI)
}

/// Power is late by a probability that nobody knows.
fn doubtful() -> Scenario {
    let text = MALAWI
        .replacen(
            "probability: 0.3,",
            "probability: Quantiles(p5: 0.1, p50: 0.3, p95: 0.6),",
            1,
        )
        .replacen(
            "probability: 0.7,",
            "probability: Quantiles(p5: 0.4, p50: 0.7, p95: 0.9),",
            1,
        );
    assert_ne!(text, MALAWI);
    parsed(&text)
}

fn condition(text: &str) -> Condition {
    text.parse().unwrap()
}

fn options(text: &str, draws: u32) -> PlanOptions {
    PlanOptions {
        draws: Some(draws),
        condition: match text {
            "" => Condition::default(),
            text => condition(text),
        },
        ..PlanOptions::default()
    }
}

fn plan(scenario: &Scenario, text: &str) -> Arc<Plan> {
    Arc::new(Plan::compile(scenario, &options(text, DRAWS)).unwrap())
}

fn simulated(plan: &Arc<Plan>) -> Ensemble {
    let exact = RunOptions {
        budget: usize::MAX / 2,
        ..RunOptions::default()
    };
    run(plan, &exact, &mut |_| true).ensemble
}

fn fault(scenario: &Scenario, text: &str) -> ConditionFault {
    match Plan::compile(scenario, &options(text, DRAWS)) {
        Err(PlanError::Condition(fault)) => fault,
        other => panic!("{text}: {:?}", other.map(|plan| plan.draws)),
    }
}

/// Every draw of an input, from the plan without a condition.
fn input(plan: &Plan, name: &str) -> Vec<f64> {
    let list = plan.columns.list();
    let column = list
        .iter()
        .position(|column| input_name(&column.origin) == Some(name))
        .unwrap();
    let (source, mut sheet) = (Source::new(plan), Sheet::new(plan));
    let mut all = Vec::new();
    for first in (0..plan.draws as usize).step_by(CHUNK) {
        let count = CHUNK.min(plan.draws as usize - first);
        sheet.fill(&source, first as u64, count);
        all.extend_from_slice(&sheet.columns()[column][..count]);
    }
    all
}

fn chosen(plan: &Plan) -> Vec<usize> {
    let chosen = plan.chosen.as_ref().unwrap();
    chosen.iter().map(|draw| *draw as usize).collect()
}

/// What has no value has none in both.
fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

fn picked(values: &[f64], draws: &[usize]) -> Vec<f64> {
    draws.iter().map(|draw| values[*draw]).collect()
}

#[test]
fn a_filtered_run_holds_the_raw_draws_that_pass_bit_for_bit() {
    let scenario = malawi();
    let (all, some) = (plan(&scenario, ""), plan(&scenario, "price_decline > 0.05"));
    let by_hand: Vec<usize> = input(&all, "price_decline")
        .iter()
        .enumerate()
        .filter(|(_, value)| **value > 0.05)
        .map(|(draw, _)| draw)
        .collect();
    assert_eq!(chosen(&some), by_hand);
    assert!((50..500).contains(&by_hand.len()));
    let (all, some) = (simulated(&all), simulated(&some));
    for path in 0..all.plan.paths.len() {
        for value in &all.layout.horizon {
            let raw = all.horizon(path, *value).unwrap();
            let own = some.horizon(path, *value).unwrap();
            assert!(
                bits(&own) == bits(&picked(&raw, &by_hand)),
                "{path} {value:?}"
            );
        }
        for (step, row) in all.plan.paths[path].rows.iter().enumerate() {
            let place = (step * 7) % all.layout.series.len();
            let raw = picked(&all.yearly(*row, place).unwrap(), &by_hand);
            let own = some
                .yearly(some.plan.paths[path].rows[step], place)
                .unwrap();
            assert!(bits(&own) == bits(&raw), "{path} {step}");
        }
    }
}

#[test]
fn counts_by_year_are_those_of_the_draws_that_pass() {
    let scenario = malawi();
    let all = simulated(&plan(&scenario, ""));
    let few = plan(&scenario, "price_decline = high");
    let kept = chosen(&few);
    let counted = run(
        &few,
        &RunOptions {
            budget: SMALL,
            ..RunOptions::default()
        },
        &mut |_| true,
    )
    .ensemble;
    assert_eq!(counted.layout.yearly, Yearly::Sketch);
    let width = counted.layout.series.len();
    for (path, own) in counted.plan.paths.iter().enumerate() {
        for (step, row) in own.rows.iter().enumerate() {
            let place = (step * 5 + path) % width;
            let value = counted.layout.series[place];
            let raw_place = all.layout.in_series(value).unwrap();
            let raw_row = all.plan.paths[path].rows[step];
            let bins = counted.bins[step * width + place];
            let mut by_hand = vec![0_u32; foretree::sim::sketch::BINS];
            for value in picked(&all.yearly(raw_row, raw_place).unwrap(), &kept) {
                by_hand[bins.bin(value) as usize] += 1;
            }
            assert_eq!(counted.row_counts(*row, place).unwrap(), by_hand);
        }
    }
}

#[test]
fn a_filter_that_everything_passes_changes_no_bit() {
    let scenario = doubtful();
    let all = plan(&scenario, "");
    let same = plan(&scenario, "price_decline > -5 and power = on_plan | slow");
    assert_eq!(same.draws, all.draws);
    let budget = RunOptions {
        budget: SMALL,
        ..RunOptions::default()
    };
    let (all, same) = (
        run(&all, &budget, &mut |_| true).ensemble,
        run(&same, &budget, &mut |_| true).ensemble,
    );
    assert_eq!(Weights::new(&all), Weights::new(&same));
    assert!(all.counts == same.counts);
    for (a, b) in all.chunks.iter().zip(&same.chunks) {
        assert!(bits(&a.horizon) == bits(&b.horizon));
        assert!(bits(&a.sums) == bits(&b.sums));
        assert!(bits(&a.columns) == bits(&b.columns));
    }
}

#[test]
fn threads_change_no_bit_of_a_filtered_run() {
    let plan = plan(&malawi(), "price_decline = top half and power = slow");
    let with = |threads| {
        let options = RunOptions {
            threads: Some(threads),
            budget: SMALL,
            ..RunOptions::default()
        };
        run(&plan, &options, &mut |_| true).ensemble
    };
    let (one, four) = (with(1), with(4));
    assert!(one.counts == four.counts);
    for (a, b) in one.chunks.iter().zip(&four.chunks) {
        assert!(bits(&a.horizon) == bits(&b.horizon));
        assert!(bits(&a.sums) == bits(&b.sums));
    }
}

#[test]
fn filters_commute() {
    let scenario = malawi();
    let one = plan(&scenario, "price_decline = high and power = slow");
    let other = plan(&scenario, "power = slow and price_decline = high");
    assert_eq!(one.chosen, other.chosen);
    let ids = |plan: &Plan| plan.paths.iter().map(|p| p.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&one), ids(&other));
    let (one, other) = (simulated(&one), simulated(&other));
    assert!(bits(&one.chunks[0].horizon) == bits(&other.chunks[0].horizon));
}

/// Values and whole-tree weights of some paths by hand, with a test on the path.
fn by_hand(
    ensemble: &Ensemble,
    value: Value,
    passes: impl Fn(&str) -> bool,
) -> (f64, f64, [f64; 3]) {
    let weights = Weights::new(ensemble);
    let paths: Vec<usize> = (0..ensemble.plan.paths.len())
        .filter(|path| passes(&ensemble.plan.paths[*path].id))
        .collect();
    let columns: Vec<Vec<f64>> = paths
        .iter()
        .map(|path| ensemble.horizon(*path, value).unwrap())
        .collect();
    let parts: Vec<Part<'_>> = columns
        .iter()
        .zip(&paths)
        .map(|(values, path)| Part {
            values,
            weights: weights.whole[*path].as_weight(),
        })
        .collect();
    let total: f64 = paths
        .iter()
        .map(|path| {
            (0..ensemble.draws())
                .map(|d| weights.whole[*path].at(d))
                .sum::<f64>()
        })
        .sum();
    (total, mean(&parts), quantiles(&parts, [0.05, 0.5, 0.95]))
}

fn whole(ensemble: &Ensemble, value: Value) -> Moments {
    let paths: Vec<usize> = (0..ensemble.plan.paths.len()).collect();
    summary::horizon(
        ensemble,
        &Weights::new(ensemble),
        &paths,
        Weighing::Whole,
        value,
    )
}

#[test]
fn branches_that_are_ruled_out_leave_the_weighted_rest() {
    for scenario in [malawi(), doubtful()] {
        let all = simulated(&plan(&scenario, ""));
        let late = simulated(&plan(&scenario, "power = slow"));
        assert!(late.plan.paths.len() < all.plan.paths.len());
        for value in all.layout.horizon.iter().take(6) {
            let (_, mean, levels) = by_hand(&all, *value, |id| id.contains("power=slow"));
            let found = whole(&late, *value);
            assert!((found.mean - mean).abs() <= 1e-12 * mean.abs());
            assert_eq!([found.levels[0], found.levels[2], found.levels[4]], levels);
        }
    }
}

#[test]
fn complementary_filters_recombine_to_the_whole() {
    let scenario = doubtful();
    let all = simulated(&plan(&scenario, ""));
    let value = all.layout.horizon[3];
    let (total, mean, _) = by_hand(&all, value, |_| true);
    for (one, other) in [
        ("power = slow", "power != slow"),
        ("price_decline > 0.04", "price_decline <= 0.04"),
        ("price_decline = bottom third", "price_decline != low"),
        ("skills_support = yes", "skills_support != yes"),
    ] {
        let Ok(first) = Plan::compile(&scenario, &options(one, DRAWS)) else {
            assert!(one.starts_with("skills"), "{one}");
            continue;
        };
        let sides = [
            simulated(&Arc::new(first)),
            simulated(&plan(&scenario, other)),
        ];
        let parts = sides.map(|side| by_hand(&side, value, |_| true));
        let weight = parts[0].0 + parts[1].0;
        assert!((weight - total).abs() < 1e-9 * total, "{one}");
        let again = (parts[0].0 * parts[0].1 + parts[1].0 * parts[1].1) / weight;
        assert!(
            (again - mean).abs() < 1e-12 * mean.abs(),
            "{one}: {again} {mean}"
        );
    }
}

#[test]
fn thirds_leave_nothing_out_and_share_nothing() {
    let scenario = malawi();
    let mut all: Vec<usize> = ["low", "middle third", "high"]
        .iter()
        .flat_map(|part| chosen(&plan(&scenario, &format!("price_decline = {part}"))))
        .collect();
    assert_eq!(all.len(), DRAWS as usize);
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), DRAWS as usize);
}

#[test]
fn columns_on_demand_hold_the_draws_that_pass() {
    let scenario = malawi();
    let value = Value::Cohort(0, 0);
    let wanted = [Wanted { value, step: 5 }];
    let of = |text: &str| {
        let plan = plan(&scenario, text);
        let mut columns = Columns::new(&plan, RunOptions::default());
        (
            plan.clone(),
            columns.get(&wanted, &mut |_| true).unwrap().remove(0),
        )
    };
    let ((_, all), (some, kept)) = (of(""), of("price_decline = high"));
    assert_eq!(kept[0], picked(&all[0], &chosen(&some)));
}

#[test]
fn new_weights_under_a_condition_have_the_bits_of_a_new_run() {
    let scenario = Arc::new(doubtful());
    let wish = RunWish {
        draws: Some(DRAWS),
        condition: condition("price_decline = high and power = slow"),
        ..RunWish::default()
    };
    let first = simulate(&scenario, &wish, &mut |_| true).unwrap();
    let edited = MALAWI
        .replacen(
            "probability: 0.3,",
            "probability: Quantiles(p5: 0.1, p50: 0.3, p95: 0.6),",
            1,
        )
        .replacen(
            "probability: 0.7,",
            "probability: Quantiles(p5: 0.4, p50: 0.7, p95: 0.9),",
            1,
        )
        .replacen("probability: 0.35,", "probability: 0.5,", 1)
        .replacen("probability: 0.65,", "probability: 0.5,", 1);
    let edited = Arc::new(parsed(&edited));
    let quick = reweighted(&first, &edited).unwrap();
    let slow = simulate(&edited, &wish, &mut |_| true).unwrap();
    assert_eq!(quick.weights, slow.weights);
    assert_ne!(quick.weights, first.weights);
    let subject = live::Subject::Indicator("offline_poor".into());
    assert_eq!(
        live::answer_line(&quick, &subject),
        live::answer_line(&slow, &subject)
    );
}

/// Fewer equal draws are worth as much where some are likelier than others; never more.
#[test]
fn the_effective_size_is_at_most_the_draws_that_pass() {
    let certain = simulated(&plan(&malawi(), "power = slow"));
    assert_eq!(
        Weights::new(&certain).effective_draws(certain.draws()),
        600.0
    );
    let doubtful = simulated(&plan(&doubtful(), "power = on_plan"));
    let size = Weights::new(&doubtful).effective_draws(doubtful.draws());
    assert!((400.0..599.0).contains(&size), "{size}");
}

#[test]
fn an_option_that_is_ruled_out_is_no_column_any_more() {
    let plan = plan(&malawi(), "budget != as_now");
    assert_eq!(plan.open.as_ref().unwrap().options, ["cut", "masts"]);
    assert!(
        plan.paths
            .iter()
            .all(|path| path.option.is_some_and(|o| o < 2))
    );
}

/// `passed_on` is met only after the cut: who asks how it turns out asks about those paths.
#[test]
fn a_path_that_never_meets_a_node_passes_only_where_outcomes_are_ruled_out() {
    let wanted = plan(&malawi(), "passed_on = mostly");
    assert!(
        wanted
            .paths
            .iter()
            .all(|path| path.id.contains("passed_on=mostly"))
    );
    assert_eq!(wanted.open.as_ref().unwrap().options, ["cut"]);
    let ruled_out = plan(&malawi(), "passed_on != mostly");
    assert!(
        ruled_out
            .paths
            .iter()
            .any(|path| path.id.starts_with("budget=masts"))
    );
    let run = simulated(&wanted);
    assert!(whole(&run, run.layout.horizon[0]).mean.is_finite());
}

#[test]
fn what_cannot_be_asked_is_told_with_its_place() {
    let scenario = malawi();
    let is = |text: &str, test: &dyn Fn(&ConditionFault) -> bool| {
        let found = match text.parse::<Condition>() {
            Err(fault) => fault,
            Ok(_) => fault(&scenario, text),
        };
        assert!(test(&found), "{text}: {found:?}");
    };
    use ConditionFault as Fault;
    is("", &|f| *f == Fault::Empty);
    is(" , and ", &|f| *f == Fault::Empty);
    is("  power slow", &|f| {
        matches!(f, Fault::NoComparison { column: 9, .. })
    });
    is("> 3", &|f| matches!(f, Fault::NoName { column: 1, .. }));
    is("power", &|f| {
        matches!(f, Fault::NoComparison { column: 6, .. })
    });
    is("power =", &|f| {
        matches!(f, Fault::NoValue { column: 8, .. })
    });
    is("price_decline > much", &|f| {
        matches!(f, Fault::NotANumber { column: 17, .. })
    });
    is("price_decline in 3", &|f| {
        matches!(f, Fault::NotANumber { column: 18, .. })
    });
    is("price_decline in 3..2", &|f| {
        matches!(f, Fault::Backwards { column: 18, .. })
    });
    is(
        "power = slow, price_decine > 0",
        &|f| matches!(f, Fault::Unknown { column: 15, nearest: Some(near), .. } if near == "price_decline"),
    );
    is(
        "power = slwo",
        &|f| matches!(f, Fault::UnknownOutcome { nearest: Some(near), .. } if near == "slow"),
    );
    is("power > 2", &|f| matches!(f, Fault::NodeIsNoNumber { .. }));
    is("price_decline = red", &|f| {
        matches!(f, Fault::NoSuchPart { .. })
    });
    is("offline_poor@2030 < 3", &|f| {
        matches!(f, Fault::Result { .. })
    });
    is("power = slow and power = on_plan", &|f| *f == Fault::NoPath);
    is(
        "price_decline > 0.9 and power = slow",
        &|f| matches!(f, Fault::NoDraw { draws: DRAWS, kept } if kept[0].draws == 0),
    );
}

#[test]
fn an_input_that_is_certain_has_no_high_third() {
    let text = MALAWI.replacen(
        "    tree: (",
        "    assumptions: { \"price_decline\": (value: Fixed(0.04)) },\n    tree: (",
        1,
    );
    let scenario = parsed(&text);
    assert!(matches!(
        fault(&scenario, "price_decline = high"),
        ConditionFault::Certain { .. }
    ));
    let all = plan(&scenario, "price_decline = 0.04");
    assert_eq!(all.draws, DRAWS);
}

#[test]
fn a_median_run_has_no_draws_to_choose_from() {
    let median = PlanOptions {
        median: true,
        ..options("price_decline > 0", 10)
    };
    assert!(matches!(
        Plan::compile(&malawi(), &median),
        Err(PlanError::Condition(ConditionFault::Median { .. }))
    ));
    let branches = PlanOptions {
        median: true,
        ..options("power = slow", 10)
    };
    assert!(Plan::compile(&malawi(), &branches).is_ok());
}

#[test]
fn scenarios_that_are_compared_keep_the_same_draws() {
    let text = MALAWI.replacen(
        "    tree: (",
        "    assumptions: { \"price_decline\": (value: Quantiles(p5: 0.01, p50: 0.02, p95: 0.03)) },\n    tree: (",
        1,
    );
    let (one, other) = (malawi(), parsed(&text));
    let asked = options("price_decline > 0.02 and power_rate > 0", DRAWS);
    let common = in_common(&[&one, &other], &asked).unwrap();
    let plans = [&one, &other].map(|s| Plan::compile(s, &common).unwrap());
    assert_eq!(plans[0].chosen, plans[1].chosen);
    let alone = plan(&one, "price_decline > 0.02 and power_rate > 0");
    assert!(plans[0].draws < alone.draws);
    // Whatever else is run beside them, such as a mixture of the two, sees the same draws.
    let third = parsed(&MALAWI.replacen("Multiply,", "Add,", 1));
    let third = Plan::compile(&third, &common).unwrap();
    assert_eq!(third.chosen, plans[0].chosen);
    assert_eq!(third.condition.texts(), asked.condition.texts());
    let unknown = in_common(&[&one, &other], &options("nonsense > 2", DRAWS));
    assert!(matches!(
        unknown,
        Err(PlanError::Condition(ConditionFault::Unknown { .. }))
    ));
}

#[test]
fn conditions_read_as_people_write_them() {
    let tests = |text: &str| {
        condition(text)
            .tests
            .into_iter()
            .map(|t| t.wanted)
            .collect::<Vec<_>>()
    };
    let same = [
        ("a>=2%", "a ≥ 0.02"),
        ("a in 0.02..0.05", "a in 2 %..5 %"),
        ("a in 0.02..0.05", "a in 0.02 to 0.05"),
        ("p=x|y", "p is x or y"),
        ("p!=x", "p is not x"),
        ("p=x,a>1", "p = x and a > 1"),
        ("p=x;a>1", "p = x AND a > 1 ,"),
    ];
    for (short, long) in same {
        assert_eq!(tests(short), tests(long), "{short} {long}");
    }
    assert_eq!(condition("p=x and a>1").texts(), ["p=x", "a>1"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_text_is_read_or_refused(text in "[a-z0-9<>=!|,. %&é–≥and]{0,40}") {
        if let Ok(read) = text.parse::<Condition>() {
            let again: Condition = read.texts().join(" and ").parse().unwrap();
            let wanted = |c: &Condition| c.tests.iter().map(|t| (t.name.clone(), t.wanted.clone())).collect::<Vec<_>>();
            prop_assert_eq!(wanted(&again), wanted(&read));
        }
    }

    #[test]
    fn the_draws_that_pass_are_those_whose_values_pass(
        low in 0.0_f64..0.1, width in 0.0_f64..0.1, other in 0.0_f64..0.2,
    ) {
        let scenario = malawi();
        let all = plan(&scenario, "");
        let text = format!("price_decline in {low}..{} and power_rate > {other}", low + width);
        let (price, power) = (input(&all, "price_decline"), input(&all, "power_rate"));
        let pass = |draw: &usize| {
            (low..=low + width).contains(&price[*draw]) && power[*draw] > other
        };
        let by_hand: Vec<usize> = (0..price.len()).filter(pass).collect();
        match Plan::compile(&scenario, &options(&text, DRAWS)) {
            Ok(plan) => prop_assert_eq!(chosen(&plan), by_hand),
            Err(_) => prop_assert!(by_hand.is_empty()),
        }
    }

    #[test]
    fn ranks_do_not_mind_a_change_of_unit(values in prop::collection::vec(-3.0_f64..3.0, 1..60)) {
        let bent: Vec<f64> = values.iter().map(|v| v.exp() * 7.0).collect();
        prop_assert_eq!(ranked(&values, (2.0 / 3.0, 1.0)), ranked(&bent, (2.0 / 3.0, 1.0)));
    }
}
