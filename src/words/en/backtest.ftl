# The model against history: foretree backtest and the history page of the Outcomes.

backtest-title = The model against history
backtest-about = Ranges of internet use made with what was known in earlier years, and what happened.
backtest-held =
    Ranges made in { $first } for { $last } with what was known then held what happened in { $ten } of 10 of { $countries ->
        [one] the one country
       *[other] the { $countries } countries
    } that we tested ({ $group }). They were meant to hold it in 9 of 10.
backtest-held-tide = From all five starting years, 3 to 14 years ahead, ranges of the tide alone held what happened { $inside } times in 100 ({ $cases } ranges, { $group }), where 90 were meant.
backtest-low = The middle of the ranges lay { $points } points too low on average.
backtest-high = The middle of the ranges lay { $points } points too high on average.
backtest-top = What happened lay in the top tenth of the range { $top } times in 100 and in the bottom tenth { $bottom } times; 10 and 10 would be right.
backtest-none = No range can be checked for this: no figures of both years, or less than 1 % online at the start. Leave out { "--" }origin or { "--" }horizon, or ask for a larger group.

backtest-block = The whole connectivity block, { $first } to { $last }
backtest-block-about = “as then” uses the tide fitted on the years up to { $first }; “as shipped” the numbers of today, which have seen these years. Rise and errors in points of 100 people.
backtest-as-of = as then
backtest-shipped = as shipped
backtest-tide-named = The tide alone: { $group }
backtest-tide-about = Errors in points of 100 people. Of 100 ranges meant to hold 50, 80 and 90, so many did. CRPS is the mean error of a whole range: less is better.

backtest-column-group = group
backtest-column-count = ranges
backtest-column-countries = countries
backtest-column-rise = rise a year
backtest-column-ours = ours
backtest-column-parameters = numbers
backtest-column-mae = error
backtest-column-bias = middle too high
backtest-column-crps = CRPS
backtest-column-inside = inside 50/80/90
backtest-column-ahead = years ahead
backtest-column-origin = made in
backtest-column-rival = way to look ahead
backtest-column-apart = CRPS more than ours
backtest-column-error = give or take
backtest-between = { $low }–{ $high }
backtest-column-year = year
backtest-column-range = our range, %
backtest-column-happened = happened, %
backtest-column-picture = 0 to 100 %

backtest-chart = How many of 100 ranges meant to hold 90 did, by years ahead
backtest-chart-wanted = { $mark } marks 90.
backtest-pit = Where what happened lay within our ranges
backtest-pit-about = Each tenth of a range should hold 10 of 100.
backtest-rivals = Plain ways to look ahead, on the same countries and years: { $group }
backtest-rivals-about = A way that gives one number got the errors it made in the ten years before as its range. Give or take: one standard error, countries counted as clusters.
backtest-country = { $name }: ranges made in { $origin }, and what happened
backtest-country-start = In { $origin }, { $start } % were online. { $mark } marks what happened; the range from 5 to 95 is light, its inner half dark.
backtest-country-held = { $inside } of { $years } years ended inside the range meant to hold 9 of 10. These years depend on each other: this is one history, not { $years } tests.
backtest-country-none = { $name } cannot be tested from { $origin }: there is no figure for that year and later ones, or fewer than 1 % were online.
backtest-fits = The tide as fitted for each starting year
backtest-fit = { $origin }: growth { $growth }, slowdown { $slowdown }, power drag { $drag }, lasting difference { $lasting }, surprise { $noise }, its spread { $spread }
backtest-variant = Variant { $name }: fitted again for every starting year. The model itself is unchanged.

group-tested-all = all countries
group-tested-ldc = least developed
group-tested-low = low income
group-tested-lower_middle = lower-middle income
group-tested-upper_middle = upper-middle income
group-tested-high = high income

kind-rival-no_change = nothing changes
kind-rival-mean_change = change as before, for all
kind-rival-linear_trend = straight line, six years
kind-rival-logistic_trend = logistic curve, six years
kind-rival-random_walk = random walk of log odds

note-backtest-only-use = Only internet use of whole countries could be compared with history. Job and harm figures rest on judgement and have never been checked against history; nor were the poor apart from the rest.
note-backtest-coverage = Coverage cannot be checked: the only series are 3G to 2018 and 4G to 2024. Poverty, schooling and the split between women and men of 2017 are present values, since older ones are not in the data.
note-backtest-shared = Shocks such as cheap mobile internet after 2010 or the pandemic hit all countries at once, so many countries are far fewer independent tests. Expect surprises.
note-backtest-tiny = This group has fewer than ten members: its shares say little.

history-nothing = Only internet use of whole countries has a history to compare with. Look at a subject about being online, such as people online, and press h again.
history-page = { $name } against history
history-page-keys = More: foretree backtest { "--" }country { $iso3 }
history-page-group = More: foretree backtest
