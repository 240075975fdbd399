//! How many colours there are, and what becomes of a colour where there are fewer.

use ratatui::buffer::Buffer;
use ratatui::style::Color;
use unicode_width::UnicodeWidthStr;

use super::contrast::{SIXTEEN, components};
use super::{GlyphSet, Look};
use crate::words::plain;

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None.
    Mono,
    /// The sixteen with names.
    #[default]
    Sixteen,
    /// 256.
    Indexed,
    /// All.
    Rgb,
}

/// The safety net under a finished frame: no colour above the terminal's depth, no glyph outside
/// ASCII where there is nothing else.
pub fn finish(buffer: &mut Buffer, look: Look) {
    clamp(buffer, look.depth);
    if look.glyphs == GlyphSet::Ascii {
        keep_to_ascii(buffer);
    }
}

/// Puts the nearest colour of `depth` in the place of each above it.
pub fn clamp(buffer: &mut Buffer, depth: Depth) {
    if depth == Depth::Rgb {
        return;
    }
    for cell in &mut buffer.content {
        cell.fg = within(cell.fg, depth);
        cell.bg = within(cell.bg, depth);
    }
}

fn within(colour: Color, depth: Depth) -> Color {
    match (colour, depth) {
        (Color::Reset, _) | (_, Depth::Rgb) => colour,
        (_, Depth::Mono) => Color::Reset,
        (Color::Rgb(..), Depth::Indexed) => nearest_indexed(colour),
        (Color::Rgb(..) | Color::Indexed(_), Depth::Sixteen) => nearest_named(colour),
        _ => colour,
    }
}

fn keep_to_ascii(buffer: &mut Buffer) {
    for index in 0..buffer.content.len() {
        let Some(cell) = buffer.content.get_mut(index) else {
            return;
        };
        if cell.symbol().is_ascii() {
            continue;
        }
        let width = cell.symbol().width();
        let plain = plain::ascii(cell.symbol()).chars().next().unwrap_or(' ');
        cell.set_char(plain);
        // The second half of a wide letter is no longer covered.
        for covered in 1..width {
            if let Some(next) = buffer.content.get_mut(index + covered) {
                next.set_char(' ');
            }
        }
    }
}

/// The nearest of the 240 fixed colours of a terminal with 256. The first sixteen differ from
/// terminal to terminal and are left out.
pub(super) fn nearest_indexed(colour: Color) -> Color {
    let wanted = components(colour);
    let nearest = (16..=255_u8).min_by_key(|index| distance(wanted, indexed(*index)));
    Color::Indexed(nearest.unwrap_or(15))
}

fn nearest_named(colour: Color) -> Color {
    let wanted = components(colour);
    let nearest = SIXTEEN
        .iter()
        .min_by_key(|(_, shown)| distance(wanted, *shown));
    nearest.map_or(Color::Reset, |(name, _)| *name)
}

/// The colour of a number from 16 up: a cube of six steps each way, then greys.
pub(super) fn indexed(index: u8) -> [u8; 3] {
    let step = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
    match index {
        232.. => [8 + 10 * (index - 232); 3],
        16.. => {
            let place = index - 16;
            [step(place / 36), step(place / 6 % 6), step(place % 6)]
        }
        _ => SIXTEEN
            .get(usize::from(index))
            .map_or([0; 3], |(_, shown)| *shown),
    }
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    let weights = [3, 6, 1];
    let parts = one.iter().zip(other).zip(weights);
    parts
        .map(|((a, b), weight)| u32::from(a.abs_diff(b)).pow(2) * weight)
        .sum()
}
