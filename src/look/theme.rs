//! Themes: which colour and which emphasis a role gets.

use ratatui::style::{Color, Modifier, Style};

use super::depth::Depth;
use super::palette::{CONTRAST, DARK, LIGHT, Palette};
use super::role::Role;
use crate::scenario::{Certainty, Layer};

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own text and background, and its six hues.
    #[default]
    Terminal,
    /// Light text on a dark background.
    Dark,
    /// Dark text on a light background.
    Light,
    /// As much contrast as there is.
    Contrast,
    /// No colour: bold, underlined and reversed only.
    Mono,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Terminal,
        Self::Dark,
        Self::Light,
        Self::Contrast,
        Self::Mono,
    ];

    /// Its name in settings and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Mono => "mono",
        }
    }

    /// The next one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Terminal => Self::Dark,
            Self::Dark => Self::Light,
            Self::Light => Self::Contrast,
            Self::Contrast => Self::Mono,
            Self::Mono => Self::Terminal,
        }
    }

    fn palette(self) -> Option<&'static Palette> {
        match self {
            Self::Dark => Some(&DARK),
            Self::Light => Some(&LIGHT),
            Self::Contrast => Some(&CONTRAST),
            Self::Terminal | Self::Mono => None,
        }
    }
}

/// How text of a role is written.
pub(super) fn style(theme: Theme, depth: Depth, role: Role) -> Style {
    let coloured = depth != Depth::Mono && theme != Theme::Mono;
    let mut style = Style::new().add_modifier(emphasis(role));
    if coloured {
        style = match theme.palette() {
            Some(palette) => style.fg(palette.ink(role).at(depth)),
            None => style.fg(hue(role)),
        };
        if theme == Theme::Terminal && role == Role::Muted {
            style = style.add_modifier(Modifier::DIM);
        }
    }
    if role == Role::Selected {
        selected(style, ground(theme, depth))
    } else {
        style
    }
}

/// What a frame is filled with.
pub(super) fn ground(theme: Theme, depth: Depth) -> Style {
    match theme.palette() {
        Some(palette) if depth != Depth::Mono => Style::new()
            .fg(palette.ink(Role::Text).at(depth))
            .bg(palette.ground.at(depth)),
        _ => Style::new().fg(Color::Reset).bg(Color::Reset),
    }
}

/// One calm bar: text and ground change places, whatever colours were there before.
fn selected(style: Style, ground: Style) -> Style {
    let fg = ground.fg.unwrap_or(Color::Reset);
    let bg = ground.bg.unwrap_or(Color::Reset);
    style.fg(fg).bg(bg).remove_modifier(Modifier::DIM)
}

/// What tells a role apart without colour.
fn emphasis(role: Role) -> Modifier {
    match role {
        Role::Title | Role::Answer | Role::Key | Role::Middle | Role::Warning => Modifier::BOLD,
        Role::Focus | Role::Error => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::Selected => Modifier::REVERSED,
        _ => Modifier::empty(),
    }
}

/// The terminal's own colours. Yellow is left out: on white it cannot be read.
fn hue(role: Role) -> Color {
    match role {
        Role::Good | Role::Layer(Layer::Skills) | Role::Cluster(Certainty::High) => Color::Green,
        Role::Bad | Role::Error => Color::Red,
        Role::Warning | Role::Layer(Layer::Policy) | Role::Cluster(Certainty::Uncertain) => {
            Color::Magenta
        }
        Role::Layer(Layer::Infrastructure) | Role::Band => Color::Blue,
        Role::Layer(Layer::Data) | Role::Cluster(Certainty::Evolving) => Color::Cyan,
        Role::InnerBand => Color::Cyan,
        Role::Reference => Color::Magenta,
        Role::NoAi => Color::Green,
        Role::Series(index) => match index % 5 {
            0 => Color::Blue,
            1 => Color::Magenta,
            2 => Color::Green,
            3 => Color::Cyan,
            _ => Color::Red,
        },
        Role::Text
        | Role::Muted
        | Role::Title
        | Role::Answer
        | Role::Key
        | Role::Selected
        | Role::Focus
        | Role::Middle => Color::Reset,
    }
}
