# The outcome of one scenario.

run-setting = { $name }, { $from } to { $to }.
run-draws =
    { $draws } model runs on { $paths ->
        [one] the only path
       *[other] each of { $paths } paths
    }.
run-one-draw = One draw: one possible world, so there are no ranges.
run-arrows-single = ↓ less is better, ↑ more is better.
run-median = Median run: every uncertain number stands at its middle, so there are no ranges.
run-stress = Stress test: “{ $wildcard }” is switched on. It has no probability; do not average over it.

run-headline = { $who } still offline in { $year }
run-headline-base = { $who } still offline in { $year } ({ $base }: { $value })
run-chart = middle, { $from } to { $to }
run-brackets = In brackets our range: 1 run in 20 ends below it, 1 in 20 above.
run-open = Open decision: “{ $title }” Each option has its own numbers; there is no average over them.
run-open-further = Open further down: “{ $title }” Its options count equally within each number.
run-only-open = Decisions are open, so there is no single answer: see the paths.
run-option-effort = { $letter } takes { $effort } of 3 points of effort.
run-option-effort-not-counted = { $letter } takes { $effort } of 3 points of effort and does not count: { $what }.
run-option-not-counted = { $letter } does not count: { $what }.

run-who-offline = Who is offline in { $year }, of every 100
run-who-income = What AI does to incomes in { $year } compared with no AI, %
run-who-dollars = The same in dollars a year for one person (purchasing power, income of { $year }):

run-outcomes = Outcomes in { $year }
run-arrows = ↓ less is better, ↑ more is better. In brackets our range.
run-label = { $arrow } { $label }
run-label-unit = { $arrow } { $label }, { $unit }
run-group-between = Between countries, compared with { $country }
arrow-down = ↓
arrow-up = ↑
arrow-none = ·

group-connectivity = Being online
group-work = Work
group-income = Income
group-harm = Setbacks and harm
group-between = Between countries
group-cost = Cost
group-other = Other
same-answer = Read runs of 100 roughly: 18 and 19 of 100 are the same answer.

run-paths = Paths to { $year }
run-paths-chance = Chance: our judgement of the chance branches on the way, %; decisions have none.
run-paths-more = { $count } less likely paths are left out here; --format csv lists all.
run-path = path
run-chance = chance
run-path-column = { $label }, { $unit }

run-doubts = Before you use these numbers
doubt-baseline = Base year of { $name }: { $vintage }.
doubt-members = A group of { $members } members as listed on { $date }.
doubt-flag = { $input }: { $reason }
doubt-flag-year = { $input } ({ $year }): { $reason }

run-again = Again: { $command }
run-fingerprint = foretree { $version }, seed { $seed }, { $sampling }, { $rng }, scenario { $fingerprint }

note-years-sketched = To save memory, values by year are kept in fine bins: the ranges of the years before the last are close, not exact. More --memory keeps all.
note-years-means-only = To save memory, only averages are kept for the years before the last. More --memory keeps their ranges.
note-horizon-dropped = To save memory, { $count } kinds of numbers were left out and show as missing. More --memory keeps them.
note-partial = The run was stopped after { $done } of { $asked } draws.
