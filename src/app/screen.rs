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
    /// What moves the shown indicator most.
    Matters,
    /// When the poorest lose, and what foretells it.
    Setbacks,
    /// Which option, by which rule, and what would change it.
    Choices,
    /// Tutorial, agenda, glossary.
    Guide,
    /// Draws, progress, convergence.
    Run,
    /// A workshop's tables, rounds and agenda.
    Room,
}

impl Screen {
    /// All screens in the order of their keys.
    pub const ALL: [Screen; 12] = [
        Screen::Library,
        Screen::Frame,
        Screen::Tree,
        Screen::Assumptions,
        Screen::Outcomes,
        Screen::Compare,
        Screen::Matters,
        Screen::Setbacks,
        Screen::Choices,
        Screen::Guide,
        Screen::Run,
        Screen::Room,
    ];

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
            Screen::Matters => "matters",
            Screen::Setbacks => "setbacks",
            Screen::Choices => "choices",
            Screen::Guide => "guide",
            Screen::Run => "run",
            Screen::Room => "workshop",
        }
    }

    /// Does it show something of an open scenario?
    #[must_use]
    pub fn needs_document(self) -> bool {
        !matches!(self, Screen::Library | Screen::Guide | Screen::Room)
    }
}
