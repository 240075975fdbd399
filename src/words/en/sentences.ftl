# Sentences that say numbers and charts, for screens, commands and reports alike.

say-range = Our range is { $low } to { $high } of every 100 { $who } offline in { $year }.
say-range-of = Our range of { $what } in { $year } is { $low } to { $high }.
say-held = Tested only for whole countries and { $years } years ahead ({ $first } to { $last }): internet use ended inside such ranges in about { $ten } in 10 of { $countries } countries ({ $source }). Expect surprises.
say-held-not-tested = Nobody has tested yet how often such ranges hold. Expect surprises.
history-source = docs/model.md, 6.5
doubt-untested = Job and harm figures rest on judgement and have never been checked against history.
doubt-not-counted = Not in these numbers: surveillance, dignity, conflict, energy use, people this cohort split cannot see (age, disability, displacement).
say-not-counted-by = { $column } does not count: { $what }.

say-fewer-offline = In { $runs } of 100 model runs with our assumptions, { $ahead } leaves fewer { $who } offline than { $behind }. This is not a chance of { $runs } % in the real world.
say-ahead = { $what }: in { $runs } of 100 model runs with our assumptions, { $ahead } does better than { $behind }. This is not a chance of { $runs } % in the real world.
say-even = { $what }: { $column } and { $reference } come out about the same. { $column } is ahead in { $better } of 100 model runs and behind in { $worse }: with so little between them, that is the same answer.
say-level = { $what }: { $column } and { $reference } do not differ.
say-hardly = { $what }: { $column } and { $reference } are the same answer. They differ by less than is shown.
say-same-answer = { $one } and { $other } of 100 are the same answer.
say-places = { $what }: in { $runs } of 100 model runs, { $lower } lies below { $upper }. Two places differ in far more than what is chosen in them, so this does not say who chose better.
say-places-even = { $what }: { $column } and { $reference } lie about as high. Two places differ in far more than what is chosen in them, so this does not say who chose better.
say-median-by = { $what }, median run: { $column } against { $reference } { $by }.

say-assumed = { $column } comes out ahead because we assumed it helps.
say-assumed-harm = { $column } comes out behind because we assumed it harms.
say-mixed = { $column } assumes both help and harm: the order is not built in.
say-turns = { $column } would stop being ahead of { $reference } if its effect were less than { $share } of what we assumed.
say-turns-alone = It would stop being ahead if { $effect } alone did less than { $share } of what we assumed.
say-only-gains = { $column } only adds benefits: however weak they are, nothing in these numbers could make it lose to { $reference }. Look at who pays and what is not counted.
say-never-turns = { $column } would stay ahead of { $reference } even without its effects: what carries it is a chance or a figure, which we assumed as well.
say-behind = { $column } is not ahead of { $reference }, even with all of the effect that we assumed.
say-mark-turns = { $column } would no longer reach { $mark } if its effect were less than { $share } of what we assumed.
say-mark-missed = { $column } does not reach { $mark } in the middle of our runs, even with all of the effect that we assumed.
say-mark-anyway = { $column } reaches { $mark } in the middle of our runs even without its effect.
share-almost-none = a twentieth
share-tenth = a tenth
share-fifth = a fifth
share-quarter = a quarter
share-third = a third
share-two-fifths = two fifths
share-half = half
share-three-fifths = three fifths
share-two-thirds = two thirds
share-three-quarters = three quarters
share-four-fifths = four fifths
share-nine-tenths = nine tenths
share-almost-all = almost all

doubt-small = Mid-range effect of AI on the income of the poor: about { $middle } a year. In 1 run in 20 they lose { $loss } or more. The bad tail is the news, not the middle.
doubt-small-option = Mid-range effect of AI on the income of the poor under { $letter }: about { $middle } a year. In 1 run in 20 they lose { $loss } or more. The bad tail is the news, not the middle.
doubt-average = These are averages of groups. Most people lose nothing; some lose a lot.
doubt-average-harmed = These are averages of groups. Most people lose nothing; some lose a lot: up to { $people } in poverty harmed at once in a bad run.

say-judged = { $percent } % is what this room judged.
say-judged-people =
    { $percent } % is what this room judged ({ $people ->
        [one] one person
       *[other] { $people } people
    }, { $low }–{ $high }).
say-dissent =
    { $count ->
        [one] One of us disagreed: { $views }
        [2] Two of us disagreed: { $views }
       *[other] { $count } of us disagreed: { $views }
    }
say-view = “{ $view }”

say-chart-falls = { $what }: { $start } in { $first }, falling to { $end } in { $last }.
say-chart-rises = { $what }: { $start } in { $first }, rising to { $end } in { $last }.
say-chart-stays = { $what }: { $start } in { $first }, about the same in { $last }: { $end }.
say-chart-widens = Our range is { $low } to { $high } by { $last }.
say-chart-crosses-down = The middle falls below { $mark } in { $year }.
say-chart-crosses-up = The middle rises above { $mark } in { $year }.
say-chart-not-crossed = The middle does not get to { $mark } by { $last }.
say-chart-always = The middle is beyond { $mark } from the start.
say-chart-noai = Against no AI: { $gap }.
say-chart-reference = { $country } stands at { $value }.
say-distribution = Half of the model runs end between { $q25 } and { $q75 }, nine in ten between { $q5 } and { $q95 }; the middle is { $middle }.
say-distribution-low = The low tail is the long one: { $q5 } or less in 1 run in 20.
say-distribution-high = The high tail is the long one: { $q95 } or more in 1 run in 20.
say-beyond-above = { $runs } of 100 model runs end above { $mark }.
say-beyond-below = { $runs } of 100 model runs end below { $mark }.
say-cell = { $column } { $value }
say-row = { $label }: { $cells }.

say-preview = A preview from { $draws } model runs: a value marked ~ may still move.
say-preview-mark = ~{ $value }

say-guess-covers = Your range of { $low } to { $high } holds our middle of { $middle }; ours is { $ours }.
say-guess-narrow = Your range of { $low } to { $high } holds our middle of { $middle }, but it is surer than our runs: ours is { $ours }.
say-guess-wide = Your range of { $low } to { $high } holds our middle of { $middle } and is much wider than ours, { $ours }.
say-guess-low = You expected less: our middle of { $middle } lies { $by } above your range of { $low } to { $high }; ours is { $ours }.
say-guess-high = You expected more: our middle of { $middle } lies { $by } below your range of { $low } to { $high }; ours is { $ours }.
say-guess-runs = { $runs } of 100 model runs fall inside your range.
say-guess-not-truth = Our runs are not the truth either: write down why you differ.

say-everyday-otherwise = If it were { $other } instead of { $usual }, { $what } would be { $to } instead of { $from }.
say-everyday-no-change = If it were { $other } instead of { $usual }, { $what } would stay at { $from }.
