//! Cases that specialists know: textbooks, closed forms and other tools.

mod sensitivity;
