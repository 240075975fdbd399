//! What the options of the next open decision come to, as plain data: the JSON of
//! `foretree choices` and what the screen Choices shows.
//!
//! Numbers are in the unit of the objective and in its own direction: an option with fewer offline
//! has a lower value. Regrets and gains are amounts, 0 or more, whatever the direction.

use serde::Serialize;

use super::run::{Better, Note};
use super::stats::Spread;
use crate::analysis::assumed::OneWay;
use crate::analysis::breakeven::BreakEven;

/// The whole answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choices {
    /// What is to be improved.
    pub objective: ObjectiveTold,
    /// The year for which values stand.
    pub year: i32,
    /// Draws behind every number.
    pub draws: usize,
    /// The rule that was asked for.
    pub rule: RuleTold,
    /// The next open decision.
    pub decision: DecisionTold,
    /// Its options, in the order of the file; later decisions at their best.
    pub options: Vec<OptionChoice>,
    /// Which option is best by expected value, by worst case, by regret and by the rule that was
    /// asked for, in this order; a rule is not listed twice.
    pub verdicts: Vec<Verdict>,
    /// What to choose at every decision, for every way of getting there.
    pub histories: Vec<HistoryChoice>,
    /// Where the best option changes as a probability moves, for the first way of getting to the
    /// decision.
    pub regions: Vec<RegionTold>,
    /// What it would be worth to know more; missing unless asked for.
    pub information: Option<InformationTold>,
    /// What options cost.
    pub spending: Spending,
    /// Which option is best when a wildcard strikes; empty unless asked for.
    pub stress: Vec<StressTold>,
    /// How weak the effects of the best option may be before the next best is ahead; missing unless
    /// asked for and for objectives of several parts.
    pub break_even: Option<BreakEven>,
    /// Which way all that the best option assumes beyond the next best pulls.
    pub assumed: Option<OneWay>,
    /// What the reader should know.
    pub notes: Vec<Note>,
}

/// What is to be improved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObjectiveTold {
    /// Key of the subject, several joined by `+`, or `measure@epsilon`.
    pub key: String,
    /// Its name.
    pub label: String,
    /// Its unit as reports write it; `score` for several subjects.
    pub unit: String,
    /// Which direction is good.
    pub better: Better,
    /// Subjects and weights (they sum to 1), for several subjects.
    pub parts: Vec<Part>,
    /// How much inequality is minded, Atkinson's epsilon, for equity.
    pub epsilon: Option<f64>,
}

/// One subject of several.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// Key of the subject.
    pub key: String,
    /// Its name.
    pub label: String,
    /// Its weight, 0..1.
    pub weight: f64,
    /// What counts as a whole step: the range of nine in ten runs over all options.
    pub step: f64,
}

/// A rule of choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuleTold {
    /// `expected`, `worst`, `regret`, `cvar`, `hurwicz`, `satisfice` or `utility`.
    pub name: String,
    /// Its level, where it has one.
    pub level: Option<f64>,
}

/// A decision.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DecisionTold {
    /// Id of its node.
    pub node: String,
    /// The question to decide.
    pub title: String,
    /// When.
    pub year: i32,
}

/// One option of the next open decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionChoice {
    /// Its id.
    pub option: String,
    /// Its title.
    pub title: String,
    /// Values over runs and chances, later decisions at their best by expected value.
    pub value: Spread,
    /// Mean over the runs, within which chances are averaged, and its standard error.
    pub expected: f64,
    /// Standard error of the mean.
    pub error: f64,
    /// The worst run on the worst branch.
    pub worst: f64,
    /// What is lost at most in hindsight, later decisions chosen to keep it small.
    pub regret: f64,
    /// What is lost in hindsight in the worst twentieth of futures at least.
    pub regret_p95: f64,
    /// What is lost in hindsight on average.
    pub regret_mean: f64,
    /// Share of futures (a run with the luck of every chance) in which the option is best, 0..1.
    pub best_in: f64,
    /// Score by the rule that was asked for; a share of futures 0..1 for satisficing.
    pub score: f64,
}

/// Which option is best by a rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// The rule.
    pub rule: RuleTold,
    /// Place of the best option.
    pub best: usize,
    /// Places of options that may be as good: the difference lies within the error of so many draws.
    pub level_with: Vec<usize>,
    /// How far the best is ahead of the next best, 0 or more; missing with one option.
    pub ahead_by: Option<f64>,
    /// Standard error of that, where the rule has one.
    pub error: Option<f64>,
    /// About how many draws would tell the best from the next best, if these do not.
    pub draws_needed: Option<usize>,
}

