//! One packet of draws through the whole tree.
//!
//! Depth first, copying the state where paths part, so a shared past is paid for once. The
//! reference country runs first, then the country itself; both see the same draws.

use super::plan::Plan;
use super::sheet::{LaneLuck, PacketLuck, Role, Sheet, Source};
use crate::model::Country;
use crate::model::anchor::Anchor;
use crate::model::indicators::{Peer, Year};
use crate::model::lane::Lane;
use crate::model::run::{Start, undisturbed_usage};
use crate::model::state::State;
use crate::model::theta::{Slot, Theta, slot};

/// Receives every simulated year.
pub trait Sink<L, const G: usize> {
    /// One year of one segment, for a packet; `leaf` is the path that ends here, if one does.
    fn year(&mut self, row: usize, leaf: Option<usize>, year: &Year<L, G>);
}

/// A country as the walk needs it: anchor and its own inputs.
pub struct Place<const G: usize> {
    anchor: Anchor<G>,
    inputs: Theta<f64, G>,
    poor: [bool; G],
}

impl<const G: usize> Place<G> {
    fn new(country: &Country, plan: &Plan) -> Self {
        let mut inputs = Theta::zero(0.0);
        for (slot, value) in &plan.typical {
            inputs.set(*slot, *value);
        }
        country.fill(&mut inputs);
        let poor = std::array::from_fn(|g| country.cohorts.get(g).is_some_and(|c| c.poor));
        Place {
            anchor: Anchor::new(country, &inputs, plan.steps),
            inputs,
            poor,
        }
    }
}

/// A plan made ready for `G` cohorts.
pub struct Kernel<'a, const G: usize> {
    plan: &'a Plan,
    home: Place<G>,
    peer: Option<Place<G>>,
}

/// Memory that one thread uses again for every packet.
pub struct Workspace<L, const G: usize> {
    stack: Vec<State<L, G>>,
    snapshots: Vec<Option<State<L, G>>>,
    peers: Vec<Peer<L>>,
    undisturbed: Vec<L>,
}

impl<L: Lane, const G: usize> Workspace<L, G> {
    /// Empty memory.
    pub fn new() -> Self {
        Workspace {
            stack: Vec::new(),
            snapshots: Vec::new(),
            peers: Vec::new(),
            undisturbed: Vec::new(),
        }
    }
}

