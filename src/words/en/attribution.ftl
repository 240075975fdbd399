# What made the difference between two columns, and whether one is ahead at every mark.

made-title = What made the difference in { $year }
made-head = { $what }: { $column } ends at { $here }, { $reference } at { $there }, on average over the model runs. That is { $by }, shared out below among all that differs.
made-head-none = { $what }: on average over the model runs { $column } and { $reference } end alike, at { $here }; what differs cancels out.
made-view = What made the difference? The marked column against the base (b).
made-row = change
made-by = made
made-alone = alone
made-last = on top of the rest
made-last-short = on top
made-range-short = [range]
made-searching = Mixing what differs and simulating it. Esc stops.
made-most = { $change } makes most of it: { $by } of { $whole }.
made-all = { $change } is all that differs, so it makes all of it.
made-against = { $change } works against it: { $by }.
made-together = { $change } does not act alone: by itself it would make { $alone }, on top of the rest { $last }.
made-level = { $one } and { $other } make the same, as far as { $draws } model runs can tell.
made-assumed = These are our assumptions at work: each is credited with what we assumed it does.
made-how-exact = Every mixture of the changes was simulated ({ $mixtures } mixtures, { $draws } model runs each). A change is credited with what it adds, averaged over all orders in which the changes could be made (Shapley); the parts sum to the whole.
made-how-sampled = { $mixtures } mixtures of the changes were simulated ({ $draws } model runs each), in { $orders } orders. A change is credited with what it adds, averaged over these orders (Shapley); the parts sum to the whole, each to within about { $error }.
made-not-precise = More orders would be needed to tell the smaller parts apart.

made-place = the place: its base year, its reference country
made-correlations = which parameters move together
made-tree = how the tree is built
made-years = the years of decisions and chances
made-wildcard = the wildcard that happens
made-input = { $what } in the base year
made-chosen = what follows from “{ $title }”
made-probabilities = how likely: “{ $title }”
made-measure = measure { $measure } at “{ $title }”
made-effect = effect at “{ $title }” on: { $what }
made-several-inputs = { $count } figures of the base year
made-several-parameters = { $count } assumptions
made-several-decisions = { $count } decisions
made-several-probabilities = how likely: { $count } nodes
made-several-measures = { $count } measures
made-several-effects = { $count } effects

note-attribution = { $reason }
made-fault-nothing = Nothing that moves numbers differs between { $column } and { $reference }: there is no difference to share out. Change an assumption, a probability or an option in one of them.
made-fault-horizon = { $column } and { $reference } end in different years. Give both the same last year, then ask again.
made-fault-subject = { $what } cannot be had in both columns. Choose another indicator.
made-fault-mix = Parts of { $column } do not fit { $reference }, so they cannot be mixed: { $reason }
made-fault-number = { $what } has no number in some mixtures of the two. Choose another indicator.
made-fault-one = There is one column only, so there is no difference to share out. Give a second scenario, or leave a decision open.
made-fault-median = With --median there is a single run; leave it out to share a difference out over model runs.
made-unknown = there is no indicator `{ $key }` to compare. `foretree data indicators` lists them; for a group of people write for example offline:poor_women

ahead-everywhere = Whatever mark you set for “{ $what }”, at least as many runs of { $ahead } reach it as of { $behind }.
ahead-nearly = Whatever mark you set for “{ $what }”, at least as many runs of { $ahead } reach it as of { $behind }, but for { $runs } of 100 runs at most.
ahead-crosses = Which of { $one } and { $other } is ahead depends on the mark you set for “{ $what }”: the lead passes at { $marks }.
ahead-error = That { $column } is ahead in so many of 100 runs is sure to within ± { $error } (standard error).
made-ahead = In { $runs } of 100 of these model runs (± { $error }) { $column } does better than { $reference }.
ahead-nowhere = No mark for “{ $what }” tells { $one } and { $other } apart by more than { $runs } of 100 runs.
