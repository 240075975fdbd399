//! Reading embedded structured texts.

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use crate::seeds::SeedError;

/// Every entry of a file that holds one list.
pub(crate) fn list_of<T: DeserializeOwned>(
    file: &'static str,
    text: &str,
) -> Result<Vec<T>, SeedError> {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(text)
        .map_err(|source| SeedError::Text {
            file,
            source: Box::new(source),
        })
}
