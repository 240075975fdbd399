//! The three setbacks, always together: income against no AI, people online, gaps (MODEL 5).

use super::anchor::{Anchor, mean as plain_mean};
use super::constants::{SETBACK_ANY_YEAR, SETBACK_HORIZON};
use super::indicators::{Against, Key, Peer, Row, put};
use super::lane::Lane;
use super::readiness::mean;
use super::state::State;

/// The three gaps that a setback may widen.
#[derive(Clone, Copy)]
pub struct Gaps<L> {
    /// Use of the rest minus use of the poor.
    pub poor: L,
    /// 1 - women's use over men's.
    pub gender: L,
    /// Use of the reference country minus own use; 0 without one.
    pub between: L,
}

/// The gaps of the year that `state` stands in.
#[inline(always)]
pub fn gaps<L: Lane, const G: usize>(
    state: &State<L, G>,
    anchor: &Anchor<G>,
    peer: Option<Peer<L>>,
) -> Gaps<L> {
    let usage = &state.usage;
    let women = mean(&anchor.women, usage) / mean(&anchor.men, usage);
    let between = match peer {
        Some(peer) => peer.usage - mean(&anchor.share, usage),
        None => usage[0].like(0.0),
    };
    Gaps {
        poor: mean(&anchor.rest, usage) - mean(&anchor.poor, usage),
        gender: women.complement(),
        between,
    }
}

/// The three setbacks; each is 1 where it happens. Incomes must have been written before.
#[inline(always)]
pub(super) fn setbacks<L: Lane, const G: usize>(
    row: &mut Row<L>,
    state: &State<L, G>,
    anchor: &Anchor<G>,
    against: &Against<'_, L, G>,
) {
    let worst = state.ledger.worst_loss;
    let vs_noai = below(row[Key::income_poor_vs_noai as usize], SETBACK_HORIZON);
    let vs_base = below(row[Key::income_poor_vs_base as usize], SETBACK_HORIZON);
    put(row, Key::setback_vs_noai, vs_noai);
    put(row, Key::setback_any_year, below(worst, SETBACK_ANY_YEAR));
    put(row, Key::setback_vs_base, vs_base);
    put(row, Key::worst_loss_poor, worst);
    let poor = mean(&anchor.poor, &state.usage);
    let start = poor.like(plain_mean(&anchor.poor, &anchor.usage));
    let fewest = start.max(against.undisturbed);
    put(row, Key::setback_online, poor.indicator(poor.lt(fewest)));
    let (now, base) = (gaps(state, anchor, against.peer), &against.base.gaps);
    // A gap between groups of which one is empty is not a number: the comparison is then false.
    let gap = wider(base.poor, now.poor).max(wider(base.gender, now.gender));
    put(
        row,
        Key::setback_gap,
        gap.max(wider(base.between, now.between)),
    );
}

/// 1 where `value` lies below `line`.
#[inline(always)]
fn below<L: Lane>(value: L, line: f64) -> L {
    value.indicator(value.lt(value.like(line)))
}

/// 1 where a gap has grown.
#[inline(always)]
fn wider<L: Lane>(before: L, after: L) -> L {
    before.indicator(before.lt(after))
}
