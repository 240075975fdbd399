//! Runs work on the widest lanes that this machine has.

use pulp::{Simd, WithSimd};

use crate::model::lane::{Lane, Packet};

/// Work that runs on any lane type.
pub trait Job {
    /// What it gives back.
    type Out;
    /// Does it; `zero` is a packet of zeros of the lane type.
    fn run<L: Lane>(self, zero: L) -> Self::Out;
}

/// Lane types that can be asked for; all give the same bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lanes {
    /// The widest that the machine has.
    #[default]
    Widest,
    /// Plain numbers, one draw at a time.
    Plain,
    /// Four draws at a time (AVX2), where the machine has it.
    Four,
    /// Eight draws at a time (AVX-512), where the machine has it.
    Eight,
}

struct Vectored<J>(J);

impl<J: Job> WithSimd for Vectored<J> {
    type Output = J::Out;
    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> J::Out {
        self.0.run(Packet::zero(simd))
    }
}

impl Lanes {
    /// Does this machine have these lanes?
    pub fn available(self) -> bool {
        match self {
            Lanes::Widest | Lanes::Plain => true,
            #[cfg(target_arch = "x86_64")]
            Lanes::Four => pulp::x86::V3::is_available(),
            #[cfg(target_arch = "x86_64")]
            Lanes::Eight => pulp::x86::V4::is_available(),
            #[cfg(not(target_arch = "x86_64"))]
            Lanes::Four | Lanes::Eight => false,
        }
    }

    /// Runs a job on these lanes, or on plain numbers where the machine lacks them.
    pub fn run<J: Job>(self, job: J) -> J::Out {
        #[cfg(target_arch = "x86_64")]
        {
            if matches!(self, Lanes::Widest | Lanes::Eight)
                && let Some(v4) = pulp::x86::V4::try_new()
            {
                return Simd::vectorize(v4, Vectored(job));
            }
            if matches!(self, Lanes::Widest | Lanes::Four)
                && let Some(v3) = pulp::x86::V3::try_new()
            {
                return Simd::vectorize(v3, Vectored(job));
            }
        }
        #[cfg(target_arch = "aarch64")]
        if self == Lanes::Widest
            && let Some(neon) = pulp::aarch64::Neon::try_new()
        {
            return Simd::vectorize(neon, Vectored(job));
        }
        job.run(0.0_f64)
    }
}
