# Choices.

choices-hidden = Choices are hidden until the numbers may be seen.
choices-nothing-yet = The numbers are still being worked out.
choices-none-open = No decision is open: reopen one in the Tree to compare its options.

# What is to be improved.
choices-several = Score of several indicators
choices-even-offline = Offline, as if spread evenly
choices-even-online = Online, as if spread evenly
choices-even-covered = Covered, as if spread evenly
choices-even-skilled = Skilled, as if spread evenly
choices-even-income_vs_noai = Income against no AI, as if spread evenly
choices-part = { $label } ({ $weight } of 100; one step is { $step })
choices-evenly = Inequality is minded with epsilon { $epsilon } (0 = the average, 3 = nearly only the worst off).

# Names of rules.
choices-rule-expected = average
choices-rule-worst = worst case
choices-rule-regret = largest regret
choices-rule-cvar = worst { $level } of 100
choices-rule-hurwicz = { $level } of 100 optimism
choices-rule-satisfice = at least { $level }
choices-rule-utility = worth for certain

# Answers.
choices-title = { $decision } ({ $year })
choices-about = { $label } in { $year }, from { $draws } draws. Later decisions are taken as is best.
choices-best-expected = On average { $best } comes out ahead, by { $lead }, because of what we assumed.
choices-best-worst = In the worst case { $best } comes out ahead.
choices-best-regret = { $best } leaves the least to regret in hindsight.
choices-best-cvar = Over the worst { $level } of 100 futures { $best } comes out ahead.
choices-best-hurwicz = With { $level } of 100 optimism { $best } comes out ahead.
choices-best-satisfice = { $best } reaches { $level } in the most futures.
choices-best-utility = For people who mind risk { $best } is worth most.
choices-level-expected = On average { $best } and { $others } are the same answer: they differ by { $lead }, and so few draws leave { $error } open either way.
choices-level-equal = On average { $best } and { $others } are the same answer: nothing in the scenario sets them apart here.
choices-level-small = On average { $best } and { $others } are the same answer: they differ by { $lead } only.
choices-level-other = By { $rule }, { $best } and { $others } are the same answer: the draws disagree, or they differ by too little.
choices-more-draws = About { $draws } draws would tell them apart.
choices-more-look = More draws will hardly tell them apart: look at what sets them apart instead.
choices-all-agree = All rules choose { $best }.
choices-single = There is one option only, { $best }: nothing to choose. Add another option in the tree to compare it with.
choices-rules-part = The rules part: what to choose depends on how much a bad run counts.
choices-head-expected = on average
choices-head-range = middle [our range]
choices-head-range-short = [our range]
choices-head-expected-short = average
choices-head-regret-short = regret
choices-head-best-in-short = best in
choices-head-worst = worst case
choices-head-regret = regret at most
choices-head-best-in = best in, of 100
choices-explain = Worst case: the worst draw on the worst branch. Regret: what is lost at most against the best option in hindsight. Best in: of 100 futures, each a draw with the luck of every chance.

# Later decisions.
choices-histories-title = What to choose later
choices-history = { $decision } ({ $year }){ $after }: { $best } ({ $values })
choices-history-level = { $decision } ({ $year }){ $after }: no clear difference ({ $values })
choices-history-after = , if { $ways }
choices-history-way = “{ $title }” is { $outcome }
choices-history-always = { $decision } ({ $year }), whatever happens before: { $best }
choices-history-never = { $decision } ({ $year }), whatever happens before: no clear difference
choices-history-more = … and { $count } more ways; choose fewer open decisions to see them all.

# Where the choice turns.
choices-regions-title = When the choice turns
choices-region-above = { $best } stays ahead as long as the chance of “{ $branch }” ({ $title }) stays above { $from } of 100; it is { $now } now. Below that, { $below }.
choices-region-below = { $best } stays ahead as long as the chance of “{ $branch }” ({ $title }) stays below { $to } of 100; it is { $now } now. Above that, { $above }.
choices-region-between = { $best } stays ahead as long as the chance of “{ $branch }” ({ $title }) stays between { $from } and { $to } of 100; it is { $now } now. Below that, { $below }; above, { $above }.
choices-region-error = (The draws leave { $error } of 100 open either way.)
choices-region-never = { $best } stays ahead whatever the chance of: { $branches }.
choices-region-level = Now { $best } and { $others } are the same answer: which of them is ahead below hangs on { $lead } only.
choices-region-single = With one option only, nothing can turn the choice.
choices-region-none = No chance in this tree can turn the choice, because none is met.

