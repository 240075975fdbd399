//! Fixed constants of the model: shown to people, never drawn, never moved by an effect.

/// dU: how much a shortage of power slows the tide of use, per logit.
pub const USE_POWER_DRAG: f64 = 0.0295;
/// Upper bound of H, what cohorts must move so that the nation moves by one.
pub const USE_SPREAD_MAX: f64 = 1.5;
/// cu: how fast newly covered people catch up, per year.
pub const COVERAGE_UPTAKE: f64 = 0.4;
/// p_A: innovation coefficient of AI adoption, per year.
pub const AI_BASS_P: f64 = 0.02;
/// eX: how much better connected automatable jobs are than the cohort.
pub const AUTO_SELECTIVITY: f64 = 6.0;
/// thE: log odds of use per logit point of power beyond trend.
pub const POWER_ODDS_ELASTICITY: f64 = 0.3;
/// Hazard at which displaced people leave the labour force, per year.
pub const EXIT_RATE: f64 = 0.1;
/// Hazard at which an earnings scar heals, per year.
pub const SCAR_RECOVERY: f64 = 0.12;
/// Spread of incident severity, in logs.
pub const SEVERITY_SIGMA: f64 = 1.2;
/// How much harder incidents hit people whom data do not represent.
pub const VULNERABILITY: f64 = 1.0;
/// Recovery from harm, per year.
pub const HARM_RECOVERY: f64 = 0.5;
/// Repair of trust at a full policy layer, per year.
pub const TRUST_REPAIR: f64 = 0.15;
/// Share of the wage saved when a job is automated.
pub const AUTO_COST_SAVING: f64 = 0.27;
/// Relative wage of automatable jobs.
pub const WAGE_X: f64 = 1.5;
/// Relative wage of augmentable jobs.
pub const WAGE_M: f64 = 1.6;
/// Relative income of people out of work.
pub const INCOME_V: f64 = 0.2;
/// Mean income of the poor relative to the poverty line, assumed.
pub const POVERTY_MEAN_RATIO: f64 = 0.72;
/// Spread of log income among the poor, assumed.
pub const POVERTY_LOG_SD: f64 = 0.35;
/// Weight of each layer in readiness.
pub const LAYER_WEIGHT: f64 = 0.25;
/// Most incidents counted in one year.
pub const MAX_INCIDENTS: usize = 20;
/// Default inequality aversion of the equally distributed income.
pub const ATKINSON_EPSILON: f64 = 1.5;
/// Yearly difference in log odds that counts as one year of lag between countries.
pub const LAG_LOGITS_PER_YEAR: f64 = 0.20;
/// A poor person's income this far below the no-AI run at the horizon is a setback.
pub const SETBACK_HORIZON: f64 = -0.001;
/// The same in any year.
pub const SETBACK_ANY_YEAR: f64 = -0.005;
