# What a check finds in a scenario. hint-CODE says what would help, with the same values.

severity-note = note
after-history = { " " }after { $history }
cohort-share = { $who } { $share } %

finding-bad-id = `{ $id }` cannot be the id of a { $of }: up to 40 of a-z, 0-9 and _, beginning with a letter
finding-repeated-id = two of the same kind ({ $of }) have the id `{ $id }`
finding-repeated-effect = two effects have the id `{ $id }`
hint-repeated-effect = give each effect an `id` of its own
finding-reserved-cohort = `{ $id }` stands for a group of cohorts and cannot be the id of one
finding-unknown = there is no { $what } `{ $id }`
finding-input-as-assumption = `{ $id }` is a country input; it belongs under setting.inputs
finding-parameter-as-input = `{ $id }` is a parameter; it belongs under assumptions
finding-horizon-start = a horizon begins in { $base }, not in { $year }
finding-horizon-end = a horizon ends between { $first } and { $last }, not in { $year }
finding-exposure-on-custom = the exposure definition of the IMF does not exist for a made-up place
finding-figure-uncertain = `{ $id }` enters the rules that build a country's base year: it must be one number, `Fixed(…)`
finding-figure-without-country = `{ $id }` enters the rules that build a country's base year: it is for countries only
finding-cohort-count = a made-up place has one to { $most } cohorts, not { $count }
finding-shares-sum = the shares of the cohorts sum to { $sum }, not to 1
finding-usage-outside = users per head must lie above 0 and below the coverage of { $coverage }, not at { $usage }
finding-exposed-sum = automatable and augmentable jobs are more than all jobs: { $sum }

finding-not-finite = a number here is not finite
finding-too-large = { $value } is larger than any number here can be meant to be
finding-unordered = the points must rise: p5 { $low } <= p50 { $middle } <= p95 { $high }
finding-off-scale = { $value } has no place on { $scale }
kind-scale-linear = a linear scale
kind-scale-log = a log scale, which holds numbers above 0
kind-scale-logit = a log-odds scale, which holds numbers between 0 and 1, both excluded
finding-negative-spread = a standard deviation is at least 0, not { $value }
finding-median-not-positive = the median of a log-normal lies above 0, not at { $value }
finding-bounds = min { $min } must lie below max { $max }
finding-mode-outside = mode { $value } must lie between { $min } and { $max }
finding-shape-too-small = a shape of a beta distribution is at least 0.2, not { $value }
finding-no-values = there is no value to choose from
finding-negative-weight = a weight is at least 0, not { $value }
finding-no-weight = the weights are all 0
finding-out-of-range = { $low } to { $high } is not within { $min } to { $max }
finding-value-out-of-range = { $value } is not within { $min } to { $max }
finding-tail-out-of-range = the tails reach beyond { $min } to { $max }; such draws are held at the limit
finding-draws = a run has 1 to { $most } draws, not { $draws }
finding-correlated-with-itself = `{ $id }` cannot be correlated with itself
finding-repeated-pair = the pair `{ $first }` and `{ $second }` stands here twice

finding-rank = a rank is 1 to { $most }, or 0 for none yet, not { $rank }
finding-guess-backwards = a guess runs from low to high, not from { $low } to { $high }
finding-guess-outside = the guess is about { $year }, which lies outside of { $first } to { $last }
finding-names-nothing = there is no { $what } `{ $id }` any more

finding-no-root = the tree has nodes but no root
finding-no-outcomes = node `{ $id }` has no branches or options
finding-unreachable = no path leads to node `{ $id }`
finding-cycle = the path comes round again: { $nodes }
finding-year-outside = { $year } lies outside of { $first } to { $last }
finding-year-not-after = node `{ $id }` of { $year } must come after `{ $parent }` of { $before }
finding-too-many-paths = { $count } paths are more than { $most }; they multiply at { $nodes }

finding-probability-sum = the probabilities sum to { $sum }, not to 1{ $after }
finding-probability-medians = the medians of the probabilities sum to { $sum }; they will be scaled to 1{ $after }
finding-no-probability = the probabilities are all 0{ $after }
finding-given-not-before = `{ $id }` never comes before this node
finding-repeated-given = `{ $first }={ $second }` stands here twice

finding-too-many-effects = { $count } effects are more than { $most }: no room can have agreed on them
finding-base-only = `{ $id }` describes the base year; effects cannot change it
hint-base-only = a different value for the whole scenario belongs under assumptions
finding-cohorts-on-national = `{ $id }` is national; it cannot be aimed at cohorts
finding-start-before = the effect starts in { $start }, before its node of { $year }
finding-start-after-end = the effect starts in { $start }, after the end of the horizon in { $end }
finding-too-many-years = { $count } years are more than { $most }
finding-effort = effort is 1 to 3 points, not { $effort }
finding-two-sets = { $first } and { $second } both set `{ $id }` for the same people{ $after }
finding-opposite-adds = { $first } and { $second } may pull `{ $id }` in opposite directions for the same people{ $after }

finding-empty-title = the title is empty
finding-reference-is-itself = the reference `{ $id }` is the country itself: the gap is 0 by definition
finding-repeated-measure = measure { $id } is named twice
finding-measure-without-effect = measure { $id } has no effect in the model
finding-pulls-bundle = { $first } acts as one bundle with { $second }, whose effects come too
finding-measure-too-late = measure { $id } would begin to act in { $start }, after the end of the horizon in { $end }
finding-nobody-meant = nobody in this place is meant by `{ $id }`
finding-no-duration = an effect that lasts 0 years does nothing
finding-wildcard-without-effect = wildcard `{ $id }` does nothing
finding-dissent-on-nothing = `{ $id }` names no node, branch or option
finding-unknown-evidence = the evidence register has no entry { $id }
finding-no-do-nothing = decision `{ $id }` has no option to do nothing: without one, nothing shows what doing something changes
finding-only-benefits = option `{ $id }` only does good and costs nothing: say what it takes
hint-only-benefits = give it a `cost`, an `effort` or what is `not_counted`
finding-no-plain-option = every option of `{ $id }` relies on AI services: add one that does without
finding-small-poor-cohorts = cohorts in poverty are very small ({ $cohorts }): look at other cohorts as well
finding-many-nodes = { $count } nodes are more than a workshop can discuss ({ $most })
finding-many-paths = { $count } paths are more than a workshop can discuss ({ $most })
finding-doubtful-data = old, estimated or doubtful figures of the base year: { $flags }
finding-no-rationale = node `{ $id }` has no rationale: a year from now nobody will know why
finding-and-more = and { $count } more findings
finding-other = { $reason }

kind-node = node
kind-branch = branch
kind-option = option
kind-effect = effect
kind-cohort = cohort
kind-group = group of countries
kind-input = country input
kind-parameter = parameter
kind-effect-path = parameter or country input
kind-measure = measure
kind-indicator = indicator
kind-outcome = branch or option
