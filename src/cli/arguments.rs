//! What can be typed: commands and their options.
//!
//! Help texts come from the catalogue of words, see [`super::help`]; comments here are for us.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::report::precision::Target;
use crate::sim::Condition;
use crate::tell;
use crate::words::faults::of_condition;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "foretree", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Open(super::open::Open),
    New(New),
    Check(Check),
    Run(Run),
    Compare(Compare),
    Matters(super::matters::MattersArgs),
    Backtest(super::backtest::Backtest),
    Setbacks(super::setbacks::Setbacks),
    Backcast(Backcast),
    Choices(super::choices::Choices),
    Data(Data),
    Replay(super::replay::Replay),
    Serve(super::serve::Serve),
    Workshop(super::workshop::Workshop),
    Completions(Completions),
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    #[arg(long, value_name = "CODE")]
    pub country: String,
    #[arg(long, value_name = "EXAMPLE")]
    pub from: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Prose,
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub how: How,
    #[arg(id = "until-precise", long, value_name = "DIGITS|WIDTH", value_parser = target, conflicts_with = "median")]
    pub until_precise: Option<Target>,
    #[arg(long, value_name = "RESULT")]
    pub save: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    #[arg(required = true, num_args = 1.., value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "COLUMN")]
    pub reference: Option<String>,
    #[arg(long)]
    pub attribution: bool,
    #[arg(long, value_name = "KEY", requires = "attribution")]
    pub indicator: Option<String>,
    #[command(flatten)]
    pub how: How,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Backcast {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "KEY")]
    pub indicator: String,
    #[arg(long, value_name = "COHORT")]
    pub cohort: Option<String>,
    #[arg(long, value_name = "X", allow_hyphen_values = true)]
    pub reach: String,
    #[arg(long, value_name = "YEAR")]
    pub by: Option<i32>,
    #[arg(long, value_name = "NODE")]
    pub decision: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=100))]
    pub least: u8,
    #[command(flatten)]
    pub how: How,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

/// How to simulate; what is left out is taken from the scenario.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct How {
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub draws: Option<u32>,
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    #[arg(long, value_enum, value_name = "WAY")]
    pub sampling: Option<Sampling>,
    #[arg(long)]
    pub median: bool,
    #[arg(long, value_name = "WILDCARD")]
    pub stress: Option<String>,
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u32).range(16..))]
    pub memory: Option<u32>,
    #[arg(id = "where", long = "where", value_name = "CONDITION", value_parser = condition)]
    pub condition: Vec<Condition>,
}

/// Reads how exact the first numbers are to be.
fn target(text: &str) -> Result<Target, String> {
    let wrong = |()| tell!("precision-wrong", typed = text);
    text.parse().map_err(wrong)
}

/// Reads a condition; what is wrong with it is told with its place.
fn condition(text: &str) -> Result<Condition, String> {
    text.parse().map_err(|fault| of_condition(&fault))
}

#[derive(Debug, Args)]
pub(crate) struct Data {
    #[arg(value_enum, value_name = "TABLE")]
    pub table: Table,
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Text,
    Json,
    Csv,
}

/// Formats of findings that make no table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Prose {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sampling {
    #[value(alias = "latin_hypercube")]
    LatinHypercube,
    Sobol,
    Independent,
}

/// Tables of the embedded catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Table {
    Countries,
    Groups,
    Parameters,
    Measures,
    Effects,
    Evidence,
    Glossary,
    Paths,
    Indicators,
}
