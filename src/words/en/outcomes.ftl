# Outcomes and their charts.

outcomes-headline = { $what }: { $value } in { $year } ({ $first }: { $base }).
outcomes-headline-bare = { $what }: { $value } in { $year }.
outcomes-what-option = { $what }, “{ $option }”
outcomes-what-path = { $what }, on the path “{ $path }”
outcomes-in-money = For one person about { $value } dollars a year.
outcomes-tested = Such ranges held { $ten } in 10 of { $countries } countries tested on { $first }–{ $last } (h history).
outcomes-untested = This rests on judgement and has never been checked against history.
outcomes-stale = From before the last change; new numbers are on their way.
outcomes-partial = Stopped after { $draws } model runs: the numbers come from these.
outcomes-no-ai-same = AI changes nothing here directly: without AI the numbers would be the same.
outcomes-means-only = By year only averages were kept; our range stands in the last year.
outcomes-no-spread = A share of model runs has no spread of its own.
outcomes-no-value = This setting has no such number. i chooses another one.

outcomes-view-years = years
outcomes-view-density = density
outcomes-view-cumulative = cumulative
outcomes-view-cohorts = groups
outcomes-view-paths = paths
outcomes-view-back = way back

outcomes-legend-band = our range
outcomes-legend-inner = middle half
outcomes-legend-middle = middle
outcomes-legend-no-ai = without AI
outcomes-legend-reference = { $country }
outcomes-legend-everyone = { $country }, everyone
outcomes-legend-threshold = your threshold
outcomes-legend-guess = your guess

outcomes-density-title = How densely the model runs lie in { $year }
outcomes-cumulative-title = Of 100 model runs, how many end up to each value in { $year }

outcomes-versus = vs { $who }
outcomes-cohort = who
outcomes-what = what
outcomes-in-year = { $year }
outcomes-in-year-unit = { $year }, { $unit }
outcomes-without-ai = without AI
outcomes-whole = everything
outcomes-unit = { $what }, { $unit }
outcomes-gaps = Gaps in { $year }
outcomes-path-title = what happens
outcomes-path-chance = chance
outcomes-path-count =
    { $count ->
        [one] One path. The chance holds given the choices on it.
       *[other] { $count } paths. A chance holds given the choices on the path.
    }
outcomes-sorted-down = { $title } { $arrow }

outcomes-one-option = There is one option only, or no decision is open.
outcomes-sort-where = Paths are sorted in their table: press g.
outcomes-nothing-marked = Nothing is marked here.
outcomes-part-title = Which part of the tree?
outcomes-option = option
outcomes-path = path
outcomes-everything = The whole tree (no decision is open)

outcomes-threshold-title = A value that matters: { $what }
outcomes-threshold-field = Threshold
outcomes-threshold-hint = In { $unit }. Empty takes it away.
outcomes-threshold-help = You will read in how many of 100 model runs it ends beyond this value.
outcomes-threshold-success = The frame says of success: { $success }

outcomes-blind =
    Hidden while the room judges how likely things are.

    B locks what the room judged and shows what follows from them.
outcomes-covered =
    First a guess: { $what }, in { $year }?

    Agree on a range that you are fairly sure of, nine times in ten. Then press G and type it. Your range will be drawn beside ours.

    To see the numbers without a guess, use “reveal” from the commands (:).
outcomes-room-guesses =
    The whole room guesses first: { $what }.

    F3 goes to the Workshop; a answers there. The trainer then shows what our run says.
outcomes-waiting = The first answer is on its way.
