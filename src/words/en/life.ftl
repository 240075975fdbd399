# Files, journals, locks, the terminal.

term-no-output = The workbench needs a terminal to draw on, and the output goes elsewhere. Start it without > or |, or use foretree run FILE to print results.
term-no-input = The workbench needs a terminal to read keys from, and the input comes from elsewhere. Start it without < or |.
term-no-shell = Ctrl-Z would stop the program for good: no shell is there to bring it back.
term-system = The terminal cannot be used: { $reason }
term-panic = This is a fault of foretree, not of your work. What you changed was kept; the next start offers it back. Please report the lines above.
term-worker = A part of foretree failed ({ $place }: { $reason }). Your work is kept; save it, and please report this line.
copy-too-long = { $bytes } bytes are more than terminals take over. Write them to a file instead.