impl<L: Lane, const G: usize> Default for Workspace<L, G> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a, const G: usize> Kernel<'a, G> {
    /// Anchors both countries of a plan.
    pub fn new(plan: &'a Plan) -> Self {
        Kernel {
            plan,
            home: Place::new(plan.country(), plan),
            peer: plan
                .reference
                .as_ref()
                .map(|r| Place::new(&r.country, plan)),
        }
    }

    /// Walks one packet, the draws from `offset` on, and hands every year to `sink`.
    #[inline(always)]
    pub fn walk<L: Lane, S: Sink<L, G>>(
        &self,
        zero: L,
        sheet: &mut Sheet,
        source: &Source<'_>,
        offset: usize,
        work: &mut Workspace<L, G>,
        sink: &mut S,
    ) {
        let mut luck = PacketLuck {
            sheet,
            source,
            offset,
            role: Role::Reference,
        };
        if let Some(place) = &self.peer {
            self.walk_peer(place, zero, &mut luck, work);
        }
        luck.role = Role::Own;
        self.walk_home(zero, &mut luck, work, sink);
    }

    #[inline(always)]
    fn base<L: Lane>(
        &self,
        place: &Place<G>,
        zero: L,
        sheet: &Sheet,
        offset: usize,
        own: bool,
    ) -> Theta<L, G> {
        let mut theta = Theta::zero(zero);
        for (to, from) in theta.national.iter_mut().zip(&place.inputs.national) {
            *to = zero.like(*from);
        }
        for (to, from) in theta.cohort.iter_mut().zip(&place.inputs.cohort) {
            for g in 0..G {
                to[g] = zero.like(from[g]);
            }
        }
        let equity = slot("coverage_equity");
        for (number, (slot, column)) in self.plan.drawn_slots.iter().enumerate() {
            // The first are parameters, the same for both countries; the others are the room's
            // inputs for the setting's country alone.
            if number >= self.plan.typical.len() && !own {
                break;
            }
            let value = zero.load(sheet.column(*column, offset));
            match *slot {
                Slot::Cohort(i) if Some(*slot) == equity => {
                    for g in (0..G).filter(|g| place.poor[*g]) {
                        theta.cohort[i][g] = value;
                    }
                }
                other => theta.set(other, value),
            }
        }
        theta
    }

    #[inline(always)]
    fn walk_peer<L: Lane>(
        &self,
        place: &Place<G>,
        zero: L,
        luck: &mut PacketLuck<'_, '_>,
        work: &mut Workspace<L, G>,
    ) {
        let steps = self.plan.steps;
        let nothing = Peer {
            usage: zero,
            augmented_share: zero,
            dividend: zero,
        };
        work.peers.clear();
        work.peers
            .resize(self.plan.peers.len() * (steps + 1), nothing);
        work.snapshots.clear();
        work.snapshots.resize_with(self.plan.peers.len(), || None);
        let base = self.base(place, zero, luck.sheet, luck.offset, false);
        let start = Start::new(&place.anchor, &base, None);
        for (number, branch) in self.plan.peers.iter().enumerate() {
            let mut state = work.snapshots[number].unwrap_or(start.state);
            let mut theta = base;
            for step in branch.from..=steps {
                for (child, other) in self.plan.peers.iter().enumerate().skip(number + 1) {
                    if other.parent == Some(number) && other.from == step {
                        work.snapshots[child] = Some(state);
                    }
                }
                for touch in &branch.touches[step - branch.from] {
                    // Without the attribute the closure would lose the vector instructions.
                    touch.apply(
                        &mut theta,
                        &base,
                        #[inline(always)]
                        |column| zero.load(luck.sheet.column(column, luck.offset)),
                    );
                }
                let now = start.look(&mut state, &place.anchor, &theta, step);
                work.peers[number * (steps + 1) + step] =
                    start.as_peer(&state, &place.anchor, &now);
                if step < steps {
                    let mut chance = LaneLuck { luck, zero };
                    start.advance(&mut state, &place.anchor, &theta, &now, &mut chance, step);
                }
            }
        }
    }

    #[inline(always)]
    fn walk_home<L: Lane, S: Sink<L, G>>(
        &self,
        zero: L,
        luck: &mut PacketLuck<'_, '_>,
        work: &mut Workspace<L, G>,
        sink: &mut S,
    ) {
        let (anchor, steps) = (&self.home.anchor, self.plan.steps);
        let base = self.base(&self.home, zero, luck.sheet, luck.offset, true);
        let start = Start::new(anchor, &base, work.peers.first().copied());
        work.undisturbed.clear();
        work.undisturbed.resize(steps + 1, zero);
        let mut chance = LaneLuck { luck, zero };
        undisturbed_usage(
            &start.state,
            anchor,
            &base,
            &mut chance,
            &mut work.undisturbed,
        );
        work.stack.clear();
        work.stack.push(start.state);
        let mut theta = base;
        for segment in self.plan.segments.iter() {
            work.stack.truncate(segment.depth + 1);
            let mut state = work.stack[segment.depth];
            for step in segment.from..segment.to {
                for touch in &segment.touches[step - segment.from] {
                    // Without the attribute the closure would lose the vector instructions.
                    touch.apply(
                        &mut theta,
                        &base,
                        #[inline(always)]
                        |column| zero.load(luck.sheet.column(column, luck.offset)),
                    );
                }
                let now = start.look(&mut state, anchor, &theta, step);
                let peer = work.peers.get(segment.peer * (steps + 1) + step).copied();
                let year =
                    start.indicators(&state, anchor, &theta, &now, peer, work.undisturbed[step]);
                let leaf = if step == steps { segment.leaf } else { None };
                sink.year(segment.first_row + step - segment.from, leaf, &year);
                if step < steps {
                    let mut chance = LaneLuck { luck, zero };
                    start.advance(&mut state, anchor, &theta, &now, &mut chance, step);
                }
            }
            work.stack.push(state);
        }
    }
}
