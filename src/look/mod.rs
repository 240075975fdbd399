//! How things look: roles, themes, depth of colour, sets of glyphs.
//!
//! The only place that names colours. Screens and widgets ask for a [`Role`] and get a style that
//! suits the reader's terminal; they ask for [`Glyphs`] and get marks that it can draw. Colour only
//! repeats what a letter, a position or a pattern already says: `Theme::Mono` loses nothing.
//!
//! A screen first fills its frame with [`Look::ground`], then draws, then the loop calls [`finish`],
//! which keeps anything that the terminal cannot show from leaking out.

mod contrast;
mod depth;
mod detect;
mod glyphs;
mod palette;
mod role;
mod theme;

pub use contrast::contrast;
pub use depth::{Depth, clamp, finish};
pub use glyphs::{GlyphSet, Glyphs};
pub use role::Role;
pub use theme::Theme;

use std::borrow::Cow;

use ratatui::style::Style;

use crate::words::plain;

/// What the reader's terminal can show, and what the reader wants it to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The marks and line pieces.
    pub glyphs: GlyphSet,
    /// How many colours there are.
    pub depth: Depth,
}

impl Look {
    /// Without colour, in ASCII: what every terminal can show.
    pub const PLAINEST: Self = Self {
        theme: Theme::Mono,
        glyphs: GlyphSet::Ascii,
        depth: Depth::Mono,
    };

    /// How text of this role is written. Colours of the background come from [`Look::ground`].
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        theme::style(self.theme, self.depth, role)
    }

    /// What a frame is filled with before anything is drawn.
    #[must_use]
    pub fn ground(self) -> Style {
        theme::ground(self.theme, self.depth)
    }

    /// The marks and line pieces.
    #[must_use]
    pub fn glyphs(self) -> &'static Glyphs {
        self.glyphs.glyphs()
    }

    /// The text as this terminal can show it: in ASCII where there is nothing else.
    #[must_use]
    pub fn text(self, text: &str) -> Cow<'_, str> {
        if self.glyphs == GlyphSet::Ascii && !text.is_ascii() {
            Cow::Owned(plain::ascii(text))
        } else {
            Cow::Borrowed(text)
        }
    }

    /// The look that suits a terminal described by these environment variables.
    ///
    /// Over a network it is the reader's environment that counts, not the server's.
    #[must_use]
    pub fn detect(env: &dyn Fn(&str) -> Option<String>) -> Self {
        detect::detect(env)
    }
}
