//! Guessing from the environment what a terminal can show. Every guess can be changed at run time.

use super::{Depth, GlyphSet, Look, Theme};

pub(super) fn detect(env: &dyn Fn(&str) -> Option<String>) -> Look {
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    let term = set("TERM").unwrap_or_default();
    let depth = depth(&term, &set);
    let plain = poor(&term) || !unicode(&set);
    Look {
        theme: if depth == Depth::Mono {
            Theme::Mono
        } else {
            Theme::Terminal
        },
        glyphs: if plain {
            GlyphSet::Ascii
        } else {
            GlyphSet::Blocks
        },
        depth,
    }
}

fn depth(term: &str, set: &dyn Fn(&str) -> Option<String>) -> Depth {
    let colours = set("COLORTERM").unwrap_or_default();
    let exact = colours == "truecolor" || colours == "24bit" || term.ends_with("-direct");
    if set("NO_COLOR").is_some() || term == "dumb" || term.starts_with("vt") {
        Depth::Mono
    } else if exact || set("WT_SESSION").is_some() {
        Depth::Rgb
    } else if term.contains("256color") {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}

/// Terminals whose fonts lack most of our glyphs, whatever the locale says.
fn poor(term: &str) -> bool {
    term == "dumb" || term == "linux" || term.starts_with("vt")
}

fn unicode(set: &dyn Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| set(name));
    match locale {
        Some(name) => {
            let name = name.to_ascii_lowercase();
            name.contains("utf-8") || name.contains("utf8")
        }
        None => set("WT_SESSION").is_some() || cfg!(windows),
    }
}
