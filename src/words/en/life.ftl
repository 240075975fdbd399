# Files, journals, locks, the terminal.
