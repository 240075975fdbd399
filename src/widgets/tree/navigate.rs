//! Moving from one part of a tree to the next.

use super::Spot;
use super::layout::{Item, TreeLayout};

/// Where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what comes before.
    Left,
    /// To what comes after.
    Right,
    /// To what stands above, in the same column if there is anything.
    Up,
    /// To what stands below, in the same column if there is anything.
    Down,
}

impl TreeLayout {
    /// The spot that one step leads to; the same one where there is no further way.
    ///
    /// A step to the right from a part that is drawn above leads to where it is drawn.
    #[must_use]
    pub fn neighbour(&self, spot: &Spot, direction: Direction) -> Spot {
        let here = self.nearest(spot);
        let Some(item) = self.find(&here) else {
            return here;
        };
        let next = match direction {
            Direction::Left => here.before().filter(|before| self.find(before).is_some()),
            Direction::Right => self.after(item),
            Direction::Up => self.beside(item, false),
            Direction::Down => self.beside(item, true),
        };
        next.unwrap_or(here)
    }

    /// This spot if it is drawn, or the last one before it that is.
    #[must_use]
    pub fn nearest(&self, spot: &Spot) -> Spot {
        let mut spot = spot.clone();
        while self.find(&spot).is_none() {
            match spot.before() {
                Some(before) => spot = before,
                None => return Spot::root(),
            }
        }
        spot
    }

    /// Every spot in the order of lines, from left to right in each.
    #[must_use]
    pub fn spots(&self) -> Vec<Spot> {
        let mut items: Vec<Item> = self.items().collect();
        items.sort_by_key(|item| {
            let (x, _, row) = self.place(*item);
            (row, x)
        });
        items
            .into_iter()
            .filter_map(|item| self.spot(item))
            .collect()
    }

    pub(super) fn find(&self, spot: &Spot) -> Option<Item> {
        self.index.get(spot).copied()
    }

    fn spot(&self, item: Item) -> Option<Spot> {
        match item {
            Item::Node(number) => self.nodes.get(number).map(|node| node.spot.clone()),
            Item::Outcome(number) => self
                .outcomes
                .get(number)
                .map(|outcome| outcome.spot.clone()),
        }
    }

    fn items(&self) -> impl Iterator<Item = Item> {
        let nodes = (0..self.nodes.len()).map(Item::Node);
        nodes.chain((0..self.outcomes.len()).map(Item::Outcome))
    }

    fn after(&self, item: Item) -> Option<Spot> {
        match item {
            Item::Node(number) => {
                let node = self.nodes.get(number)?;
                let first = self.outcomes.get(node.outcomes.clone())?.first();
                first
                    .map(|outcome| outcome.spot.clone())
                    .or_else(|| node.drawn.clone())
            }
            Item::Outcome(number) => {
                let next = self.outcomes.get(number)?.spot.next();
                self.find(&next).map(|_| next)
            }
        }
    }

    /// The nearest item below or above: of the same kind in the same column, or else on the nearest
    /// line, or else none.
    fn beside(&self, item: Item, below: bool) -> Option<Spot> {
        let (x, _, row) = self.place(item);
        let further = |other: i32| if below { other - row } else { row - other };
        let same_kind =
            |other: Item| matches!(other, Item::Node(_)) == matches!(item, Item::Node(_));
        let others = self.items().filter_map(|other| {
            let (column, _, line) = self.place(other);
            let far = further(line);
            let aligned = column == x && same_kind(other);
            (far > 0).then_some((!aligned, far, (column - x).abs(), !same_kind(other), other))
        });
        let nearest =
            others.min_by_key(|(aligned, far, aside, kind, _)| (*aligned, *far, *aside, *kind));
        nearest.and_then(|(.., other)| self.spot(other))
    }
}
