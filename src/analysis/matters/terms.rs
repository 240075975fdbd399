//! Orthonormal functions of inputs and the products of which a surrogate may consist.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::factors::Prepared;
use super::product::Bundle;

/// Every so many-th case is kept back to check a fit.
const KEPT_BACK: usize = 5;

/// What surrogates of any output are made of: functions of each input, made once.
#[derive(Clone, Debug)]
pub(super) struct Basis {
    /// By input; values in the order of `cases`.
    pub(super) functions: Vec<Functions>,
    /// Places of the cases: first those that terms are chosen and fitted on, then those kept back.
    pub(super) cases: Vec<usize>,
    /// How many of them are fitted on.
    pub(super) fitted: usize,
    /// How high degrees may go.
    pub(super) reach: Reach,
}

impl Basis {
    pub(super) fn new(columns: &[Prepared], count: usize) -> Self {
        let is_back = |case: &usize| case % KEPT_BACK == KEPT_BACK - 1;
        let mut cases: Vec<usize> = (0..count).filter(|case| !is_back(case)).collect();
        let fitted = cases.len();
        cases.extend((0..count).filter(is_back));
        let reach = Reach::of(columns.len());
        let of = |column: &Prepared| Functions::new(column, reach.single, &cases);
        Basis {
            functions: columns.iter().map(of).collect(),
            cases,
            fitted,
            reach,
        }
    }
}

/// Functions of one input with mean 0 and variance 1 over the cases, each at right angles to the
/// others: Legendre polynomials of ranks, or contrasts of kinds.
#[derive(Clone, Debug)]
pub(super) struct Functions {
    /// Values by function, then by case.
    pub(super) values: Vec<Vec<f64>>,
    /// Degree of each; 1 for kinds.
    pub(super) degrees: Vec<usize>,
}

impl Functions {
    fn new(column: &Prepared, most: usize, cases: &[usize]) -> Self {
        match column {
            Prepared::Number { levels, .. } => {
                let mut values = vec![Vec::with_capacity(levels.len()); most];
                for case in cases {
                    legendre(2.0 * levels[*case] - 1.0, &mut values);
                }
                // A constant has the same rank everywhere: nothing to fit.
                let varies = levels.iter().any(|level| *level != levels[0]);
                values.truncate(if varies { most } else { 0 });
                Functions {
                    degrees: (1..=values.len()).collect(),
                    values,
                }
            }
            Prepared::Kind { kinds, count } => {
                let kinds: Vec<u8> = cases.iter().map(|case| kinds[*case]).collect();
                let values = contrasts(&kinds, *count);
                Functions {
                    degrees: vec![1; values.len()],
                    values,
                }
            }
        }
    }
}

/// Appends the orthonormal Legendre polynomials of degree 1, 2, … at `x` in -1..1.
fn legendre(x: f64, values: &mut [Vec<f64>]) {
    let (mut before, mut now) = (1.0, x);
    for (degree, column) in (1_u32..).zip(values) {
        let n = f64::from(degree);
        column.push(now * (2.0 * n + 1.0).sqrt());
        (before, now) = (now, ((2.0 * n + 1.0) * x * now - n * before) / (n + 1.0));
    }
}

/// Contrasts of kinds: each kind against those before it (Helmert), by the numbers of their cases.
fn contrasts(kinds: &[u8], count: usize) -> Vec<Vec<f64>> {
    let mut sizes = vec![0.0; count];
    kinds
        .iter()
        .for_each(|kind| sizes[usize::from(*kind)] += 1.0);
    let contrast = |kind: usize| {
        let before: f64 = sizes[..kind].iter().sum();
        let own = sizes[kind];
        let all = kinds.len() as f64;
        let scale = (all / (before * own * (before + own))).sqrt();
        let value = |other: &u8| match usize::from(*other) {
            other if other < kind => -own * scale,
            other if other == kind => before * scale,
            _ => 0.0,
        };
        kinds.iter().map(value).collect()
    };
    (1..count).map(contrast).collect()
}

