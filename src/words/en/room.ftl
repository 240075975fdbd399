# The Workshop: tables, agenda, rounds as they are opened and answered, what the trainer does.

room-none = This is for workshops. Join one with ssh (such as ssh -p 2222 blue@host) or with foretree workshop join; docs/workshop.md tells how to hold one.
room-closed = The workshop is over. What was kept can still be read.
room-for-trainers = That is for the trainer.
room-for-tables = That is for tables.
room-not-for-observers = Observers look on: tables and the trainer do that.
room-observers-edit-nothing = Observers look on and change nothing.
room-locked = The trainer has locked the tables: nobody edits just now. Looking, comparing and answering go on.
room-predicts-covered = Covered: the whole room guesses first (F3, then a).
room-predicts = The room predicts first: the trainer shows what comes out.
room-type-first = Type something first.

room-part-now = Now
room-part-rounds = Rounds
room-part-tables = Tables
room-part-scenarios = Scenarios
room-part-notes = Notes

room-agenda = Agenda
room-said = Trainer said
room-people = Here sit
room-code = To come back
room-follow = Screen
room-record = Record
room-rounds = Round
room-tables = Table
room-offered = To start from
room-handed = Handed in
room-adopted = Agreed
room-parked = Parked ideas
room-missing-voices = Missing voices
room-changed = Changed later

room-empty-rounds = No round yet. When the trainer opens one, a answers it.
room-empty-rounds-trainer = No round yet. o opens one; E on the Tree, the Assumptions, the Frame or the Outcomes asks about what is marked there.
room-empty-tables = No table has come yet.
room-empty-tables-trainer = No table has come yet. Tell the tables how to come in: docs/workshop.md has a sheet for the wall.
room-empty-scenarios = There is nothing to open here. The Library (1) has the examples.
room-empty-notes = Nothing is noted yet. I sets an idea aside, m names a voice that is missing.

room-quiet = Nothing is open just now.
room-sentence = { $text }.
room-is-over = The workshop is over. What was kept can still be read.
room-is-locked = Tables cannot edit.
room-leading = Your screen is shown to all (f ends it).
room-now-item = Now: { $title }.
room-trainer-says = Trainer: { $text }
room-open = Round { $round } is open: { $answered } of { $expected } have answered.
room-open-mine = Round { $round } is open, a answers it: { $answered } of { $expected } have.
room-open-answered = Round { $round } is open, you have answered: { $answered } of { $expected } have.
room-time-up = time is up
room-last-minute = less than a minute left
room-minutes-left = { $minutes } minutes left
room-time-of = { $title }: { $time }
room-disk-full = The disk of the workshop is full: nothing is kept until there is room again!
room-unwritable = The record cannot be written, so nothing is kept: { $reason }!
room-broken = Line { $line } of the record was changed by something else: check it with foretree workshop verify!

room-nobody-named = Nobody is named yet: the table answers as one. p enters names.
room-code-line = { $code } (whoever types it sits at this table)
room-code-of = Code to come back: { $code }
room-no-code = No code is needed to come back.
room-follow-off = Everybody looks at their own screen.
room-follow-on = You follow the trainer's screen. Esc lets go.
room-follow-let-go = The trainer shows a screen, you look at your own. f follows again.
room-record-line =
    { $entries ->
        [one] 1 entry, up to { $head }
       *[other] { $entries } entries, up to { $head }
    }
room-record-folder =
    { $entries ->
        [one] 1 entry in the shared folder, up to { $head }
       *[other] { $entries } entries in the shared folder, up to { $head }
    }
room-record-about =
    Everything that is agreed goes into a record that can only grow. Note the last of its marks to prove later that nothing was cut off:
    { $head }
    foretree workshop verify FOLDER --head THAT-MARK checks it ({ $entries } entries so far).
