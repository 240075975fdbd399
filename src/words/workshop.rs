//! Sentences of workshops: refusals, the record, what a room adopted.

use crate::tell;
use crate::words::numbers::two_digits;
use crate::workshop::access::{AccessFault, KeyFault};
use crate::workshop::host::{ActRefusal, HostFault, Refused};
use crate::workshop::record::{Break, RecordFault};
use crate::workshop::round::{AdoptFault, CardFault};
use crate::workshop::{Adopted, AdoptedValue, Answer, AnswerFault, Method, Minority, Role};

/// Why an act is not done.
#[must_use]
pub fn refused(refusal: &ActRefusal) -> String {
    match refusal {
        ActRefusal::Role(Role::Observer) => tell!("workshop-refused-role-observer"),
        ActRefusal::Role(Role::Table) => tell!("workshop-refused-role-table"),
        ActRefusal::Role(Role::Trainer) => tell!("workshop-refused-role-trainer"),
        ActRefusal::Over => tell!("workshop-refused-over"),
        ActRefusal::Empty => tell!("workshop-refused-empty"),
        ActRefusal::TooMany => tell!("workshop-refused-many"),
        ActRefusal::NoRound => tell!("workshop-refused-no-round"),
        ActRefusal::StillOpen => tell!("workshop-refused-open"),
        ActRefusal::TooLate => tell!("workshop-refused-late"),
        ActRefusal::NoPerson => tell!("workshop-refused-person"),
        ActRefusal::Answer(fault) => of_answer(fault),
        ActRefusal::Question => tell!("workshop-refused-question"),
        ActRefusal::Gone => tell!("workshop-refused-gone"),
        ActRefusal::Reveal => tell!("workshop-refused-reveal"),
        ActRefusal::TooLarge => tell!("workshop-refused-large"),
        ActRefusal::NeedsServer => tell!("workshop-refused-server"),
        ActRefusal::Unkept(fault) => of_record(fault),
        ActRefusal::File(reason) => tell!("workshop-refused-file", reason = reason),
    }
}

/// Why somebody is not let in.
#[must_use]
pub fn of_door(refused: &Refused) -> String {
    match refused {
        Refused::Code => tell!("workshop-door-code"),
        Refused::TableCodeNeeded => tell!("workshop-door-table-needed"),
        Refused::TableCode => tell!("workshop-door-table-code"),
        Refused::Name => tell!("workshop-door-name"),
        Refused::TooManyTables => tell!("workshop-door-tables"),
        Refused::Taken => tell!("workshop-door-taken"),
        Refused::Unkept(reason) => tell!("workshop-door-unkept", reason = reason),
    }
}

/// Why a workshop cannot be opened.
#[must_use]
pub fn of_host(fault: &HostFault) -> String {
    match fault {
        HostFault::Record(fault) => of_record(fault),
        HostFault::Access(fault) => of_access(fault),
        HostFault::System(reason) => tell!("workshop-refused-file", reason = reason),
    }
}

/// What is wrong with a record.
#[must_use]
pub fn of_record(fault: &RecordFault) -> String {
    let shown = |path: &std::path::Path| path.display().to_string();
    match fault {
        RecordFault::Missing(path) => tell!("workshop-record-missing", file = shown(path)),
        RecordFault::Exists(path) => tell!("workshop-record-exists", file = shown(path)),
        RecordFault::DiskFull(_) => tell!("workshop-record-full"),
        RecordFault::Broken(path, broken) => {
            tell!(
                "workshop-record-broken",
                file = shown(path),
                how = of_break(broken)
            )
        }
        RecordFault::Shorter(path) => tell!("workshop-record-shorter", file = shown(path)),
        RecordFault::TooLong | RecordFault::Unspeakable => tell!("workshop-record-long"),
        RecordFault::System(path, reason) => {
            tell!(
                "workshop-record-system",
                file = shown(path),
                reason = reason
            )
        }
    }
}

/// Where and how a record first breaks.
#[must_use]
pub fn of_break(broken: &Break) -> String {
    let line = broken.line().to_string();
    match broken {
        Break::NoEntry { .. } => tell!("workshop-break-no-entry", line = line),
        Break::Hash { .. } => tell!("workshop-break-hash", line = line),
        Break::Unreadable { .. } => tell!("workshop-break-unreadable", line = line),
    }
}

/// What is wrong with codes and keys.
#[must_use]
pub fn of_access(fault: &AccessFault) -> String {
    match fault {
        AccessFault::System(reason) => tell!("workshop-access-system", reason = reason),
        AccessFault::Unreadable => tell!("workshop-access-unreadable"),
        AccessFault::NoRandom => tell!("workshop-access-random"),
        AccessFault::Key(KeyFault::Option { line, option }) => {
            tell!("workshop-key-option", line = *line, option = option)
        }
        AccessFault::Key(KeyFault::Role { line, role }) => {
            tell!("workshop-key-role", line = *line, role = role)
        }
        AccessFault::Key(KeyFault::Table { line, name }) => {
            tell!("workshop-key-table", line = *line, name = name)
        }
        AccessFault::Key(KeyFault::NoKey { line }) => tell!("workshop-key-none", line = *line),
    }
}

