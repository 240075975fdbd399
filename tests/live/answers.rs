//! Answers are the numbers of the reports, and hang together.

use foretree::analysis::summary::Moments;
use foretree::files::examples::EXAMPLES;
use foretree::live::{
    CohortMeasure, NoAiLine, Results, RunWish, Selection, Subject, answer_line, cohort_table,
    distribution, outlook, path_table, subjects,
};
use foretree::report::fill::run_report;
use foretree::report::run::RunReport;
use foretree::scenario::Node;

use crate::places::{edited, example, read, run, wish};

fn malawi() -> (Results, RunReport) {
    let results = run(&example("malawi-tax"), &wish(300));
    let report = run_report(&results.scenario, &results.ensemble, 1);
    (results, report)
}

fn indicator(key: &str) -> Subject {
    Subject::Indicator(key.to_owned())
}

fn offline(cohort: &str) -> Subject {
    Subject::Cohort(CohortMeasure::Offline, cohort.to_owned())
}

/// 5th, 50th and 95th of 100, missing where there is no number.
fn three(moments: &Moments) -> [Option<f64>; 3] {
    [0, 2, 4].map(|place| Some(moments.levels[place]).filter(|v| v.is_finite()))
}

#[test]
fn the_answer_line_has_the_numbers_of_the_report_for_each_option() {
    let (results, report) = malawi();
    for key in [
        "offline_poor",
        "income_poor_vs_noai",
        "setback_online",
        "cost_musd",
    ] {
        let line = answer_line(&results, &indicator(key));
        assert_eq!(line.decision.as_deref(), Some("budget"));
        assert_eq!(line.entries.len(), report.options.len());
        for (entry, option) in line.entries.iter().zip(&report.options) {
            assert_eq!(
                (&entry.option, &entry.title),
                (&option.option, &option.option_title)
            );
            let told = &option.indicators[key];
            assert_eq!(
                three(&entry.moments),
                [told.p5, told.p50, told.p95],
                "{key}"
            );
        }
    }
}

#[test]
fn with_every_decision_closed_there_is_one_answer_for_the_whole_tree() {
    let closed = edited(&example("malawi-tax"), |scenario| {
        for node in scenario.tree.nodes.values_mut() {
            if let Node::Decision(decision) = node {
                decision.choose = Some(decision.options[0].id.clone());
            }
        }
    });
    let results = run(&closed, &wish(300));
    let report = run_report(&closed, &results.ensemble, 1);
    let line = answer_line(&results, &indicator("offline_people"));
    assert_eq!((line.decision, line.entries.len()), (None, 1));
    assert_eq!(line.entries[0].selection, Selection::Everything);
    let told = &report.indicators["offline_people"].horizon;
    assert_eq!(
        three(&line.entries[0].moments),
        [told.p5, told.p50, told.p95]
    );
}

#[test]
fn bands_are_those_of_the_report_and_end_in_the_number_of_the_answer_line() {
    let (results, report) = malawi();
    for (number, option) in report.options.iter().enumerate() {
        let found = outlook(
            &results,
            &indicator("usage_poor"),
            Selection::Option(number),
        );
        let told = &option.series["usage_poor"];
        let last = found.bands.len() - 1;
        assert_eq!(found.years.len(), found.bands.len());
        for (year, band) in found.bands.iter().enumerate().take(last) {
            assert_eq!(three(band), [told.p5[year], told.p50[year], told.p95[year]]);
        }
        let line = answer_line(&results, &indicator("usage_poor"));
        assert_eq!(found.bands[last], line.entries[number].moments);
        assert_eq!(found.bands[last], found.horizon);
        assert_eq!(Some(found.base), told.p50[0]);
    }
}

#[test]
fn offline_and_online_are_two_sides_of_one_number() {
    let (results, _) = malawi();
    let online = Subject::Cohort(CohortMeasure::Online, "poor_women".to_owned());
    let (here, there) = (
        outlook(&results, &offline("poor_women"), Selection::Option(1)),
        outlook(&results, &online, Selection::Option(1)),
    );
    for (off, on) in here.bands.iter().zip(&there.bands) {
        assert!((off.mean + on.mean - 1.0).abs() < 1e-12);
        for level in 0..5 {
            // The middle between two draws may fall on either of them.
            assert!((off.levels[level] + on.levels[4 - level] - 1.0).abs() < 0.01);
        }
    }
    assert!(here.bands[0].mean > here.bands[15].mean, "some come online");
}

