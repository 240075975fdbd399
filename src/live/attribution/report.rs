//! A difference that was shared out, as it leaves the program.

use super::{Attributed, Made, State};
use crate::analysis::ahead::ahead;
use crate::analysis::dominance::{Dominance, dominance};
use crate::analysis::summary::moments;
use crate::analysis::weighted::{Part, Weight};
use crate::report::attribution::{AttributionReport, ChangeReport};
use crate::report::fill::spread;
use crate::report::run::Better;
use crate::report::stats::{Spread, known};
use crate::scenario::hybrid::Change;
use crate::words::made::name_of;

/// Shares of runs below this are not counted against dominance: 1 of 100.
const TOLERANCE: f64 = 0.01;

/// Values closer than this, relative to their size, are tied: rounding.
const TIE: f64 = 1e-9;

impl Attributed {
    /// As it leaves the program. Columns are named by their letters.
    #[must_use]
    pub fn report(
        &self,
        (column, versus): (&str, &str),
        (from, to): (&State, &State),
    ) -> AttributionReport {
        let pairs = self.changes.iter().zip(&self.shares.contributions);
        let changes = pairs.map(|(made, part)| ChangeReport {
            spread: spread_of(&part.by_draw),
            order_error: known(part.order_error),
            draw_error: known(part.draw_error),
            alone: known(part.alone),
            last: known(part.last),
            ..named(made, from, to)
        });
        let better = self.subject.better();
        let counted = better != Better::Context;
        let found = self.ahead().filter(|_| counted);
        AttributionReport {
            column: column.to_owned(),
            versus: versus.to_owned(),
            indicator: self.subject.key(),
            label: self.subject.label(),
            unit: self.subject.unit(),
            better,
            year: self.year,
            here: known(self.shares.everybody),
            there: known(self.shares.nobody),
            whole: spread_of(&self.differences()),
            changes: changes.collect(),
            exact: self.shares.orders.is_none(),
            precise: self.shares.precise,
            mixtures: self.shares.coalitions,
            orders: self.shares.orders,
            draws: self.draws,
            dominance: self.dominance().filter(|_| counted),
            share_better: found.and_then(|f| known(f.ahead)),
            share_better_error: found.and_then(|f| known(f.standard_error)),
        }
    }

    /// The whole difference in each draw.
    fn differences(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.draws];
        for part in &self.shares.contributions {
            for (sum, value) in sums.iter_mut().zip(&part.by_draw) {
                *sum += value;
            }
        }
        sums
    }

    /// In how many draws the column is better.
    fn ahead(&self) -> Option<crate::analysis::ahead::Ahead> {
        let (here, there) = (good(self, &self.here), good(self, &self.there));
        let size = there.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
        ahead(&here, &there, None, TIE * size).ok()
    }

    /// Whether the column is ahead at every mark.
    fn dominance(&self) -> Option<Dominance> {
        let (here, there) = (good(self, &self.here), good(self, &self.there));
        let part = |values| Part {
            values,
            weights: Weight::Same(1.0),
        };
        let mut found = dominance(&[part(&here)], &[part(&there)], TOLERANCE).ok()?;
        if self.subject.better() == Better::Down {
            found.crossings.iter_mut().for_each(|mark| *mark = -*mark);
            found.crossings.reverse();
        }
        Some(found)
    }
}

/// Values turned so that more is better. Of a gap with two sides the size counts.
fn good(found: &Attributed, values: &[f64]) -> Vec<f64> {
    let gap = crate::analysis::subject::two_sided_gap(&found.subject.key());
    let one = |value: &f64| match (gap, found.subject.better()) {
        (true, _) => -value.abs(),
        (false, Better::Down) => -value,
        (false, Better::Up | Better::Context) => *value,
    };
    values.iter().map(one).collect()
}

fn spread_of(values: &[f64]) -> Spread {
    spread(&moments(&[Part {
        values,
        weights: Weight::Same(1.0),
    }]))
}

/// A change by its ids and in words, without numbers.
fn named(made: &Made, from: &State, to: &State) -> ChangeReport {
    let (node, outcome, items) = match made {
        Made::Wildcard => {
            let both = [&from.stress, &to.stress];
            (None, None, both.into_iter().flatten().cloned().collect())
        }
        Made::Change(change) => ids(change),
    };
    ChangeReport {
        kind: match made {
            Made::Wildcard => "wildcard".to_owned(),
            Made::Change(change) => change.kind().name().to_owned(),
        },
        node,
        outcome,
        items,
        text: name_of(made, (&from.scenario, &to.scenario)),
        spread: Spread::default(),
        order_error: None,
        draw_error: None,
        alone: None,
        last: None,
    }
}

/// Node, outcome and ids of a change.
fn ids(change: &Change) -> (Option<String>, Option<String>, Vec<String>) {
    match change {
        Change::Place | Change::Correlations | Change::Tree | Change::Years => {
            (None, None, Vec::new())
        }
        Change::Input(id) | Change::Parameter(id) => (None, None, vec![id.clone()]),
        Change::Chosen { node } | Change::Probabilities { node } => {
            (Some(node.clone()), None, Vec::new())
        }
        Change::Measure {
            node,
            outcome,
            measure,
        } => (
            Some(node.clone()),
            Some(outcome.clone()),
            vec![measure.clone()],
        ),
        Change::Effect {
            node, outcome, id, ..
        } => (Some(node.clone()), Some(outcome.clone()), vec![id.clone()]),
        Change::Several(all) => {
            let own = all.iter().flat_map(|one| match ids(one) {
                (Some(node), None, items) if items.is_empty() => vec![node],
                (_, _, items) => items,
            });
            (None, None, own.collect())
        }
    }
}
