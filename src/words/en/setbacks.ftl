# Setbacks.

setbacks-hidden = Setbacks are hidden until the numbers may be seen.
setbacks-head = In how many of our runs the poorest lose, and in which way
