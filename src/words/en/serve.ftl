# The server of a workshop: foretree serve.

serve-not-built-in =
    this program was built without the server of workshops.
    Build it with: cargo build --release --features workshop (needs a C compiler),
    or take a released program, which has it built in

serve-open =
    The workshop in { $folder } is open on { $address }.
    Participants type:   { $command }
    and then the code that was shown when the workshop was made.
    You come in with: the same, with trainer before the @, and the trainer's code.
    Their program shows this key the first time: { $fingerprint }
    Write it on the wall: whoever sees another key is not talking to you.
    End the workshop with Ctrl-C; everybody's work is kept.
serve-table = TABLE
serve-ended = The workshop is closed.

serve-code = Code of the workshop:{" "}
serve-code-trainer = Code of the trainer:{" "}
serve-table-code = Code of the table:{" "}
serve-table-came-before = Somebody has been here as this table before. Its own code stands on its screen Workshop.

serve-goodbye = You have left the workshop. Your work is kept: come back as you came.
serve-closed = The workshop is closed. Your work is kept.
serve-idle = Nobody pressed a key for a long time, so the connection was ended. Your work is kept: come back as you came.
serve-over = This connection was open for very long, so it was ended. Your work is kept: come back as you came.
serve-panicked = The program failed here. What was written down before is kept: come back as you came, and please tell the trainer.
serve-full = The workshop is full. Ask the trainer to let more people in (--clients).
serve-one-thing = A connection is for one thing: open another one.
serve-no-terminal = The workbench needs a terminal: ssh -t
serve-no-command = there is no shell here. Possible are run FILE, check FILE and compare FILE FILE, with scenarios of your own
serve-not-here = this option is not possible over the network
serve-no-sandbox = you have no scenarios of your own here
serve-busy = too much is being computed here at the moment; try again in a minute
serve-outside = { $path } is not one of your own scenarios: type a name without a folder, such as mine.ron
serve-too-many-open = { $count } scenarios are open, and this is as many as a table can have; close one first
serve-too-many-draws = In a workshop a run has { $count } draws at most; this one has no more

serve-came = { $address } came as { $name }
serve-left = { $name } left
serve-wrong = { $address } typed a wrong code or has a wrong key, as { $name }
serve-too-many = { $address } tries too often; this one was not looked at
serve-crowded = { $address } was sent away: too many connections have shown no code or key yet
serve-silent = { $address } showed no code or key in time
serve-was-full = { $address } found the workshop full
serve-command = { $name } asked for: { $line }
serve-panic = the program failed for { $name }, the others go on: { $reason }

serve-key-open = others than you can read { $path }: a key that others know is worth nothing. Make it yours with chmod 600, or delete it; then clients see a new key
serve-key-broken = { $path } holds no key that can be used: { $reason }
serve-key-system = { $path }: { $reason }
serve-no-address = { $address } cannot be had: { $reason }. Another port can be chosen with --port; ports below 1024 belong to the administrator
serve-no-network = the system gives no network: { $reason }
