//! The one table of keys: dispatch, hint bar, list of keys, command names and documents all read it.
//!
//! Each screen has a file with its actions. Labels and help are messages: `key-NAME` (short, for
//! the hint bar) and `key-NAME-help` (a sentence).

pub mod assumptions;
pub mod choices;
pub mod compare;
pub mod frame;
pub mod global;
pub mod guide;
pub mod library;
pub mod matters;
pub mod outcomes;
pub mod overlay;
pub mod page;
pub mod room;
pub mod run;
pub mod setbacks;
pub mod tree;

use std::sync::OnceLock;

use super::key::Key;
use super::screen::Screen;

pub use assumptions::AssumptionsAction;
pub use choices::ChoicesAction;
pub use compare::CompareAction;
pub use frame::FrameAction;
pub use global::GlobalAction;
pub use guide::GuideAction;
pub use library::LibraryAction;
pub use matters::MattersAction;
pub use outcomes::OutcomesAction;
pub use overlay::OverlayAction;
pub use room::RoomAction;
pub use run::RunAction;
pub use setbacks::SetbacksAction;
pub use tree::TreeAction;

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// On every screen, unless the screen uses the key itself.
    Global,
    /// On one screen.
    On(Screen),
    /// While a form is open.
    Form,
    /// While a list to pick from is open.
    Pick,
    /// While a question is open.
    Confirm,
    /// While a page of text is open.
    Page,
}

/// Something a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// On every screen.
    Global(GlobalAction),
    /// On the Library.
    Library(LibraryAction),
    /// On the Frame.
    Frame(FrameAction),
    /// On the Tree.
    Tree(TreeAction),
    /// On the Assumptions.
    Assumptions(AssumptionsAction),
    /// On the Outcomes.
    Outcomes(OutcomesAction),
    /// On Compare.
    Compare(CompareAction),
    /// On What matters.
    Matters(MattersAction),
    /// On the Setbacks.
    Setbacks(SetbacksAction),
    /// On the Choices.
    Choices(ChoicesAction),
    /// On Run.
    Run(RunAction),
    /// On the Guide.
    Guide(GuideAction),
    /// On the Workshop.
    Room(RoomAction),
    /// In an overlay.
    Overlay(OverlayAction),
}

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Binding {
    /// What happens.
    pub action: Action,
    /// Its name as a command, such as `add-branch`.
    pub name: &'static str,
    /// Keys, in the notation of [`Key`]; the first is shown.
    pub keys: Vec<Key>,
    /// Where.
    pub context: Context,
    /// Place in the hint bar, 1 first; 0 = not shown there.
    pub rank: u8,
}

impl Binding {
    /// The short label of the hint bar.
    #[must_use]
    pub fn label(&self) -> String {
        crate::words::tell(&format!("key-{}", self.name), &[])
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn help(&self) -> String {
        crate::words::tell(&format!("key-{}-help", self.name), &[])
    }

    /// The key that is shown.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        self.keys.first().copied()
    }
}

/// A row before its keys are read: action, name, keys, rank.
pub(crate) type Row<A> = (A, &'static str, &'static [&'static str], u8);

/// Declares the actions of one context with their names, keys and place in the hint bar.
macro_rules! actions {
    ($(#[$doc:meta])* $enum:ident { $($(#[$help:meta])* $action:ident $name:literal [$($key:literal),*] $rank:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $enum { $($(#[$help])* $action,)* }

        impl $enum {
            /// The rows of the table.
            pub(crate) const ROWS: &'static [crate::app::keys::Row<$enum>] =
                &[$(($enum::$action, $name, &[$($key),*], $rank)),*];
        }
    };
}
pub(crate) use actions;

/// Adds the tables of screens; screen and action have the same name.
macro_rules! add_screens {
    ($all:ident: $($screen:ident $actions:ident),*) => {
        $(add(&mut $all, $actions::ROWS, Context::On(Screen::$screen), Action::$screen);)*
    };
}

/// The whole table.
pub fn table() -> &'static [Binding] {
    static TABLE: OnceLock<Vec<Binding>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut all = Vec::new();
        add(
            &mut all,
            GlobalAction::ROWS,
            Context::Global,
            Action::Global,
        );
        add_screens!(all:
            Library LibraryAction, Frame FrameAction, Tree TreeAction,
            Assumptions AssumptionsAction, Outcomes OutcomesAction, Compare CompareAction,
            Matters MattersAction, Setbacks SetbacksAction, Choices ChoicesAction,
            Guide GuideAction, Run RunAction, Room RoomAction);
        for (rows, context) in OverlayAction::TABLES {
            add(&mut all, rows, *context, Action::Overlay);
        }
        all
    })
}

fn add<A: Copy>(all: &mut Vec<Binding>, rows: &[Row<A>], context: Context, wrap: fn(A) -> Action) {
    all.extend(rows.iter().map(|(action, name, keys, rank)| Binding {
        action: wrap(*action),
        name,
        keys: keys.iter().filter_map(|key| key.parse().ok()).collect(),
        context,
        rank: *rank,
    }));
}

/// What a key means in these contexts, the first that knows it wins.
#[must_use]
pub fn meaning(contexts: &[Context], key: Key) -> Option<&'static Binding> {
    contexts.iter().find_map(|context| {
        table()
            .iter()
            .find(|binding| binding.context == *context && binding.keys.contains(&key))
    })
}

/// The row of an action.
#[must_use]
pub fn binding(action: Action) -> Option<&'static Binding> {
    table().iter().find(|binding| binding.action == action)
}

/// The row of a command's name, on this screen first.
#[must_use]
pub fn command(name: &str) -> Option<&'static Binding> {
    table().iter().find(|binding| binding.name == name)
}
