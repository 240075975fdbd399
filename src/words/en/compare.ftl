# Columns side by side.

compare-offline = { $who } offline
compare-title = Side by side in { $year }
compare-not-a-chance = So many of 100 model runs is not a chance in the real world.

compare-column = { $scenario } ({ $baseline })
compare-column-option = { $option } · { $scenario } ({ $baseline })
compare-column-reference = { $title }, the others are compared with this
compare-mixed = Decisions further down are open: their options count equally.

compare-rows = Values in { $year }
compare-arrows = ↓ less is better, ↑ more is better; under each value the difference to { $reference }, model run by model run, and in how many of 100 model runs the column is better.
compare-arrows-single = ↓ less is better, ↑ more is better; under each value the difference to { $reference }. One draw: there are no ranges.
compare-arrows-places = ↓ less is better, ↑ more is better; under each value the difference to { $reference }, model run by model run. Places differ in more than what is chosen in them: no column does better.
compare-versus-points = vs { $reference }, points
compare-versus = vs { $reference }
compare-better-in = better, of 100 runs
compare-equal = =
compare-women-ahead = A gap of women to men below 0 has women ahead. Differences compare sizes: the smaller gap is the better one.

compare-inputs = Inputs that differ from { $reference }
compare-inputs-more = and { $count } more; --format json lists all
compare-input-changed = { $field }: { $here } instead of { $there }
compare-input-added = { $field }: { $here }, not in the other
compare-input-dropped = { $field }: left out, there { $there }
compare-input-differs = { $field }

note-horizon-extended = { $file } ends in { $own }; for this comparison it runs to { $year } like the others.
note-same-simulation = All columns use the draws, seed and sampling of { $file }.