room-round-line = { $round } { $kind }: { $what } · { $state }
room-table-people = { $name } ({ $people })
room-times-handed =
    { $count ->
        [0] nothing handed in
        [one] handed in once
       *[other] handed in { $count } times
    }
room-away = away
room-changes =
    { $count ->
        [0] no changes
        [one] 1 change
       *[other] { $count } changes
    }
room-works-on = Works on: { $title }
room-changed-list = Changed: { $changes }
room-offered-open = { $title } (open here)
room-handed-line =
    { $changes ->
        [0] { $table } { $number }: { $title }, { $at }, no changes
        [one] { $table } { $number }: { $title }, { $at }, 1 change
       *[other] { $table } { $number }: { $title }, { $at }, { $changes } changes
    }
room-handed-answered = { $line } · trainer: { $answer }
room-noted-by = { $text } ({ $table })
room-adopted-line =
    { $experts ->
        [one] Round { $round }: { $value }, from 1 answer, in { $scenario }
       *[other] Round { $round }: { $value }, from { $experts } answers, in { $scenario }
    }
room-reason = Because: { $reason }
room-minority = Sees it otherwise: { $text }
room-at = { $text } ({ $at })
room-given-back = The trainer gave “{ $title }” back: { $comment }

room-following = You see the trainer's screen. Esc lets go, F3 goes to your own Workshop.
room-following-keys = You see the trainer's screen, keys do nothing here. Esc lets go.
room-follow-needs-server = Following needs one program that serves all (foretree serve). Here each table has its own.
room-nothing-to-follow = The trainer shows no screen now.

room-people-title = Who sits here?
room-people-field = Names
room-people-hint = With commas between them, in the order of the seats. They stand in the record as who was here; answers carry no names.
room-announce = Say something to all
room-announce-field = One sentence; it shows on every screen
room-timer = A time for all
room-timer-for = For what
room-no-minutes = Type whole minutes, 600 at most.
room-minutes-hint = 0 = no time is set; otherwise a timer starts with the item.
room-close-question = End the workshop? Nobody can answer, hand in or note anything after that. The record stays.
room-close-no = Go on
room-close-yes = End it
room-park = Park an idea
room-park-field = The idea
room-park-help = Set aside so that it is not lost; it stands on page one of the summary.
room-missing = Name a missing voice
room-missing-field = Who should be in this room and is not?
room-missing-help = It stands on page one of the summary.

room-hand-in = Hand in “{ $title }”
room-hand-in-field = What should the trainer know about it?
room-hand-in-hint = May be empty. A copy goes to the trainer; yours stays here, and you can hand in again.
room-hand-back = Give back to { $table }: { $title }
room-hand-back-field = What you say about it
room-mark-hand-in = Mark a table that has handed in, or a hand-in among the Scenarios.

room-no-open-round = No round is open.
room-no-round = There is no round yet.
room-close-first = Close the open round first (x).
room-calibration-once = A question to warm up has one stage only.
room-revealed-already = What came out was shown already.
room-close-stage-early = { $answered } of { $expected } have answered. Close the round?
room-close-stage-wait = Wait for more
room-close-stage-now = Close it and show all answers
room-round-not-yet = This round is not here yet.
room-no-seat-to-answer = There is nobody at this table who could answer. p enters names.
room-who-answers = Who answers now?
room-has-answered = has answered
room-answer-title = Your answer
room-answer-of = { $person } answers
room-answer-help = Low and high first, then your best guess. Nobody sees it before the round is closed.
room-answer-calibration-help = You need not know it: say how far you are sure. Low and high first.
room-answer-rank-help = For each two digits, 1 to 5: how much hangs on it, then how little is known. Empty = no view.
room-answer-before = In the stage before you said { $answer }.
room-answer-kept = Kept. The next person, please: a.
room-in-unit = In { $unit }
room-low = Low: it is probably not below
room-high = High: it is probably not above
room-low-maybe = Low, if you like
room-high-maybe = High, if you like
room-best = Best guess
room-sure = How sure, in 100 such ranges
room-sure-hint = How many of 100 such ranges should hold the true value: 50 to 99
room-rank-hint = Impact and uncertainty, such as 4 2
room-reason-field = Why
room-reason-hint = Everybody reads it, nobody learns whose it is.

