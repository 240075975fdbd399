//! The marks and line pieces of each set.
//!
//! Every glyph is one column wide, apart from `chance`, `decision` and `ellipsis` in ASCII, which
//! take two: measure them.

/// A set of glyphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GlyphSet {
    /// Lines in charts are drawn with the dots of braille letters: finest, if the font has them.
    Braille,
    /// Lines, blocks and shades.
    #[default]
    Blocks,
    /// Nothing but ASCII.
    Ascii,
}

impl GlyphSet {
    /// Every set, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Braille, Self::Blocks, Self::Ascii];

    /// Its name in settings and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Braille => "braille",
            Self::Blocks => "blocks",
            Self::Ascii => "ascii",
        }
    }

    /// The next one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Braille => Self::Blocks,
            Self::Blocks => Self::Ascii,
            Self::Ascii => Self::Braille,
        }
    }

    /// Its glyphs.
    #[must_use]
    pub fn glyphs(self) -> &'static Glyphs {
        match self {
            Self::Braille => &BRAILLE,
            Self::Blocks => &BLOCKS,
            Self::Ascii => &ASCII,
        }
    }
}

/// The marks and line pieces of a set.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// A chance node.
    pub chance: &'static str,
    /// A decision node.
    pub decision: &'static str,
    /// The end of a path.
    pub end: &'static str,
    /// The base year, where every path begins.
    pub start: &'static str,
    /// More, higher, further up.
    pub up: &'static str,
    /// Less, lower, further down.
    pub down: &'static str,
    /// A difference that is one.
    pub rise: &'static str,
    /// A difference that is one, downwards.
    pub fall: &'static str,
    /// No difference.
    pub same: &'static str,
    /// To the left.
    pub left: &'static str,
    /// To the right.
    pub right: &'static str,
    /// Something was cut off here.
    pub ellipsis: &'static str,
    /// Between things that belong together.
    pub dot: &'static str,
    /// Done, yes.
    pub tick: &'static str,
    /// Not done, no.
    pub cross: &'static str,
    /// Held in place.
    pub pin: &'static str,
    /// Folded: there is more inside.
    pub fold: &'static str,
    /// Unfolded: can be folded.
    pub unfold: &'static str,
    /// Drawn once, meant several times.
    pub shared: &'static str,
    /// A wildcard.
    pub wildcard: &'static str,
    /// Something is wrong here.
    pub error: &'static str,
    /// A bullet of a list; the reader's place in a list.
    pub bullet: &'static str,
    /// A line across.
    pub horizontal: &'static str,
    /// A line up and down.
    pub vertical: &'static str,
    /// A corner.
    pub top_left: &'static str,
    /// A corner.
    pub top_right: &'static str,
    /// A corner.
    pub bottom_left: &'static str,
    /// A corner.
    pub bottom_right: &'static str,
    /// A line up and down with a branch to the right.
    pub branch_right: &'static str,
    /// A line up and down with a branch to the left.
    pub branch_left: &'static str,
    /// A line across with a branch down.
    pub branch_down: &'static str,
    /// A line across with a branch up.
    pub branch_up: &'static str,
    /// Two lines that cross.
    pub crossing: &'static str,
    /// A broken line across, for a threshold.
    pub dashed: &'static str,
    /// Our range on a chart.
    pub band: &'static str,
    /// The middle half of the runs on a chart.
    pub inner_band: &'static str,
    /// The middle run on a chart.
    pub middle: &'static str,
    /// The run without AI on a chart.
    pub no_ai: &'static str,
    /// The reference country on a chart.
    pub reference: &'static str,
    /// What part of a track is in view.
    pub thumb: &'static str,
    /// A bar's last cell, filled by so many eighths.
    pub bars: [&'static str; 9],
    /// A column of so many eighths of a row.
    pub levels: [&'static str; 9],
}

const LINES: Glyphs = Glyphs {
    chance: "◇",
    decision: "□",
    end: "▸",
    start: "●",
    up: "↑",
    down: "↓",
    rise: "▲",
    fall: "▼",
    same: "=",
    left: "←",
    right: "→",
    ellipsis: "…",
    dot: "·",
    tick: "✓",
    cross: "✗",
    pin: "▪",
    fold: "+",
    unfold: "−",
    shared: "≡",
    wildcard: "*",
    error: "!",
    bullet: "•",
    horizontal: "─",
    vertical: "│",
    top_left: "┌",
    top_right: "┐",
    bottom_left: "└",
    bottom_right: "┘",
    branch_right: "├",
    branch_left: "┤",
    branch_down: "┬",
    branch_up: "┴",
    crossing: "┼",
    dashed: "╌",
    band: "▒",
    inner_band: "▓",
    middle: "━",
    no_ai: "○",
    reference: "×",
    thumb: "┃",
    bars: [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
};

static BLOCKS: Glyphs = LINES;

static BRAILLE: Glyphs = Glyphs {
    band: "⠡",
    inner_band: "⢕",
    middle: "⠒",
    ..LINES
};

static ASCII: Glyphs = Glyphs {
    chance: "<>",
    decision: "[]",
    end: ">",
    start: "o",
    up: "^",
    down: "v",
    rise: "^",
    fall: "v",
    same: "=",
    left: "<",
    right: ">",
    ellipsis: "..",
    dot: ".",
    tick: "x",
    cross: "-",
    pin: "#",
    fold: "+",
    unfold: "-",
    shared: "^",
    wildcard: "*",
    error: "!",
    bullet: "*",
    horizontal: "-",
    vertical: "|",
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    branch_right: "+",
    branch_left: "+",
    branch_down: "+",
    branch_up: "+",
    crossing: "+",
    dashed: "-",
    band: ".",
    inner_band: ":",
    middle: "=",
    no_ai: "o",
    reference: "x",
    thumb: "#",
    bars: [" ", " ", " ", "-", "-", "-", "#", "#", "#"],
    levels: [" ", "_", ".", ":", "-", "=", "+", "*", "#"],
};

impl Glyphs {
    /// Every glyph of the set.
    #[must_use]
    pub fn all(&self) -> Vec<&'static str> {
        let marks = [
            self.chance,
            self.decision,
            self.end,
            self.start,
            self.up,
            self.down,
            self.rise,
            self.fall,
            self.same,
            self.left,
            self.right,
            self.ellipsis,
            self.dot,
            self.tick,
            self.cross,
            self.pin,
            self.fold,
            self.unfold,
            self.shared,
            self.wildcard,
            self.error,
            self.bullet,
        ];
        let lines = [
            self.horizontal,
            self.vertical,
            self.top_left,
            self.top_right,
            self.bottom_left,
            self.bottom_right,
            self.branch_right,
            self.branch_left,
            self.branch_down,
            self.branch_up,
            self.crossing,
            self.dashed,
            self.band,
            self.inner_band,
            self.middle,
            self.no_ai,
            self.reference,
            self.thumb,
        ];
        let steps = self.bars.iter().chain(&self.levels).copied();
        marks.into_iter().chain(lines).chain(steps).collect()
    }
}
