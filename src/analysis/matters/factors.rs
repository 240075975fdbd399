//! Inputs, prepared once for any number of outputs.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::against::Against;
use super::order::{levels, order, tie_ends};
use super::terms::Basis;
use super::total::Totals;
use super::{Estimate, Fault, Settings};

/// Fewer cases tell nothing from chance.
pub const LEAST_CASES: usize = 100;

/// One input in every case.
#[derive(Clone, Copy, Debug)]
pub enum Factor<'a> {
    /// Numbers of which only the order matters.
    Number(&'a [f64]),
    /// Kinds without an order, such as the branch that happens; none is a kind of its own. Of more
    /// than 256 kinds the last are taken together.
    Kind(&'a [Option<usize>]),
}

impl Factor<'_> {
    fn len(&self) -> usize {
        match self {
            Factor::Number(values) => values.len(),
            Factor::Kind(kinds) => kinds.len(),
        }
    }

    /// A word that is the same for the same value.
    fn word(&self, case: usize) -> u64 {
        match self {
            Factor::Number(values) => (values[case] + 0.0).to_bits(),
            Factor::Kind(kinds) => kinds[case].map_or(0, |kind| kind as u64 + 1),
        }
    }

    fn prepared(&self, cases: &[u32]) -> Prepared {
        match self {
            Factor::Number(values) => {
                let values: Vec<f64> = cases.iter().map(|case| values[*case as usize]).collect();
                let order = order(&values);
                let levels = levels(&order, &tie_ends(&values, &order));
                Prepared::Number { levels, order }
            }
            Factor::Kind(kinds) => {
                let mut known: Vec<Option<usize>> = Vec::new();
                let of_cases = cases.iter().map(|case| kinds[*case as usize]);
                let of_cases: Vec<Option<usize>> = of_cases.collect();
                known.extend(&of_cases);
                known.sort_unstable();
                known.dedup();
                let place = |kind: &Option<usize>| known.binary_search(kind).unwrap_or(0).min(255);
                let kinds = of_cases.iter().map(|kind| place(kind) as u8).collect();
                let count = known.len().min(256);
                Prepared::Kind { kinds, count }
            }
        }
    }
}

/// One input, prepared.
#[derive(Clone, Debug)]
pub(super) enum Prepared {
    /// Ranks scaled to 0..1, and cases in their order.
    Number { levels: Vec<f64>, order: Vec<u32> },
    /// Places of kinds, and how many there are.
    Kind { kinds: Vec<u8>, count: usize },
}

impl Prepared {
    /// The class of each case, of `count` classes with equally many cases each, and how many there
    /// are. Equal values stay together; kinds are classes already.
    pub(super) fn classes(&self, count: usize) -> (Vec<u8>, usize) {
        match self {
            Prepared::Number { levels, .. } => {
                let class = |level: &f64| ((level * count as f64) as usize).min(count - 1) as u8;
                (levels.iter().map(class).collect(), count)
            }
            Prepared::Kind { kinds, count } => (kinds.clone(), *count),
        }
    }
}

/// Whether classes are so nearly of one size that an input without ties would make the same.
pub(super) fn are_even(members: &[u8], count: usize) -> bool {
    let mut sizes = vec![0_usize; count];
    members
        .iter()
        .for_each(|class| sizes[usize::from(*class)] += 1);
    let (least, most) = (sizes.iter().min(), sizes.iter().max());
    let slack = 1 + members.len() / (20 * count.max(1));
    least
        .zip(most)
        .is_some_and(|(least, most)| most - least <= slack)
}

/// Cases and their inputs.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Places of the cases among those that were given.
    cases: Vec<u32>,
    pub(super) columns: Vec<Prepared>,
    /// Functions of the columns, made when first asked for.
    basis: OnceLock<Basis>,
}

impl Table {
    fn new(factors: &[Factor<'_>], cases: Vec<u32>) -> Self {
        Table {
            columns: factors.iter().map(|f| f.prepared(&cases)).collect(),
            basis: OnceLock::new(),
            cases,
        }
    }

    pub(super) fn basis(&self) -> &Basis {
        let new = || Basis::new(&self.columns, self.cases.len());
        self.basis.get_or_init(new)
    }
}

/// One input and one output at a glance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glance {
    /// Rank correlation, -1..1; none for kinds and constants.
    pub correlation: Option<f64>,
    /// First-order share.
    pub share: Estimate,
}

/// All inputs and one output.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// Rank correlation and first-order share, by input.
    pub glances: Vec<Glance>,
    /// Total shares and how well they fit.
    pub totals: Totals,
}

/// Inputs that are set against outputs.
#[derive(Clone, Debug)]
pub struct Factors {
    whole: Table,
    /// Where every case is there equally often: each once, and the places of its doubles.
    once: Option<(Table, Vec<u32>)>,
}

