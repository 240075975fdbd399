//! The sheet of the Frame: which lines it has, what each says and where its text is kept.

use crate::app::tree::lines::layer;
use crate::live::{CohortMeasure, Subject};
use crate::scenario::edit::{Text, Texts};
use crate::scenario::{Dissent, Driver, Prediction, Scenario, Signpost};
use crate::tell;
use crate::words::numbers::{Range, Scale};

/// A part of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each name says what it is")]
pub enum Section {
    Title,
    Question,
    Decider,
    DecideBy,
    ForWhom,
    RedLines,
    Success,
    Present,
    Missing,
    Date,
    Drivers,
    Parked,
    Signposts,
    Dissent,
    ReviewBy,
    Notes,
    Guesses,
    Blind,
}

/// What a line of a section shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The one text of the section.
    Whole,
    /// An item of its list.
    Item(usize),
    /// Nothing yet.
    Empty,
}

/// One line of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// Where it stands.
    pub section: Section,
    /// What it shows.
    pub part: Part,
}

impl Section {
    /// All sections from top to bottom.
    pub const ALL: [Section; 18] = [
        Section::Title,
        Section::Question,
        Section::Decider,
        Section::DecideBy,
        Section::ForWhom,
        Section::RedLines,
        Section::Success,
        Section::Present,
        Section::Missing,
        Section::Date,
        Section::Drivers,
        Section::Parked,
        Section::Signposts,
        Section::Dissent,
        Section::ReviewBy,
        Section::Notes,
        Section::Guesses,
        Section::Blind,
    ];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Section::Title => tell!("frame-title"),
            Section::Question => tell!("frame-question"),
            Section::Decider => tell!("frame-decider"),
            Section::DecideBy => tell!("frame-decide-by"),
            Section::ForWhom => tell!("frame-for-whom"),
            Section::RedLines => tell!("frame-red-lines"),
            Section::Success => tell!("frame-success"),
            Section::Present => tell!("frame-present"),
            Section::Missing => tell!("frame-missing"),
            Section::Date => tell!("frame-date"),
            Section::Drivers => tell!("frame-drivers"),
            Section::Parked => tell!("frame-parked"),
            Section::Signposts => tell!("frame-signposts"),
            Section::Dissent => tell!("frame-dissent"),
            Section::ReviewBy => tell!("frame-review-by"),
            Section::Notes => tell!("frame-notes"),
            Section::Guesses => tell!("frame-guesses"),
            Section::Blind => tell!("frame-blind"),
        }
    }

    /// The question that stands there while it is empty.
    #[must_use]
    pub fn prompt(self) -> String {
        match self {
            Section::Title => tell!("frame-title-prompt"),
            Section::Question => tell!("frame-question-prompt"),
            Section::Decider => tell!("frame-decider-prompt"),
            Section::DecideBy => tell!("frame-decide-by-prompt"),
            Section::ForWhom => tell!("frame-for-whom-prompt"),
            Section::RedLines => tell!("frame-red-lines-prompt"),
            Section::Success => tell!("frame-success-prompt"),
            Section::Present => tell!("frame-present-prompt"),
            Section::Missing => tell!("frame-missing-prompt"),
            Section::Date => tell!("frame-date-prompt"),
            Section::Drivers => tell!("frame-drivers-prompt"),
            Section::Parked => tell!("frame-parked-prompt"),
            Section::Signposts => tell!("frame-signposts-prompt"),
            Section::Dissent => tell!("frame-dissent-prompt"),
            Section::ReviewBy => tell!("frame-review-by-prompt"),
            Section::Notes => tell!("frame-notes-prompt"),
            Section::Guesses => tell!("frame-guesses-prompt"),
            Section::Blind => tell!("frame-blind-prompt"),
        }
    }

    /// The text behind it, if it is one text.
    #[must_use]
    pub fn text(self) -> Option<Text> {
        Some(match self {
            Section::Title => Text::Title,
            Section::Question => Text::Question,
            Section::Decider => Text::Decider,
            Section::DecideBy => Text::DecideBy,
            Section::ForWhom => Text::ForWhom,
            Section::Success => Text::Success,
            Section::Date => Text::RoomDate,
            Section::ReviewBy => Text::ReviewBy,
            Section::Notes => Text::Notes,
            _ => return None,
        })
    }

    /// The list of texts behind it, if it is one.
    #[must_use]
    pub fn texts(self) -> Option<Texts> {
        Some(match self {
            Section::RedLines => Texts::RedLines,
            Section::Present => Texts::Present,
            Section::Missing => Texts::Missing,
            Section::Parked => Texts::Parked,
            _ => return None,
        })
    }

    /// Does it list records that have several fields?
    #[must_use]
    pub fn has_records(self) -> bool {
        matches!(
            self,
            Section::Drivers | Section::Signposts | Section::Dissent
        )
    }

    fn value(self, scenario: &Scenario) -> &str {
        let frame = &scenario.frame;
        match self {
            Section::Title => &scenario.title,
            Section::Question => &scenario.question,
            Section::Decider => &frame.decider,
            Section::DecideBy => &frame.decide_by,
            Section::ForWhom => &frame.for_whom,
            Section::Success => &frame.success,
            Section::Date => &scenario.room.date,
            Section::ReviewBy => &scenario.review_by,
            Section::Notes => &scenario.notes,
            _ => "",
        }
    }

    fn list(self, scenario: &Scenario) -> &[String] {
        match self {
            Section::RedLines => &scenario.frame.red_lines,
            Section::Present => &scenario.room.present,
            Section::Missing => &scenario.room.missing,
            Section::Parked => &scenario.parked,
            _ => &[],
        }
    }

    /// Items in its list.
    fn count(self, scenario: &Scenario) -> usize {
        match self {
            Section::Drivers => scenario.frame.drivers.len(),
            Section::Signposts => scenario.signposts.len(),
            Section::Dissent => scenario.dissent.len(),
            Section::Guesses => scenario.predictions.len(),
            Section::Blind if scenario.blind.locked.is_empty() => 0,
            Section::Blind => 1 + scenario.blind.changed_after.len(),
            other => other.list(scenario).len(),
        }
    }
}

