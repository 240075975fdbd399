# What runs that end in a setback have in common: command, screen, reading aloud.

setbacks-kind-any = a setback of any of three kinds (income, people online, gaps)
setbacks-kind-one = “{ $label }”
setbacks-kind-below = { $what } below { $mark } in { $year }
setbacks-kind-above = { $what } above { $mark } in { $year }
setbacks-what = What counts as a setback: { $kind }.

setbacks-share = { $runs } of 100 model runs end in a setback.
setbacks-share-option = { $option }: { $runs } of 100 model runs end in a setback.
setbacks-kinds = By kind: { $kinds }; a run may have several.
setbacks-kind-share = { $runs } of 100 { $label }
setbacks-one-kind = The kinds have little in common. To ask about one: --indicator setback_vs_noai, setback_online or setback_gap.
setbacks-same = { $one } and { $other } of 100 are the same answer.

setbacks-most = Most setbacks share { $count ->
        [one] one thing
        [2] two things
        [3] three things
       *[other] { $count } things
    } (our assumptions, not causes in the world):
setbacks-some = { $coverage } of 100 setbacks share { $count ->
        [one] one thing
        [2] two things
        [3] three things
       *[other] { $count } things
    } (our assumptions, not causes in the world):
setbacks-further = Of the rest, { $coverage } of 100 setbacks share { $count ->
        [one] one thing
        [2] two things
        [3] three things
       *[other] { $count } things
    }:
setbacks-box = { $coverage } of 100 setbacks lie there (coverage), and { $density } of 100 runs there end in one (density), against { $share } of 100 overall. The box holds { $mass } of 100 runs.
setbacks-box-rest = { $coverage } of 100 setbacks lie there (coverage), of the { $left } that are left, and { $density } of 100 runs there end in one (density), against { $share } of 100 among what is left. The box holds { $mass } of 100 runs.
setbacks-box-rest-unseen = Searched again in half of what is left and checked on the other half: coverage { $coverage } of 100 of its setbacks, density { $density } of 100.
setbacks-box-unseen = Searched again in half of the runs and checked on the other half: coverage { $coverage }, density { $density } of 100.
setbacks-box-unchecked = Too few setbacks to check this in half of the runs: it may be luck.
setbacks-box-dropped = { $count ->
        [one] One further limit came back in less than 9 of 10 halves and is left out.
       *[other] { $count } further limits came back in less than 9 of 10 halves and are left out.
    }
setbacks-box-none = Nothing that was drawn or that happens on the tree tells these runs from the rest more surely than luck would.
setbacks-assumed = Such a box names assumptions of ours, not causes in the world: the numbers are arranged this way because we assumed it.

setbacks-limit-over = over { $count }
setbacks-limit-under = under { $count }
setbacks-limit-between = between { $low } and { $high }
setbacks-limit-sentence = { $sentence } (the middle of our range is { $middle })
setbacks-limit-least = { $what }: at least { $low } (our range { $from } to { $to })
setbacks-limit-most = { $what }: at most { $high } (our range { $from } to { $to })
setbacks-limit-within = { $what }: { $low } to { $high } (our range { $from } to { $to })
setbacks-limit-node = “{ $node }” turns out { $outcomes }
setbacks-limit-outcome = “{ $outcome }”
setbacks-limit-unmet = (not reached)
setbacks-or = { $first } or { $second }

setbacks-paths = Where setbacks lie
setbacks-path = { $path }: { $setbacks } of 100 setbacks, { $weight } of 100 runs; { $share } of 100 of its runs end in one.
setbacks-path-whole = There is only one path.
setbacks-paths-head = Path
setbacks-paths-of-setbacks = setbacks of 100
setbacks-paths-of-runs = runs of 100
setbacks-paths-share = setbacks in 100 of its runs

setbacks-signposts = Signposts up to { $year }
setbacks-signpost-below = { $what } below { $mark } in { $year }: announces { $hits } of 100 setbacks; { $others } of 100 other runs give a false alarm; { $wrong } of 100 alarms are wrong.
setbacks-signpost-above = { $what } above { $mark } in { $year }: announces { $hits } of 100 setbacks; { $others } of 100 other runs give a false alarm; { $wrong } of 100 alarms are wrong.
setbacks-signpost-outcome = “{ $node }” turns out “{ $outcome }” in { $year }: announces { $hits } of 100 setbacks; { $others } of 100 other runs give a false alarm; { $wrong } of 100 alarms are wrong.
setbacks-signpost-score = Score { $score } of 100 in runs that did not choose the threshold ({ $low } to { $high }); 0 is no better than chance.
setbacks-signposts-none = No early number or event announces these setbacks well enough to be worth watching.
setbacks-signposts-few = Looked for among { $tried } early numbers and events, in the first { $draws } model runs.
setbacks-signposts-human = A signpost is a reason to meet and look again, not a verdict: the room decides what follows.

