//! One packet of draws through one year: the order in which the equations act.

use super::anchor::Anchor;
use super::harm::{self, Chance};
use super::income::{Income, Scale, income};
use super::indicators::{
    Against, Base, Key, Peer, Year, as_peer, indicators, note_extremes, scar_cost,
};
use super::lane::Lane;
use super::readiness::{View, mean, view};
use super::setbacks::gaps;
use super::state::{Labour, State};
use super::theta::Theta;
use super::{adoption, connectivity, labour};

/// What a packet keeps from its base year, for every path alike.
#[derive(Clone, Copy)]
pub struct Start<L, const G: usize> {
    /// The base-year state, from which every path sets out.
    pub state: State<L, G>,
    /// Labour of the base year: X and M without AI never move.
    labour: Labour<L, G>,
    scale: Scale<L, G>,
    base: Base<L, G>,
}

/// A year that has been read but not yet left.
#[derive(Clone, Copy)]
pub struct Present<L, const G: usize> {
    view: View<L, G>,
    income: Income<L, G>,
}

impl<L: Lane, const G: usize> Start<L, G> {
    /// Sets a packet up from its base inputs `th`; `peer` is the reference country in its own
    /// base year.
    #[inline(always)]
    pub fn new(anchor: &Anchor<G>, th: &Theta<L, G>, peer: Option<Peer<L>>) -> Self {
        let state = State::base(anchor, th);
        let seen = view(&state, anchor, th);
        let scale = Scale::fit(&state, anchor, &seen, th);
        let income = income(&state, anchor, &seen, th, &scale, &state.labour);
        let base = Base {
            income: income.with_ai,
            income_poor: mean(&anchor.poor, &income.with_ai),
            gaps: gaps(&state, anchor, peer),
        };
        Start {
            labour: state.labour,
            state,
            scale,
            base,
        }
    }

    /// Reads the year that `state` stands in, `step` years after the base, and notes extremes.
    #[inline(always)]
    pub fn look(
        &self,
        state: &mut State<L, G>,
        anchor: &Anchor<G>,
        th: &Theta<L, G>,
        step: usize,
    ) -> Present<L, G> {
        let seen = view(state, anchor, th);
        let income = income(state, anchor, &seen, th, &self.scale, &self.labour);
        note_extremes(state, anchor, th, &income, step);
        Present { view: seen, income }
    }

    /// All indicators of a year that has been looked at.
    #[inline(always)]
    pub fn indicators(
        &self,
        state: &State<L, G>,
        anchor: &Anchor<G>,
        th: &Theta<L, G>,
        present: &Present<L, G>,
        peer: Option<Peer<L>>,
        undisturbed: L,
    ) -> Year<L, G> {
        let against = Against {
            base: &self.base,
            peer,
            undisturbed,
        };
        let mut year = indicators(state, anchor, &present.view, th, &present.income, &against);
        year.indicators[Key::scar_cost as usize] =
            scar_cost(state, anchor, th, &self.scale.with_ai);
        year
    }

    /// What this packet offers as the reference country of another.
    #[inline(always)]
    pub fn as_peer(
        &self,
        state: &State<L, G>,
        anchor: &Anchor<G>,
        present: &Present<L, G>,
    ) -> Peer<L> {
        as_peer(state, anchor, &present.income)
    }

    /// Moves `state` from step `step` to the next year.
    #[inline(always)]
    pub fn advance<X: Chance<L>>(
        &self,
        state: &mut State<L, G>,
        anchor: &Anchor<G>,
        th: &Theta<L, G>,
        present: &Present<L, G>,
        chance: &mut X,
        step: usize,
    ) {
        let usage_before = state.usage;
        let trust = state.trust / self.state.trust.max(state.trust.like(1e-300));
        connectivity::advance(state, anchor, &anchor.path[step], th, chance.surprise(step));
        labour::advance(state, anchor, &present.view, th, &usage_before);
        harm::advance(state, anchor, &present.view, th, chance, step);
        adoption::advance(state, anchor, &present.view, th, trust);
        state.people = state.people * (th.growth() + 1.0);
    }
}

/// Use by the poor, year by year, if no branch of the tree happened: the reference branch of the
/// setback in connectivity. Needs only the connectivity block.
#[inline(always)]
pub fn undisturbed_usage<L: Lane, X: Chance<L>, const G: usize>(
    start: &State<L, G>,
    anchor: &Anchor<G>,
    th: &Theta<L, G>,
    chance: &mut X,
    out: &mut [L],
) {
    let mut state = *start;
    for (step, poor) in out.iter_mut().enumerate() {
        *poor = mean(&anchor.poor, &state.usage);
        if let Some(reference) = anchor.path.get(step) {
            connectivity::advance(&mut state, anchor, reference, th, chance.surprise(step));
        }
    }
}
