//! The way back from a target, exactly as `foretree backcast --format json` prints it.

use serde::{Deserialize, Serialize};

use super::run::{BaselineLine, Better, RunLine, ScenarioLine};
use super::sheet::{Sheet, number};

/// Which paths reach a target, and until when a decision still helps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BackcastReport {
    /// Which scenario.
    pub scenario: ScenarioLine,
    /// Where it starts.
    pub baseline: BaselineLine,
    /// How it was computed.
    pub run: RunLine,
    /// What is to be reached.
    pub target: TargetLine,
    /// Share of runs by option of the next open decision; one entry without an option where none
    /// is open.
    pub options: Vec<OptionShare>,
    /// Every path, in tree order.
    pub paths: Vec<PathShare>,
    /// What runs that reach it have in common, the greatest difference first. Open decisions count
    /// every option alike.
    pub common: Vec<CommonLine>,
    /// How long a decision can wait; `null` where the tree has none.
    pub decision: Option<WaitingLine>,
}

impl BackcastReport {
    /// Years in which options were tried, all options together.
    #[must_use]
    pub fn years(&self) -> usize {
        let options = self.decision.iter().flat_map(|decision| &decision.options);
        options.map(|option| option.years.len() + 2).sum()
    }
}

/// A target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetLine {
    /// Key of the indicator, or `measure:cohort`.
    pub indicator: String,
    /// Its name.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// Which direction is good.
    pub better: Better,
    /// The value to be reached.
    pub reach: f64,
    /// `at_least` or `at_most`.
    pub side: String,
    /// The year.
    pub year: i32,
}

/// A share of runs with its standard error.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShareLine {
    /// 0..1.
    pub share: f64,
    /// From the number of draws.
    pub standard_error: f64,
}

/// One option of the next open decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionShare {
    /// Its id.
    pub option: Option<String>,
    /// Its title.
    pub title: String,
    /// Share of its runs that reach the target.
    #[serde(flatten)]
    pub share: ShareLine,
}

/// One path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PathShare {
    /// Its id.
    pub id: String,
    /// Share of its runs that reach the target.
    #[serde(flatten)]
    pub share: ShareLine,
    /// Share of all runs that take it; open decisions count every option alike.
    pub of_all: f64,
}

/// An outcome that sets runs that reach the target apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommonLine {
    /// Its node.
    pub node: String,
    /// Title of the node.
    pub node_title: String,
    /// The branch or option.
    pub outcome: String,
    /// Its title.
    pub outcome_title: String,
    /// Share of the runs with it that reach the target.
    pub with: ShareLine,
    /// The same among runs that pass the node otherwise.
    pub without: Option<ShareLine>,
    /// Share of the runs that reach the target in which it comes up.
    pub of_those_that_reach: f64,
    /// Share of all runs in which it comes up.
    pub of_all: f64,
}

/// How long a decision can wait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaitingLine {
    /// Its node.
    pub node: String,
    /// Its title.
    pub title: String,
    /// The year in which the scenario takes it.
    pub year: i32,
    /// The option that does nothing; `null` where none does: then options are measured against
    /// never being taken.
    pub versus: Option<String>,
    /// Title of that option.
    pub versus_title: Option<String>,
    /// Least share of runs more that counts as a help.
    pub least: f64,
    /// Draws of each delayed run.
    pub draws: usize,
    /// Its other options.
    pub options: Vec<WaitingOption>,
}

/// How long an option can wait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaitingOption {
    /// Its id.
    pub option: String,
    /// Its title.
    pub title: String,
    /// The last year in which it still helps; `null` where it helps in none.
    pub last_year: Option<i32>,
    /// Whether it helps in every year that was tried from some year on, so that it may help later
    /// still.
    pub throughout: bool,
    /// Whether it helps in every year up to the last.
    pub steady: bool,
    /// Share of runs that reach the target when nothing is done.
    pub nothing: ShareLine,
    /// Year by year.
    pub years: Vec<DelayLine>,
}

/// An option taken in some year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DelayLine {
    /// The year in which it is taken.
    pub year: i32,
    /// Share of runs that reach the target.
    #[serde(flatten)]
    pub share: ShareLine,
    /// How much more than when nothing is done, run by run.
    pub gain: f64,
    /// Its standard error.
    pub gain_error: f64,
    /// Whether that counts as a help.
    pub helps: bool,
}

/// All shares as comma-separated values.
#[must_use]
pub fn backcast_csv(report: &BackcastReport) -> String {
    let names = ["scope", "id", "outcome", "year"];
    let numbers = [
        "share",
        "standard_error",
        "gain",
        "gain_error",
        "of_all",
        "of_those_that_reach",
    ];
    let mut sheet = Sheet::new(&[&names[..], &numbers[..]].concat());
    let mut row = |names: [&str; 4], share: ShareLine, others: [Option<f64>; 4]| {
        let values = [Some(share.share), Some(share.standard_error)];
        let names = names.map(str::to_owned);
        let fields: Vec<String> = names
            .into_iter()
            .chain(values.into_iter().chain(others).map(number))
            .collect();
        sheet.row(&fields);
    };
    let year = report.target.year.to_string();
    let none = [None; 4];
    for option in &report.options {
        let id = option.option.as_deref().unwrap_or_default();
        row(["option", id, "", &year], option.share, none);
    }
    for path in &report.paths {
        let others = [None, None, Some(path.of_all), None];
        row(["path", &path.id, "", &year], path.share, others);
    }
    for common in &report.common {
        let reach = Some(common.of_those_that_reach);
        let others = [None, None, Some(common.of_all), reach];
        let names = ["common", common.node.as_str(), &common.outcome, &year];
        row(names, common.with, others);
    }
    if let Some(decision) = &report.decision {
        for option in &decision.options {
            let names = ["nothing", decision.node.as_str(), &option.option, ""];
            row(names, option.nothing, none);
            for delay in &option.years {
                let taken = delay.year.to_string();
                let names = ["delay", decision.node.as_str(), &option.option, &taken];
                let others = [Some(delay.gain), Some(delay.gain_error), None, None];
                row(names, delay.share, others);
            }
        }
    }
    sheet.text()
}
