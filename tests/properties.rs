//! What must hold on every path, whatever the country, the parameters, the luck and the effects.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use foretree::model::indicators::CohortKey;
use foretree::scenario::Op;
use foretree::sim::action::Action;
use proptest::prelude::*;
use support::drive::{Course, STEPS, Trace, Written};
use support::effects::action;
use support::strategies::{calm, country, eventful, luck, parameters};

/// Rounding that may hide in sums of shares.
const ROUNDING: f64 = 1e-12;

fn cohorts(course: &Course) -> std::ops::Range<usize> {
    0..course.country.cohorts.len()
}

fn stocks(trace: &Trace, step: usize, g: usize) -> [f64; 6] {
    let l = &trace.states[step].labour;
    [
        l.automatable[g],
        l.augmentable[g],
        l.other[g],
        l.scarred[g],
        l.displaced[g],
        l.out[g],
    ]
}

/// Everything of a state that is a share, for one cohort.
fn shares(trace: &Trace, step: usize, g: usize) -> Vec<f64> {
    let (state, view) = (&trace.states[step], &trace.views[step]);
    let national = [
        state.data,
        state.policy,
        state.compute,
        state.trust,
        state.frontier,
        state.firms,
        view.readiness,
    ];
    let here = [
        state.coverage[g],
        state.settled[g],
        state.usage[g],
        state.electricity[g],
        state.skills[g],
        state.trained[g],
        state.workers[g],
        state.harmed[g],
        view.represented[g],
        view.relevance[g],
        view.auto_online[g],
        view.aug_online[g],
        view.skilled[g],
    ];
    national
        .into_iter()
        .chain(here)
        .chain(stocks(trace, step, g))
        .collect()
}

/// Use of every cohort and year.
fn use_of(trace: &Trace, g: usize) -> Vec<f64> {
    trace.states.iter().map(|s| s.usage[g]).collect()
}

/// The same course with one more effect.
fn plus(course: &Course, action: Action, magnitude: f64) -> Course {
    let mut other = course.clone();
    other.actions.push(Action {
        column: other.magnitudes.len(),
        ..action
    });
    other.magnitudes.push(magnitude);
    other
}

