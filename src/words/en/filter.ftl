# Conditional questions: what must hold in every run.

condition-empty = A condition needs a test, such as “frontier_growth > 0.2” or “power = slow”.
condition-no-name = At character { $column } a name should stand, not “{ $found }”: an input or a node, as in “power = slow”.
condition-no-comparison = At character { $column }, after “{ $name }”, a comparison is missing: >, >=, <, <=, =, != or “in”.
condition-no-value = At character { $column }, after “{ $name }”, something to compare with is missing.
condition-no-number = At character { $column }: “{ $found }” is no number. Write 0.2, 20 % or, after “in”, 0.02..0.05.
condition-backwards = At character { $column }: the range from { $low } to { $high } begins above its end.
condition-unknown = At character { $column }: this scenario has no input and no node “{ $name }”.
condition-did-you-mean = Did you mean “{ $name }”?
condition-result = At character { $column }: “{ $name }” is a result. A condition is about what goes into a run: inputs and how nodes turn out. What runs that end so have in common is told by Setbacks (foretree setbacks --indicator …).
condition-unknown-outcome = At character { $column }: “{ $node }” does not turn out “{ $found }”, but: { $known }.
condition-node = At character { $column }: “{ $node }” has outcomes, not numbers. Write “{ $node } = …” with one of: { $known }.
condition-no-part = At character { $column }: “{ $found }” is no part of the runs by “{ $name }”. Write high, low, middle, top third, bottom half, top 10 %, or compare with a number.
condition-certain = At character { $column }: “{ $name }” is { $value } in every run, so it has no high and no low.
condition-median = At character { $column }: in a median run “{ $name }” stands at its middle, so there is nothing to choose. Leave --median out.
condition-no-path = No path through the tree passes these conditions together: leave one out.
condition-no-draw = None of { $draws } runs passes these conditions together.
condition-alone = “{ $test }” alone lets { $draws } through (9 in 10 runs have { $low } to { $high } there).
condition-no-draw-help = Loosen one, or run more draws.

run-where = Only runs where { $tests }: { $left } of { $draws } draws.
run-where-weighted = Only runs where { $tests }: { $left } of { $draws } draws, worth { $effective } of equal weight.
run-where-and = { $all } and { $next }
note-few-draws-left = Only { $left } of { $asked } draws pass the condition: the ends of our range rest on { $tail ->
    [0] none
   *[other] about { $tail }
} of them. With --draws { $more } about { $goal } would pass.

filter-title = Only runs where …
filter-type = Type a condition
filter-type-about = For example: frontier_growth > 0.2 and power = slow
filter-everything = All runs again
filter-branch = { $node } { $outcome }
filter-high = High third: { $what }
filter-low = Low third: { $what }
filter-field = Where
filter-hint = An input or a node: price_decline in 0.02..0.05, frontier_growth = high, power != on_plan; joined by “and”
filter-mark = if { $tests }: { $left } of { $draws }
filter-added = { $left } of { $draws } draws pass, on { $paths ->
    [one] one path
   *[other] { $paths } paths
}. F shows all runs again.
filter-cleared = All runs again
filter-none = Nothing is filtered: all runs are shown.
filter-few = Few runs are left ({ $left }): the ends of our range rest on about { $tail } of them. More draws (F2 Run) or a looser condition would help.

precision-enough = Enough draws: twice as many would change these numbers by less than their last digit.
precision-needs = More draws may still change the last digit of these numbers: about { $draws } would be needed.
precision-met = These numbers are as exact as was asked for.
precision-not-met = These numbers are not as exact as was asked for: about { $draws } draws would be needed.
precision-unknown = Too few draws to tell how exact these numbers are.
precision-wrong = “{ $typed }” is no precision: write 1 to 4 for so many digits, or a width such as 0.01 or 1%.
note-not-precise = The numbers are not as exact as was asked for: { $most } draws are the most that are tried.
help-run-until-precise = Draw twice as many again and again until the first numbers are exact: 2 for two digits, 1% or 0.01 for the width of their 95 % intervals; at most 1 000 000 draws

help-any-where = Look only at runs where this holds: frontier_growth>0.2, price_decline in 0.02..0.05, frontier_growth=high (top third), power=slow, power!=on_plan; joined by “and”; may be given more than once
