//! Roles, themes, glyphs and depth: everything stays visible on every terminal.

use foretree::look::{Depth, GlyphSet, Look, Role, Theme, clamp, contrast, finish};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

const DEPTHS: [Depth; 4] = [Depth::Mono, Depth::Sixteen, Depth::Indexed, Depth::Rgb];

fn looks() -> Vec<Look> {
    let mut all = Vec::new();
    for theme in Theme::ALL {
        for depth in DEPTHS {
            for glyphs in GlyphSet::ALL {
                all.push(Look {
                    theme,
                    glyphs,
                    depth,
                });
            }
        }
    }
    all
}

fn from(variables: &[(&str, &str)]) -> Look {
    let variables: Vec<(String, String)> = variables
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Look::detect(&move |name| {
        let found = variables.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    })
}

#[test]
fn selection_and_focus_are_visible_without_any_colour() {
    for look in looks() {
        let selected = look.style(Role::Selected);
        assert!(
            selected.add_modifier.contains(Modifier::REVERSED),
            "{look:?}"
        );
        let focus = look.style(Role::Focus);
        let both = Modifier::BOLD.union(Modifier::UNDERLINED);
        assert!(focus.add_modifier.contains(both), "{look:?}");
        assert!(!focus.add_modifier.contains(Modifier::REVERSED), "{look:?}");
    }
}

#[test]
fn without_colour_no_role_has_one() {
    for look in looks() {
        if look.depth == Depth::Mono || look.theme == Theme::Mono {
            for role in Role::all() {
                let style = look.style(role);
                for colour in [style.fg, style.bg] {
                    assert!(
                        matches!(colour, None | Some(Color::Reset)),
                        "{look:?} {role:?}"
                    );
                }
                assert!(!style.add_modifier.contains(Modifier::DIM), "{role:?}");
            }
        }
    }
}

