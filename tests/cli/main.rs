//! The command line as scripts and people meet it: exit codes, shapes, texts.

mod awkward;
mod backtest;
mod choices;
mod codes;
mod compare;
mod conditions;
mod data;
mod depth;
mod help;
mod json;
mod matters;
mod results;
mod setbacks;
mod support;
mod texts;
mod workshop;
