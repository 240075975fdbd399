# What matters.

matters-hidden = What moves the numbers is hidden until they may be seen.
matters-nothing-yet = Nothing moves the shown number yet, or it is still being worked out.
matters-head = What moves { $what } most, in our runs
matters-head-option = What moves { $what } most, in our runs, if “{ $option }”
matters-input = { $share } of 100 parts of the spread: { $input }
matters-rest = { $share } of 100 parts: luck of the years, inputs working together, and all that is weaker