impl SheetLine {
    /// The place of the driver of change that it shows.
    #[must_use]
    pub fn driver(&self) -> Option<usize> {
        match (self.section, self.part) {
            (Section::Drivers, Part::Item(place)) => Some(place),
            _ => None,
        }
    }

    /// What it says; a question where nothing has been written yet.
    #[must_use]
    pub fn text(&self, scenario: &Scenario) -> String {
        let told = match (self.section, self.part) {
            (_, Part::Empty) => None,
            (section, Part::Whole) => Some(section.value(scenario).to_owned()),
            (Section::Drivers, Part::Item(at)) => scenario.frame.drivers.get(at).map(driver),
            (Section::Signposts, Part::Item(at)) => scenario.signposts.get(at).map(signpost),
            (Section::Dissent, Part::Item(at)) => scenario.dissent.get(at).map(dissent),
            (Section::Guesses, Part::Item(at)) => scenario.predictions.get(at).map(guess),
            (Section::Blind, Part::Item(at)) => blind(scenario, at),
            (section, Part::Item(at)) => section.list(scenario).get(at).cloned(),
        };
        told.unwrap_or_else(|| self.section.prompt())
    }
}

/// The whole sheet.
#[must_use]
pub fn lines(scenario: &Scenario) -> Vec<SheetLine> {
    let mut lines = Vec::new();
    for section in Section::ALL {
        let count = section.count(scenario);
        let part = match section.text() {
            Some(_) if !section.value(scenario).is_empty() => Part::Whole,
            _ => Part::Empty,
        };
        match count {
            0 => lines.push(SheetLine { section, part }),
            _ => lines.extend((0..count).map(|at| SheetLine {
                section,
                part: Part::Item(at),
            })),
        }
    }
    lines
}

/// The letter that stands for a driver on the grid.
#[must_use]
pub fn letter(place: usize) -> String {
    let of = |n: usize| u8::try_from(n).map_or('?', |n| char::from(b'A' + n));
    match place {
        0..26 => of(place).to_string(),
        _ => format!("{}{}", of((place / 26 - 1) % 26), of(place % 26)),
    }
}

fn driver(driver: &Driver) -> String {
    let mut parts = vec![driver.title.clone()];
    parts.extend(driver.layer.map(layer));
    parts.extend(Some(driver.note.clone()).filter(|note| !note.is_empty()));
    let told = parts.join(" · ");
    match driver.score() {
        0 => tell!("frame-driver-unranked", driver = told),
        _ => tell!(
            "frame-driver",
            driver = told,
            impact = u32::from(driver.impact),
            uncertainty = u32::from(driver.uncertainty)
        ),
    }
}

fn signpost(signpost: &Signpost) -> String {
    let mut told = signpost.watch.clone();
    let mut add = |text: String, value: &str| {
        if !value.is_empty() {
            told.push_str(&text);
        }
    };
    let said = &signpost.threshold;
    add(tell!("frame-signpost-threshold", value = said), said);
    let said = &signpost.source;
    add(tell!("frame-signpost-source", value = said), said);
    let said = &signpost.who;
    add(tell!("frame-signpost-who", value = said), said);
    let said = &signpost.then;
    add(tell!("frame-signpost-then", value = said), said);
    told
}

fn dissent(dissent: &Dissent) -> String {
    match dissent.on.as_str() {
        "" => dissent.view.clone(),
        on => tell!("frame-dissent-on", on = on, view = &dissent.view),
    }
}

/// A guess as it was typed; being online is kept, being offline is what people guess.
fn guess(guess: &Prediction) -> String {
    let usage = CohortMeasure::Offline.series_key();
    let (subject, low, high) = if guess.cohort.is_empty() {
        let subject = Subject::Indicator(guess.indicator.clone());
        (subject, guess.low, guess.high)
    } else if guess.indicator == usage {
        let subject = Subject::Cohort(CohortMeasure::Offline, guess.cohort.clone());
        (subject, 1.0 - guess.high, 1.0 - guess.low)
    } else {
        let of = |m: &CohortMeasure| m.series_key() == guess.indicator;
        match CohortMeasure::ALL.into_iter().find(of) {
            Some(measure) => {
                let subject = Subject::Cohort(measure, guess.cohort.clone());
                (subject, guess.low, guess.high)
            }
            None => {
                let subject = Subject::Indicator(guess.indicator.clone());
                (subject, guess.low, guess.high)
            }
        }
    };
    let ends = [Range::certain(low), Range::certain(high)];
    let scale = Scale::of(&subject.unit(), &ends);
    let mut told = tell!(
        "frame-guess",
        what = subject.label(),
        year = guess.year.to_string(),
        low = scale.number(Some(low)),
        high = scale.number(Some(high)),
        unit = scale.unit_words()
    );
    for by in [&guess.who, &guess.date] {
        if !by.is_empty() {
            told.push_str(&tell!("frame-guess-by", by = by));
        }
    }
    told
}

/// When the probabilities were locked, then what was changed afterwards.
fn blind(scenario: &Scenario, at: usize) -> Option<String> {
    let blind = &scenario.blind;
    match at.checked_sub(1) {
        None => Some(tell!("frame-blind-locked", date = &blind.locked)),
        Some(at) => {
            let what = blind.changed_after.get(at)?;
            Some(tell!("frame-blind-changed", what = what))
        }
    }
}
