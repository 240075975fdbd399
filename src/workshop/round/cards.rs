//! Answers on paper cards, from a CSV file.
//!
//! The first line names the columns, in any order: `card` (its number, so that stages can be
//! compared; may be missing), `reason`, and
//! - for a probability `percent` (0 to 100) or `p` (0 to 1), optionally with `low` and `high` in the same measure;
//! - for a quantity `low`, `high`, `best` and `confidence` (50 to 99, or 0.5 to 0.99; 80 if missing);
//! - for ranks `impact_1`, `uncertainty_1`, `impact_2` and so on, in the order of the items.

use std::collections::HashSet;

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::workshop::texts::{MOST_REMARK, plain_line};
use crate::workshop::{Answer, AnswerFault, Card, Question, Ranked};

/// More cards in one file are none that were written by hand.
const MOST_CARDS: usize = 1000;

/// How sure somebody is who did not say it.
const USUAL_CONFIDENCE: f64 = 0.8;

/// Why a file of cards cannot be taken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CardFault {
    /// It is no CSV.
    #[error("line {line}: no CSV")]
    NoCsv {
        /// Number of the line, from 1.
        line: u64,
    },
    /// A column is missing.
    #[error("no column {0}")]
    NoColumn(String),
    /// It holds no cards.
    #[error("no cards")]
    Empty,
    /// More than a thousand.
    #[error("too many cards")]
    TooMany,
    /// A field is no number.
    #[error("line {line}: {column} is no number: {found}")]
    NoNumber {
        /// Number of the line, from 1.
        line: u64,
        /// Name of the column.
        column: String,
        /// What stands there.
        found: String,
    },
    /// Two cards have the same number.
    #[error("line {line}: card {card} comes twice")]
    Twice {
        /// Number of the line, from 1.
        line: u64,
        /// Number of the card.
        card: u32,
    },
    /// The answer is none to the question.
    #[error("line {line}: {fault}")]
    Answer {
        /// Number of the line, from 1.
        line: u64,
        /// What is wrong with it.
        fault: AnswerFault,
    },
}