impl Factors {
    /// Prepares inputs that have one value per case.
    ///
    /// # Errors
    /// No inputs, columns of different lengths, fewer cases than [`LEAST_CASES`], or a value that is
    /// not a number; infinite ones have their place in the order.
    pub fn new(factors: &[Factor<'_>]) -> Result<Self, Fault> {
        let expected = factors.first().ok_or(Fault::NoFactors)?.len();
        for (place, factor) in factors.iter().enumerate() {
            if factor.len() != expected {
                let found = factor.len();
                return Err(Fault::Length { found, expected });
            }
            if let Factor::Number(values) = factor
                && values.iter().any(|value| value.is_nan())
            {
                let factor = Some(place);
                return Err(Fault::NotANumber { factor });
            }
        }
        enough(expected)?;
        let (firsts, same) = doubles(factors, expected);
        let cases = firsts.len();
        let all = 0..u32::try_from(expected).unwrap_or(u32::MAX);
        let once = (cases < expected).then(|| (Table::new(factors, firsts), same));
        Ok(Factors {
            whole: Table::new(factors, all.collect()),
            once,
        })
    }

    /// Number of inputs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.whole.columns.len()
    }

    /// Is there no input?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.columns.is_empty()
    }

    /// Sets the inputs against an output. Cases that were all given several times, inputs and output
    /// alike, are taken once: a copy says nothing new.
    ///
    /// # Errors
    /// Another number of values, fewer cases than [`LEAST_CASES`] once copies are taken away, a
    /// constant output, a value that is not a number or so large that the variance is none.
    pub fn against(&self, output: &[f64]) -> Result<Against<'_>, Fault> {
        let expected = self.whole.cases.len();
        if output.len() != expected {
            let found = output.len();
            return Err(Fault::Length { found, expected });
        }
        if output.iter().any(|value| !value.is_finite()) {
            return Err(Fault::NotANumber { factor: None });
        }
        let copies = |same: &Vec<u32>| {
            let pairs = same.iter().zip(output);
            pairs
                .into_iter()
                .all(|(first, value)| output[*first as usize] == *value)
        };
        let table = match &self.once {
            Some((once, same)) if copies(same) => once,
            _ => &self.whole,
        };
        enough(table.cases.len())?;
        let values = table.cases.iter().map(|case| output[*case as usize]);
        Against::new(table, values.collect())
    }

    /// Rank correlation and first-order share of every input with each of many outputs, in order;
    /// an output that says nothing has its reason.
    #[must_use]
    pub fn against_all(
        &self,
        outputs: &[&[f64]],
        settings: &Settings,
    ) -> Vec<Result<Vec<Glance>, Fault>> {
        self.of_all(outputs, settings, |against, alone| against.glances(alone))
    }

    /// The same with total shares. What surrogates are made of is made once for all outputs.
    #[must_use]
    pub fn shares_of_all(
        &self,
        outputs: &[&[f64]],
        settings: &Settings,
    ) -> Vec<Result<Shares, Fault>> {
        self.of_all(outputs, settings, |against, alone| Shares {
            glances: against.glances(alone),
            totals: against.total(alone),
        })
    }

    /// An answer about each output, one thread per output.
    fn of_all<T: Send>(
        &self,
        outputs: &[&[f64]],
        settings: &Settings,
        answer: impl Fn(&Against<'_>, &Settings) -> T + Sync,
    ) -> Vec<Result<T, Fault>> {
        let alone = Settings {
            threads: 1,
            ..*settings
        };
        crate::jobs::each(outputs.len(), settings.threads, |place| {
            let against = self.against(outputs[place])?;
            Ok(answer(&against, &alone))
        })
    }
}

/// Refuses too few cases.
fn enough(cases: usize) -> Result<(), Fault> {
    let least = LEAST_CASES;
    match cases < least {
        true => Err(Fault::TooFew { cases, least }),
        false => Ok(()),
    }
}

/// The first of every group of equal cases, and for each case the first that equals it. Unless
/// all groups are equally large, every case stands for itself.
fn doubles(factors: &[Factor<'_>], count: usize) -> (Vec<u32>, Vec<u32>) {
    let mut words = vec![0_u64; count];
    for factor in factors {
        for (case, word) in words.iter_mut().enumerate() {
            let mixed = (*word ^ factor.word(case)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            *word = mixed ^ (mixed >> 29);
        }
    }
    let (mut known, mut firsts, mut same) = (HashMap::new(), Vec::new(), Vec::new());
    let mut sizes: HashMap<u32, u32> = HashMap::new();
    for (case, word) in (0_u32..).zip(words) {
        let first = *known.entry(word).or_insert(case);
        if first == case {
            firsts.push(case);
        }
        *sizes.entry(first).or_default() += 1;
        same.push(first);
    }
    let size = sizes.values().next().copied().unwrap_or(1);
    if size > 1 && sizes.values().all(|other| *other == size) {
        return (firsts, same);
    }
    let all: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
    (all.clone(), all)
}