#[test]
fn every_role_can_be_read_on_the_ground_of_its_theme() {
    for theme in [Theme::Dark, Theme::Light, Theme::Contrast] {
        for depth in [Depth::Sixteen, Depth::Indexed, Depth::Rgb] {
            let look = Look {
                theme,
                glyphs: GlyphSet::Blocks,
                depth,
            };
            let ground = look.ground().bg.unwrap();
            for role in Role::all() {
                let ratio = contrast(look.style(role).fg.unwrap(), ground);
                let text = if theme == Theme::Contrast { 7.0 } else { 4.5 };
                // Sixteen colours leave no choice of shade.
                let text = if depth == Depth::Sixteen { 4.5 } else { text };
                let enough = if role.is_picture() { 3.0 } else { text };
                assert!(ratio >= enough, "{theme:?} {depth:?} {role:?}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn contrast_is_one_for_equal_colours_and_twenty_one_for_black_on_white() {
    assert!((contrast(Color::Black, Color::White) - 21.0).abs() < 1e-9);
    assert!((contrast(Color::Red, Color::Red) - 1.0).abs() < 1e-9);
    let grey = contrast(Color::Rgb(0x77, 0x77, 0x77), Color::Rgb(255, 255, 255));
    assert!((grey - 4.478).abs() < 0.001, "{grey}");
}

#[test]
fn the_terminal_theme_keeps_the_terminals_own_text_and_background() {
    let fixed = [
        Color::Black,
        Color::White,
        Color::Gray,
        Color::DarkGray,
        Color::Yellow,
    ];
    for depth in DEPTHS {
        let look = Look {
            theme: Theme::Terminal,
            glyphs: GlyphSet::Blocks,
            depth,
        };
        assert_eq!(look.ground().bg, Some(Color::Reset));
        for role in Role::all() {
            let style = look.style(role);
            assert!(
                !fixed.contains(&style.fg.unwrap_or(Color::Reset)),
                "{role:?}"
            );
            assert!(matches!(style.bg, None | Some(Color::Reset)), "{role:?}");
            assert!(!matches!(
                style.fg,
                Some(Color::Rgb(..) | Color::Indexed(_))
            ));
        }
    }
}

#[test]
fn every_glyph_is_as_wide_as_we_say_and_ascii_is_ascii() {
    for set in GlyphSet::ALL {
        let glyphs = set.glyphs();
        let wide = [glyphs.chance, glyphs.decision, glyphs.ellipsis];
        for glyph in glyphs.all() {
            let width = if set == GlyphSet::Ascii && wide.contains(&glyph) {
                2
            } else {
                1
            };
            assert_eq!(glyph.width(), width, "{glyph:?}");
            if set == GlyphSet::Ascii {
                assert!(glyph.is_ascii(), "{glyph:?}");
            }
        }
    }
}

#[test]
fn choices_go_round_through_all_of_them() {
    let mut theme = Theme::default();
    for expected in Theme::ALL {
        assert_eq!(theme, expected);
        theme = theme.next();
    }
    assert_eq!(theme, Theme::default());
    let mut glyphs = GlyphSet::Braille;
    for expected in GlyphSet::ALL {
        assert_eq!(glyphs, expected);
        glyphs = glyphs.next();
    }
}

#[test]
fn the_environment_decides_the_look() {
    let utf8 = ("LANG", "en_GB.UTF-8");
    let plain = from(&[("TERM", "xterm"), utf8]);
    assert_eq!(
        (plain.theme, plain.glyphs, plain.depth),
        (Theme::Terminal, GlyphSet::Blocks, Depth::Sixteen)
    );
    assert_eq!(
        from(&[("TERM", "screen-256color"), utf8]).depth,
        Depth::Indexed
    );
    let exact = from(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), utf8]);
    assert_eq!(exact.depth, Depth::Rgb);
    let asked = from(&[("TERM", "xterm-256color"), ("NO_COLOR", "1"), utf8]);
    assert_eq!((asked.theme, asked.depth), (Theme::Mono, Depth::Mono));
    assert_eq!(asked.glyphs, GlyphSet::Blocks);
    assert_eq!(from(&[("TERM", "dumb"), utf8]), Look::PLAINEST);
    assert_eq!(from(&[("TERM", "vt100"), utf8]), Look::PLAINEST);
    let console = from(&[("TERM", "linux"), utf8]);
    assert_eq!(
        (console.glyphs, console.depth),
        (GlyphSet::Ascii, Depth::Sixteen)
    );
}

#[test]
fn only_a_utf8_locale_gets_more_than_ascii_and_the_strongest_variable_counts() {
    let glyphs = |variables: &[(&str, &str)]| from(variables).glyphs;
    assert_eq!(glyphs(&[("TERM", "xterm"), ("LANG", "C")]), GlyphSet::Ascii);
    assert_eq!(glyphs(&[("TERM", "xterm")]), GlyphSet::Ascii);
    let overruled = [("TERM", "xterm"), ("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")];
    assert_eq!(glyphs(&overruled), GlyphSet::Ascii);
    let empty = [("TERM", "xterm"), ("LC_ALL", ""), ("LANG", "fr_FR.utf8")];
    assert_eq!(glyphs(&empty), GlyphSet::Blocks);
    let no_color = [("TERM", "xterm"), ("NO_COLOR", ""), ("LANG", "C.UTF-8")];
    assert_eq!(from(&no_color).depth, Depth::Sixteen);
}

#[test]
fn no_colour_above_the_depth_leaks_out_and_modifiers_stay() {
    let area = Rect::new(0, 0, 3, 1);
    let style = Style::new()
        .fg(Color::Rgb(250, 10, 10))
        .bg(Color::Indexed(21))
        .add_modifier(Modifier::REVERSED);
    for depth in DEPTHS {
        let mut buffer = Buffer::empty(area);
        buffer.set_string(0, 0, "abc", style);
        clamp(&mut buffer, depth);
        let cell = &buffer[(0, 0)];
        assert!(cell.modifier.contains(Modifier::REVERSED));
        let expected = match depth {
            Depth::Mono => (Color::Reset, Color::Reset),
            Depth::Sixteen => (Color::LightRed, Color::Blue),
            Depth::Indexed => (Color::Indexed(196), Color::Indexed(21)),
            Depth::Rgb => (Color::Rgb(250, 10, 10), Color::Indexed(21)),
        };
        assert_eq!((cell.fg, cell.bg), expected, "{depth:?}");
    }
}

#[test]
fn a_finished_ascii_frame_holds_nothing_but_ascii_and_nothing_has_moved() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
    buffer.set_string(0, 0, "é中e\u{301}–😀…x", Style::new());
    finish(&mut buffer, Look::PLAINEST);
    let shown: String = buffer.content.iter().map(|cell| cell.symbol()).collect();
    assert_eq!(shown, "e? e-? .x   ");
    let look = Look {
        glyphs: GlyphSet::Ascii,
        ..Look::PLAINEST
    };
    assert_eq!(look.text("Côte – …"), "Cote - ...");
}
