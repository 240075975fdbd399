//! The way back from a target, as it leaves the program.

use super::{Backcast, Waiting};
use crate::analysis::backcast::{Common, DelayStep, LastYear, Share, Side};
use crate::live::results::Results;
use crate::report::backcast::{
    BackcastReport, CommonLine, DelayLine, OptionShare, PathShare, ShareLine, TargetLine,
    WaitingLine, WaitingOption,
};
use crate::report::fill::{baseline_line, run_line, scenario_line};
use crate::scenario::{Node, Scenario};

impl Backcast {
    /// As it leaves the program.
    #[must_use]
    pub fn report(&self, results: &Results) -> BackcastReport {
        let scenario = &*results.scenario;
        let plan = &*results.ensemble.plan;
        let option = |(selection, share): &(crate::live::Selection, Share)| {
            let open = plan.open.as_ref();
            let number = selection.option();
            let id = open.and_then(|open| open.options.get(number?));
            let node = open.map(|open| open.node.as_str());
            OptionShare {
                title: id.map_or_else(String::new, |id| {
                    outcome_title(scenario, node.unwrap_or_default(), id)
                }),
                option: id.cloned(),
                share: share.into(),
            }
        };
        let paths = self.paths.iter().map(|path| PathShare {
            id: path.id.clone(),
            share: (&path.share).into(),
            of_all: path.of_all,
        });
        BackcastReport {
            scenario: scenario_line(scenario),
            baseline: baseline_line(&plan.baseline),
            run: run_line(plan, self.draws),
            target: self.target_line(),
            options: self.options.iter().map(option).collect(),
            paths: paths.collect(),
            common: self.common.iter().map(|c| common(scenario, c)).collect(),
            decision: self.decision.as_ref().map(|w| waiting(scenario, w)),
        }
    }

    fn target_line(&self) -> TargetLine {
        TargetLine {
            indicator: self.subject.key(),
            label: self.subject.label(),
            unit: self.subject.unit(),
            better: self.subject.better(),
            reach: self.target.threshold,
            side: match self.target.side {
                Side::AtLeast => "at_least".to_owned(),
                Side::AtMost => "at_most".to_owned(),
            },
            year: self.year,
        }
    }
}

impl From<&Share> for ShareLine {
    fn from(share: &Share) -> Self {
        ShareLine {
            share: share.share,
            standard_error: share.standard_error,
        }
    }
}

fn common(scenario: &Scenario, common: &Common) -> CommonLine {
    CommonLine {
        node_title: node_title(scenario, &common.node),
        outcome_title: outcome_title(scenario, &common.node, &common.outcome),
        node: common.node.clone(),
        outcome: common.outcome.clone(),
        with: (&common.with).into(),
        without: common.without.as_ref().map(ShareLine::from),
        of_those_that_reach: common.of_those_that_reach,
        of_all: common.of_all,
    }
}

fn waiting(scenario: &Scenario, waiting: &Waiting) -> WaitingLine {
    let title = |id: &String| outcome_title(scenario, &waiting.node, id);
    let option = |option: &super::OptionWaiting| WaitingOption {
        option: option.option.clone(),
        title: title(&option.option),
        last_year: match option.delays.last {
            LastYear::Never => None,
            LastYear::Until(year) | LastYear::Throughout(year) => Some(year),
        },
        throughout: matches!(option.delays.last, LastYear::Throughout(_)),
        steady: option.delays.steady,
        nothing: (&option.delays.nothing).into(),
        years: option.delays.steps.iter().map(delay).collect(),
    };
    WaitingLine {
        node: waiting.node.clone(),
        title: node_title(scenario, &waiting.node),
        year: waiting.year,
        versus_title: waiting.idle.as_ref().map(title),
        versus: waiting.idle.clone(),
        least: waiting.helps.least,
        draws: waiting.draws,
        options: waiting.options.iter().map(option).collect(),
    }
}

fn delay(step: &DelayStep) -> DelayLine {
    DelayLine {
        year: step.year,
        share: ShareLine {
            share: step.share,
            standard_error: step.standard_error,
        },
        gain: step.gain,
        gain_error: step.gain_error,
        helps: step.helps,
    }
}

fn node_title(scenario: &Scenario, id: &str) -> String {
    let title = scenario.tree.nodes.get(id).map(Node::title);
    title.filter(|t| !t.is_empty()).unwrap_or(id).to_owned()
}

fn outcome_title(scenario: &Scenario, node: &str, id: &str) -> String {
    let outcomes = scenario.tree.nodes.get(node).map(Node::outcomes);
    let found = outcomes.unwrap_or_default().into_iter();
    let title = found.filter(|o| o.id == id).map(|o| o.title).next();
    title.filter(|t| !t.is_empty()).unwrap_or(id).to_owned()
}
