//! Keys of forms, lists, questions and pages that lie over a screen.

use super::{Context, Row};

/// What can be done in an overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OverlayAction {
    /// Accept.
    Accept,
    /// Leave without doing anything.
    Cancel,
    /// The next field.
    NextField,
    /// The field before.
    PreviousField,
    /// One up in a list or page.
    Up,
    /// One down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the start.
    Start,
    /// To the end.
    End,
    /// Copy the text.
    CopyPage,
}

use OverlayAction::{
    Accept, Cancel, CopyPage, Down, End, NextField, PageDown, PageUp, PreviousField, Start, Up,
};

impl OverlayAction {
    /// Rows by context.
    pub(crate) const TABLES: &'static [(&'static [Row<OverlayAction>], Context)] = &[
        (
            &[
                (Accept, "form-accept", &["<Enter>"], 1),
                (NextField, "form-next", &["<Tab>", "<Down>"], 2),
                (
                    PreviousField,
                    "form-previous",
                    &["<BackTab>", "<S-Tab>", "<Up>"],
                    3,
                ),
                (Cancel, "form-cancel", &["<Esc>", "<C-c>"], 4),
            ],
            Context::Form,
        ),
        (
            &[
                (Accept, "pick-accept", &["<Enter>"], 1),
                (Down, "pick-down", &["<Down>", "<C-n>", "<Tab>"], 2),
                (Up, "pick-up", &["<Up>", "<C-p>", "<BackTab>", "<S-Tab>"], 3),
                (PageDown, "pick-page-down", &["<PageDown>"], 0),
                (PageUp, "pick-page-up", &["<PageUp>"], 0),
                (Cancel, "pick-cancel", &["<Esc>", "<C-c>"], 4),
            ],
            Context::Pick,
        ),
        (
            &[
                (Accept, "confirm-accept", &["<Enter>"], 1),
                (Up, "confirm-up", &["<Up>", "<Left>", "<BackTab>"], 0),
                (Down, "confirm-down", &["<Down>", "<Right>", "<Tab>"], 2),
                (Cancel, "confirm-cancel", &["<Esc>", "<C-c>"], 3),
            ],
            Context::Confirm,
        ),
        (
            &[
                (Down, "page-down", &["<Down>", "j"], 1),
                (Up, "page-up", &["<Up>", "k"], 2),
                (PageDown, "page-page-down", &["<PageDown>", "<Space>"], 3),
                (PageUp, "page-page-up", &["<PageUp>"], 0),
                (Start, "page-start", &["<Home>", "g"], 0),
                (End, "page-end", &["<End>", "G"], 0),
                (CopyPage, "page-copy", &["y"], 4),
                (Cancel, "page-close", &["<Esc>", "q", "<Enter>", "<C-c>"], 5),
            ],
            Context::Page,
        ),
    ];
}
