# What went wrong, in sentences. Ids: fault- (files), problem- (the text of a scenario file),
# baseline- (base years), hint-CODE (what would help; same values as the sentence).

fault = error: { $message }
severity-error = error
severity-warning = warning

did-you-mean = did you mean `{ $name }`?
end-of-file = the end of the file
source-example = There is no such file; this is the built-in example { $name }.

fault-write-output = the output could not be written: { $reason }
fault-not-found = { $file }: there is no such file
fault-unreadable = { $file }: the file cannot be read: { $reason }
fault-unwritable = { $file }: the file cannot be written: { $reason }
fault-too-large = { $file }: the file is larger than { $most } MiB; this cannot be a scenario

problem-not-utf8 = this is not UTF-8 text; save the file as UTF-8
problem-newer = this file needs foretree >= the first version that reads format { $format }; this is { $version }, which reads format { $known }
problem-no-such-format = there is no format { $format }; write `format: { $known }`
problem-too-many-values = more than { $most } values: this cannot be a scenario
problem-too-deep = brackets are nested more than { $most } deep
problem-attribute = a scenario file sets no extensions of its own; remove the line that begins with `#`
problem-text-after-end = the scenario ends before this; one file holds one scenario
problem-stray-character = unexpected character `{ $found }`
problem-unclosed-text = this text is not closed by a quotation mark
problem-unclosed-comment = this comment is not closed by `*/`
problem-unclosed-bracket = the `{ $bracket }` of line { $line }, column { $column } is not closed before { $found }
problem-missing-comma = expected `,` or `{ $close }` before { $found }
hint-missing-comma = perhaps the `{ $bracket }` of line { $line }, column { $column } is not closed
problem-unexpected = expected { $expected }, found { $found }
problem-bad-text = bad text: { $reason }
problem-expected-text = expected a text in quotation marks
problem-bad-number = `{ $found }` is not a number
problem-not-finite = `{ $found }` is not a number that can be used here; numbers must be finite
problem-overflow = `{ $found }` is too large a number
problem-not-whole = expected a whole number from { $min } to { $max }, found `{ $found }`
problem-wrong-form = expected { $expected }, found { $found }
problem-number-for-quantity = expected a quantity; write a certain number as `Fixed({ $found })`
problem-word-in-quotes = write `{ $word }` without quotation marks
problem-single-brackets = write `{ $word }((…))` with two pairs of brackets
problem-unknown-field = there is no field `{ $name }` here
hint-unknown-field = the fields here are { $known }
problem-unknown-word = `{ $name }` is none of { $known }
problem-missing-field = the field `{ $name }` is missing
problem-repeated-field = the field `{ $name }` is written twice
problem-repeated-key = the key `{ $name }` is written twice
problem-wrong-count = expected { $expected }, found { $found }
problem-other = { $reason }

baseline-unknown-country = there is no country `{ $id }`
hint-unknown-country = foretree data countries lists all codes
baseline-unknown-group = there is no group `{ $id }`
hint-unknown-group = foretree data groups lists all groups
baseline-no-data = no { $missing } of { $id } is known, and nothing can stand in for it
baseline-unknown-input = there is no country input `{ $id }`
baseline-out-of-range = { $id } is { $value }, outside { $min } to { $max }
baseline-not-fixed = { $id } enters the rules of the base year, so it must be one number; write it as `Fixed(…)`
baseline-country-only = { $id } can be replaced for countries only
baseline-needs-both-sexes = use by women and use by men must be given together
baseline-exposure-on-custom = the exposure definition of the IMF cannot be used with a custom baseline
baseline-cohort-count = a custom baseline has one to eight cohorts, not { $count }
baseline-duplicate-cohort = two cohorts are called `{ $id }`
baseline-share-sum = the shares of the cohorts sum to { $sum }, not to 1
baseline-usage-outside-coverage = use of cohort `{ $id }` must lie above 0 and below its coverage
baseline-too-many-exposed-jobs = automatable and augmentable jobs of cohort `{ $id }` exceed all jobs

plan-unknown-wildcard = there is no wildcard `{ $id }`
plan-impossible-correlations = these rank correlations cannot hold together; the nearest that can: { $changes }
correlation-change = { $first } and { $second } { $nearest } instead of { $given }
plan-other = the scenario cannot be simulated: { $reason }

fault-interrupted = interrupted; nothing was written
