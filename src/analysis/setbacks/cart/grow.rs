//! Growing: the question that separates setbacks best, again and again.

use super::super::table::{Prepared, Sorted, Sums};
use super::{Node, Options, Question, Tree};

/// Gains that rounding may make of nothing.
const SLACK: f64 = 1e-12;

/// Grows a tree on the rows that are looked at, as far as the options allow.
#[must_use]
pub fn grow(rows: &Prepared, looked_at: &[bool], options: &Options) -> Tree {
    let own = rows.sums(looked_at);
    let alive = |(row, _): &&(u32, u32)| looked_at[*row as usize];
    let order = |column: &Sorted| match column {
        Sorted::Numbers { order, .. } => order.iter().filter(alive).copied().collect(),
        _ => Vec::new(),
    };
    let part = Part {
        orders: rows.columns.iter().map(order).collect(),
        members: (0..rows.len()).filter(|row| looked_at[*row]).collect(),
        sums: own,
    };
    let mut growing = Growing {
        rows,
        options,
        all: own.weight,
        nodes: Vec::new(),
    };
    growing.node(part, 0);
    Tree {
        nodes: growing.nodes,
    }
}

/// Rows that come to a node.
struct Part {
    orders: Vec<Vec<(u32, u32)>>,
    members: Vec<usize>,
    sums: Sums,
}

struct Growing<'a> {
    rows: &'a Prepared,
    options: &'a Options,
    all: f64,
    nodes: Vec<Node>,
}

struct Split {
    column: usize,
    cut: Cut,
    gain: f64,
}

enum Cut {
    /// The last rank with the answer yes, and the next that was met.
    After(u32, u32),
    /// Categories with the answer yes, and no.
    Codes(Vec<u16>, Vec<u16>),
}

/// Gini impurity times weight.
fn risk(sums: Sums) -> f64 {
    match sums.weight > 0.0 {
        true => 2.0 * sums.cases * (sums.weight - sums.cases) / sums.weight,
        false => 0.0,
    }
}

impl Growing<'_> {
    fn node(&mut self, part: Part, depth: usize) -> usize {
        let place = self.nodes.len();
        self.nodes.push(Node {
            mass: part.sums.weight / self.all,
            density: part.sums.density(),
            split: None,
        });
        if depth == self.options.depth {
            return place;
        }
        let Some(split) = self.best(&part) else {
            return place;
        };
        let (question, yes, no) = self.parted(part, &split);
        let yes = self.node(yes, depth + 1);
        let no = self.node(no, depth + 1);
        self.nodes[place].split = Some((split.column, question, yes, no));
        place
    }

    fn best(&self, part: &Part) -> Option<Split> {
        let least = SLACK * part.sums.weight;
        let columns = 0..self.rows.columns.len();
        let splits = columns.filter_map(|column| match &self.rows.columns[column] {
            Sorted::Numbers { .. } => self.of_numbers(column, part),
            Sorted::Categories { codes, count } => self.of_codes(column, codes, *count, part),
            Sorted::Constant => None,
        });
        splits
            .filter(|split| split.gain > least)
            .fold(None, |best: Option<Split>, next| match best {
                Some(best) if next.gain <= best.gain + least => Some(best),
                _ => Some(next),
            })
    }

    /// What is gained by parting some rows from the rest; `None` where a part is too small.
    fn gain(&self, yes: Sums, all: Sums) -> Option<f64> {
        let no = all.minus(yes);
        let least = self.options.least_mass * self.all * (1.0 - SLACK);
        let large = yes.weight >= least && no.weight >= least && no.weight > 0.0;
        (large && yes.weight > 0.0).then(|| risk(all) - risk(yes) - risk(no))
    }

    fn of_numbers(&self, column: usize, part: &Part) -> Option<Split> {
        let mut yes = Sums::default();
        let mut best: Option<Split> = None;
        let mut last = None;
        for (row, rank) in &part.orders[column] {
            if let Some(before) = last.filter(|before| before != rank)
                && let Some(gain) = self.gain(yes, part.sums)
                && best.as_ref().is_none_or(|best| gain > best.gain)
            {
                let cut = Cut::After(before, *rank);
                best = Some(Split { column, cut, gain });
            }
            yes.add(self.rows.rows[*row as usize]);
            last = Some(*rank);
        }
        best
    }

    fn of_codes(&self, column: usize, codes: &[u16], count: usize, part: &Part) -> Option<Split> {
        let mut sums = vec![Sums::default(); count];
        for row in &part.members {
            sums[usize::from(codes[*row])].add(self.rows.rows[*row]);
        }
        let there = (0_u16..).zip(sums).filter(|(_, own)| own.weight > 0.0);
        let mut there: Vec<(u16, Sums)> = there.collect();
        there.sort_by(|a, b| b.1.density().total_cmp(&a.1.density()).then(a.0.cmp(&b.0)));
        let mut yes = Sums::default();
        let mut best: Option<(usize, f64)> = None;
        for (taken, (_, own)) in (1..there.len()).zip(&there) {
            yes.add(*own);
            if let Some(gain) = self.gain(yes, part.sums)
                && best.is_none_or(|(_, most)| gain > most)
            {
                best = Some((taken, gain));
            }
        }
        let (taken, gain) = best?;
        let codes = |some: &[(u16, Sums)]| {
            let mut codes: Vec<u16> = some.iter().map(|(code, _)| *code).collect();
            codes.sort_unstable();
            codes
        };
        let cut = Cut::Codes(codes(&there[..taken]), codes(&there[taken..]));
        Some(Split { column, cut, gain })
    }

    fn parted(&self, part: Part, split: &Split) -> (Question, Part, Part) {
        let (question, is_yes) = match (&split.cut, &self.rows.columns[split.column]) {
            (Cut::After(last, next), Sorted::Numbers { ranks, values, .. }) => {
                let (low, high) = (values[*last as usize], values[*next as usize]);
                let middle = low + (high - low) / 2.0;
                let limit = if middle < high { middle } else { low };
                let is_yes: Vec<bool> = ranks.iter().map(|rank| rank <= last).collect();
                (Question::AtMost(limit), is_yes)
            }
            (Cut::Codes(yes, no), Sorted::Categories { codes, .. }) => {
                let is_yes = codes.iter().map(|code| yes.contains(code)).collect();
                let (yes, no) = (yes.clone(), no.clone());
                (Question::OneOf { yes, no }, is_yes)
            }
            _ => (Question::AtMost(f64::INFINITY), vec![true; self.rows.len()]),
        };
        let mut yes = Sums::default();
        for row in part.members.iter().filter(|row| is_yes[**row]) {
            yes.add(self.rows.rows[*row]);
        }
        let sides = part.orders.into_iter().map(|order| {
            let parts = order
                .into_iter()
                .partition(|(row, _)| is_yes[*row as usize]);
            let (yes, no): (Vec<_>, Vec<_>) = parts;
            (yes, no)
        });
        let (yes_orders, no_orders) = sides.unzip();
        let (yes_members, no_members) = part.members.into_iter().partition(|row| is_yes[*row]);
        let side = |orders, members, sums| Part {
            orders,
            members,
            sums,
        };
        (
            question,
            side(yes_orders, yes_members, yes),
            side(no_orders, no_members, part.sums.minus(yes)),
        )
    }
}
