//! The colours of the themes that bring their own.
//!
//! Each colour is given twice: exactly, and as the nearest good one of sixteen. Terminals with 256
//! colours get the nearest of theirs.

use ratatui::style::Color;

use super::depth::{Depth, nearest_indexed};
use super::role::Role;
use crate::scenario::{Certainty, Layer};

/// A colour: exactly, and as one of sixteen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink(u32, Color);

impl Ink {
    pub(super) fn at(self, depth: Depth) -> Color {
        let exact = Color::from_u32(self.0);
        match depth {
            Depth::Mono => Color::Reset,
            Depth::Sixteen => self.1,
            Depth::Indexed => nearest_indexed(exact),
            Depth::Rgb => exact,
        }
    }
}

/// The colours of a theme.
#[derive(Debug)]
pub(super) struct Palette {
    pub(super) ground: Ink,
    text: Ink,
    muted: Ink,
    strong: Ink,
    key: Ink,
    good: Ink,
    bad: Ink,
    warning: Ink,
    layers: [Ink; 4],
    clusters: [Ink; 3],
    series: [Ink; 6],
    band: Ink,
    inner_band: Ink,
    reference: Ink,
    no_ai: Ink,
}

impl Palette {
    pub(super) fn ink(&self, role: Role) -> Ink {
        match role {
            Role::Text | Role::Selected => self.text,
            Role::Muted => self.muted,
            Role::Title | Role::Answer | Role::Focus | Role::Middle => self.strong,
            Role::Key => self.key,
            Role::Good => self.good,
            Role::Bad | Role::Error => self.bad,
            Role::Warning => self.warning,
            Role::Layer(layer) => self.layer(layer),
            Role::Cluster(cluster) => self.cluster(cluster),
            Role::Series(index) => {
                let [first, ..] = self.series;
                let place = usize::from(index) % self.series.len();
                self.series.get(place).copied().unwrap_or(first)
            }
            Role::Band => self.band,
            Role::InnerBand => self.inner_band,
            Role::Reference => self.reference,
            Role::NoAi => self.no_ai,
        }
    }

    fn layer(&self, layer: Layer) -> Ink {
        let [infrastructure, data, skills, policy] = self.layers;
        match layer {
            Layer::Infrastructure => infrastructure,
            Layer::Data => data,
            Layer::Skills => skills,
            Layer::Policy => policy,
        }
    }

    fn cluster(&self, cluster: Certainty) -> Ink {
        let [high, evolving, uncertain] = self.clusters;
        match cluster {
            Certainty::High => high,
            Certainty::Evolving => evolving,
            Certainty::Uncertain => uncertain,
        }
    }
}

pub(super) static DARK: Palette = Palette {
    ground: Ink(0x14_17_1c, Color::Black),
    text: Ink(0xd3_d9_e0, Color::Gray),
    muted: Ink(0x8f_9a_a6, Color::Gray),
    strong: Ink(0xf4_f6_f8, Color::White),
    key: Ink(0xe8_c4_7a, Color::LightYellow),
    good: Ink(0x8f_d1_8a, Color::LightGreen),
    bad: Ink(0xf2_8b_82, Color::LightRed),
    warning: Ink(0xe8_b4_5f, Color::LightYellow),
    layers: [
        Ink(0x79_b8_ff, Color::LightCyan),
        Ink(0x5c_d0_c4, Color::Cyan),
        Ink(0xa3_d3_6b, Color::LightGreen),
        Ink(0xd0_a8_ff, Color::LightMagenta),
    ],
    clusters: [
        Ink(0x8f_d1_8a, Color::LightGreen),
        Ink(0x79_b8_ff, Color::LightCyan),
        Ink(0xe8_b4_5f, Color::LightYellow),
    ],
    series: [
        Ink(0x79_b8_ff, Color::LightCyan),
        Ink(0xe8_b4_5f, Color::LightYellow),
        Ink(0xd0_a8_ff, Color::LightMagenta),
        Ink(0x8f_d1_8a, Color::LightGreen),
        Ink(0xf2_8b_82, Color::LightRed),
        Ink(0x5c_d0_c4, Color::Cyan),
    ],
    band: Ink(0x4f_7f_ae, Color::LightBlue),
    inner_band: Ink(0x79_ad_dd, Color::LightCyan),
    reference: Ink(0xd0_a8_ff, Color::LightMagenta),
    no_ai: Ink(0xe8_b4_5f, Color::LightYellow),
};

