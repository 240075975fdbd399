//! What can be asked about choices, and why there may be no answer.

use crate::analysis::choices::{ChoiceFault, MOST_AVERSE, Rule};
use crate::live::{CohortMeasure, Subject};
use crate::report::choices::RuleTold;

/// A question about the options of the next open decision.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoicesAsk {
    /// What is to be improved.
    pub objective: Objective,
    /// The rule shown beside expected value, worst case and regret.
    pub rule: ChoiceRule,
    /// The year for which values stand; `None` = the last.
    pub year: Option<i32>,
    /// What may be spent: million dollars where costs are entered, else points of effort.
    pub budget: Option<f64>,
    /// What takes longer.
    pub extra: Extra,
}

/// What takes longer than a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extra {
    /// What it would be worth to know more.
    pub information: bool,
    /// Every wildcard, which simulates.
    pub stress: bool,
    /// How weak the effects of the best option may be, which simulates.
    pub break_even: bool,
}

impl Extra {
    /// Everything.
    pub const ALL: Extra = Extra {
        information: true,
        stress: true,
        break_even: true,
    };
}

/// What is to be improved.
#[derive(Clone, Debug, PartialEq)]
pub enum Objective {
    /// One subject.
    One(Subject),
    /// Several subjects with weights above 0, each measured in steps of its own range.
    Several(Vec<(Subject, f64)>),
    /// Something that cohorts have, spread over them: what is uneven counts less the more
    /// inequality is minded (Atkinson's epsilon, 0 to 3).
    Even(CohortMeasure, f64),
}

/// A rule of choice, with its level in the unit of the objective where it has one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum ChoiceRule {
    /// Highest average.
    #[default]
    Expected,
    /// Best worst case.
    Worst,
    /// Smallest largest regret.
    Regret,
    /// Best average over the worst share of futures.
    Tail(f64),
    /// Mixture of best and worst by optimism.
    Hurwicz(f64),
    /// Largest share of futures at least as good as a value.
    Satisfice(f64),
    /// Largest certainty equivalent at a risk tolerance.
    Utility(f64),
}

impl ChoiceRule {
    /// Its name and level, as reports write them.
    #[must_use]
    pub fn told(self) -> RuleTold {
        let (name, level) = match self {
            ChoiceRule::Expected => ("expected", None),
            ChoiceRule::Worst => ("worst", None),
            ChoiceRule::Regret => ("regret", None),
            ChoiceRule::Tail(level) => ("cvar", Some(level)),
            ChoiceRule::Hurwicz(level) => ("hurwicz", Some(level)),
            ChoiceRule::Satisfice(level) => ("satisfice", Some(level)),
            ChoiceRule::Utility(level) => ("utility", Some(level)),
        };
        RuleTold {
            name: name.to_owned(),
            level,
        }
    }

    /// The rule for payoffs, which are values times `sign`; none for regret, which needs
    /// all options.
    pub(super) fn on_payoffs(self, sign: f64) -> Option<Rule> {
        Some(match self {
            ChoiceRule::Expected => Rule::Expected,
            ChoiceRule::Worst => Rule::Worst,
            ChoiceRule::Regret => return None,
            ChoiceRule::Tail(level) => Rule::Tail(level),
            ChoiceRule::Hurwicz(level) => Rule::Hurwicz(level),
            ChoiceRule::Satisfice(level) => Rule::Satisfice(sign * level),
            ChoiceRule::Utility(level) => Rule::Utility(level),
        })
    }
}

impl ChoicesAsk {
    /// One subject at the horizon, by expected value, without what takes longer.
    #[must_use]
    pub fn about(subject: &Subject) -> Self {
        ChoicesAsk {
            objective: Objective::One(subject.clone()),
            rule: ChoiceRule::Expected,
            year: None,
            budget: None,
            extra: Extra::default(),
        }
    }

    pub(super) fn check(&self) -> Result<(), ChoicesFault> {
        if let Some(rule) = self.rule.on_payoffs(1.0) {
            rule.check()?;
        }
        if let Some(budget) = self.budget.filter(|b| !b.is_finite() || *b < 0.0) {
            return Err(ChoicesFault::Choice(ChoiceFault::Level(budget)));
        }
        match &self.objective {
            Objective::Even(_, epsilon) if !(0.0..=MOST_AVERSE).contains(epsilon) => {
                Err(ChoicesFault::Choice(ChoiceFault::Level(*epsilon)))
            }
            Objective::Several(parts) => {
                let wrong = |w: f64| !w.is_finite() || w <= 0.0;
                let wrong = parts.iter().any(|(_, weight)| wrong(*weight));
                match parts.is_empty() || wrong {
                    true => Err(ChoicesFault::Weights),
                    false => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChoicesFault {
    /// Every decision is closed, or there is none.
    #[error("nothing open")]
    NothingOpen,
    /// The setting does not have this subject, by its key.
    #[error("no subject {0}")]
    NoSubject(String),
    /// The subject has no value, or no number, in some run.
    #[error("no values: {0}")]
    NoValues(String),
    /// The year lies outside the run.
    #[error("no year {0}")]
    NoYear(i32),
    /// Weights of several subjects must be above 0.
    #[error("wrong weights")]
    Weights,
    /// The mathematics says no.
    #[error(transparent)]
    Choice(#[from] ChoiceFault),
}
