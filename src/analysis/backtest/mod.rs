//! The model against history: ranges made in earlier years, and what happened.
//!
//! Owns the scores of ranges and distributions ([`scores`]), their averages and paired differences
//! ([`summary`]), the tide on its own with the two-step fit of MODEL 6.2 ([`tide`], [`fit`]), plain
//! rivals ([`rivals`]) and the rolling origins that bring them together ([`rolling`]). Works on
//! plain histories; simulates nothing and knows neither countries' names nor the catalogue.
//!
//! ```
//! use foretree::analysis::backtest::scores::{crps_normal, crps_sample};
//!
//! // A range made of 0.5 give or take 0.1, where 0.62 happened.
//! assert!((crps_normal(0.5, 0.1, 0.62) - 0.074_802).abs() < 1e-6);
//! // Ranges made of plain draws are scored in the same unit; less is better.
//! assert!((crps_sample(&[0.4, 0.5, 0.6], 0.5) - 0.022_222).abs() < 1e-6);
//! ```

pub mod fit;
pub mod panel;
pub mod rivals;
pub mod rolling;
pub mod scores;
pub mod summary;
pub mod tide;