#[test]
fn the_reference_country_alone_is_the_one_that_gaps_are_measured_against() {
    let (results, _) = malawi();
    let usage = results.values(&indicator("usage")).unwrap();
    let gap = results.values(&indicator("usage_gap_between")).unwrap();
    let table = cohort_table(&results, CohortMeasure::Online, Selection::Path(0));
    let own = results
        .values(&Subject::Cohort(
            CohortMeasure::Online,
            "poor_women".to_owned(),
        ))
        .unwrap();
    let expected: Vec<f64> = (0..results.draws())
        .map(|draw| own[0][draw] - (usage[0][draw] + gap[0][draw]))
        .collect();
    let mean = expected.iter().sum::<f64>() / expected.len() as f64;
    let told = table.rows[0].versus_reference.as_ref().unwrap();
    assert!((told.mean - mean).abs() < 1e-12, "{} {mean}", told.mean);
    let band = outlook(&results, &offline("poor_women"), Selection::Path(0)).reference;
    let band = band.expect("Malawi has a reference country");
    assert!(band.everyone && band.bands.len() == 16);
    assert_eq!(Some(band.name), table.reference);
}

#[test]
fn the_run_without_ai_is_drawn_only_where_it_is_known() {
    let (results, _) = malawi();
    let line = |subject: &Subject| outlook(&results, subject, Selection::Option(0)).no_ai;
    assert_eq!(line(&indicator("income_poor_vs_noai")), NoAiLine::Zero);
    assert_eq!(line(&indicator("displaced_now")), NoAiLine::Zero);
    assert_eq!(line(&offline("poor_women")), NoAiLine::Same);
    assert_eq!(line(&indicator("trust")), NoAiLine::Unknown);
    let NoAiLine::Line(years) = line(&indicator("income_poor_vs_base")) else {
        panic!("income against the base year has a run without AI");
    };
    // In the base year AI is a small part of income already; connectivity moves it later.
    assert_eq!(years.len(), 16);
    assert!(years[0].abs() < 0.01 && years.iter().all(|v| v.is_finite()));
}

#[test]
fn cohorts_come_poorest_first_and_are_compared_within_one_model_run() {
    let (results, _) = malawi();
    let table = cohort_table(&results, CohortMeasure::Offline, Selection::Option(2));
    let ids: Vec<&str> = table.rows.iter().map(|row| row.cohort.as_str()).collect();
    assert_eq!(ids, ["poor_women", "poor_men", "other_women", "other_men"]);
    assert_eq!(table.versus.as_deref(), Some("other_men"));
    assert!(table.rows[3].versus_other.is_none());
    let one = cohort_table(&results, CohortMeasure::Offline, Selection::Path(1));
    let (women, men) = (
        results.values(&offline("poor_women")).unwrap(),
        results.values(&offline("other_men")).unwrap(),
    );
    let mut gaps: Vec<f64> = women[1].iter().zip(&men[1]).map(|(w, m)| w - m).collect();
    gaps.sort_by(f64::total_cmp);
    assert_eq!(
        one.rows[0].versus_other.as_ref().unwrap().levels[2],
        gaps[149]
    );
}

#[test]
fn head_counts_of_groups_of_different_size_are_not_compared() {
    let (results, _) = malawi();
    let table = cohort_table(&results, CohortMeasure::Displaced, Selection::Option(0));
    assert!(table.versus.is_none() && table.reference.is_none());
    assert!(table.rows.iter().all(|row| row.versus_other.is_none()));
    assert!(table.rows.iter().all(|row| row.value.mean > 0.0));
}

