//! One chunk of draws: the values of every column, and the luck of every year.

use super::columns::{Column, Origin};
use super::plan::Plan;
use super::sample::{Stream, normals};
use crate::model::constants::MAX_INCIDENTS;
use crate::model::harm::Chance;
use crate::model::lane::Lane;

/// Draws that are made, kept and counted together. A multiple of every lane width.
pub const CHUNK: usize = 256;

/// One number for each draw of a chunk.
type Row = [f64; CHUNK];

/// Where each column of a plan comes from; made once per run.
pub struct Source<'a> {
    plan: &'a Plan,
    streams: Vec<Option<Stream>>,
    surprises: Vec<Stream>,
    own: Incidents,
    reference: Incidents,
}

/// Streams of one country's incidents, by step.
struct Incidents {
    counts: Vec<Stream>,
    severities: Vec<[Stream; MAX_INCIDENTS]>,
}

impl<'a> Source<'a> {
    /// Prepares the streams of a plan.
    pub fn new(plan: &'a Plan) -> Self {
        let year = |step: usize| plan.base_year + i32::try_from(step).unwrap_or(0) + 1;
        let stream = |purpose: String| Stream::new(plan.seed, &purpose);
        let incidents = |role: &str| Incidents {
            counts: (0..plan.steps)
                .map(|s| stream(format!("incidents{role}:{}", year(s))))
                .collect(),
            severities: (0..plan.steps)
                .map(|s| std::array::from_fn(|i| stream(format!("severity{role}:{}:{i}", year(s)))))
                .collect(),
        };
        Source {
            streams: plan
                .columns
                .list()
                .iter()
                .map(|column| match &column.origin {
                    Origin::Dimension(_) => None,
                    Origin::Purpose(purpose) => Some(stream(purpose.clone())),
                })
                .collect(),
            surprises: (0..plan.steps)
                .map(|s| stream(format!("surprise:{}", year(s))))
                .collect(),
            own: incidents(""),
            reference: incidents("/reference"),
            plan,
        }
    }
}

/// The values of one chunk.
pub struct Sheet {
    draws: Draws,
    columns: Vec<Row>,
    surprises: Vec<Row>,
    luck: [Luck; 2],
}

/// Which draws of the design stand in a chunk.
enum Draws {
    /// All from this one on.
    From(u64),
    /// These, in order.
    Listed(Vec<u32>),
}

/// Numbers of the design that are made at once where only some of its draws are wanted.
const WINDOW: usize = 16;

impl Draws {
    /// `count` of the draws that a plan simulates, from number `first` of them on.
    fn of(plan: &Plan, first: u64, count: usize) -> Self {
        match &plan.chosen {
            None => Draws::From(first),
            Some(chosen) => {
                let first = usize::try_from(first)
                    .unwrap_or(usize::MAX)
                    .min(chosen.len());
                let end = (first + count).min(chosen.len());
                Draws::Listed(chosen[first..end].to_vec())
            }
        }
    }

    /// One number for each draw. `make` gives those of a draw and the ones after it; places beyond
    /// the last draw of a list repeat it.
    fn fill(&self, row: &mut [f64], make: impl Fn(u64, &mut [f64])) {
        let list = match self {
            Draws::From(first) => return make(*first, row),
            Draws::Listed(list) => list,
        };
        let (mut window, mut at) = ([0.5; WINDOW], 0);
        let wanted = list.len().min(row.len());
        while at < wanted {
            let first = list[at];
            let near = |draw: &&u32| ((**draw - first) as usize) < WINDOW;
            let count = list[at..wanted].iter().take_while(near).count();
            let span = (list[at + count - 1] - first) as usize + 1;
            make(u64::from(first), &mut window[..span]);
            for draw in &list[at..at + count] {
                row[at] = window[(draw - first) as usize];
                at += 1;
            }
        }
        let last = wanted.checked_sub(1).map_or(0.5, |last| row[last]);
        row[wanted..].fill(last);
    }
}

/// A country's incidents in one chunk; severities are filled when they are first needed.
struct Luck {
    counts: Vec<Row>,
    severities: Vec<Option<Box<Row>>>,
}

/// Whose incidents are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The setting's country.
    Own = 0,
    /// The reference country.
    Reference = 1,
}

impl Sheet {
    /// Room for one chunk of a plan.
    pub fn new(plan: &Plan) -> Self {
        let luck = || Luck {
            counts: vec![[0.5; CHUNK]; plan.steps],
            severities: (0..plan.steps * MAX_INCIDENTS).map(|_| None).collect(),
        };
        Sheet {
            draws: Draws::From(0),
            columns: vec![[0.0; CHUNK]; plan.columns.list().len()],
            surprises: vec![[0.0; CHUNK]; plan.steps],
            luck: [luck(), luck()],
        }
    }

    /// Fills the sheet with `count` of the draws that the plan simulates, from number `first` of
    /// them on; places beyond repeat the last draw.
    pub fn fill(&mut self, source: &Source<'_>, first: u64, count: usize) {
        self.draws = Draws::of(source.plan, first, count);
        self.fill_columns_of_draws(source, count);
        if source.plan.median {
            return;
        }
        let draws = &self.draws;
        let shift = source.plan.luck_shift();
        for (row, stream) in self.surprises.iter_mut().zip(&source.surprises) {
            draws.fill(row, |first, row| stream.fill_uniform(first + shift, row));
            normals(row);
        }
        for (luck, incidents) in self.luck.iter_mut().zip([&source.own, &source.reference]) {
            for (row, stream) in luck.counts.iter_mut().zip(&incidents.counts) {
                draws.fill(row, |first, row| stream.fill_uniform(first + shift, row));
            }
            luck.severities.iter_mut().for_each(|row| *row = None);
        }
    }

