# The screen Run: how the numbers come about.

running-draws = Draws
running-seed = Seed
running-sampling = Sampling
running-threads = Threads
running-memory = Memory
running-stress = Stress test
running-threads-all = all processors ({ $count })
running-mebibytes = { $count } MiB
running-stress-off =
    { $count ->
        [0] none; this scenario has no wildcard
        [one] off; 1 wildcard can be switched on (S)
       *[other] off; { $count } wildcards can be switched on (S)
    }
running-stress-none = None: as the tree says
running-stress-title = Which wildcard should happen in every run?
running-no-wildcard = There is no wildcard yet: W on the Tree (3) adds one.
running-nothing-runs = Nothing is running. R simulates now.

running-draws-hint = Each draw is one possible world. 10 000 are enough for most questions; + and - double and halve.
running-seed-hint = The same seed gives the same numbers on every machine.
running-threads-hint = Empty = all processors. Changes no number.
running-memory-hint = In MiB, at least { $least }; usually { $usual }. With less, ranges of the years before the last become coarser.
running-memory-least = At least { $least } MiB are needed.
running-whole = “{ $typed }” is no whole number that fits here.
running-latin-about = One draw in each of as many equal slices of every uncertain number: settles fastest for most questions.
running-sobol-about = A scrambled sequence that fills the space evenly; powers of two are best.
running-independent-about = Plain draws that know nothing of each other: for comparison.
running-edit-draws = number of draws
running-edit-seed = seed
running-edit-sampling = sampling

running-head-running = Simulating
running-head-done = The numbers are there
running-head-preview = First numbers, from few draws
running-head-partial = Stopped: the numbers are those of the draws that were done
running-head-none = Nothing has been simulated yet (R)
running-head-unsound = Nothing can be simulated while the scenario has errors
running-percent = { $percent } %
running-seconds =
    { $seconds ->
        [one] { $percent } %, about 1 second left (Esc stops)
       *[other] { $percent } %, about { $seconds } seconds left (Esc stops)
    }
running-minutes = { $percent } %, about { $minutes } minutes left (Esc stops)
running-whole-run = All { $draws } draws are there.
running-preview = These are the first { $draws } draws; the rest is on its way.
running-partial = Stopped after { $draws } of { $asked } draws: ranges are rougher, and the tails are missing most.
running-enough-title = Enough draws?
running-origin-title = How the numbers came about
running-paths =
    { $paths ->
        [one] One path, { $steps } years a draw.
       *[other] Each draw runs through all { $paths } paths, { $steps } years each, with the same luck.
    }
running-enough = Enough: twice the { $draws } draws would change the shown numbers by less than their last digit: { $what }.
running-not-enough = Not yet: after { $draws } draws the last digit shown may still change: { $what }. About { $more } draws would be needed (+ doubles them), if the decision hangs on it.
running-enough-early = After { $draws } draws it is too early to say: { $what }.
running-enough-unknown = A run tells it while it goes on: R simulates now.
running-enough-hidden = Hidden until the probabilities are locked (B) or somebody has guessed (G).
running-middle = middle { $middle } { $unit }, may move by { $moves }
running-middle-early = middle { $middle } { $unit }, too early to say
running-our-range = More draws make the numbers steadier, not truer: our range comes from the assumptions (4).
running-stressed = Stress test: “{ $wildcard }” happens in every run. { $answer }. It has no probability; do not average over it.
running-stress-wait = Stress test: “{ $wildcard }” is being simulated beside the tree as it is; after an edit or with another indicator choose it again (S).
