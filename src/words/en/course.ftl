# The course of a workshop: its record told entry by entry, and its summary.

course-line = { $number }  { $time }  { $what }
course-host = foretree
course-trainer = the trainer
course-observer = an observer
course-expert = somebody
course-opened = The workshop “{ $title }” was set up with foretree { $version }.
course-joined-table = { $who } came.
course-joined-trainer = The trainer came.
course-joined-observer = Somebody came to look on.
course-left-table = { $who } left.
course-left-trainer = The trainer left.
course-left-observer = Somebody who looked on left.
course-named = { $who }: { $people }.
course-named-nobody = { $who } speaks as one.
course-missing = { $who } named a missing voice: { $text }
course-parked = { $who } set an idea aside: { $text }
course-announced = The trainer to all: { $text }
course-agenda = The agenda was set: { $items }.
course-agenda-at = The agenda moved to: { $item }.
course-timer = A timer of { $minutes } min was started. { $title }
course-timer-stopped = The timer was stopped.
course-locked = Editing was locked.
course-unlocked = Editing was unlocked.
course-follow = The trainer’s screen was shown to all.
course-follow-ended = Everybody had their own screen again.
course-handed-in = { $who } handed in number { $number }, “{ $title }”, with { $count ->
    [one] one change
   *[other] { $count } changes
}. { $comment }
course-handed-back = Number { $number } went back to { $table }: { $text }
course-round = Round { $round }, stage { $stage } began: { $question }
course-answered = An answer came ({ $expert }, { $from }).
course-from-keyboard = typed
course-from-card = from a card
course-from-csv = from a file of cards
course-closed-stage = Round { $round }, stage { $stage } was closed.
course-adopted = The result of round { $round } was written into “{ $scenario }” at { $place }: { $value }.
course-revealed = What came out of round { $round }: { $truth }.
course-truth-happened = it came about
course-truth-not = it did not come about
course-truth-run = { $middle } [{ $low }–{ $high }] in our run
course-changed-after = { $who } changed after seeing the numbers: { $text }
course-closed = The workshop was closed.
course-unknown = Something that this version of foretree does not know.
course-rank-question = Rank by impact and uncertainty: { $items }

course-holds = The record holds: { $count ->
    [one] one entry
   *[other] { $count } entries
}, each following from the one before it.
course-head = Its last hash is { $hash }. Whoever notes it can tell later that nothing was cut off or rewritten.
course-head-same = It ends with the hash that you gave.
course-head-longer = The hash that you gave is that of entry { $number }; { $count ->
    [one] one entry has
   *[other] { $count } entries have
} been added since.
course-head-gone = No entry has the hash that you gave: entries were cut off or rewritten after it was noted.
course-head-short = This is no hash. Give at least 8 of its 64 hexadecimal digits.
course-torn = A last line of { $bytes } bytes was not written whole, as happens when a program is killed. It counts for nothing and is put aside when the workshop goes on.
course-broken = The record does not hold: { $how } { $count ->
    [0] Nothing before it is left.
    [one] The entry before it holds.
   *[other] The { $count } entries before it hold.
}
course-files-hold = { $count ->
    [0] Nothing was handed in.
    [one] The file that was handed in is the one that the record names.
   *[other] All { $count } files that were handed in are those that the record names.
}
course-file-changed = { $file } is not what was handed in.
course-file-gone = { $file } was handed in and is gone.

course-room = The room that follows
course-tables = Tables: { $tables }
course-no-tables = No table has come.

summary-title = { $title }: summary of the workshop
summary-head = { $date } · { $tables } · { $people } · { $rounds } · record of { $entries }, last hash { $hash }
summary-count-tables = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
summary-count-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
summary-count-rounds = { $count ->
    [one] 1 round
   *[other] { $count } rounds
}
summary-count-entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
summary-dissent = Dissent
summary-no-dissent = Nobody’s answers stood far from the room’s. That is no proof of agreement.
summary-dissent-line = Round { $round }, { $question }: { $view }
summary-parked = Parked ideas
summary-no-parked = None was set aside.
summary-missing = Missing voices
summary-no-missing = No missing voice was named. Somebody is always missing: who?
summary-noted = { $text } ({ $table })
summary-by-trainer = the trainer
summary-rounds = Rounds
summary-no-rounds = No round was held.
summary-round = Round { $round }: { $question }
summary-stage = Stage { $stage }: { $answers }, middle { $median }{ $half }, from { $least } to { $greatest }.
summary-stage-none = Stage { $stage }: nobody answered.
summary-half = {" "}(middle half { $low }–{ $high })
summary-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
summary-humps = Answers fall into two groups: { $first } around { $low }, { $second } around { $high }. Their middle stands for neither.
summary-moved = Of { $both } who answered both times, { $towards } moved towards the middle of before, { $away } away from it, { $stayed } stayed. Coming together is no proof of being right.
summary-item = { $title }: impact { $impact }, uncertainty { $uncertainty }
summary-truth = What came out: { $truth }.
summary-adopted = Adopted
summary-no-adopted = Nothing was written into a scenario.
summary-adopted-line = Round { $round }, “{ $scenario }”, { $place }: { $because }
summary-handed = Handed in
summary-no-handed = Nothing was handed in.
summary-handed-line = { $table } { $number }: “{ $title }” ({ $count ->
    [one] one change
   *[other] { $count } changes
}). { $comment }
summary-calibration = How well our judgement held today
summary-calibration-ranges = { $held } of { $count } ranges held what came out; by what people said, about { $should } should have.
summary-calibration-brier = Probabilities of { $count } answers scored { $brier } (Brier; 0 is best, 0.25 is what half and half scores).
summary-changed = Changed after seeing the numbers
summary-course = Course of the day