/// A function of an input: (input, function).
type Part = (usize, usize);

/// A product of functions of one to three inputs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term(pub(super) Vec<Part>);

impl Term {
    pub(super) fn has(&self, factor: usize) -> bool {
        self.0.iter().any(|(own, _)| *own == factor)
    }

    /// Values by case.
    pub(super) fn values<'a>(&self, functions: &'a [Functions]) -> Cow<'a, [f64]> {
        let of = |(factor, function): &Part| &functions[*factor].values[*function];
        let [first, others @ ..] = self.0.as_slice() else {
            return Cow::default();
        };
        let mut values = Cow::Borrowed(of(first).as_slice());
        for other in others {
            let pairs = values.iter().zip(of(other));
            values = Cow::Owned(pairs.map(|(a, b)| a * b).collect());
        }
        values
    }
}

/// Terms by what they share: the same terms, with a strong input in front wherever one is there.
/// Their values stand in the order of the bundles.
pub(super) fn bundles<'a>(
    functions: &'a [Functions],
    terms: &[Term],
    strong: &[usize],
) -> (Vec<Term>, Vec<Bundle<'a>>) {
    let of = |(factor, function): &Part| functions[*factor].values[*function].as_slice();
    let mut by_shared: BTreeMap<Vec<Part>, Vec<(&Term, Part)>> = BTreeMap::new();
    for term in terms {
        let weak = |part: &Part| !strong.contains(&part.0);
        let own = term.0.iter().rposition(weak).unwrap_or(term.0.len() - 1);
        let mut shared = term.0.clone();
        let own = shared.remove(own);
        by_shared.entry(shared).or_default().push((term, own));
    }
    let mut ordered = Vec::with_capacity(terms.len());
    let mut all = Vec::new();
    for (shared, members) in &by_shared {
        all.push(Bundle {
            shared: shared.iter().map(of).collect(),
            own: members.iter().map(|(_, own)| of(own)).collect(),
        });
        ordered.extend(members.iter().map(|(term, _)| (*term).clone()));
    }
    (ordered, all)
}

/// How high degrees may go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// Of single inputs.
    pub(super) single: usize,
    /// Of products of two, together.
    pub(super) pair: usize,
    /// Of products of three, together; 0 = none.
    pub(super) triple: usize,
}

impl Reach {
    /// Few inputs leave room for high degrees, many need what is simple.
    pub(super) fn of(factors: usize) -> Self {
        let (single, pair, triple) = match factors {
            0..=4 => (12, 12, 8),
            5..=8 => (8, 8, 4),
            9..=20 => (6, 4, 3),
            _ => (5, 3, 0),
        };
        Reach {
            single,
            pair,
            triple,
        }
    }
}

/// Products of functions of one input each.
pub(super) fn singles(functions: &[Functions]) -> Vec<Term> {
    let all = functions.iter().enumerate();
    let terms = all.flat_map(|(factor, own)| (0..own.values.len()).map(move |f| (factor, f)));
    terms.map(|one| Term(vec![one])).collect()
}

/// Products of two or three inputs of which the first few on a list of the strongest are at least
/// one.
pub(super) fn products(functions: &[Functions], strong: &[usize], reach: Reach) -> Vec<Term> {
    let degree = |part: &Part| functions[part.0].degrees[part.1];
    let parts = |factor: usize| (0..functions[factor].values.len()).map(move |f| (factor, f));
    let mut terms = Vec::new();
    for first in 0..functions.len() {
        for second in first + 1..functions.len() {
            if !strong.contains(&first) && !strong.contains(&second) {
                continue;
            }
            for one in parts(first) {
                for other in parts(second) {
                    let both = degree(&one) + degree(&other);
                    if both <= reach.pair {
                        terms.push(Term(vec![one, other]));
                    }
                    for third in second + 1..functions.len() {
                        let fits = parts(third).filter(|p| both + degree(p) <= reach.triple);
                        terms.extend(fits.map(|third| Term(vec![one, other, third])));
                    }
                }
            }
        }
    }
    terms
}
