//! Drawing: one file per screen. Reads the state of the app, changes nothing.
