//! Where in a scenario something is: a path of fields, keys and indices.

use std::fmt;

/// One step down into a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A named field.
    Field(String),
    /// A key of a map.
    Key(String),
    /// A position in a list, from 0.
    Index(usize),
}

/// A path from the top of a scenario to a value, such as
/// `tree.nodes.power.branches[1].probability`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    steps: Vec<Step>,
    at_name: bool,
}

impl Place {
    /// The whole scenario.
    #[must_use]
    pub fn top() -> Self {
        Self::default()
    }

    /// The place that these steps lead to.
    #[must_use]
    pub fn of(steps: Vec<Step>) -> Self {
        Self {
            steps,
            at_name: false,
        }
    }

    /// The field of this name, one step further.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        self.with(Step::Field(name.to_owned()))
    }

    /// The entry of this key, one step further.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    /// The item at this position, one step further.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    /// The same place, but meaning the name or key that leads there rather than the value.
    #[must_use]
    pub fn name(mut self) -> Self {
        self.at_name = true;
        self
    }

    /// True if the name or key is meant rather than the value.
    #[must_use]
    pub fn is_name(&self) -> bool {
        self.at_name
    }

    /// The steps from the top.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self::of(steps)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.steps.iter().enumerate() {
            match step {
                Step::Index(index) => write!(out, "[{index}]")?,
                Step::Field(name) | Step::Key(name) => {
                    if number > 0 {
                        out.write_str(".")?;
                    }
                    write_name(out, name)?;
                }
            }
        }
        Ok(())
    }
}

/// Writes a name plainly if it cannot be mistaken for several steps, else in quotes.
fn write_name(out: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    if !name.is_empty() && name.chars().all(plain) {
        out.write_str(name)
    } else {
        write!(out, "{name:?}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_as_a_path() {
        let place = Place::top().field("tree").field("nodes").key("power");
        let place = place.field("branches").index(1).field("probability");
        assert_eq!(
            place.to_string(),
            "tree.nodes.power.branches[1].probability"
        );
    }

    #[test]
    fn a_key_with_dots_is_quoted() {
        let place = Place::top().field("assumptions").key("a.b");
        assert_eq!(place.to_string(), "assumptions.\"a.b\"");
    }
}
