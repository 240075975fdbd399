# The frame around all screens: tabs, prompts, palette, notices.

screen-library = Library
screen-frame = Frame
screen-tree = Tree
screen-assumptions = Assumptions
screen-outcomes = Outcomes
screen-compare = Compare
screen-matters = What matters
screen-setbacks = Setbacks
screen-choices = Choices
screen-guide = Guide
screen-run = Run
screen-workshop = Workshop

head-program = foretree
head-read-only = {" "}(read only)
head-held = {" "}(open elsewhere)
head-blind = blind: what follows is hidden
head-unsound =
    { $count ->
        [one] 1 thing to mend
       *[other] { $count } things to mend
    }
head-running = running, { $percent } %
head-preview = ~ first { $draws } draws
head-partial = stopped after { $draws } draws
head-draws = { $draws } draws
head-agenda = { $title }, { $minutes } min
head-agenda-over = { $title }, { $minutes } min over
hint-shown = { $screen }: { $subject }{"  "}
head-recording = recording · { $draws } draws

too-small = foretree needs at least { $columns } columns and { $rows } rows; here are { $have_columns } and { $have_rows }. Make the window larger: nothing is lost.

keys-title = Keys that work here
commands-title = All commands
confirm-title = Please choose
pick-filter = Find:{" "}
pick-none = Nothing matches. Backspace widens the search.
subject-title = What should the numbers show?

desk-only-one = Only one scenario is open. Open another from the Library.
desk-untitled = Untitled scenario
edit-nothing-open = No scenario is open. Go to the Library (1) and open or create one.
edit-read-only = This scenario was opened to be read only. Save it under another name to change it.
edit-held = Changes are made in another program ({ $by }). Save it under another name to change it here.
edit-recovered = work found again after an interruption
edit-recovered-how = Unsaved work was found and taken up. u goes back to what the file says.
edit-undone = Taken back: { $what }
edit-redone = Done again: { $what }
edit-nothing-to-undo = There is nothing to take back.
edit-nothing-to-redo = There is nothing to do again.

save-done = Saved to { $path }
save-changed-on-disk = The file of “{ $name }” has changed on disk since it was read. Save under another name, or close and open it again.
save-drops-comments = The file of “{ $name }” holds comments that cannot be kept. Saving drops them.
save-not-now = Do not save now
save-without-comments = Save without the comments
save-as-title = Save as
save-as-field = Name or path of the file
save-as-hint = A bare name goes to the library folder; .ron is added. An existing file is not overwritten.
save-as-empty = Type a name first.
leave-unsaved =
    { $count ->
        [one] “{ $names }” has changes that are not saved.
       *[other] { $count } scenarios have changes that are not saved: { $names }.
    }
leave-save = Save, then leave
leave-keep = Leave; the changes are kept and offered next time
leave-stay = Stay
close-unsaved = “{ $name }” has changes that are not saved.
close-stay = Keep it open
close-drop = Close it and drop the changes

interrupt-again = Press Ctrl-C again to leave; unsaved work is kept in its journal.
run-cancelled = Stopped. What was finished stays and is labelled.
run-panicked = The run broke off: { $reason } Your work is safe; please report this.
words-title = In words
words-nothing-here = There is nothing to say in words on this screen yet.
copy-done = Copied. If your terminal refuses, use “write-text” from the commands.
theme-is = Theme: { $name }
glyphs-are = Glyphs: { $name }
record-no-file = “{ $name }” has no file: save it before recording, or make it again here.
record-started = Recording: keys from now on go into a text file. The same command ends it.

blind-on = Blind: consequences and defaults are hidden until you lock the probabilities (B).
blind-lock = probabilities locked before anybody saw what follows
blind-locked = Locked. Changes to probabilities from now on are marked as made after the reveal.
predict-title = First your guess: { $what }
predict-help = Nine of ten of your ranges should hold. Type the lower and the upper end.
predict-low = Not below
predict-high = Not above
predict-hint = In { $unit }.
predict-not-a-number = Type a number, such as 40.
predict-upside-down = The upper end lies below the lower one.
predict-edit = a guess before the reveal
answer-covered = Covered until you guess: press G and type a range.
answer-blind = Hidden until the probabilities are locked (B).
answer-unsound = No answer while the scenario has errors: { $first }
answer-waiting = The first answer is on its way.
answer-failed = No answer: { $reason }
limits-title = What these numbers cannot know
limits-text =
    The numbers show what the assumptions of the room imply. They are not forecasts.

    Connectivity was compared with history; work, income and harm rest on judgement and have never been checked against history.

    Not in these numbers: surveillance, dignity, conflict, energy use, and people whom the split into cohorts cannot see (age, disability, displacement).

    One country, a few cohorts, one year at a time. Surprises that nobody put into the tree are not in the ranges. Old or missing data are flagged on the Assumptions screen; a flag means that the true value may lie far away.

    A chance in 100 model runs is not a chance in 100 real worlds.
answer-head = { $what } in { $year }:
answer-was = was { $values }
page-keys-title = Keys
page-keys-intro = Written from the program's own table of keys; in the program, `?` lists those that work where you are, and `:` lists every command by name.
page-keys-global = On every screen
page-keys-form = In a form
page-keys-pick = In a list
page-keys-confirm = In a question
page-keys-page = In a page of text
page-keys-head = Keys | Command | What it does