# Built in.
choices-hangs = What hangs on what we assumed

# Knowing more.
choices-worth-title = What it would be worth to know more
choices-worth-all = Knowing everything beforehand would be worth at most { $value } on average; it changes the choice in { $changes } of 100 futures.
choices-worth-one = Knowing “{ $label }” beforehand would be worth at most { $value } on average; it changes the choice in { $changes } of 100 runs.
choices-worth-none = Nothing that we looked at is worth knowing beforehand: the choice stays the same ({ $count } uncertain numbers and every chance).
choices-worth-rest = The other uncertain numbers, alone, are worth too little to tell from nothing ({ $count } looked at).

# Costs.
choices-cost-title = What it costs
choices-cost-nothing = No cost and no effort is entered: doing everything always wins. Enter what options cost to see what is worth it.
choices-cost-money = million dollars
choices-cost-effort = points of effort
choices-cost-first = { $option }: { $cost } { $unit }; it costs least.
choices-cost-frontier = { $option }: { $cost } { $unit }; { $ratio } { $unit } for each { $step } more than { $beside }.
choices-cost-dominated = { $option }: { $cost } { $unit }; { $beside } is as good or better for no more.
choices-cost-mixture = { $option }: { $cost } { $unit }; a mixture of { $beside } and { $and } would bring more for the same.
choices-cost-level = { $option }: { $cost } { $unit }; it costs more than { $beside } for the same answer.
choices-cost-unknown = { $option }: nobody entered what it costs.
choices-cost-within = Within { $budget } { $unit }, { $best } comes out ahead.
choices-cost-too-little = Within { $budget } { $unit } no option of known cost can be had.
choices-step-points = point
choices-step-percent = percentage point
choices-step-unit = unit
choices-step-score = tenth of the score

# Wildcards.
choices-stress-title = When a wildcard strikes
choices-stress-survives = { $wildcard }: { $best } is still ahead, or level.
choices-stress-turns = { $wildcard }: then { $best } comes out ahead, not { $usual }.
choices-stress-parts = { $wildcard }: then { $best } comes out ahead; without it { $best } and { $usual } are the same answer.
choices-stress-none = No wildcard is written down: add one to see which option survives a shock.

# What to doubt.
choices-doubt-title = What to doubt
choices-doubt-median = One run with every uncertain number at its middle: it has no ranges, and it cannot tell whether a lead holds.
choices-doubt-assumed = These are averages of what we assumed, not findings about the world.
choices-doubt-worst = A worst case of { $draws } draws is as bad as these draws got; more draws find worse.
choices-too-few = What it would be worth to know more cannot be told: { $reason }.
choices-again = Again: { $command }

# Reasons for no answer.
choices-fault-nothing-open = no decision is open; remove “choose” from one to compare its options
choices-fault-no-subject = there is no “{ $key }” here to choose by; see foretree data indicators
choices-fault-no-values = “{ $key }” has no number in some runs; choose by another indicator
choices-fault-no-year = { $year } is not among the simulated years
choices-fault-weights = every --objective needs a weight above 0, such as --objective offline_people=2
choices-fault-level = { $level } is out of range: --level lies between 0 and 1 for cvar (above 0) and hurwicz and is above 0 for utility; --equity lies between 0 and 3; --budget is not below 0
choices-fault-few = { $found } draws are too few; at least { $least } are needed
choices-fault-shared = this tree has uncertain chances in a shape that cannot be rolled back
choices-fault-other = these options cannot be compared: { $reason }
choices-fault-level-missing = this rule needs --level: for satisfice the value that is good enough, for utility the risk tolerance, both in the unit of the indicator
choices-fault-level-unused = --level has no meaning for the rules expected, worst and regret
choices-fault-two-objectives = choose by --indicator, by --objective or by --equity, not by several of them
choices-fault-even = --equity works for offline, online, covered, skilled and income_vs_noai

# The screen.
choices-strip = As the chance of “{ $branch }” ({ $title }) goes from 0 to 100 of 100
choices-strip-now = now
choices-map = Across: the chance of “{ $across }” ({ $across_title }). Upwards: “{ $up }” ({ $up_title }). Of 100.
choices-map-now = + is where they stand now. Each is the same here, whatever came before it.
choices-map-waiting = Working out the map …
choices-one-chance = There are no two chances to look at.
choices-screen-worked-out = Working out what it is worth to know more …