/// Why an answer cannot be taken.
#[must_use]
pub fn of_answer(fault: &AnswerFault) -> String {
    let number = |value: f64| two_digits(value, value);
    match fault {
        AnswerFault::Kind => tell!("workshop-answer-kind"),
        AnswerFault::NotANumber => tell!("workshop-answer-number"),
        AnswerFault::NotAProbability(value) => {
            tell!("workshop-answer-probability", value = number(*value))
        }
        AnswerFault::Order => tell!("workshop-answer-order"),
        AnswerFault::Outside {
            value,
            least,
            greatest,
        } => tell!(
            "workshop-answer-outside",
            value = number(*value),
            least = number(*least),
            greatest = number(*greatest)
        ),
        AnswerFault::Confidence(_) => tell!("workshop-answer-confidence"),
        AnswerFault::Rank(_) => tell!("workshop-answer-rank"),
        AnswerFault::Items { found, wanted } => {
            tell!("workshop-answer-items", found = *found, wanted = *wanted)
        }
    }
}

/// Why a file of cards cannot be taken.
#[must_use]
pub fn of_cards(fault: &CardFault) -> String {
    match fault {
        CardFault::NoCsv { line } => tell!("workshop-card-csv", line = line.to_string()),
        CardFault::NoColumn(column) => tell!("workshop-card-column", column = column),
        CardFault::Empty => tell!("workshop-card-empty"),
        CardFault::TooMany => tell!("workshop-card-many"),
        CardFault::NoNumber {
            line,
            column,
            found,
        } => tell!(
            "workshop-card-number",
            line = line.to_string(),
            column = column,
            found = found
        ),
        CardFault::Twice { line, card } => {
            tell!(
                "workshop-card-twice",
                line = line.to_string(),
                card = card.to_string()
            )
        }
        CardFault::Answer { line, fault } => {
            tell!(
                "workshop-card-answer",
                line = line.to_string(),
                reason = of_answer(fault)
            )
        }
    }
}

/// Why nothing can be adopted.
#[must_use]
pub fn of_adoption(fault: &AdoptFault) -> String {
    match fault {
        AdoptFault::NoAnswers => tell!("workshop-adopt-answers"),
        AdoptFault::NoPool => tell!("workshop-adopt-pool"),
        AdoptFault::NoTarget => tell!("workshop-adopt-target"),
        AdoptFault::Kind => tell!("workshop-adopt-kind"),
        AdoptFault::NoEffect => tell!("workshop-adopt-effect"),
        AdoptFault::NoQuantity => tell!("workshop-adopt-quantity"),
        AdoptFault::Edit(fault) => super::faults::of_edit(fault),
    }
}

/// How answers were put together.
#[must_use]
pub fn method(method: Method) -> String {
    match method {
        Method::Median => tell!("workshop-method-median"),
        Method::Mean => tell!("workshop-method-mean"),
        Method::QuantileAverage => tell!("workshop-method-quantile_average"),
        Method::Linear => tell!("workshop-method-linear"),
    }
}

/// What was adopted, as the reason that stands beside it in the scenario: who (how many, never
/// names), when, how, and why.
#[must_use]
pub fn adopted_because(adopted: &Adopted, date: &str) -> String {
    let people = tell!("workshop-adopted-people", count = adopted.experts);
    let tables = tell!("workshop-adopted-tables", count = adopted.tables);
    let method = method(adopted.method);
    let judged = match &adopted.value {
        AdoptedValue::Probability(p) => tell!(
            "workshop-adopted-probability",
            value = percent(*p),
            method = method,
            people = people,
            from = percent(adopted.from),
            to = percent(adopted.to),
            tables = tables,
            date = date
        ),
        AdoptedValue::Quantity(quantity) => tell!(
            "workshop-adopted-quantity",
            value = quantity,
            method = method,
            people = people,
            from = amount(adopted.from, &adopted.unit),
            to = amount(adopted.to, &adopted.unit),
            tables = tables,
            date = date
        ),
    };
    if adopted.reasons.is_empty() {
        return judged;
    }
    let reasons = adopted.reasons.join(" · ");
    format!(
        "{judged} {}",
        tell!("workshop-adopted-reasons", reasons = reasons)
    )
}

/// Where what was adopted comes from, for the list of sources.
#[must_use]
pub fn adopted_source(adopted: &Adopted, workshop: &str, date: &str) -> String {
    tell!(
        "workshop-adopted-source",
        title = workshop,
        round = adopted.round.to_string(),
        date = date
    )
}

/// One view that the room did not share.
#[must_use]
pub fn minority(view: &Minority, unit: &str) -> String {
    let reason = match view.reason.as_str() {
        "" => tell!("workshop-view-silent"),
        reason => reason.to_owned(),
    };
    match &view.answer {
        Answer::Probability { p, .. } => {
            tell!(
                "workshop-view-probability",
                value = percent(*p),
                reason = reason
            )
        }
        Answer::Quantity {
            low, high, best, ..
        } => {
            let largest = high.abs().max(low.abs());
            tell!(
                "workshop-view-quantity",
                best = two_digits(*best, largest),
                low = two_digits(*low, largest),
                high = two_digits(*high, largest),
                unit = unit,
                reason = reason
            )
        }
        Answer::Rank(_) => reason,
    }
}

/// A probability in percent.
#[must_use]
pub fn percent(p: f64) -> String {
    format!("{} %", two_digits(p * 100.0, p * 100.0))
}

fn amount(value: f64, unit: &str) -> String {
    format!("{} {unit}", two_digits(value, value))
        .trim_end()
        .to_owned()
}
