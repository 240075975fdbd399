# Words that every part of the program uses.

value-missing = n/a
value-range = { $middle } [{ $low }–{ $high }]
value-range-signed = { $middle } [{ $low } to { $high }]

unit-percent = %
unit-points = points
unit-of-100 = of 100 runs
unit-people = people
unit-thousand-people = thousand people
unit-million-people = million people
unit-workers = workers
unit-thousand-workers = thousand workers
unit-million-workers = million workers
unit-years = years
unit-million-dollars = million dollars
unit-dollars = dollars
unit-ratio = times
unit-index = 2025 = 1
unit-none = { "" }
