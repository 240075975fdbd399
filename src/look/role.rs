//! What a piece of text or of a picture is, so that a theme can decide how it looks.

use crate::scenario::{Certainty, Layer};

/// What a piece of text or of a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Scaffolding: lines, axes, hints, what matters less.
    Muted,
    /// A heading.
    Title,
    /// The sentence or number that answers the question of the screen.
    Answer,
    /// A key that can be pressed.
    Key,
    /// Where the reader is.
    Selected,
    /// The part of the screen that keys go to.
    Focus,
    /// Better than the reference; direction and sign say it too.
    Good,
    /// Worse than the reference; direction and sign say it too.
    Bad,
    /// Something to think about.
    Warning,
    /// Something that must be put right.
    Error,
    /// The layer of a node; its letter says it too.
    Layer(Layer),
    /// The knowledge cluster of a measure; its words say it too.
    Cluster(Certainty),
    /// One of several things compared, counted from 0.
    Series(u8),
    /// Our range on a chart.
    Band,
    /// The middle half of the runs on a chart.
    InnerBand,
    /// The middle run on a chart.
    Middle,
    /// The reference country on a chart.
    Reference,
    /// The run without AI on a chart.
    NoAi,
}

impl Role {
    /// Every role, with enough series to meet each of their colours.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let layers = [
            Layer::Infrastructure,
            Layer::Data,
            Layer::Skills,
            Layer::Policy,
        ];
        let clusters = [Certainty::High, Certainty::Evolving, Certainty::Uncertain];
        let mut all = vec![
            Self::Text,
            Self::Muted,
            Self::Title,
            Self::Answer,
            Self::Key,
            Self::Selected,
            Self::Focus,
            Self::Good,
            Self::Bad,
            Self::Warning,
            Self::Error,
            Self::Band,
            Self::InnerBand,
            Self::Middle,
            Self::Reference,
            Self::NoAi,
        ];
        all.extend(layers.map(Self::Layer));
        all.extend(clusters.map(Self::Cluster));
        all.extend((0..6).map(Self::Series));
        all
    }

    /// Whether this is part of a picture rather than text to be read.
    #[must_use]
    pub fn is_picture(self) -> bool {
        matches!(
            self,
            Self::Band | Self::InnerBand | Self::Reference | Self::NoAi | Self::Series(_)
        )
    }
}
