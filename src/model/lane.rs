//! A packet of numbers that behaves like one number.
//!
//! The equations are written once over [`Lane`] and run on plain `f64` or on the vector registers
//! of the machine at hand. Nothing is ever fused and nothing calls the system's mathematics
//! library, so every lane type gives the same bits for the same draw. This file owns the only
//! contact with vector instructions; it needs no `unsafe` because [`pulp`] checks the machine.

use std::ops::{Add, Div, Mul, Neg, Sub};

use pulp::Simd;

/// A packet of `f64`, one per draw, with the arithmetic the equations need.
pub trait Lane:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
    + 'static
{
    /// Outcome of a comparison, one per draw.
    type Mask: Copy;
    /// Draws in a packet.
    const WIDTH: usize;

    /// The same value for every draw; `self` only says which machine we are on.
    fn like(self, value: f64) -> Self;
    /// Reads [`Self::WIDTH`] values; shorter input is filled with zeros.
    fn load(self, from: &[f64]) -> Self;
    /// Writes the packet to the start of `to`; draws beyond its end are dropped.
    fn store(self, to: &mut [f64]);
    /// The smaller of two values, draw by draw.
    fn min(self, other: Self) -> Self;
    /// The larger of two values, draw by draw.
    fn max(self, other: Self) -> Self;
    /// Square root.
    fn sqrt(self) -> Self;
    /// Where `self < other`.
    fn lt(self, other: Self) -> Self::Mask;
    /// `yes` where the mask holds, else `no`; both sides are always computed.
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;
    /// Does the mask hold for any draw of the packet?
    fn any(self, mask: Self::Mask) -> bool;
    /// 2^k for a whole number k in -1022..=1023.
    fn power_of_two(self) -> Self;
    /// Splits a positive number into (k, m) with value = m 2^k and m in [sqrt 1/2, sqrt 2).
    fn split(self) -> (Self, Self);
    /// `1 - self`.
    #[inline(always)]
    fn complement(self) -> Self {
        self.like(1.0) - self
    }
    /// 1 where the mask holds, else 0.
    #[inline(always)]
    fn indicator(self, mask: Self::Mask) -> Self {
        Self::select(mask, self.like(1.0), self.like(0.0))
    }
}

/// Added to a whole number below 2^20, this puts it into the bits from 32 upwards.
const HIGH_WORD: f64 = 1_572_864.0;
/// Exponent offset of a 64-bit float.
const BIAS: f64 = 1023.0;
/// Distance from the bits of sqrt(1/2) to the bits of 1: makes the mantissa split at sqrt 2.
const SPLIT_SHIFT: u64 = 0x3ff0_0000_0000_0000 - SQRT_HALF_BITS;
const SQRT_HALF_BITS: u64 = 0x3fe6_a09e_667f_3bcd;
const EXPONENT_BITS: u64 = 0xfff0_0000_0000_0000;
const MANTISSA_BITS: u64 = 0x000f_ffff_ffff_ffff;
/// Bits of 2^20, whose unit in the last whole place is bit 32.
const TWO_20_BITS: u64 = 0x4130_0000_0000_0000;
const TWO_20: f64 = 1_048_576.0;

impl Lane for f64 {
    type Mask = bool;
    const WIDTH: usize = 1;

    #[inline(always)]
    fn like(self, value: f64) -> f64 {
        value
    }
    #[inline(always)]
    fn load(self, from: &[f64]) -> f64 {
        from.first().copied().unwrap_or(0.0)
    }
    #[inline(always)]
    fn store(self, to: &mut [f64]) {
        if let Some(first) = to.first_mut() {
            *first = self;
        }
    }
    #[inline(always)]
    fn min(self, other: f64) -> f64 {
        if self < other { self } else { other }
    }
    #[inline(always)]
    fn max(self, other: f64) -> f64 {
        if self > other { self } else { other }
    }
    #[inline(always)]
    fn sqrt(self) -> f64 {
        f64::sqrt(self)
    }
    #[inline(always)]
    fn lt(self, other: f64) -> bool {
        self < other
    }
    #[inline(always)]
    fn select(mask: bool, yes: f64, no: f64) -> f64 {
        if mask { yes } else { no }
    }
    #[inline(always)]
    fn any(self, mask: bool) -> bool {
        mask
    }
    #[inline(always)]
    fn power_of_two(self) -> f64 {
        let high = ((self + (BIAS + HIGH_WORD)).to_bits() >> 32) as u32;
        f64::from_bits(u64::from(high << 20) << 32)
    }
    #[inline(always)]
    fn split(self) -> (f64, f64) {
        let bits = self.to_bits().wrapping_add(SPLIT_SHIFT);
        let exponent = f64::from_bits(((bits & EXPONENT_BITS) >> 20) | TWO_20_BITS);
        let mantissa = f64::from_bits((bits & MANTISSA_BITS).wrapping_add(SQRT_HALF_BITS));
        (exponent - (TWO_20 + BIAS), mantissa)
    }
}

