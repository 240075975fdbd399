//! Sums of products of long columns, as many numbers at a time as the machine can. Every sum runs in
//! strands of fixed number over stretches of fixed length, so its bits do not depend on the machine.

use pulp::{Arch, Simd, WithSimd};

/// Strands of a sum, a multiple of what any machine takes at once.
const STRANDS: usize = 8;
/// Columns that are read beside one row: their sums fit into the registers.
const ABREAST: usize = 6;
/// Cases that are worked through at once: what is looked at again stays close to the processor.
const STRETCH: usize = 256;

/// Products of a few columns, by each of several others.
pub(super) struct Bundle<'a> {
    /// What the products have in common; nothing = the row itself.
    pub(super) shared: Vec<&'a [f64]>,
    /// What each has of its own.
    pub(super) own: Vec<&'a [f64]>,
}

/// Sums over all cases of `row`, times what a bundle shares, times each of its own columns; bundle
/// after bundle.
pub(super) fn sums(row: &[f64], bundles: &[Bundle<'_>]) -> Vec<f64> {
    let count = bundles.iter().map(|bundle| bundle.own.len()).sum();
    let mut sums = vec![[0.0; STRANDS]; count];
    Arch::new().dispatch(Work {
        row,
        bundles,
        sums: &mut sums,
    });
    sums.iter().map(|strands| strands.iter().sum()).collect()
}

struct Work<'a> {
    row: &'a [f64],
    bundles: &'a [Bundle<'a>],
    /// By product, in strands.
    sums: &'a mut [[f64; STRANDS]],
}

impl WithSimd for Work<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let mut buffer = [0.0; STRETCH];
        for from in (0..self.row.len()).step_by(STRETCH) {
            let to = (from + STRETCH).min(self.row.len());
            let row = &mut buffer[..to - from];
            let mut at = 0;
            for bundle in self.bundles {
                row.copy_from_slice(&self.row[from..to]);
                for shared in &bundle.shared {
                    for (value, other) in row.iter_mut().zip(&shared[from..to]) {
                        *value *= other;
                    }
                }
                for own in bundle.own.chunks(ABREAST) {
                    let last = own.len() - 1;
                    let beside = std::array::from_fn(|place| &own[place.min(last)][from..to]);
                    let sums = &mut self.sums[at..at + own.len()];
                    add(simd, row, beside, sums);
                    at += own.len();
                }
            }
        }
    }
}

/// Adds products of a row with columns of its length to the strands of as many sums.
#[inline(always)]
fn add<S: Simd>(simd: S, row: &[f64], columns: [&[f64]; ABREAST], strands: &mut [[f64; STRANDS]]) {
    let registers = STRANDS / S::F64_LANES;
    let whole = row.len() / STRANDS * STRANDS;
    let (own, _) = S::as_simd_f64s(&row[..whole]);
    let beside = columns.map(|column| S::as_simd_f64s(&column[..whole]).0);
    let mut sums = [[simd.splat_f64s(0.0); STRANDS]; ABREAST];
    for (step, own) in own.chunks_exact(registers).enumerate() {
        for (sums, column) in sums.iter_mut().zip(&beside) {
            let other = &column[step * registers..(step + 1) * registers];
            for register in 0..registers {
                let product = simd.mul_f64s(own[register], other[register]);
                sums[register] = simd.add_f64s(sums[register], product);
            }
        }
    }
    for ((strands, sums), column) in strands.iter_mut().zip(&sums).zip(columns) {
        for (strands, sum) in S::as_mut_simd_f64s(strands).0.iter_mut().zip(sums) {
            *strands = simd.add_f64s(*strands, *sum);
        }
        for (a, b) in row[whole..].iter().zip(&column[whole..]) {
            strands[0] += a * b;
        }
    }
}
