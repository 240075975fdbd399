//! Keys of the Library.

use super::actions;

actions! {
    /// What can be done on the Library.
    LibraryAction {
        /// One line up.
        Up "library-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "library-down" ["<Down>", "j"] 0,
        /// A page up.
        PageUp "library-page-up" ["<PageUp>"] 0,
        /// A page down.
        PageDown "library-page-down" ["<PageDown>"] 0,
        /// Open what is marked.
        Open "open" ["<Enter>"] 1,
        /// Create a scenario for a country or group.
        Create "create" ["c"] 2,
        /// Find a line.
        Find "find" ["/"] 3,
        /// Mark for opening several.
        Mark "mark" ["<Space>"] 4,
        /// Open a file that lies elsewhere.
        OpenPath "open-path" ["o"] 5,
        /// Copy a scenario.
        Duplicate "duplicate" ["y"] 6,
        /// Give a scenario another title.
        Rename "rename" ["r"] 7,
        /// Move a file to the trash, or forget unfinished work.
        Delete "delete" ["x", "<Delete>"] 8,
        /// Take the file that was deleted last out of the trash.
        Restore "restore" ["z"] 0,
        /// Open to read only.
        View "view" ["v"] 0,
        /// Read the folder again.
        Refresh "refresh" ["<F5>"] 0,
    }
}
