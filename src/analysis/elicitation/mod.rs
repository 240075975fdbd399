//! Judgements of people about unknown numbers: taken, fitted, put together, and scored.
//!
//! Owns one expert's statement ([`judgement`]) and the distribution fitted to it ([`fit`],
//! [`distribution`], [`metalog`]), pools of several ([`pool`]), answers that are probabilities
//! ([`probability`]) or ranks ([`ranks`]), the way back into a scenario file ([`express`]), how a room's answers lie ([`room`], [`humps`]), how a
//! second round differs ([`rounds`]), and scores once the answer is known ([`scores`],
//! [`calibration`], [`classical`]).
//! Works on plain numbers: knows no room, file or screen, and draws nothing at random.
//!
//! Small groups are the rule. What one, two or three people cannot show is told by an enum
//! ([`room::Spread`], [`humps::Humps`], [`calibration::Hits`]), never by a number that looks exact.
//! Nothing here returns NaN; what cannot be computed is an [`ElicitationFault`].
//!
//! ```
//! use foretree::analysis::elicitation::{
//!     Limits, Weights, fit::best_fit, judgement::Judgement, pool::LinearPool,
//! };
//!
//! // Two experts about a share of 100: quartiles and median (the example of SHELF's manual).
//! let limits = Limits::new(0.0, 100.0)?;
//! let quartiles = [0.25, 0.5, 0.75];
//! let ann = best_fit(&Judgement::new(&[30.0, 40.0, 50.0], &quartiles, limits)?)?;
//! let ben = best_fit(&Judgement::new(&[20.0, 25.0, 35.0], &quartiles, limits)?)?;
//! let pool = LinearPool::new(vec![ann.distribution, ben.distribution], Weights::equal(2)?)?;
//! assert!((20.0..50.0).contains(&pool.quantile(0.5)));
//! # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
//! ```

pub mod calibration;
pub mod classical;
pub mod dip;
pub mod distribution;
pub mod express;
mod fault;
pub mod fit;
pub mod humps;
mod invert;
pub mod judgement;
mod limits;
pub mod log_pool;
pub mod metalog;
pub mod pool;
pub mod probability;
pub mod ranks;
pub mod room;
pub mod rounds;
pub mod scores;
mod tails;
mod weights;

pub use fault::ElicitationFault;
pub use limits::Limits;
pub use weights::Weights;