setbacks-tree = Second opinion: a classification tree
setbacks-tree-none = The tree finds nothing that holds in runs it has not seen.
setbacks-tree-explains = In runs that it had not seen it explains { $share } of 100 of the difference between setbacks and other runs.
setbacks-tree-rule = { $coverage } of 100 setbacks, { $density } of 100 runs there: { $limits }

setbacks-trouble-none = No run ends in a setback here ({ $runs } model runs). Try a milder threshold, or another kind.
setbacks-trouble-all = Every run ends in a setback here ({ $runs } model runs): nothing can tell them apart. Try a stricter threshold.
setbacks-trouble-few = Only { $count } of { $runs } model runs end in a setback. To say what they share takes 20: about { $needed } draws, or a milder threshold.
setbacks-trouble-few-others = Only { $count } of { $runs } model runs end without a setback. To say what tells them apart takes 20: about { $needed } draws, or a stricter threshold.
setbacks-trouble-constant = Nothing differs between the runs: there is nothing that setbacks could share. Give more assumptions a range.
setbacks-trouble-broken = Some numbers cannot be had in some runs: nothing can be said about setbacks.
setbacks-trouble-missing = The setting has no such number, or a path has no cost entered.
setbacks-trouble-year = Years run from { $first } to { $last }.
setbacks-trouble-series = This number is known for the last year only.
setbacks-trouble-paths = There is no such path or option.

setbacks-adopt-source = Model runs with our assumptions; figures from { $source }
setbacks-adopt-threshold-below = below { $mark } in { $year }
setbacks-adopt-threshold-above = above { $mark } in { $year }
setbacks-adopt-outcome = “{ $node }”: “{ $outcome }”
setbacks-adopt-then = Meet and look at this decision again: announced { $hits } of 100 setbacks in our runs, with false alarms in { $others } of 100 others
setbacks-adopt-happens = if it happens
setbacks-source-use = household surveys of internet use (statistics office, ITU)
setbacks-source-signal = the telecom regulator and operators
setbacks-source-work = labour force surveys
setbacks-source-adoption = business surveys on the use of AI
setbacks-source-incidents = a public register of AI incidents
setbacks-source-trust = opinion surveys on digital services
setbacks-source-event = public record

setbacks-no-number = { $text } is not a number. Type it as in JSON, 0.4, or with a percent sign, 40%.
setbacks-no-threshold = { $key } needs a threshold: --below X or --above X.

setbacks-hidden = Setbacks are hidden until the numbers may be seen.
setbacks-head = In how many of our runs the poorest lose, and in which way
setbacks-waiting = On its way.
setbacks-boxes-only = Only boxes have a way along which to move (v shows them).
setbacks-no-box = There is no box to move from.
setbacks-one-box = There is no further box.
setbacks-mark-first = Mark a signpost first (p shows them).
setbacks-step = Box { $place } of { $last } on the way of the search:
setbacks-step-unchecked = Not checked: only the told box is (r goes back to it).
setbacks-kind-title = What counts as a setback?
setbacks-kind-other = A number below or above a threshold …
setbacks-side = A setback lies
setbacks-below = below
setbacks-above = above
setbacks-year = In the year
setbacks-until-title = How far may a signpost look?
setbacks-until-field = Last year
setbacks-until-hint = A year, such as 2030.
setbacks-chart = Coverage (c), density (d) of 100, by step
setbacks-chart-start = all runs
setbacks-chart-end = smallest box
setbacks-hits = hits
setbacks-false = false
setbacks-score = score
setbacks-sign-below = { $what } below { $mark }, { $year }
setbacks-sign-above = { $what } above { $mark }, { $year }
setbacks-sign-outcome = { $what }, { $year }
setbacks-head-of = Per 100 setbacks, 100 runs, 100 runs here
setbacks-head-setbacks = setbacks
setbacks-head-runs = runs
setbacks-head-share = here
