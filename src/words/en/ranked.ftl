# What matters: rankings, groups and doubts.

ranked-title = What matters: { $what }, { $year }
ranked-option = With “{ $option }”: { $value }
ranked-whole = All runs: { $value }
ranked-lead = The strongest single thing, 1, makes { $share } of the spread: { $low } where it is low, { $high } where it is high.
ranked-lead-tie = The strongest single things, { $places }, are about the same; 1 makes { $share } of the spread: { $low } where it is low, { $high } where it is high.
ranked-lead-chance = Chance alone makes more: { $share }.
ranked-ties = About the same, since their intervals overlap: { $places }.
ranked-place = { $place }. { $name }
ranked-places-two = { $first } and { $last }
ranked-places-more = { $first } to { $last }
ranked-column-what = What we assume, low to high
ranked-column-share = Of the spread
ranked-column-bar = { $from } to { $to }
ranked-legend = { $low } where it is low, { $high } where it is high (1 draw in 20 lies beyond either), { $middle } the middle of all runs; lengths can be compared.
ranked-ends = { $low } where it is low, { $high } where it is high
ranked-node-ends = { $low } after “{ $lowest }”, { $high } after “{ $highest }”
ranked-row = { $id }, { $evidence }; { $total } with all that it does together with others
ranked-row-bare = { $id }, { $evidence }
ranked-noise =
    { $count ->
        [one] 1 more cannot be told from chance.
       *[other] { $count } more cannot be told from chance.
    }
ranked-more =
    { $count ->
        [one] 1 weaker one is left out (--top).
       *[other] { $count } weaker ones are left out (--top).
    }
ranked-none = Nothing that was drawn stands out from chance.
ranked-measured = measured
ranked-similar = similar cases
ranked-judgement = our judgement
ranked-tree = in the tree
ranked-percent = { $share } %
ranked-under-one = under 1 %
ranked-groups = Where the spread comes from
ranked-group-branches = Which branches happen
ranked-group-chance = Chance alone
ranked-group-measured = What was measured
ranked-group-similar = What we know from similar cases
ranked-group-judgement = Our judgement
ranked-group-together = Several of these at once
ranked-group-rest = Not told apart
ranked-fit = A simple stand-in for the model explains { $share } % of the spread in draws that it had not seen: shares by group can be read as they stand.
ranked-unfit = A simple stand-in for the model explains only { $share } % of the spread in draws that it had not seen: take shares by group and total shares as a rough picture, or run --design saltelli.
ranked-honest = Shares of the spread in model runs with our assumptions, not of what happens in the world. What we assumed narrow cannot matter here.
ranked-median = Every uncertain number stands at its middle: only what happens on the tree can matter here.
ranked-methods = The same by other methods
ranked-method-id = Input
ranked-method-share = Alone
ranked-method-total = Total
ranked-method-rank = Rank
ranked-method-pawn = PAWN
ranked-method-delta = Delta
ranked-methods-about = Alone and Total: shares of the variance in %, with intervals that hold 9 times in 10. Rank: rank correlation. PAWN and Delta look at the whole distribution, from 0 to 1; what an idle input reaches in 1 of 20 cases stands behind PAWN ({ $pawn }) and Delta ({ $delta }).
ranked-exact = Exact Sobol indices, { $base } base draws, { $runs } runs
ranked-exact-first = Alone
ranked-exact-total = Total
ranked-no-subject = This place has no such number in that year. `foretree data indicators` lists what there is; extremes have no year of their own.
ranked-condition = Exact Sobol indices take every draw alike, and this condition (--where) leaves some out or makes some likelier than others. Without --design saltelli, shares come from the draws that pass; with it, conditions may be about nodes whose probabilities are plain numbers.
ranked-cancelled = Stopped before the runs were done.
ranked-few = { $cases } draws are too few to tell what matters from chance: it takes { $least }. More draws help (--draws).
ranked-constant = It is the same in every run, so nothing can move it. Another indicator or a later year may differ.
ranked-no-inputs = Nothing is uncertain here: every number is fixed. Give some of them a range.
ranked-not-a-number = Some runs have no such number, so they cannot be ranked. Another indicator or year may have one in every run.
ranked-year = The year must lie between { $first } and { $last }.

# Notes and help of `foretree matters`.

note-matters-mixed = Later decisions stay open: their options count alike here.
note-matters-correlated = Some parameters move together: their shares overlap, and groups that hold them are rough.
help-matters = Rank what moves an outcome most: assumptions, branches and chance alone
help-matters-file = Scenario file, or name of a built-in example
help-matters-indicator = Indicator, or what is measured of a cohort, such as usage:poor_women
help-matters-year = Year [default: the last]
help-matters-option = One option of the open decision [default: one ranking for each]
help-matters-method = What the ranking follows; all shows every method beside the shares
help-matters-design = given: the draws of the run; saltelli: exact Sobol indices from runs on a design of their own (--draws base draws, default 1024)
help-matters-top = How many to show for each option
help-matters-examples =
    Examples:
      foretree matters malawi-tax-power-masts.ron
      foretree matters --indicator income_poor_vs_noai --year 2035 mine.ron
      foretree matters --method all --top 12 mine.ron
      foretree matters --design saltelli --draws 512 mine.ron

    With an open decision there is one ranking for each option, never one for their average.
