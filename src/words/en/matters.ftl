# What matters.

matters-hidden = What moves the numbers is hidden until they may be seen.
matters-nothing-yet = What moves the shown number is still being worked out.
matters-none = Nothing that was drawn moves { $what } more than chance would.
matters-head = { $what }, { $year }. { $lead }
matters-head-option = { $what }, { $year }, with “{ $option }”. { $lead }
matters-groups = Where the spread comes from: { $groups }
matters-what = What we assume; what happens
matters-what-all = Also what is mere chance
matters-share = of spread
matters-legend = { $low } where low  { $high } where high
matters-spoken = { $place }. { $share } of the spread: { $name } { $detail }
matters-honest = In our model runs, not in the world; what we assumed narrow cannot matter.
matters-nothing-marked = Nothing is listed yet.
matters-no-option = No decision is open.