/// Levers of access, each with a push that helps.
const ACCESS: [(&str, Op, f64); 5] = [
    ("coverage_rate", Op::Multiply, 1.7),
    ("price_decline", Op::Add, 0.02),
    ("power_rate", Op::Multiply, 1.7),
    ("skill_rate", Op::Add, 0.02),
    ("norm_relax_rate", Op::Add, 0.02),
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn people_are_conserved_and_shares_stay_shares(course in eventful(), mut luck in luck()) {
        let trace = course.run(&mut luck);
        for step in 0..=STEPS {
            for g in cohorts(&course) {
                let all: f64 = stocks(&trace, step, g).iter().sum();
                prop_assert!((all - 1.0).abs() < ROUNDING, "{all} in year {step}");
                for (number, share) in shares(&trace, step, g).into_iter().enumerate() {
                    prop_assert!((-ROUNDING..=1.0 + ROUNDING).contains(&share), "share {number}: {share}");
                }
                let state = &trace.states[step];
                prop_assert!(state.usage[g] <= state.coverage[g] + ROUNDING);
                prop_assert!(state.settled[g] <= state.coverage[g] + ROUNDING);
            }
            prop_assert!(trace.incomes[step].with_ai.iter().all(|i| i.is_finite() && *i > 0.0));
        }
    }

    /// Displaced so far = displaced now + all who left: to good jobs, scarred ones, or out of work
    /// in the proportion of the two hazards.
    #[test]
    fn the_ledger_of_displacement_closes(mut course in calm(), mut luck in luck()) {
        course.country.growth = 0.0;
        let trace = course.run(&mut luck);
        let workers = course.country.population * course.country.working_age;
        let back_to_work = trace.inputs[0].reemploy_rate()[0] * trace.inputs[0].reemploy_mult()[0];
        for step in 0..=STEPS {
            let ledger = &trace.states[step].ledger;
            let now: f64 = cohorts(&course).map(|g| trace.anchor.share[g] * stocks(&trace, step, g)[4]).sum();
            let left = ledger.good_jobs + ledger.scarred_jobs * (1.0 + 0.1 / back_to_work);
            let gap = ledger.displaced - (workers * now + left);
            prop_assert!(gap.abs() <= ROUNDING * workers, "{gap} workers in year {step}");
        }
    }

    #[test]
    fn augmentable_work_is_used_or_missed_for_one_reason(course in eventful(), mut luck in luck()) {
        let trace = course.run(&mut luck);
        for (step, state) in trace.states.iter().enumerate() {
            let jobs: f64 = cohorts(&course).map(|g| trace.anchor.share[g] * state.labour.augmentable[g]).sum();
            let able = state.people * trace.inputs[step].working_age() * jobs * state.frontier;
            let parts = ["augmented", "missed_offline", "missed_unskilled", "missed_lag"];
            let sum: f64 = parts.iter().map(|key| trace.indicator(key, step)).sum();
            prop_assert!((sum - able).abs() <= 1e-9 * able.max(1.0), "{sum} {able}");
        }
    }

    #[test]
    fn more_of_an_access_lever_never_lowers_use(course in eventful(), mut luck in luck(), everyone in any::<bool>()) {
        let before = course.run(&mut luck);
        for (path, op, push) in ACCESS {
            let who = if everyone { u8::MAX } else { 1 };
            let after = plus(&course, Action { cohorts: who, ..action(path, op, 0) }, push).run(&mut luck);
            for g in cohorts(&course) {
                for (more, less) in use_of(&after, g).iter().zip(use_of(&before, g)) {
                    prop_assert!(*more >= less - ROUNDING, "{path}: {more} {less}");
                }
            }
        }
    }

    #[test]
    fn a_stronger_tide_never_lowers_use(course in calm(), mut luck in luck(), more in 0.001_f64..0.1) {
        let before = course.run(&mut luck);
        let growth = before.inputs[0].use_growth()[0];
        let after = course.with("use_growth", growth + more).run(&mut luck);
        for g in cohorts(&course) {
            for (more, less) in use_of(&after, g).iter().zip(use_of(&before, g)) {
                prop_assert!(*more >= less - ROUNDING);
            }
        }
    }

    #[test]
    fn a_lever_for_one_cohort_leaves_the_others_to_the_bit(course in eventful(), mut luck in luck()) {
        let before = course.run(&mut luck);
        let mut moved = false;
        for (path, op, push) in ACCESS {
            let after = plus(&course, Action { cohorts: 1, ..action(path, op, 0) }, push).run(&mut luck);
            moved |= use_of(&after, 0) != use_of(&before, 0);
            for g in cohorts(&course).skip(1) {
                prop_assert_eq!(use_of(&after, g), use_of(&before, g), "{}", path);
            }
        }
        prop_assert!(moved, "no lever did anything");
    }

    #[test]
    fn a_higher_hazard_never_displaces_fewer(course in calm(), mut luck in luck(), times in 1.05_f64..4.0) {
        let before = course.run(&mut luck);
        let hazard = before.inputs[0].displacement_hazard()[0];
        let after = course.with("displacement_hazard", hazard * times).run(&mut luck);
        for step in 0..=STEPS {
            let (more, less) = (after.indicator("displaced_cum", step), before.indicator("displaced_cum", step));
            prop_assert!(more >= less * (1.0 - ROUNDING), "{more} {less}");
        }
    }

    #[test]
    fn more_severe_incidents_never_harm_fewer(course in eventful(), mut luck in luck(), times in 1.05_f64..6.0) {
        let before = course.run(&mut luck);
        let after = plus(&course, action("severity_median", Op::Multiply, 0), times).run(&mut luck);
        for step in 0..=STEPS {
            for g in cohorts(&course) {
                let (more, less) = (after.states[step].harmed[g], before.states[step].harmed[g]);
                prop_assert!(more >= less - ROUNDING, "{more} {less}");
            }
        }
    }

    #[test]
    fn without_loss_of_trust_a_higher_rate_never_means_fewer_incidents(
        course in calm(), mut luck in luck(), times in 1.05_f64..4.0,
    ) {
        let course = course.with("trust_loss", 0.0);
        let before = course.run(&mut luck);
        let rate = before.inputs[0].incident_rate();
        let after = course.with("incident_rate", rate * times).run(&mut luck);
        let counts = |trace: &Trace, step: usize| {
            trace.states[step].ledger.incidents - trace.states[step - 1].ledger.incidents
        };
        for step in 1..=STEPS {
            prop_assert!(counts(&after, step) >= counts(&before, step));
        }
    }

    #[test]
    fn stronger_policy_means_fewer_incidents_for_each_use_but_more_use(course in calm()) {
        let course = course.with("policy_rate", 0.01);
        let median = &mut support::drive::Median;
        let (before, after) = (course.run(median), course.with("policy_rate", 0.05).run(median));
        let each = |t: &Trace| {
            (t.states[STEPS].ledger.incidents - t.states[STEPS - 1].ledger.incidents) / t.states[STEPS - 1].firms
        };
        prop_assert!(each(&after) < each(&before));
        prop_assert!(after.last("readiness") > before.last("readiness"));
        prop_assert!(after.last("ai_adoption") >= before.last("ai_adoption") - ROUNDING);
    }

    #[test]
    fn without_ai_nothing_is_displaced_harmed_or_augmented(mut course in calm(), mut luck in luck()) {
        (course.country.ai_firms, course.country.ai_workers) = (0.0, 0.0);
        let trace = course.with("frontier_2025", 0.0).run(&mut luck);
        for step in 0..=STEPS {
            for key in ["displaced_cum", "incidents_cum", "augmented", "net_jobs_vs_noai", "ai_adoption"] {
                prop_assert!(trace.indicator(key, step).abs() < 1e-6, "{key} {}", trace.indicator(key, step));
            }
            for g in cohorts(&course) {
                prop_assert_eq!(stocks(&trace, step, g)[0], stocks(&trace, 0, g)[0]);
                prop_assert_eq!(stocks(&trace, step, g)[1], stocks(&trace, 0, g)[1]);
                let (with, without) = (trace.incomes[step].with_ai[g], trace.incomes[step].without_ai[g]);
                prop_assert!((with / without - 1.0).abs() < ROUNDING);
            }
        }
    }

    #[test]
    fn a_perfect_policy_layer_lets_nothing_happen(mut course in calm(), mut luck in luck()) {
        (course.country.policy, course.country.layer_loss) = (1.0, 0.0);
        prop_assert_eq!(course.run(&mut luck).last("incidents_cum"), 0.0);
        // The mean of the median run is a power of the smallest number instead of zero.
        prop_assert!(course.run(&mut support::drive::Median).last("incidents_cum") < 1e-100);
    }

    #[test]
    fn two_halves_of_a_cohort_are_the_cohort(course in calm(), mut luck in luck()) {
        let mut split = course.clone();
        let first = &mut split.country.cohorts[0];
        first.share /= 2.0;
        let half = foretree::model::Cohort { id: "half".into(), ..first.clone() };
        split.country.cohorts.push(half);
        same_nation(&course.run(&mut luck), &split.run(&mut luck))?;
    }

    #[test]
    fn the_order_of_cohorts_does_not_matter(course in calm(), mut luck in luck()) {
        let mut turned = course.clone();
        turned.country.cohorts.reverse();
        let (before, after) = (course.run(&mut luck), turned.run(&mut luck));
        same_nation(&before, &after)?;
        let count = course.country.cohorts.len();
        for g in 0..count {
            for series in [CohortKey::usage, CohortKey::displaced, CohortKey::augmented, CohortKey::income_vs_noai] {
                let (one, other) = (before.years[STEPS].cohorts[series as usize][g],
                    after.years[STEPS].cohorts[series as usize][count - 1 - g]);
                prop_assert!((one - other).abs() <= 1e-9 * one.abs() + 1e-12, "{one} {other}");
            }
        }
    }

    /// Norms and skills move women and men apart on the reference path, so they stand still here.
    #[test]
    fn cohorts_that_are_alike_have_no_gaps(country in country(), parameters in parameters(), mut luck in luck()) {
        let mut course = Course { parameters, ..Course::of(country) };
        let like = course.country.cohorts[0].clone();
        let kinds = [(true, true), (true, false), (false, true), (false, false)];
        course.country.cohorts = kinds
            .map(|(poor, female)| foretree::model::Cohort { poor, female, share: 0.25, ..like.clone() })
            .to_vec();
        let course = course.with("norm_relax_rate", 0.0).with("skill_odds_elasticity", 0.0);
        let trace = course.run(&mut luck);
        for step in 0..=STEPS {
            for key in ["poor_gap_pp", "gender_gap", "augmentation_gender_gap"] {
                prop_assert!(trace.indicator(key, step).abs() < ROUNDING, "{key}");
            }
            prop_assert!((trace.indicator("poor_gap_ratio", step) - 1.0).abs() < ROUNDING);
        }
    }

    #[test]
    fn an_effect_that_never_starts_changes_no_bit(course in eventful(), mut luck in luck()) {
        let before = course.run(&mut luck).bits();
        for (path, op, push) in ACCESS {
            let late = Action { start: STEPS as i32 + 1, ..action(path, op, 0) };
            prop_assert_eq!(&plus(&course, late, push).run(&mut luck).bits(), &before);
            let never = Action { duration: Some(0), ..action(path, op, 0) };
            prop_assert_eq!(&plus(&course, never, push).run(&mut luck).bits(), &before);
        }
    }

    /// Without AI, the ledger's ratios have nothing to divide by; everything else is a number.
    #[test]
    fn power_and_skills_may_be_nobodys_or_everybodys(
        mut course in calm(), mut luck in luck(), ends in prop::array::uniform2(any::<bool>()), all in any::<bool>(),
    ) {
        for (number, cohort) in course.country.cohorts.iter_mut().enumerate() {
            if all || number == 0 {
                (cohort.electricity, cohort.skills) = (f64::from(u8::from(ends[0])), f64::from(u8::from(ends[1])));
            }
        }
        let trace = course.run(&mut luck);
        for step in 0..=STEPS {
            for g in cohorts(&course) {
                prop_assert!(shares(&trace, step, g).iter().all(|s| s.is_finite()), "{:?}", shares(&trace, step, g));
                prop_assert!(trace.incomes[step].with_ai[g].is_finite());
            }
            prop_assert!(trace.indicator("missed_share", step).is_finite());
        }
    }

    #[test]
    fn layers_may_start_from_nothing(mut course in calm(), mut luck in luck(), which in 0_usize..3) {
        let country = &mut course.country;
        *[&mut country.data, &mut country.policy, &mut country.compute][which] = 0.0;
        let trace = course.run(&mut luck);
        prop_assert!(trace.indicator("readiness", 0) < 1e-80, "a power of the smallest number");
        prop_assert!(trace.last("readiness") > 0.0);
        for step in 0..=STEPS {
            prop_assert!(shares(&trace, step, 0).iter().all(|s| s.is_finite()));
            prop_assert!(trace.incomes[step].with_ai[0].is_finite());
        }
    }
}