    /// Fills the columns only, with draws of the whole design, whichever of them are simulated.
    pub fn fill_columns(&mut self, source: &Source<'_>, first: u64, count: usize) {
        self.draws = Draws::From(first);
        self.fill_columns_of_draws(source, count);
    }

    fn fill_columns_of_draws(&mut self, source: &Source<'_>, count: usize) {
        if source.plan.median {
            for (row, column) in self.columns.iter_mut().zip(source.plan.columns.list()) {
                *row = [column.median(); CHUNK];
            }
            return;
        }
        let list = source.plan.columns.list();
        let draws = &self.draws;
        let rows = self.columns.iter_mut().zip(list).zip(&source.streams);
        for (number, ((row, column), stream)) in rows.enumerate() {
            let shift = source.plan.column_shift(number);
            match (&column.origin, stream, &source.plan.uniforms) {
                (Origin::Dimension(number), _, Some(design)) => {
                    draws.fill(&mut row[..count], |first, row| {
                        design.fill(*number, first + shift, row);
                    });
                }
                (_, Some(stream), _) => draws.fill(&mut row[..count], |first, row| {
                    stream.fill_uniform(first + shift, row);
                }),
                _ => *row = [0.5; CHUNK],
            }
        }
        self.correlate(source.plan, count);
        for (number, (row, column)) in self.columns.iter_mut().zip(list).enumerate() {
            let normal = source
                .plan
                .copula
                .as_ref()
                .is_some_and(|c| c.members().contains(&number));
            evaluate(column, row, count, normal);
        }
    }

    /// Turns the uniforms of correlated parameters into correlated normals. Parameters are the
    /// first columns, in catalogue order.
    fn correlate(&mut self, plan: &Plan, count: usize) {
        let Some(copula) = &plan.copula else { return };
        let members = copula.members();
        let all = self.columns.iter_mut().enumerate();
        let mut rows: Vec<&mut [f64]> = all
            .filter(|(number, _)| members.contains(number))
            .map(|(_, row)| &mut row[..count])
            .collect();
        rows.iter_mut().for_each(|row| normals(row));
        copula.mix(&mut rows);
    }

    /// Values of a column for draws `offset..` of the chunk.
    #[inline(always)]
    pub fn column(&self, number: usize, offset: usize) -> &[f64] {
        &self.columns[number][offset..]
    }

    /// All columns of the chunk.
    pub fn columns(&self) -> &[Row] {
        &self.columns
    }

    /// Standard normal surprises in use of one step, by draw.
    pub fn surprise(&self, step: usize) -> &[f64] {
        &self.surprises[step]
    }

    /// Uniforms behind the number of incidents of one step in the setting's country, by draw.
    pub fn incident_luck(&self, step: usize) -> &[f64] {
        &self.luck[Role::Own as usize].counts[step]
    }
}

/// Turns uniforms (or normals) into values; padding repeats the last draw so that no lane meets
/// nonsense.
fn evaluate(column: &Column, row: &mut Row, count: usize, normal: bool) {
    column.evaluate(&mut row[..count], normal);
    let last = row[count - 1];
    row[count..].fill(last);
}

/// The luck of one packet: reads a sheet at an offset.
pub struct PacketLuck<'a, 'b> {
    /// The chunk's numbers.
    pub sheet: &'a mut Sheet,
    /// Streams for severities that nobody has asked for yet.
    pub source: &'a Source<'b>,
    /// First draw of the packet within the chunk.
    pub offset: usize,
    /// Whose incidents.
    pub role: Role,
}

/// One packet's view of its luck, for a given lane type.
pub struct LaneLuck<'l, 'a, 'b, L> {
    /// What it reads.
    pub luck: &'l mut PacketLuck<'a, 'b>,
    /// Says which machine we are on.
    pub zero: L,
}

impl<L: Lane> Chance<L> for LaneLuck<'_, '_, '_, L> {
    #[inline(always)]
    fn is_median(&self) -> bool {
        self.luck.source.plan.median
    }
    #[inline(always)]
    fn surprise(&mut self, step: usize) -> L {
        self.zero
            .load(&self.luck.sheet.surprises[step][self.luck.offset..])
    }
    #[inline(always)]
    fn incidents(&mut self, step: usize) -> L {
        let counts = &self.luck.sheet.luck[self.luck.role as usize].counts;
        self.zero.load(&counts[step][self.luck.offset..])
    }
    #[inline(always)]
    fn severity(&mut self, step: usize, index: usize) -> L {
        let offset = self.luck.offset;
        self.zero
            .load(&self.luck.severity_row(step, index)[offset..])
    }
}

impl PacketLuck<'_, '_> {
    /// Severity normals of a chunk, made when first asked for: most years have no incident.
    fn severity_row(&mut self, step: usize, index: usize) -> &Row {
        let draws = &self.sheet.draws;
        let shift = self.source.plan.luck_shift();
        let streams = match self.role {
            Role::Own => &self.source.own,
            Role::Reference => &self.source.reference,
        };
        let place =
            &mut self.sheet.luck[self.role as usize].severities[step * MAX_INCIDENTS + index];
        place.get_or_insert_with(|| {
            let mut row = Box::new([0.0; CHUNK]);
            let stream = &streams.severities[step][index];
            draws.fill(row.as_mut_slice(), |first, row| {
                stream.fill_uniform(first + shift, row)
            });
            normals(row.as_mut_slice());
            row
        })
    }
}
