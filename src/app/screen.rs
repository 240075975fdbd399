//! The list of screens.

/// One screen of the workbench.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    /// Scenario files and examples.
    #[default]
    Library,
    /// Why this room met, drivers of change, signposts.
    Frame,
    /// The tree and its inspector.
    Tree,
    /// Parameters and inputs that differ.
    Assumptions,
    /// Charts of one scenario.
    Outcomes,
    /// Side by side: who gains, who loses, who pays.
    Compare,
    /// Draws, progress, convergence.
    Run,
    /// Tutorial, agenda, glossary.
    Guide,
}

impl Screen {
    /// All screens in the order of their numbers.
    pub const ALL: [Screen; 8] = [
        Screen::Library,
        Screen::Frame,
        Screen::Tree,
        Screen::Assumptions,
        Screen::Outcomes,
        Screen::Compare,
        Screen::Run,
        Screen::Guide,
    ];

    /// The digit that leads here.
    #[must_use]
    pub fn number(self) -> usize {
        1 + Self::ALL.iter().position(|s| *s == self).unwrap_or(0)
    }

    /// The screen with this number.
    #[must_use]
    pub fn of_number(number: usize) -> Option<Screen> {
        Self::ALL.get(number.checked_sub(1)?).copied()
    }

    /// The name in ids of messages, commands and files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Screen::Library => "library",
            Screen::Frame => "frame",
            Screen::Tree => "tree",
            Screen::Assumptions => "assumptions",
            Screen::Outcomes => "outcomes",
            Screen::Compare => "compare",
            Screen::Run => "run",
            Screen::Guide => "guide",
        }
    }

    /// Does it show something of an open scenario?
    #[must_use]
    pub fn needs_document(self) -> bool {
        !matches!(self, Screen::Library | Screen::Guide)
    }
}
