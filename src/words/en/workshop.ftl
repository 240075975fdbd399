# Workshops: who is let in, what is refused, the record, rounds.

workshop-taken-over = This table was taken over by a newer connection. Your work is kept at the table.
workshop-handed-in = Handed in, number { $number }. The trainer sees it now; you can go on working and hand in again.
workshop-handed-back = Given back with your comment.
workshop-handed-title = { $table } { $number } · { $title }
workshop-handed-changed = { $file } is not what was handed in: its contents do not fit the record.
workshop-unreadable = This scenario cannot be read again as it was written. Nothing was handed in.
workshop-cards-taken = { $count ->
    [one] One card taken.
   *[other] { $count } cards taken.
}

workshop-refused-role-observer = Observers look on. To take part, come back as a table.
workshop-refused-role-table = Only the trainer can do this.
workshop-refused-role-trainer = This is for tables: sit down at one to do it.
workshop-refused-over = The workshop is over. What was done can still be read.
workshop-refused-empty = Nothing was said. Type some words, or leave with Esc.
workshop-refused-many = There are as many of these as one workshop can hold.
workshop-refused-no-round = No round takes answers at present.
workshop-refused-open = A round still takes answers. Close it first.
workshop-refused-late = This stage is closed, and the answer came too late. It was not counted.
workshop-refused-person = Nobody of this name sits at the table. Enter who sits here first.
workshop-refused-question = This cannot be asked. A question needs words, a ranking 2 to 20 items, and limits must rise.
workshop-refused-gone = That is not there, or not any more.
workshop-refused-reveal = What came out was told already, or does not answer this question.
workshop-refused-large = This scenario is too large to hand in (more than a megabyte). Shorten its texts.
workshop-refused-server = To show one screen to all, the workshop must be served: foretree serve.
workshop-refused-file = It could not be read or written: { $reason }

workshop-answer-kind = This answers another kind of question.
workshop-answer-number = A number is missing.
workshop-answer-probability = { $value } is no probability: type 0 to 100 %.
workshop-answer-order = Low, best and high must rise, and no two may be the same.
workshop-answer-outside = { $value } is outside of what can be: { $least } to { $greatest }.
workshop-answer-confidence = How sure you are that the range holds the answer lies between 50 and 99 %.
workshop-answer-rank = Ranks go from 1 to 5; leave out what you have no view on.
workshop-answer-items = { $found } ranks were given, { $wanted } are asked for.

workshop-door-code = This code is not the right one.
workshop-door-table-needed = This table has come before. Type its own code; the table sees it on its Workshop screen, the trainer sees all of them.
workshop-door-table-code = This is not the code of this table.
workshop-door-name = A table needs a name with a letter or a digit, and no name of a role such as trainer.
workshop-door-tables = This workshop has as many tables as it can hold.
workshop-door-taken = Somebody already works for this table in another program.
workshop-door-unkept = There is no seat: { $reason }

workshop-record-missing = { $file } does not exist. Is this the folder of a workshop?
workshop-record-exists = { $file } exists already: this folder holds a workshop, which is left as it is.
workshop-record-full = The disk is full. Nothing more is kept until there is room again; nothing that was kept is lost.
workshop-record-broken = { $file } does not hold: { $how } Lines before it are whole.
workshop-record-shorter = { $file } has become shorter while it was open. Somebody has cut it.
workshop-record-long = This is too long to be kept.
workshop-record-system = { $file }: { $reason }
workshop-break-no-entry = line { $line } is no entry of a record.
workshop-break-hash = line { $line } does not follow from the line before it: it was changed, or lines were removed, added or moved.
workshop-break-unreadable = line { $line } has the right hash, but cannot be read. It may come from a newer version.

workshop-access-system = The codes cannot be read or written: { $reason }
workshop-access-unreadable = keys/codes.json is not what foretree wrote. foretree workshop codes DIR makes new codes.
workshop-access-random = The system gives no random numbers, so there can be no codes.
workshop-key-option = keys/authorized_keys, line { $line }: { $option } is no option here. Options are role="trainer" and table="Blue".
workshop-key-role = keys/authorized_keys, line { $line }: { $role } is no role. Roles are trainer, table and observer.
workshop-key-table = keys/authorized_keys, line { $line }: no table can be called { $name }.
workshop-key-none = keys/authorized_keys, line { $line } holds no public key.

workshop-card-csv = Line { $line } is no CSV.
workshop-card-column = The file has no column { $column }. Its first line must name the columns.
workshop-card-empty = The file holds no cards.
workshop-card-many = The file holds more than 1 000 cards.
workshop-card-number = Line { $line }, { $column }: { $found } is no number.
workshop-card-twice = Line { $line }: card { $card } comes a second time.
workshop-card-answer = Line { $line }: { $reason }

workshop-adopt-answers = Nothing was answered yet that could be adopted.
workshop-adopt-pool = The answers were not put together in this way.
workshop-adopt-target = The question does not say where in the scenario its answer belongs. Choose a place.
workshop-adopt-kind = A probability belongs to a branch, an amount to a parameter, an input, an effect or a cost.
workshop-adopt-effect = The effect is not in this scenario.
workshop-adopt-quantity = What follows from the answers is no quantity that a scenario can hold.

workshop-adopted-probability = Our room judged { $value } ({ $method } of { $people }, answers from { $from } to { $to }, { $tables }, { $date }).
workshop-adopted-quantity = Our room judged { $value } ({ $method } of { $people }, best guesses from { $from } to { $to }, { $tables }, { $date }).
workshop-adopted-reasons = Reasons: { $reasons }
workshop-adopted-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
workshop-adopted-tables = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
workshop-adopted-source = Workshop “{ $title }”, round { $round }, { $date }
workshop-view-probability = { $value }: { $reason }
workshop-view-quantity = { $best } ({ $low }–{ $high } { $unit }): { $reason }
workshop-view-silent = no reason was given
workshop-method-median = middle answer
workshop-method-mean = mean
workshop-method-quantile_average = mean of everybody’s quantiles
workshop-method-linear = mean of everybody’s distributions

known-electricity = How many of 100 people in { $country } had electricity in { $year }?
known-usage = How many of 100 people in { $country } used the internet in { $year }?
known-coverage = How many of 100 people in { $country } lived within reach of a 4G signal in { $year }?
known-poverty = How many of 100 people in { $country } lived on less than 3 dollars a day (at 2021 prices, purchasing-power parity) in { $year }?
known-unit = of 100 people
known-source-bank = World Bank, World Development Indicators, { $year }
known-source-poverty = World Bank, Poverty and Inequality Platform, { $year }
known-source-itu = ITU DataHub, { $year }
known-source-itu-bank = ITU in World Bank, World Development Indicators, { $year }

workshop-made = The workshop “{ $title }” is set up in { $folder }.
workshop-codes =
    These codes are shown once; only their traces are kept.
      for everybody    { $join }
      for the trainer  { $trainer }
workshop-next =
    Next: foretree serve { $folder }   lets people in over SSH
          foretree workshop join { $folder } --table Blue   without a server
workshop-no-title = A workshop needs a title.
workshop-summary-written = The summary is in { $file }.
workshop-cards-closed = Round { $round } takes no answers at present.
