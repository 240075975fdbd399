//! Applying one function to a column of draws, as many at a time as the machine can.

use crate::model::lane::{Lane, Packet};
use pulp::{Arch, Simd, WithSimd};

/// A function of one number that is written once for every lane type.
///
/// Implementations must be `#[inline(always)]`: a call from inside a vector loop would lose the
/// registers of the machine (and closures are calls).
pub trait Kernel {
    /// The value at `x`, draw by draw.
    fn apply<L: Lane>(&self, x: L) -> L;
}

/// Replaces every number of a column by its value. The bits do not depend on the machine, the
/// length of the column or a number's place in it.
pub fn transform<K: Kernel>(kernel: &K, column: &mut [f64]) {
    Arch::new().dispatch(Transform { kernel, column });
}

struct Transform<'a, K> {
    kernel: &'a K,
    column: &'a mut [f64],
}

impl<K: Kernel> WithSimd for Transform<'_, K> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let zero = Packet::zero(simd);
        for packet in self.column.chunks_mut(Packet::<S>::WIDTH) {
            self.kernel.apply(zero.load(packet)).store(packet);
        }
    }
}
