//! The national layers and the use of AI in the base year (rules 9 and 10).

use super::figures::Figures;
use super::spread::sigma;
use crate::model::math::ln;
use crate::seeds::{Cause, Figure, IncomeGroup};

/// National inputs of a country.
pub(super) struct Layers {
    pub(super) compute: f64,
    pub(super) data: f64,
    pub(super) policy: f64,
    pub(super) ai_firms: f64,
    pub(super) ai_workers: f64,
    pub(super) working_age: f64,
}

pub(super) fn layers(figures: &mut Figures<'_>) -> Layers {
    let users = figures.figure("ai_users", figures.record.ai_users);
    if figures.record.ai_users.is_some() && figures.record.ai_users_regional {
        let year = figures.record.ai_users.and_then(|figure| figure.year);
        figures.flags.add("ai_users", Cause::Regional, year, &[]);
    }
    let at_work = if figures.group == IncomeGroup::High {
        0.5
    } else {
        0.3
    };
    Layers {
        compute: compute(figures).clamp(0.03, 0.97),
        data: figures
            .figure("data", figures.record.statistics)
            .clamp(0.03, 0.97),
        policy: policy(figures).clamp(0.03, 0.97),
        ai_firms: 0.5 * users,
        ai_workers: at_work * users,
        working_age: figures.figure("working_age", figures.record.working_age) + 0.04,
    }
}

fn compute(figures: &mut Figures<'_>) -> f64 {
    let (broadband, government) = (figures.record.fixed_broadband, figures.record.government);
    match (broadband, government) {
        (Some(lines), Some(effectiveness)) => {
            for figure in [broadband, government] {
                figures.check_age("compute", figure);
            }
            sigma(-1.045 + 0.338 * ln(1.0 + lines.value) + 0.445 * effectiveness.value)
        }
        _ => figures.fallback("compute", "compute"),
    }
}

fn policy(figures: &mut Figures<'_>) -> f64 {
    let parts = [
        figures.record.government,
        figures.record.regulation,
        figures.record.law,
    ];
    let known: Vec<Figure> = parts.into_iter().flatten().collect();
    if known.len() < parts.len() {
        return figures.fallback("policy", "policy");
    }
    for figure in parts {
        figures.check_age("policy", figure);
    }
    sigma(0.942 * known.iter().map(|figure| figure.value).sum::<f64>() / 3.0)
}
