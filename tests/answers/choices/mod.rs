//! Choices: trees, rules, regions, the worth of information, costs and equity.

mod costs;
mod information;
mod regions;
mod rules;
mod trees;