room-ask-title = What shall the room be asked?
room-kind-probability-about = How likely is something? In percent.
room-kind-quantity-about = How much or how many? Low, high, then best.
room-kind-rank-about = Which of these matters most, and which is least known? 1 to 5 each.
room-kind-prediction-about = What will our run show? Everything that follows is covered on all screens until you show it.
room-ask-branch = { $node }: how likely is “{ $branch }”?
room-ask-cost = What does “{ $option }” cost a year?
room-ask-prediction = { $what } in { $year }: what will our run show?
room-ask-prediction-of = { $what } in { $year }, { $option }: what will our run show?
room-prediction-of = { $what }: under which option?
room-prediction-needs-run = Open a scenario first: its run is what is predicted.
room-nothing-to-ask = Mark a branch or an option on the Tree or an assumption first; the Frame asks about its drivers, the Outcomes about what is shown.
room-ask-of = The question, as people read it
room-ask-unit = Unit
room-ask-unit-hint = Such as masts, % or million dollars
room-ask-least = The least that can be
room-ask-most = The most that can be
room-ask-limit-hint = Answers outside are not taken. Empty = no limit.
room-ask-limits-order = The most must be above the least.
room-ask-items = What is ranked
room-ask-items-hint = With semicolons between, 2 to 20
room-ask-items-count = Name 2 to { $most } things, with semicolons between.
room-ask-help = Everybody answers without seeing the others. Enter opens the round.
room-card-title = A paper card
room-card-help = { $question } Enter takes the card and asks for the next, Esc ends.
room-card-number = Number on the card
room-card-number-hint = Keeps the stages together: the same card again replaces its answer. Empty = the next free one.
room-card-no-number = Type the number on the card, or nothing.
room-kind-calibration-about = A figure that is known, but not to us: to see how well our ranges hold. Ask three before the first round that counts.
room-no-more-warm-up = There are no more questions to warm up.
room-nothing-handed = No table has handed in yet.
room-adopt-split = { $groups } A middle would hide that. Adopt it all the same?
room-adopt-not = Do not adopt; talk first
room-adopt-anyway = Adopt the middle; the views are kept as dissent
room-edit-adopt = the room's number from round { $round }
room-adopted-done = The room's number from round { $round } is in the scenario, with reasons and dissent. u takes it back.
room-rank-has-no-truth = A ranking has no truth to show.
room-did-it-happen = Did it come about?
room-not-known-yet = Not known yet
room-it-happened = It came about
room-it-did-not = It did not
room-truth = What came out
room-truth-field = The true value
room-open-predicted = Open “{ $title }” first: its run is what was predicted.
room-run-not-ready = The run is not there yet. Press r again in a moment.

spread-outcomes = Outcomes
spread-inputs = What they changed
spread-nothing = No table has handed in yet.
spread-waiting = The tables' scenarios are being opened and simulated.
spread-help = Our middle and range for each table; i shows another indicator. Tables may rightly differ: ask why.
spread-same = { $what }: all { $tables } tables come out at { $value } { $unit }.
spread-apart = { $what }: the middles of { $tables } tables go from { $low } to { $high } { $unit }.
spread-no-inputs = What the tables handed in changes nothing.
spread-inputs-head =
    { $count ->
        [one] 1 number was changed by at least one of { $tables } tables.
       *[other] { $count } numbers were changed by at least one of { $tables } tables.
    }
spread-input =
    { $count ->
        [one] { $what } (changed by { $tables })
       *[other] { $what } (changed by { $count }: { $tables })
    }
spread-values = { $each } · from { $low } to { $high }
