//! Which way an outcome of the tree moves the model, as far as its file and the catalogue say.
//!
//! Knows directions only: how far a path moves an outcome is for a run to find out.

use super::{Effect, EffectFacts, Helps, Op, Outcome, Vocabulary};

/// Which way a path is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Up.
    Up,
    /// Down.
    Down,
    /// Either, or it depends on where the path stands.
    Unclear,
}

/// Whether that is good for people, as far as the vocabulary knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pull {
    /// The whole range of the effect is on the good side.
    Helps,
    /// The whole range is on the bad side.
    Harms,
    /// It may be either.
    Unclear,
}

/// A path that an outcome moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved<'a> {
    /// Id of an effect of the catalogue; none for an effect that the scenario itself writes.
    pub pulled: Option<&'a str>,
    /// The effect itself where the scenario writes it.
    pub own: Option<&'a Effect>,
    /// What it moves.
    pub path: &'a str,
    /// How.
    pub op: Op,
    /// From where to where its magnitude lies.
    pub range: (f64, f64),
    /// The middle of its magnitude.
    pub median: f64,
}

impl Moved<'_> {
    /// The way that its whole range goes.
    #[must_use]
    pub fn surely(&self) -> Way {
        way(self.op, self.range)
    }

    /// The way that its median goes.
    #[must_use]
    pub fn likely(&self) -> Way {
        way(self.op, (self.median, self.median))
    }

    /// Whether its whole range helps people or harms them.
    #[must_use]
    pub fn pull(&self, vocabulary: &Vocabulary) -> Pull {
        let helps = vocabulary.paths.get(self.path).map(|facts| facts.helps);
        match (helps, self.surely()) {
            (Some(Helps::Up), Way::Up) | (Some(Helps::Down), Way::Down) => Pull::Helps,
            (Some(Helps::Up), Way::Down) | (Some(Helps::Down), Way::Up) => Pull::Harms,
            _ => Pull::Unclear,
        }
    }
}

fn way(op: Op, (low, high): (f64, f64)) -> Way {
    let still = match op {
        Op::Set => return Way::Unclear,
        Op::Multiply => 1.0,
        Op::Add => 0.0,
    };
    if low >= still {
        Way::Up
    } else if high <= still {
        Way::Down
    } else {
        Way::Unclear
    }
}

/// What an outcome moves, by its own effects and by those of its measures.
#[must_use]
pub fn moved<'a>(vocabulary: &'a Vocabulary, outcome: &Outcome<'a>) -> Vec<Moved<'a>> {
    let own = |effect: &'a Effect| Moved {
        pulled: None,
        own: Some(effect),
        path: &effect.path,
        op: effect.op,
        range: effect.magnitude.central(),
        median: effect.magnitude.median(),
    };
    let pulled = |effect: &'a EffectFacts| {
        let (p5, median, p95) = effect.points;
        Moved {
            pulled: Some(&effect.id),
            own: None,
            path: &effect.path,
            op: effect.op,
            range: (p5, p95),
            median,
        }
    };
    let adopted = vocabulary.effects.iter().filter(|effect| {
        let mut measures = effect.measures.iter();
        measures.any(|measure| outcome.adopts.contains(measure))
    });
    let own = outcome.effects.iter().map(own);
    own.chain(adopted.map(pulled)).collect()
}
