//! Draws and functions with known answers.

use std::f64::consts::PI;

/// Random numbers of the tests (SplitMix64).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^= word >> 31;
        ((word >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Standard normal (Box and Muller 1958).
    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (2.0 * PI * self.uniform()).cos()
    }

    /// Columns of uniform numbers.
    pub fn columns(&mut self, inputs: usize, cases: usize) -> Vec<Vec<f64>> {
        let column = |_| (0..cases).map(|_| self.uniform()).collect();
        (0..inputs).map(column).collect()
    }
}

/// The output of a function in every case.
pub fn outputs(columns: &[Vec<f64>], f: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let case = |case: usize| columns.iter().map(|c| c[case]).collect::<Vec<f64>>();
    (0..columns[0].len()).map(|i| f(&case(i))).collect()
}

/// Ishigami and Homma 1990, a = 7, b = 0.1, of uniforms in 0..1.
pub fn ishigami(u: &[f64]) -> f64 {
    let x = |i: usize| PI * (2.0 * u[i] - 1.0);
    x(0).sin() + 7.0 * x(1).sin().powi(2) + 0.1 * x(2).powi(4) * x(0).sin()
}

/// Coefficients of the g-function of Sobol in Saltelli and others 2010: two inputs matter, two
/// little, four not.
pub const G: [f64; 8] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];

/// The g-function.
pub fn g_function(u: &[f64]) -> f64 {
    let parts = u
        .iter()
        .zip(G)
        .map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a));
    parts.product()
}

/// First-order and total indices of the g-function in closed form.
pub fn g_indices() -> (Vec<f64>, Vec<f64>) {
    let parts: Vec<f64> = G.iter().map(|a| 1.0 / (3.0 * (1.0 + a).powi(2))).collect();
    let product: f64 = parts.iter().map(|v| 1.0 + v).product();
    let variance = product - 1.0;
    let first = parts.iter().map(|v| v / variance).collect();
    let total = parts.iter().map(|v| v * product / (1.0 + v) / variance);
    (first, total.collect())
}
