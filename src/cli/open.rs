//! `foretree open`, and `foretree` alone on a terminal: the workbench.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::failure::{Failure, Kind};
use crate::look::{GlyphSet, Theme};
use crate::tell;
use crate::term::{OpenFault, OpenWish};
use crate::words::faults::{of_life, of_terminal};
use crate::words::workshop::{of_door, of_host};

#[derive(Debug, Args)]
pub(crate) struct Open {
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long)]
    pub read_only: bool,
    #[arg(long, value_name = "DIR")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "THEME", value_parser = theme())]
    pub theme: Option<Theme>,
    #[arg(long, value_name = "GLYPHS", value_parser = glyphs())]
    pub glyphs: Option<GlyphSet>,
}

impl From<Open> for OpenWish {
    fn from(asked: Open) -> Self {
        Self {
            files: asked.files,
            read_only: asked.read_only,
            folder: asked.folder,
            theme: asked.theme,
            glyphs: asked.glyphs,
            workshop: None,
        }
    }
}

/// Opens the workbench; the exit code when it is left.
///
/// # Errors
/// No terminal, no home folder, a terminal that is gone.
pub(crate) fn open(wish: &OpenWish) -> Result<u8, Failure> {
    crate::term::open(wish).map_err(|fault| {
        let message = match fault {
            OpenFault::Terminal(fault) => of_terminal(&fault),
            OpenFault::Life(fault) => of_life(&fault),
            OpenFault::Workshop(fault) => of_host(&fault),
            OpenFault::Seat(refused) => of_door(&refused),
            OpenFault::Output(error) => tell!("fault-write-output", reason = error.to_string()),
        };
        Failure::new(Kind::File, message)
    })
}

/// Whether somebody sits at a terminal that can show the workbench.
pub(crate) fn has_terminal() -> bool {
    let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb
}

fn theme() -> impl TypedValueParser<Value = Theme> {
    let named = |name: String| Theme::ALL.into_iter().find(|theme| theme.name() == name);
    PossibleValuesParser::new(Theme::ALL.map(Theme::name))
        .map(move |name| named(name).unwrap_or(Theme::Terminal))
}

fn glyphs() -> impl TypedValueParser<Value = GlyphSet> {
    let named = |name: String| GlyphSet::ALL.into_iter().find(|set| set.name() == name);
    PossibleValuesParser::new(GlyphSet::ALL.map(GlyphSet::name))
        .map(move |name| named(name).unwrap_or(GlyphSet::Ascii))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        open: Open,
    }

    fn wish(words: &[&str]) -> Result<OpenWish, clap::Error> {
        let line = ["open"].iter().chain(words);
        Line::try_parse_from(line).map(|line| line.open.into())
    }

    #[test]
    fn nothing_typed_wishes_for_nothing() {
        assert_eq!(wish(&[]).unwrap(), OpenWish::default());
    }

    #[test]
    fn everything_typed_is_wished_for() {
        let words = [
            "a.ron",
            "b.ron",
            "--read-only",
            "--folder",
            "here",
            "--theme=light",
            "--glyphs",
            "ascii",
        ];
        let expected = OpenWish {
            files: vec!["a.ron".into(), "b.ron".into()],
            read_only: true,
            folder: Some("here".into()),
            theme: Some(Theme::Light),
            glyphs: Some(GlyphSet::Ascii),
            workshop: None,
        };
        assert_eq!(wish(&words).unwrap(), expected);
    }

    #[test]
    fn an_unknown_theme_is_refused_and_the_known_ones_are_named() {
        let refused = wish(&["--theme", "pink"]).unwrap_err().to_string();
        for theme in Theme::ALL {
            assert!(refused.contains(theme.name()), "{refused}");
        }
    }
}