/// One vector register of draws, and the proof that this machine has it.
#[derive(Clone, Copy)]
pub struct Packet<S: Simd> {
    simd: S,
    values: S::f64s,
}

impl<S: Simd> Packet<S> {
    /// A packet of zeros: the seed from which all others are made.
    #[inline(always)]
    pub fn zero(simd: S) -> Self {
        Packet {
            simd,
            values: simd.splat_f64s(0.0),
        }
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $call:ident) => {
        impl<S: Simd> $trait for Packet<S> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Packet {
                    simd: self.simd,
                    values: self.simd.$call(self.values, other.values),
                }
            }
        }
        impl<S: Simd> $trait<f64> for Packet<S> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                let other = self.simd.splat_f64s(other);
                Packet {
                    simd: self.simd,
                    values: self.simd.$call(self.values, other),
                }
            }
        }
    };
}
operator!(Add, add, add_f64s);
operator!(Sub, sub, sub_f64s);
operator!(Mul, mul, mul_f64s);
operator!(Div, div, div_f64s);

impl<S: Simd> Neg for Packet<S> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Packet {
            simd: self.simd,
            values: self.simd.neg_f64s(self.values),
        }
    }
}

impl<S: Simd> Packet<S> {
    #[inline(always)]
    fn with(self, values: S::f64s) -> Self {
        Packet {
            simd: self.simd,
            values,
        }
    }
    #[inline(always)]
    fn bits(self) -> S::u64s {
        pulp::bytemuck::cast(self.values)
    }
    #[inline(always)]
    fn of_bits(self, bits: S::u64s) -> Self {
        self.with(pulp::bytemuck::cast(bits))
    }
}

impl<S: Simd> Lane for Packet<S> {
    type Mask = S::m64s;
    const WIDTH: usize = S::F64_LANES;

    #[inline(always)]
    fn like(self, value: f64) -> Self {
        self.with(self.simd.splat_f64s(value))
    }
    #[inline(always)]
    fn load(self, from: &[f64]) -> Self {
        match S::as_simd_f64s(from).0.first() {
            Some(whole) => self.with(*whole),
            None => self.with(self.simd.partial_load_f64s(from)),
        }
    }
    #[inline(always)]
    fn store(self, to: &mut [f64]) {
        if to.len() < S::F64_LANES {
            self.simd.partial_store_f64s(to, self.values);
        } else if let Some(whole) = S::as_mut_simd_f64s(to).0.first_mut() {
            *whole = self.values;
        }
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        let less = self.simd.less_than_f64s(self.values, other.values);
        self.with(self.simd.select_f64s(less, self.values, other.values))
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        let more = self.simd.greater_than_f64s(self.values, other.values);
        self.with(self.simd.select_f64s(more, self.values, other.values))
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        self.with(self.simd.sqrt_f64s(self.values))
    }
    #[inline(always)]
    fn lt(self, other: Self) -> S::m64s {
        self.simd.less_than_f64s(self.values, other.values)
    }
    #[inline(always)]
    fn select(mask: S::m64s, yes: Self, no: Self) -> Self {
        yes.with(yes.simd.select_f64s(mask, yes.values, no.values))
    }
    #[inline(always)]
    fn any(self, mask: S::m64s) -> bool {
        self.simd.first_true_m64s(mask) < S::F64_LANES
    }
    #[inline(always)]
    fn power_of_two(self) -> Self {
        let words: S::u32s = pulp::bytemuck::cast((self + (BIAS + HIGH_WORD)).values);
        let twenty = self.simd.splat_u32s(20);
        self.with(pulp::bytemuck::cast(
            self.simd.wrapping_dyn_shl_u32s(words, twenty),
        ))
    }
    #[inline(always)]
    fn split(self) -> (Self, Self) {
        let simd = self.simd;
        let bits = simd.add_u64s(self.bits(), simd.splat_u64s(SPLIT_SHIFT));
        let high: S::u32s =
            pulp::bytemuck::cast(simd.and_u64s(bits, simd.splat_u64s(EXPONENT_BITS)));
        let shifted: S::u64s =
            pulp::bytemuck::cast(simd.wrapping_dyn_shr_u32s(high, simd.splat_u32s(20)));
        let exponent = self.of_bits(simd.or_u64s(shifted, simd.splat_u64s(TWO_20_BITS)));
        let low = simd.and_u64s(bits, simd.splat_u64s(MANTISSA_BITS));
        let mantissa = self.of_bits(simd.add_u64s(low, simd.splat_u64s(SQRT_HALF_BITS)));
        (exponent - (TWO_20 + BIAS), mantissa)
    }
}
