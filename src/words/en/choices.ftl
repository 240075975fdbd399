# Choices.

choices-hidden = Choices are hidden until the numbers may be seen.
choices-nothing-yet = The numbers are still being worked out.
choices-none-open = No decision is open: reopen one in the Tree to compare its options.
choices-option = { $option }: { $average } on average over our runs; { $bad } or worse in 1 run of 20