/// What to choose at one decision, for one way of getting there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HistoryChoice {
    /// The decision.
    pub decision: DecisionTold,
    /// Chances and decisions on the way, with their titles.
    pub after: Vec<Passed>,
    /// Options with their expected values, in the order of the file.
    pub options: Vec<HistoryOption>,
    /// Place of the best by expected value.
    pub best: usize,
    /// Whether the best is ahead by more than the error of so many draws.
    pub clear: bool,
}

/// A node that was passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passed {
    /// Its id.
    pub node: String,
    /// What it asks.
    pub title: String,
    /// The outcome.
    pub outcome: String,
    /// Its title.
    pub outcome_title: String,
}

/// An option at a decision further down.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HistoryOption {
    /// Its id.
    pub option: String,
    /// Its title.
    pub title: String,
    /// Expected value given the way there.
    pub expected: f64,
}

/// How the best option depends on one probability.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RegionTold {
    /// The chance node.
    pub node: String,
    /// What it asks.
    pub title: String,
    /// The branch whose probability moves.
    pub branch: String,
    /// Its title.
    pub branch_title: String,
    /// The probability now, 0..1.
    pub now: f64,
    /// Stretches from 0 to 1 with the best option of each.
    pub stretches: Vec<StretchTold>,
}

impl RegionTold {
    /// The stretch in which the probability lies now.
    #[must_use]
    pub fn here(&self) -> Option<&StretchTold> {
        let inside = |s: &&StretchTold| self.now >= s.from && self.now <= s.to;
        self.stretches.iter().find(inside)
    }
}

/// A stretch of a probability.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StretchTold {
    /// From this probability, 0..1.
    pub from: f64,
    /// To this one.
    pub to: f64,
    /// Place of the best option.
    pub best: usize,
    /// About how far the draws leave open where it ends (half the distance between two halves of
    /// the draws); missing for the last stretch and where the halves disagree.
    pub error: Option<f64>,
}

/// What it would be worth to know more before deciding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InformationTold {
    /// Knowing everything.
    pub everything: Worth,
    /// Knowing how one chance turns out, those worth most first.
    pub chances: Vec<WorthOf>,
    /// Knowing one uncertain number, those worth most first; what is worth nothing is left out.
    pub numbers: Vec<WorthOf>,
    /// Uncertain numbers that were looked at.
    pub looked_at: usize,
}

/// A worth, in the unit of the objective.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Worth {
    /// On average, 0 or more.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
    /// Share of cases in which the choice changes, 0..1.
    pub changes: f64,
}

/// The worth of knowing something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorthOf {
    /// Id of the node, or name of the input.
    pub key: String,
    /// In words.
    pub label: String,
    /// What it is worth.
    pub worth: Worth,
}

/// What options cost.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Spending {
    /// No cost and no effort is entered.
    Nothing,
    /// Effort in points.
    Effort(Account),
    /// Million US dollars up to the horizon.
    Money(Account),
}

/// Costs and how options stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Account {
    /// One for each option, in the order of the file.
    pub options: Vec<AccountLine>,
    /// The budget that was asked for.
    pub budget: Option<f64>,
    /// Place of the best option within the budget.
    pub best_within: Option<usize>,
}

/// What one option costs and how it stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AccountLine {
    /// Expected cost; missing where nobody entered it.
    pub cost: Option<f64>,
    /// `first`, `frontier`, `dominated`, `mixture`; missing without a cost.
    pub standing: Option<String>,
    /// The option beside which it stands: the one before it on the frontier, or one that beats it.
    pub beside: Option<usize>,
    /// The other one of a mixture that beats it.
    pub and: Option<usize>,
    /// Extra cost for each extra unit of the objective beside the option before it.
    pub ratio: Option<f64>,
}

/// What a wildcard does to the choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StressTold {
    /// Id of the wildcard.
    pub wildcard: String,
    /// Its title.
    pub title: String,
    /// Expected value of each option under it.
    pub expected: Vec<f64>,
    /// Place of the best option under it.
    pub best: usize,
    /// Whether the option that is best otherwise is still best or level with the best.
    pub survives: bool,
    /// Draws behind it.
    pub draws: usize,
}

impl Choices {
    /// Costs, where they are entered.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match &self.spending {
            Spending::Nothing => None,
            Spending::Effort(account) | Spending::Money(account) => Some(account),
        }
    }
}