/// Reads cards with answers to a question.
///
/// # Errors
/// The first thing that is wrong: either all cards are read or none.
pub fn read_cards(question: &Question, text: &str) -> Result<Vec<Card>, CardFault> {
    let mut reader = ReaderBuilder::new()
        .trim(Trim::All)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names: Vec<String> = match reader.headers() {
        Ok(names) => names.iter().map(str::to_lowercase).collect(),
        Err(_) => return Err(CardFault::NoCsv { line: 1 }),
    };
    let mut cards = Vec::new();
    let mut seen = HashSet::new();
    for record in reader.records() {
        let record = record.map_err(|error| CardFault::NoCsv {
            line: error.position().map_or(1, csv::Position::line),
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        let fields = Fields {
            names: &names,
            record: &record,
            line,
        };
        let card = fields.card(question)?;
        if let Some(number) = card.number.filter(|number| !seen.insert(*number)) {
            return Err(CardFault::Twice { line, card: number });
        }
        cards.push(card);
        if cards.len() > MOST_CARDS {
            return Err(CardFault::TooMany);
        }
    }
    if cards.is_empty() {
        return Err(CardFault::Empty);
    }
    Ok(cards)
}

/// The fields of one line by the names of their columns.
struct Fields<'a> {
    names: &'a [String],
    record: &'a StringRecord,
    line: u64,
}

impl Fields<'_> {
    fn card(&self, question: &Question) -> Result<Card, CardFault> {
        let answer = self.answer(question)?;
        answer.check(question).map_err(|fault| CardFault::Answer {
            line: self.line,
            fault,
        })?;
        let number = match self.text("card") {
            Some(text) => Some(text.parse().map_err(|_| self.no_number("card", text))?),
            None => None,
        };
        Ok(Card {
            number,
            answer,
            reason: plain_line(self.text("reason").unwrap_or_default(), MOST_REMARK),
        })
    }

    fn answer(&self, question: &Question) -> Result<Answer, CardFault> {
        match question {
            Question::Probability { .. } => self.probability(),
            Question::Rank { items } => self.ranks(items.len()),
            _ => Ok(Answer::Quantity {
                low: self.needed("low")?,
                high: self.needed("high")?,
                best: self.needed("best")?,
                confidence: self.confidence()?,
            }),
        }
    }

    fn probability(&self) -> Result<Answer, CardFault> {
        let (column, part) = if self.names.iter().any(|name| name == "percent") {
            ("percent", 0.01)
        } else {
            ("p", 1.0)
        };
        Ok(Answer::Probability {
            p: self.needed(column)? * part,
            low: self.number("low")?.map(|low| low * part),
            high: self.number("high")?.map(|high| high * part),
        })
    }

    fn confidence(&self) -> Result<f64, CardFault> {
        let said = self.number("confidence")?.unwrap_or(USUAL_CONFIDENCE);
        Ok(if said > 1.0 { said / 100.0 } else { said })
    }

    fn ranks(&self, items: usize) -> Result<Answer, CardFault> {
        let one = |item: usize| {
            Ok(Ranked {
                impact: self.rank(&format!("impact_{item}"))?,
                uncertainty: self.rank(&format!("uncertainty_{item}"))?,
            })
        };
        (1..=items)
            .map(one)
            .collect::<Result<_, _>>()
            .map(Answer::Rank)
    }

    fn rank(&self, column: &str) -> Result<u8, CardFault> {
        let text = self.text(column).unwrap_or("0");
        text.parse().map_err(|_| self.no_number(column, text))
    }

    fn needed(&self, column: &str) -> Result<f64, CardFault> {
        if !self.names.iter().any(|name| name == column) {
            return Err(CardFault::NoColumn(column.to_owned()));
        }
        self.number(column)?
            .ok_or_else(|| self.no_number(column, ""))
    }

    fn number(&self, column: &str) -> Result<Option<f64>, CardFault> {
        let Some(text) = self.text(column) else {
            return Ok(None);
        };
        // People write 35 % and, in much of the world, 0,35.
        let plain = text.trim_end_matches('%').trim_end();
        let plain = if plain.contains('.') {
            plain.to_owned()
        } else {
            plain.replace(',', ".")
        };
        let number = plain
            .parse::<f64>()
            .ok()
            .filter(|number| number.is_finite());
        number.map(Some).ok_or_else(|| self.no_number(column, text))
    }

    fn text(&self, column: &str) -> Option<&str> {
        let place = self.names.iter().position(|name| name == column)?;
        self.record.get(place).filter(|text| !text.is_empty())
    }

    fn no_number(&self, column: &str, found: &str) -> CardFault {
        CardFault::NoNumber {
            line: self.line,
            column: column.to_owned(),
            found: plain_line(found, 40),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn likely() -> Question {
        Question::Probability {
            of: "operators pass the cut on".to_owned(),
            target: None,
        }
    }

    fn many() -> Question {
        Question::Quantity {
            of: "masts".to_owned(),
            unit: "masts".to_owned(),
            limits: Some((0.0, 100.0)),
            target: None,
        }
    }

    #[test]
    fn cards_are_read_as_people_write_them() {
        let text =
            "\u{feff}Card,Percent,Reason\n12,35 %,\"Half, of it, was kept.\"\n13,\"40,5\",\n";
        let cards = read_cards(&likely(), text).unwrap();
        assert_eq!(cards[0].number, Some(12));
        assert_eq!(cards[0].reason, "Half, of it, was kept.");
        assert!(
            matches!(cards[0].answer, Answer::Probability { p, .. } if (p - 0.35).abs() < 1e-12)
        );
        assert!(
            matches!(cards[1].answer, Answer::Probability { p, .. } if (p - 0.405).abs() < 1e-12)
        );
        let cards = read_cards(
            &many(),
            "low,high,best,confidence\n10,30,20,70\n10,30,20,\n",
        )
        .unwrap();
        let sure = |card: &Card| match card.answer {
            Answer::Quantity { confidence, .. } => confidence,
            _ => 0.0,
        };
        assert_eq!((sure(&cards[0]), sure(&cards[1])), (0.7, 0.8));
        let items = vec!["Power".to_owned(), "Prices".to_owned()];
        let ranks = read_cards(
            &Question::Rank { items },
            "impact_1,uncertainty_1,impact_2,uncertainty_2\n5,4,,2\n",
        );
        let Answer::Rank(ranks) = &ranks.unwrap()[0].answer else {
            panic!()
        };
        assert_eq!(
            (ranks[0].impact, ranks[1].impact, ranks[1].uncertainty),
            (5, 0, 2)
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_nothing_is_taken() {
        let fault = |text: &str| read_cards(&many(), text).unwrap_err();
        assert_eq!(fault(""), CardFault::Empty);
        assert_eq!(
            fault("low,high\n1,2\n"),
            CardFault::NoColumn("best".to_owned())
        );
        assert!(matches!(
            fault("low,high,best\n1,3,2\n1,x,2\n"),
            CardFault::NoNumber { line: 3, .. }
        ));
        assert!(matches!(
            fault("low,high,best\n3,1,2\n"),
            CardFault::Answer {
                line: 2,
                fault: AnswerFault::Order
            }
        ));
        assert_eq!(
            fault("card,low,high,best\n7,1,3,2\n7,1,3,2\n"),
            CardFault::Twice { line: 3, card: 7 }
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_cards_fail(text in any::<String>()) {
            let _ = read_cards(&likely(), &text);
            let _ = read_cards(&many(), &format!("low,high,best\n{text}"));
        }
    }
}
