//! Incomes with and without AI (MODEL 3.7, E22 to E25).

use super::anchor::Anchor;
use super::constants::{AUTO_COST_SAVING, INCOME_V, WAGE_M, WAGE_X};
use super::lane::Lane;
use super::readiness::{View, mean};
use super::state::{Labour, State};
use super::theta::Theta;

/// Dollars per unit of the model's earnings, fixed in the base year so that incomes fit the data.
#[derive(Clone, Copy)]
pub struct Scale<L, const G: usize> {
    /// b: with AI.
    pub with_ai: [L; G],
    /// The no-AI run's own scale: its base-year earnings differ.
    pub without_ai: [L; G],
}

/// Incomes of one year, dollars a day per head.
#[derive(Clone, Copy)]
pub struct Income<L, const G: usize> {
    /// I: with AI.
    pub with_ai: [L; G],
    /// The same people without AI.
    pub without_ai: [L; G],
    /// What AI adds before harm and connectivity, dollars a day per head.
    pub gain: [L; G],
}

/// (E22, E23) Earnings per head in model units.
struct Earnings<L, const G: usize> {
    core: [L; G],
    augmentation: [L; G],
    services: [L; G],
    core_noai: [L; G],
}

#[inline(always)]
fn earnings<L: Lane, const G: usize>(
    state: &State<L, G>,
    view: &View<L, G>,
    th: &Theta<L, G>,
    base: &Labour<L, G>,
) -> Earnings<L, G> {
    let none = [state.data.like(0.0); G];
    let mut e = Earnings {
        core: none,
        augmentation: none,
        services: none,
        core_noai: none,
    };
    let labour = &state.labour;
    for g in 0..G {
        let self_made = labour.other[g] + th.scar_loss()[g].complement() * labour.scarred[g];
        let covered = th.replacement()[g] * labour.displaced[g] * WAGE_X;
        e.core[g] = labour.automatable[g] * WAGE_X
            + labour.augmentable[g] * WAGE_M
            + self_made
            + covered
            + labour.out[g] * INCOME_V;
        e.augmentation[g] = labour.augmentable[g]
            * th.prod_gain()[g]
            * view.relevance[g]
            * state.workers[g]
            * WAGE_M;
        let local = th.service_gain()[g] * th.local_service_share()[g];
        e.services[g] = self_made * local * state.usage[g] * state.frontier * view.represented[g];
        e.core_noai[g] = base.automatable[g] * WAGE_X
            + base.augmentable[g] * WAGE_M
            + labour.other_noai[g]
            + labour.out_noai[g] * INCOME_V;
    }
    e
}

impl<L: Lane, const G: usize> Scale<L, G> {
    /// Fits both runs to base-year incomes; `state` is the base year.
    #[inline(always)]
    pub fn fit(
        state: &State<L, G>,
        anchor: &Anchor<G>,
        view: &View<L, G>,
        th: &Theta<L, G>,
    ) -> Self {
        let e = earnings(state, view, th, &state.labour);
        let mut scale = Scale {
            with_ai: e.core,
            without_ai: e.core,
        };
        for g in 0..G {
            let earned = e.core[g] + th.pass_through()[g] * e.augmentation[g] + e.services[g];
            scale.with_ai[g] = earned.like(anchor.income[g]) / earned;
            scale.without_ai[g] = earned.like(anchor.income[g]) / e.core_noai[g];
        }
        scale
    }
}

/// Incomes of the year that `state` stands in; `base` is the labour of the base year.
#[inline(always)]
pub fn income<L: Lane, const G: usize>(
    state: &State<L, G>,
    anchor: &Anchor<G>,
    view: &View<L, G>,
    th: &Theta<L, G>,
    scale: &Scale<L, G>,
    base: &Labour<L, G>,
) -> Income<L, G> {
    let e = earnings(state, view, th, base);
    let mut kept = e.core;
    for g in 0..G {
        // (E24) what employers and platforms gain, before part of it leaves the country
        let automated = state.ledger.automated[g] * (AUTO_COST_SAVING * WAGE_X);
        kept[g] =
            scale.with_ai[g] * (th.pass_through()[g].complement() * e.augmentation[g] + automated);
    }
    let surplus = mean(&anchor.share, &kept) * th.profit_leak().complement() * th.working_age();
    let spread = surplus * th.transfer_share();
    // The rest goes to the non-poor in proportion to base-year income.
    let to_owners = (surplus - spread) * anchor.per_dollar_of_the_rest;
    let mut income = Income {
        with_ai: e.core,
        without_ai: e.core,
        gain: e.core,
    };
    for g in 0..G {
        let own = th.pass_through()[g] * e.augmentation[g] + e.services[g];
        let transfer = spread + to_owners * anchor.owner_income[g];
        // (E25)
        let online = th.online_income_gain()[g] * (state.usage[g] - anchor.usage[g]) + 1.0;
        let unharmed = (th.harm_income_loss()[g] * state.harmed[g]).complement();
        income.with_ai[g] = scale.with_ai[g] * (e.core[g] + own) * online * unharmed + transfer;
        income.without_ai[g] = scale.without_ai[g] * e.core_noai[g] * online;
        income.gain[g] = scale.with_ai[g] * own + transfer;
    }
    income
}