pub(super) static LIGHT: Palette = Palette {
    ground: Ink(0xfb_fa_f7, Color::White),
    text: Ink(0x26_2b_31, Color::Black),
    muted: Ink(0x5b_65_6f, Color::Black),
    strong: Ink(0x0c_0f_12, Color::Black),
    key: Ink(0x86_49_00, Color::Blue),
    good: Ink(0x1c_6b_30, Color::Blue),
    bad: Ink(0xb0_25_1d, Color::Red),
    warning: Ink(0x8a_4f_00, Color::Magenta),
    layers: [
        Ink(0x1d_5b_a8, Color::Blue),
        Ink(0x00_65_68, Color::Magenta),
        Ink(0x3a_66_10, Color::Black),
        Ink(0x76_37_a3, Color::Red),
    ],
    clusters: [
        Ink(0x1c_6b_30, Color::Blue),
        Ink(0x1d_5b_a8, Color::Magenta),
        Ink(0x8a_4f_00, Color::Red),
    ],
    series: [
        Ink(0x1d_5b_a8, Color::Blue),
        Ink(0x8a_4f_00, Color::Red),
        Ink(0x76_37_a3, Color::Magenta),
        Ink(0x1c_6b_30, Color::Black),
        Ink(0xb0_25_1d, Color::Red),
        Ink(0x00_65_68, Color::Blue),
    ],
    band: Ink(0x6b_91_ba, Color::Blue),
    inner_band: Ink(0x2f_66_a3, Color::Blue),
    reference: Ink(0x76_37_a3, Color::Magenta),
    no_ai: Ink(0x8a_4f_00, Color::Red),
};

pub(super) static CONTRAST: Palette = Palette {
    ground: Ink(0x00_00_00, Color::Black),
    text: Ink(0xff_ff_ff, Color::White),
    muted: Ink(0xd7_d7_d7, Color::Gray),
    strong: Ink(0xff_ff_ff, Color::White),
    key: Ink(0xff_e6_00, Color::LightYellow),
    good: Ink(0x5f_ff_5f, Color::LightGreen),
    bad: Ink(0xff_8f_8f, Color::LightRed),
    warning: Ink(0xff_e6_00, Color::LightYellow),
    layers: [
        Ink(0x87_d7_ff, Color::LightCyan),
        Ink(0x5f_ff_ff, Color::Cyan),
        Ink(0x5f_ff_5f, Color::LightGreen),
        Ink(0xff_af_ff, Color::LightMagenta),
    ],
    clusters: [
        Ink(0x5f_ff_5f, Color::LightGreen),
        Ink(0x87_d7_ff, Color::LightCyan),
        Ink(0xff_e6_00, Color::LightYellow),
    ],
    series: [
        Ink(0x87_d7_ff, Color::LightCyan),
        Ink(0xff_e6_00, Color::LightYellow),
        Ink(0xff_af_ff, Color::LightMagenta),
        Ink(0x5f_ff_5f, Color::LightGreen),
        Ink(0xff_8f_8f, Color::LightRed),
        Ink(0xff_ff_ff, Color::White),
    ],
    band: Ink(0x87_d7_ff, Color::LightCyan),
    inner_band: Ink(0xff_ff_ff, Color::White),
    reference: Ink(0xff_af_ff, Color::LightMagenta),
    no_ai: Ink(0xff_e6_00, Color::LightYellow),
};
