//! How settings and made-up places are written.

use super::layout::{Piece, fields, items, number, text, word, wrapped};
use super::quantity;
use crate::scenario::{BaselineRef, CustomBaseline, CustomCohort, Setting};

/// Where and when; everything that a reader must know is written even at its default.
pub(super) fn setting(setting: &Setting) -> Piece {
    let (start, end) = setting.horizon;
    fields()
        .put("baseline", baseline(&setting.baseline))
        .some("reference", setting.reference.as_deref().map(text))
        .put("horizon", items(vec![word(start), word(end)]))
        .put("exposure", word(format!("{:?}", setting.exposure)))
        .map("inputs", setting.inputs.iter().map(quantity::assumption))
        .on_lines()
}

fn baseline(baseline: &BaselineRef) -> Piece {
    match baseline {
        BaselineRef::Country(id) => wrapped("Country", vec![text(id)]),
        BaselineRef::Group(id) => wrapped("Group", vec![text(id)]),
        BaselineRef::Custom(place) => wrapped("Custom", vec![custom(place)]),
    }
}

fn custom(place: &CustomBaseline) -> Piece {
    let maybe = |value: Option<f64>| value.map(number);
    fields()
        .put("name", text(&place.name))
        .put("population", number(place.population))
        .some("growth", maybe(place.growth))
        .some("working_age", maybe(place.working_age))
        .put("compute", number(place.compute))
        .put("data", number(place.data))
        .put("policy", number(place.policy))
        .put("ai_firms", number(place.ai_firms))
        .put("ai_workers", number(place.ai_workers))
        .some("trust", maybe(place.trust))
        .some("trade_x", maybe(place.trade_x))
        .some("trade_y", maybe(place.trade_y))
        .some("reskill_coverage", maybe(place.reskill_coverage))
        .some("local_service_share", maybe(place.local_service_share))
        .some("transfer_share", maybe(place.transfer_share))
        .some("replacement", maybe(place.replacement))
        .some("coverage_loss", maybe(place.coverage_loss))
        .some("layer_loss", maybe(place.layer_loss))
        .some("reemploy_mult", maybe(place.reemploy_mult))
        .some("labour_protection", maybe(place.labour_protection))
        .put(
            "cohorts",
            super::layout::list(place.cohorts.iter().map(cohort).collect()),
        )
        .on_lines()
}

fn cohort(cohort: &CustomCohort) -> Piece {
    fields()
        .put("id", text(&cohort.id))
        .put("poor", word(cohort.poor))
        .put("female", word(cohort.female))
        .put("share", number(cohort.share))
        .put("coverage", number(cohort.coverage))
        .put("usage", number(cohort.usage))
        .put("electricity", number(cohort.electricity))
        .put("skills", number(cohort.skills))
        .put("employed", number(cohort.employed))
        .put("auto_share", number(cohort.auto_share))
        .put("aug_share", number(cohort.aug_share))
        .put("income", number(cohort.income))
        .some("coverage_equity", cohort.coverage_equity.map(number))
        .done()
}