/// All indicators of all years agree to rounding; what is no number in one is none in the other.
fn same_nation(one: &Trace, other: &Trace) -> Result<(), TestCaseError> {
    for (key, _) in foretree::model::indicators::INDICATORS {
        // A difference of two nearly equal incomes keeps the rounding of the incomes.
        let rounding = if key.contains("vs") || key.contains("loss") {
            1e-11
        } else {
            1e-12
        };
        for step in 0..=STEPS {
            let (a, b) = (one.indicator(key, step), other.indicator(key, step));
            if a == b || (a.is_nan() && b.is_nan()) {
                continue;
            }
            // Workers and people are counted in millions.
            let unit = if a.abs() > 1.0 { 1e7 } else { 1.0 };
            prop_assert!(
                (a - b).abs() <= 1e-9 * a.abs() + rounding * unit,
                "{} in year {}: {} {}",
                key,
                step,
                a,
                b
            );
        }
    }
    Ok(())
}

#[test]
fn surprises_move_all_cohorts_of_a_country_alike() {
    let course = Course::of(support::places::country(support::places::LDC));
    let still = Written {
        surprises: vec![0.0; STEPS],
        incidents: vec![0.5; STEPS],
        severities: vec![vec![0.0]; STEPS],
    };
    let mut lucky = still.clone();
    lucky.surprises[3] = 1.0;
    let (before, after) = (course.run(&mut still.clone()), course.run(&mut lucky));
    assert_eq!(use_of(&before, 0)[..=3], use_of(&after, 0)[..=3]);
    for g in 0..4 {
        let rise = after.states[4].tide[g] - before.states[4].tide[g];
        assert!(
            (rise - 0.18).abs() < 1e-12,
            "one standard surprise is the size of `use_noise`: {rise}"
        );
    }
}
