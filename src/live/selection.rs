//! Which part of the tree is looked at.

use crate::report::fill::all_paths;
use crate::report::fill_paths::paths_of_option;
use crate::sim::Plan;

/// Which paths a question is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Selection {
    /// All paths: fit to be shown only when every decision is closed.
    #[default]
    Everything,
    /// All paths that take an option of the next open decision, by its number.
    Option(usize),
    /// One path, by its number in tree order.
    Path(usize),
}

impl Selection {
    /// The paths meant, in tree order; none if the plan has no such option or path.
    #[must_use]
    pub fn paths(self, plan: &Plan) -> Vec<usize> {
        match self {
            Selection::Everything => all_paths(plan),
            Selection::Option(number) => paths_of_option(plan, number),
            Selection::Path(number) if number < plan.paths.len() => vec![number],
            Selection::Path(_) => Vec::new(),
        }
    }

    /// What may be headlined: one selection per option of the next open decision, or everything
    /// when none is open.
    #[must_use]
    pub fn headline(plan: &Plan) -> Vec<Selection> {
        match &plan.open {
            Some(open) => (0..open.options.len()).map(Selection::Option).collect(),
            None => vec![Selection::Everything],
        }
    }

    /// The number of the option, if it is one.
    #[must_use]
    pub fn option(self) -> Option<usize> {
        match self {
            Selection::Option(number) => Some(number),
            Selection::Everything | Selection::Path(_) => None,
        }
    }
}
