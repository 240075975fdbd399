//! The two kinds of nodes and what leads on from them.

use super::{Certainty, Effect, Layer, Quantity, probability};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, EnumAccess, MapAccess, VariantAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// Something that happens or something that is decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nobody in the room decides it.
    Chance(Chance),
    /// Somebody decides it.
    Decision(Decision),
}

/// A node that nobody in the room decides.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chance {
    /// The question that it answers.
    pub title: String,
    /// Layer of digital readiness.
    pub layer: Layer,
    /// Cluster of knowledge.
    pub certainty: Certainty,
    /// When it is settled.
    pub year: i32,
    /// On whom it depends.
    #[serde(default)]
    pub actor: String,
    /// Why these branches and probabilities.
    #[serde(default)]
    pub rationale: String,
    /// Where it was read.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What may happen.
    pub branches: Vec<Branch>,
}

/// A node that somebody decides.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The question to decide.
    pub title: String,
    /// Layer of digital readiness.
    pub layer: Layer,
    /// Cluster of knowledge.
    pub certainty: Certainty,
    /// When it is decided.
    pub year: i32,
    /// Who decides.
    #[serde(default)]
    pub actor: String,
    /// Why these options.
    #[serde(default)]
    pub rationale: String,
    /// Where it was read.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The option that closes the decision; open without it.
    #[serde(default)]
    pub choose: Option<String>,
    /// What may be chosen.
    pub options: Vec<Choice>,
}

/// One outcome of a chance node.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// Identifier within the node.
    pub id: String,
    /// What happens.
    pub title: String,
    /// How likely it is; a bare number in the file is [`Quantity::Fixed`].
    #[serde(deserialize_with = "probability::number_or_quantity")]
    pub probability: Quantity,
    /// How likely it is after certain earlier outcomes.
    #[serde(default)]
    pub given: Vec<Given>,
    /// Measures of the road map that come with it.
    #[serde(default)]
    pub adopts: Vec<String>,
    /// What it does.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Effort in points, 1 to 3.
    #[serde(default)]
    pub effort: Option<u8>,
    /// Million US dollars a year from the node's year to the end.
    #[serde(default)]
    pub cost: Option<Quantity>,
    /// What it costs that no number here counts.
    #[serde(default)]
    pub not_counted: String,
    /// Why.
    #[serde(default)]
    pub rationale: String,
    /// Where it was read.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The next node; none = the end of the path.
    #[serde(default)]
    pub next: Option<String>,
}

/// One option of a decision.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Identifier within the node.
    pub id: String,
    /// What is done.
    pub title: String,
    /// Measures of the road map of the kind that the option supports.
    #[serde(default)]
    pub adopts: Vec<String>,
    /// What it does.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Effort in points, 1 to 3.
    #[serde(default)]
    pub effort: Option<u8>,
    /// Million US dollars a year from the node's year to the end.
    #[serde(default)]
    pub cost: Option<Quantity>,
    /// What it costs that no number here counts.
    #[serde(default)]
    pub not_counted: String,
    /// Why.
    #[serde(default)]
    pub rationale: String,
    /// Where it was read.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The next node; none = the end of the path.
    #[serde(default)]
    pub next: Option<String>,
}

/// A probability that holds after an earlier outcome.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// The earlier node.
    pub node: String,
    /// Its branch or option.
    pub branch: String,
    /// How likely the branch is then.
    #[serde(deserialize_with = "probability::number_or_quantity")]
    pub probability: Quantity,
}

impl<'de> Deserialize<'de> for Node {
    /// Nodes are struct variants in the file, `Chance(title: …)`, and structs of their own here.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_enum("Node", &["Chance", "Decision"], NodeVisitor)
    }
}

#[derive(Deserialize)]
enum NodeName {
    Chance,
    Decision,
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("`Chance(…)` or `Decision(…)`")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Node, A::Error> {
        let (name, variant) = data.variant::<NodeName>()?;
        match name {
            NodeName::Chance => variant
                .struct_variant(&[], Body(PhantomData))
                .map(Node::Chance),
            NodeName::Decision => variant
                .struct_variant(&[], Body(PhantomData))
                .map(Node::Decision),
        }
    }
}

/// Reads the fields of a struct variant into a struct.
struct Body<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Body<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("named fields in brackets")
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(fields))
    }
}
