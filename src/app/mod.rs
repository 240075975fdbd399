//! What the workbench knows and how it changes: state, `update`, keys, undo, focus.
//!
//! Pure: takes messages, returns effects; never does input or output, never draws.
