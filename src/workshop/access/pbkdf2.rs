//! PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2; RFC 2104), for hashes of codes.

use sha2::{Digest, Sha256};

/// Bytes that SHA-256 takes at a time.
const BLOCK: usize = 64;

/// The first 32 bytes that follow from a secret and a salt after so many rounds (at least 1).
#[must_use]
pub fn pbkdf2(secret: &[u8], salt: &[u8], rounds: u32) -> [u8; 32] {
    let hmac = Hmac::new(secret);
    let mut last = hmac.of(&[salt, &1u32.to_be_bytes()]);
    let mut sum = last;
    for _ in 1..rounds {
        last = hmac.of(&[&last]);
        sum.iter_mut().zip(last).for_each(|(all, one)| *all ^= one);
    }
    sum
}

/// HMAC-SHA-256 with one key.
struct Hmac {
    inner: Sha256,
    outer: Sha256,
}

impl Hmac {
    fn new(key: &[u8]) -> Self {
        let short: Vec<u8> = if key.len() > BLOCK {
            Sha256::digest(key).to_vec()
        } else {
            key.to_vec()
        };
        let padded = |with: u8| {
            let mut block = [with; BLOCK];
            block.iter_mut().zip(&short).for_each(|(b, k)| *b ^= k);
            Sha256::new_with_prefix(block)
        };
        Self {
            inner: padded(0x36),
            outer: padded(0x5c),
        }
    }

    fn of(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut inner = self.inner.clone();
        parts.iter().for_each(|part| inner.update(part));
        let mut outer = self.outer.clone();
        outer.update(inner.finalize());
        outer.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::record::hexadecimal;

    #[test]
    fn it_is_what_the_standard_says() {
        // RFC 7914, section 11: the first 32 of 64 bytes.
        assert_eq!(
            hexadecimal(&pbkdf2(b"passwd", b"salt", 1)),
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        );
        assert_eq!(
            hexadecimal(&pbkdf2(b"Password", b"NaCl", 80_000)),
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
        );
    }
}
