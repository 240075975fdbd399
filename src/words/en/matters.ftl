# What matters.

matters-hidden = What moves the numbers is hidden until they may be seen.
matters-nothing-yet = What moves the shown number is still being worked out.
matters-none = Nothing that was drawn moves { $what } more than chance would.
matters-head = { $what }, { $year }: the strongest single thing makes { $share } of the spread and takes it from { $low } to { $high }.
matters-head-option = With “{ $option }”, { $what }, { $year }: the strongest single thing makes { $share } of the spread and takes it from { $low } to { $high }.
matters-groups = Where the spread comes from: { $groups }
matters-what = What we assume, low to high; what happens
matters-what-all = What we assume, with what is no more than chance
matters-share = of spread
matters-legend = { $low } where low  { $high } where high
matters-spoken = { $place }. { $share } of the spread: { $name } { $detail }
matters-no-option = No decision is open.