#[test]
fn a_distribution_adds_up_and_counts_runs_beyond_a_threshold() {
    let (results, _) = malawi();
    let subject = offline("poor_women");
    let values = &results.values(&subject).unwrap()[2];
    let mut sorted = values.clone();
    sorted.sort_by(f64::total_cmp);
    let threshold = sorted[99];
    let found = distribution(&results, &subject, Selection::Path(2), Some(threshold));
    assert!((found.density.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!(
        found
            .cumulative
            .windows(2)
            .all(|pair| pair[0].0 <= pair[1].0)
    );
    assert_eq!(found.cumulative[25], (found.moments.levels[2], 0.5));
    let beyond = found.beyond.unwrap();
    assert!((beyond.above - 200.0 / 300.0).abs() < 1e-12);
    assert!((beyond.below - 99.0 / 300.0).abs() < 1e-12);
}

#[test]
fn the_table_of_paths_has_the_numbers_of_the_report() {
    let (results, report) = malawi();
    let table = path_table(&results, &[indicator("usage"), indicator("cost_musd")]);
    assert_eq!(table.rows.len(), report.paths.len());
    for (row, path) in table.rows.iter().zip(&report.paths) {
        assert_eq!(row.id, path.id);
        assert_eq!(Some(row.probability), path.chance_probability);
        for (cell, key) in row.cells.iter().zip(["usage", "cost_musd"]) {
            let told = &path.indicators[key];
            assert_eq!(three(cell), [told.p5, told.p50, told.p95], "{key}");
        }
    }
}

#[test]
fn what_did_not_fit_into_memory_is_simulated_again_with_the_same_bits() {
    let scenario = example("malawi-tax");
    let whole = run(&scenario, &wish(300));
    let small = RunWish {
        budget: 1 << 20,
        ..wish(300)
    };
    let small = run(&scenario, &small);
    assert!(
        !small.ensemble.layout.dropped.is_empty(),
        "the budget is felt"
    );
    let income = Subject::Cohort(CohortMeasure::IncomeVsNoai, "poor_men".to_owned());
    let sibling = Subject::Cohort(CohortMeasure::IncomeVsNoai, "other_women".to_owned());
    assert!(!small.has_at_hand(&income) && whole.has_at_hand(&income));
    assert_eq!(whole.values(&income), small.values(&income));
    assert!(small.has_at_hand(&sibling), "siblings come along");
    assert_eq!(whole.values(&sibling), small.values(&sibling));
    for subject in [
        indicator("trust"),
        offline("poor_men"),
        indicator("ede_vs_noai"),
    ] {
        assert_eq!(
            whole.values(&subject),
            small.values(&subject),
            "{subject:?}"
        );
    }
}

#[test]
fn every_subject_of_every_example_has_a_name_a_unit_and_numbers() {
    for (name, text) in EXAMPLES {
        let results = run(&read(text), &wish(24));
        let groups = subjects(&results.ensemble.plan);
        assert!(
            groups.iter().map(|g| g.subjects.len()).sum::<usize>() > 50,
            "{name}"
        );
        for subject in groups.iter().flat_map(|group| &group.subjects) {
            assert!(!subject.label().is_empty() && !subject.unit().is_empty());
            assert_eq!(Subject::parse(&subject.key()).as_ref(), Some(subject));
            let values = results.values(subject);
            assert!(values.is_some(), "{name}: {subject:?}");
        }
        let first = Subject::first(&results.ensemble.plan);
        assert!(groups[0].subjects.contains(&first), "{name}");
    }
}

#[test]
fn a_selection_that_the_tree_does_not_have_has_no_numbers_and_breaks_nothing() {
    let (results, _) = malawi();
    for selection in [Selection::Option(9), Selection::Path(99)] {
        let subject = offline("poor_women");
        assert!(outlook(&results, &subject, selection).horizon.mean.is_nan());
        let found = distribution(&results, &subject, selection, Some(0.5));
        assert!(found.density.is_empty());
        let table = cohort_table(&results, CohortMeasure::Offline, selection);
        assert!(table.rows.iter().all(|row| row.value.mean.is_nan()));
    }
    let unknown = offline("nobody");
    assert!(answer_line(&results, &unknown).entries[0].p50().is_nan());
    assert!(
        outlook(&results, &unknown, Selection::Everything)
            .bands
            .is_empty()
    );
}
