//! Measures, evidence and glossary.

use std::collections::BTreeSet;

use crate::seeds::*;

const NO_EFFECT: &str = "no country-level effect modelled";

fn ids(kind: MeasureKind) -> Vec<&'static str> {
    catalogue()
        .measures
        .iter()
        .filter(|row| row.kind == kind)
        .map(|row| row.id.as_str())
        .collect()
}

#[test]
fn both_documents_are_there_in_full() {
    assert!(
        catalogue().measures.fault().is_none(),
        "{:?}",
        catalogue().measures.fault()
    );
    assert_eq!(
        ids(MeasureKind::Principle),
        ["S-P1", "S-P2", "S-P3", "S-P4", "S-P5"]
    );
    assert_eq!(
        ids(MeasureKind::StrategyCommitment),
        ["S-C1", "S-C2", "S-C3", "S-C4"]
    );
    assert_eq!(
        ids(MeasureKind::Commitment),
        ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    );
    let measures = "1.1 1.2 1.3 1.4 2.1 3.1 3.2 3.3 3.4 4.1 4.2 4.3 5.1 5.2 5.3 6.1 6.2 6.3 \
        7.1 7.2 7.3 7.4 7.5 8.1 8.2 9.1 9.2 9.3 9.4 9.5";
    assert_eq!(
        ids(MeasureKind::Measure),
        measures.split_whitespace().collect::<Vec<_>>()
    );
}

#[test]
fn clusters_follow_the_commitments_and_every_measure_has_a_layer() {
    for row in catalogue()
        .measures
        .iter()
        .filter(|row| !row.id.starts_with('S'))
    {
        let number: u32 = row
            .id
            .split('.')
            .next()
            .and_then(|text| text.parse().ok())
            .expect("a number");
        let cluster = match number {
            1..=3 => Certainty::High,
            4..=6 => Certainty::Evolving,
            _ => Certainty::Uncertain,
        };
        assert_eq!(row.cluster, Some(cluster), "{}", row.id);
        assert!(row.layer().is_some(), "{}", row.id);
        let parent = row
            .commitment
            .as_ref()
            .and_then(|id| catalogue().measure(id));
        assert_eq!(
            parent.is_some(),
            row.kind == MeasureKind::Measure,
            "{}",
            row.id
        );
    }
}

#[test]
fn a_measure_without_effects_says_so_and_every_effect_has_its_measures() {
    for row in catalogue()
        .measures
        .iter()
        .filter(|row| row.kind == MeasureKind::Measure)
    {
        assert_eq!(
            row.effects().is_empty(),
            row.note.starts_with(NO_EFFECT),
            "{}",
            row.id
        );
    }
    for effect in catalogue().effects.iter() {
        assert!(
            effect
                .measures
                .iter()
                .all(|id| catalogue().measure(id).is_some()),
            "{}",
            effect.id
        );
    }
}

#[test]
fn no_evidence_that_was_only_recalled_shows_a_number() {
    assert!(
        catalogue().evidence.fault().is_none(),
        "{:?}",
        catalogue().evidence.fault()
    );
    let ids: BTreeSet<_> = catalogue().evidence.iter().map(|row| &row.id).collect();
    assert_eq!((ids.len(), catalogue().evidence.len()), (55, 55));
    for row in catalogue().evidence.iter() {
        assert!(
            !row.status.is_empty() && !row.source.is_empty(),
            "{}",
            row.id
        );
        let recalled = row.status.contains(&ReadingStatus::Recalled);
        assert!(
            !recalled || !row.figure.contains(|c: char| c.is_ascii_digit()),
            "{}",
            row.id
        );
        assert!(!row.figure.contains("recalled)"), "{}", row.id);
    }
}

#[test]
fn the_glossary_explains_enough_words_and_each_once() {
    assert!(
        catalogue().glossary.fault().is_none(),
        "{:?}",
        catalogue().glossary.fault()
    );
    let words: BTreeSet<String> = catalogue()
        .glossary
        .iter()
        .map(|row| row.term.to_lowercase())
        .collect();
    assert_eq!(words.len(), catalogue().glossary.len());
    assert!(words.len() >= 60);
}

#[test]
fn high_certainty_is_not_taken_for_evidence() {
    let term = catalogue()
        .term("high certainty")
        .expect("the road map's label");
    assert!(
        term.meaning
            .contains("not evidence of the size of an effect")
    );
}
