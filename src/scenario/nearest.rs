//! "Did you mean …?": the valid name nearest to one that is not.

/// The candidate nearest to `name`, or none if all are far. Upper and lower case count as equal.
pub(crate) fn nearest<'c, I>(name: &str, candidates: I) -> Option<&'c str>
where
    I: IntoIterator<Item = &'c str>,
{
    let lower = name.to_lowercase();
    let allowed = (lower.chars().count() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .map(|candidate| (distance(&lower, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(lower: &str, candidate: &str) -> usize {
    strsim::damerau_levenshtein(lower, &candidate.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_forgiven() {
        let known = ["price_decline", "power_rate", "policy_rate"];
        assert_eq!(nearest("pwoer_rate", known), Some("power_rate"));
        assert_eq!(nearest("mwi", ["MWI", "MLI"]), Some("MWI"));
        assert_eq!(nearest("zebra", known), None);
    }
}
