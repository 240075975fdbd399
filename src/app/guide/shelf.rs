//! What can be looked up: words, measures, evidence.

use super::Chapter;
use crate::app::tree::lines::{about_measure, cluster};
use crate::app::{App, Item, Pick};
use crate::seeds::catalogue;
use crate::tell;

/// The entries of a part, each with what is told of it.
pub(super) fn entries(chapter: Chapter) -> Vec<Item> {
    match chapter {
        Chapter::Glossary => glossary(),
        Chapter::Measures => measures(),
        Chapter::Evidence => evidence(),
        Chapter::Tutorial | Chapter::Agenda => Vec::new(),
    }
}

fn glossary() -> Vec<Item> {
    let terms = catalogue().glossary.iter();
    let item = |term: &crate::seeds::Term| {
        let symbol = term.symbol.clone().unwrap_or_default();
        Item::new(term.term.clone())
            .detail(symbol)
            .about(term.meaning.clone())
    };
    terms.map(item).collect()
}

fn measures() -> Vec<Item> {
    let item = |measure: &crate::seeds::Measure| {
        let cluster = measure.cluster.map(cluster).unwrap_or_default();
        Item::new(format!("{} {}", measure.id, measure.title))
            .detail(cluster)
            .about(about_measure(measure))
    };
    catalogue().measures.iter().map(item).collect()
}

fn evidence() -> Vec<Item> {
    let item = |entry: &crate::seeds::EvidenceEntry| {
        let about = tell!(
            "evidence-about",
            figure = entry.figure.clone(),
            source = entry.source.clone()
        );
        Item::new(format!("{} {}", entry.id, entry.topic)).about(about)
    };
    catalogue().evidence.iter().map(item).collect()
}

/// Looks anything up, whatever part it stands in.
pub(super) fn find(app: &mut App) {
    let parts = [Chapter::Glossary, Chapter::Measures, Chapter::Evidence];
    let items: Vec<Item> = parts.into_iter().flat_map(entries).collect();
    let all = items.clone();
    app.pick(Pick::new(
        tell!("look-up-title"),
        items,
        move |app, place| {
            if let Some(item) = all.get(place) {
                app.show_page(item.label.clone(), item.about.clone());
            }
            Vec::new()
        },
    ));
}
