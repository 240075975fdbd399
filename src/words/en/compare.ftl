# Columns side by side.

compare-offline = { $who } offline
compare-title = Side by side in { $year }
compare-better = { $what }: in { $runs } of 100 model runs with our assumptions, { $column } does better than { $reference }.
compare-worse = { $what }: in { $runs } of 100 model runs with our assumptions, { $column } does worse than { $reference }.
compare-even = { $what }: { $column } and { $reference } are about the same. { $column } does better in { $better } of 100 model runs and worse in { $worse }.
compare-same = { $what }: { $column } and { $reference } do not differ.
compare-median = { $what }, median run: { $column } against { $reference } { $by }.
compare-not-a-chance = So many of 100 model runs is not a chance in the real world. A column comes out ahead because we assumed that it helps.

compare-column = { $scenario } ({ $baseline })
compare-column-option = { $option } · { $scenario } ({ $baseline })
compare-column-reference = { $title }, the others are compared with this
compare-mixed = Decisions further down are open: their options count equally.

compare-rows = Values in { $year }
compare-arrows = ↓ less is better, ↑ more is better; under each value the difference to { $reference }, model run by model run, and in how many of 100 model runs the column is better.
compare-versus-points = vs { $reference }, points
compare-versus = vs { $reference }
compare-better-in = better, of 100 runs
compare-equal = =

compare-inputs = Inputs that differ from { $reference }
compare-inputs-more = and { $count } more; --format json lists all
compare-input-changed = { $field }: { $here } instead of { $there }
compare-input-added = { $field }: { $here }, not in the other
compare-input-dropped = { $field }: left out, there { $there }
compare-input-differs = { $field }

note-horizon-extended = { $file } ends in { $own }; for this comparison it runs to { $year } like the others.
note-same-simulation = All columns use the draws, seed and sampling of { $file }.
