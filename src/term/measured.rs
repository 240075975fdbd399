//! Counting what is written to a terminal.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How many bytes went through a [`Measured`] writer so far.
#[derive(Clone, Debug, Default)]
pub struct Written(Arc<AtomicU64>);

impl Written {
    /// Bytes so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A writer that counts its bytes.
#[derive(Debug)]
pub struct Measured<W> {
    inner: W,
    written: Written,
}

impl<W> Measured<W> {
    /// Counts what goes to `inner`.
    pub fn new(inner: W) -> Self {
        let written = Written::default();
        Self { inner, written }
    }

    /// The count, which goes on counting.
    pub fn written(&self) -> Written {
        self.written.clone()
    }
}

impl<W: Write> Write for Measured<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.written.0.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bytes_that_were_taken_count() {
        let mut room = [0; 4];
        let mut measured = Measured::new(&mut room[..]);
        let written = measured.written();
        assert_eq!(measured.write(b"abcdef").ok(), Some(4));
        assert_eq!(written.bytes(), 4);
    }
}
