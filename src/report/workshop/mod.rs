//! What leaves the program about a workshop: whether its record holds, its course, its summary.

mod course;
mod summary;
mod verify;

pub use course::{Course, course_text};
pub use summary::summary;
pub use verify::{FileCheck, HeadCheck, Verified, verify, verify_text};
