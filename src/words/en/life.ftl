# Files, journals, locks, the terminal.

term-no-output = The workbench needs a terminal to draw on, and the output goes elsewhere. Start it without > or |, or use foretree run FILE to print results.
term-no-input = The workbench needs a terminal to read keys from, and the input comes from elsewhere. Start it without < or |.
term-no-shell = Ctrl-Z would stop the program for good: no shell is there to bring it back.
term-system = The terminal cannot be used: { $reason }
term-panic = This is a fault of foretree, not of your work. What you changed was kept; the next start offers it back. Please report the lines above.
term-worker = A part of foretree failed ({ $place }: { $reason }). Your work is kept; save it, and please report this line.
copy-too-long = { $bytes } bytes are more than terminals take over. Write them to a file instead.

life-no-home = There is no home folder to keep scenarios in. Set FORETREE_HOME to a folder.
life-no-name = A name needs a letter or a digit.
life-exists = { $file } exists and is left as it is.
life-open = { $file } is open in { $who }.
life-holder = another foretree (process { $process } on { $host }, since { $since })
life-somebody = another foretree
life-changed = { $file } was changed by somebody else since it was opened. Save under another name, or open it again.
life-system = { $file }: { $reason }
settings-kept = The settings could not be read ({ $reason }) and start anew; the old ones are in { $file }.
settings-unread = The settings could not be read ({ $reason }); the usual ones are used.

clerk-copied = Copied to { $path }
clerk-renamed = Renamed: { $path }
clerk-trashed = Moved to the trash. z takes it back.
clerk-trash-empty = The trash is empty.
clerk-restored = Taken back: { $path }
clerk-set-aside = Put aside; the last twenty of such states are kept in the data folder.
clerk-no-example = No example is called { $name }.
clerk-no-journal = That work is gone: another program has taken it up, or it was saved.
clerk-not-kept = Unsaved work could not be kept: { $reason }
clerk-written = Written to { $path }
copy-refused = The clipboard refused: { $reason } Use “write-text” from the commands.
