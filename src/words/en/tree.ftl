# The tree and its inspector.

line-question = Question
line-title = What happens
line-kind = Kind
line-layer = Layer
line-cluster = Knowledge
line-year = Year
line-actor = Who decides
line-choose = Decided
line-open = open: nobody has decided yet
line-pinned = {" "}· pinned
line-because = Because
line-sources = Sources
line-probability = Probability
line-share-range = { $middle } [{ $low } – { $high }]
line-given = after “{ $after }”
line-add-given = Another probability after an earlier branch …
line-effect = Effect
line-add-effect = Add an effect …
line-measures = Measures
line-effort = Effort
line-effort-points = { $points } of 3 points
line-cost = Cost
line-cost-value = { $value } million dollars a year
line-not-counted = Not counted
line-next = Then
line-end = the path ends
line-chance = chance: nobody here decides it
line-decision = decision: somebody decides it
layer-infrastructure = I infrastructure
layer-data = D data
layer-skills = S skills
layer-policy = P policy, law and rights
cluster-high = act now
cluster-evolving = experiment
cluster-uncertain = guardrails
effect-set = set to
effect-multiply = times
effect-add = plus
effect-line = { $what }: { $op } { $value }, { $evidence }
evidence-a = measured
evidence-b = similar cases
evidence-c = our judgement

tree-empty-first = The tree is empty. Press a to add the first decision or chance.
tree-no-chance = Only branches of a chance have a probability. Mark one of them.
tree-no-decision = Only a decision can be decided. Mark one, or one of its options.
tree-mark-branch = Mark a branch or an option first (right arrow).
tree-mark-option = Mark the option that is chosen.
tree-at-edge = It stands at the edge already.
tree-copied = Copied with everything after it. p pastes a copy, M moves it.
tree-nothing-copied = Nothing was copied yet: y copies what is marked.
tree-copy-branch-first = Copy a branch or option first (y), mark where its followers should go, then move.
tree-findings = What is wrong or doubtful
tree-no-findings = Nothing is wrong and nothing is doubtful.
tree-finding-error = To mend:
tree-finding-warning = Doubtful:
tree-text-node = { $year } { $title }
tree-text-branch = { $share } { $title }
tree-text-option = { $title }

edit-probability = probability of “{ $branch }”
edit-given = another probability of “{ $branch }”
edit-add = “{ $title }” added
edit-choose = option chosen
edit-open-decision = decision opened again
edit-remove = part of the tree removed
edit-paste = part of the tree pasted
edit-move = part of the tree moved
edit-link = branch led elsewhere
edit-unshare = branch with a part of its own
edit-shift = order of branches
edit-text = { $what }
edit-kind = chance or decision
edit-layer = layer
edit-cluster = knowledge
edit-the-year = year
edit-effort = effort
edit-cost = cost
edit-dissent = another view
edit-effect = effect on { $what }
edit-effect-removed = effect removed
edit-measure = measure { $id }
edit-wildcard = wildcard
edit-wildcard-removed = wildcard removed

probability-title = How likely is “{ $branch }”?
probability-after = How likely is “{ $branch }” after “{ $after }”?
probability-help = Type a share such as 35 % or 0.35. If the room is unsure, give low and high first: then every run draws its own. Branches that are not pinned rescale.
probability-range = from 0 to 100 %
probability-keep = This probability after an earlier branch
probability-remove-hint = Left and right choose.
answer-keep = keep it
answer-remove = take it away
given-none = Nothing comes before this node on its paths.
given-title = After which earlier branch is it different?

add-title = What should be added?
add-decision = A decision: somebody in reach decides it
add-chance = A chance: nobody in the room decides it
add-branch = A branch beside these
add-option = An option beside these
add-chance-after = A chance after this, before what follows
add-decision-after = A decision after this, before what follows
add-chance-before = A chance before everything
add-decision-before = A decision before everything
add-outcome-title = Another branch or option
add-outcome-field = What happens or is done
add-outcome-hint = A new branch of a chance takes an equal part of the probability.
new-chance-question = The question that chance answers
new-decision-question = The question to decide
new-branches = What may happen, parted by semicolons
new-options = What can be decided, parted by semicolons
new-question-hint = For instance: Do operators pass the cut on?
new-outcomes-hint = For instance: Mostly; Little. On a decision, “As now” should be one of them.
new-layer-hint = Left and right choose: where the change happens.
new-cluster-hint = How sure the road map is about measures of this kind.
new-year-hint = Empty = a free year is chosen.
new-question-missing = Type the question.
new-outcomes-missing = Type at least one.
new-year-no-number = Type a year such as 2030.
year-hint = After what leads here, before what follows, within the horizon.
remove-more =
    { $count ->
        [one] This removes one more node that nothing else leads to: { $titles }.
       *[other] This removes { $count } more nodes that nothing else leads to: { $titles }.
    }
remove-no = Keep everything
remove-yes = Remove it all (undo brings it back)
link-title = Where should this branch lead?
sources-hint = Parted by semicolons.
effort-none = nothing entered
cost-range = million US dollars a year
cost-help = Million US dollars a year from the year of the node to the end, not discounted. Leave everything empty if nobody knows: unknown is not free.
cluster-high-about = High certainty in the road map: such measures help in most futures.
cluster-evolving-about = Evolving knowledge: try, measure, adjust.
cluster-uncertain-about = High uncertainty: set rules that keep options open.

dissent-title = Another view
dissent-field = What is seen differently, and why
dissent-hint = Kept in the file without a name; it stands on the first page of reports.
dissent-empty = Type the view first.

quantity-low = Low: 1 in 20 lies below
quantity-low-hint = First the ends, so that the best guess does not pull them in. Legal: { $range }.
quantity-high = High: 1 in 20 lies above
quantity-high-hint = Would it surprise you to see more? Then go higher. Legal: { $range }.
quantity-best = Best guess: half lies below
quantity-best-hint = Alone it means that you are certain.
quantity-exact = Or in another form
quantity-exact-hint = As in a file: Beta(alpha: 2, beta: 5) or Triangular(min: 1, mode: 2, max: 4).
quantity-no-number = “{ $typed }” is no number. Write 0.35, 35 % or 12000.
quantity-order = Low, best and high must not overtake each other.
quantity-best-missing = A best guess is needed.
quantity-end-missing = Low and high go together: give both or none.

effect-pick = What changes in the world?
effect-new = A new effect
effect-change = Change this effect
effect-remove = Take this effect away
effect-range = { $low } to { $high }
effect-op = How it acts
effect-op-hint = Left and right choose. “plus” on a share closes part of the way to 1; “times” on a share multiplies its odds.
effect-start = First year
effect-start-hint = Empty = the year of the node.
effect-ramp = Years until full strength
effect-ramp-hint = 0 = at once.
effect-duration = Years it lasts
effect-duration-hint = Empty = to the end.
effect-fade = Years of fading afterwards
effect-fade-hint = 0 = it stops at once.
effect-cohorts = For whom
effect-cohorts-hint = Empty = everyone; or poor, rest, women, men, or ids of cohorts, parted by semicolons.
effect-evidence = How well is it known?
effect-evidence-hint = Be honest: most numbers in a workshop are judgement.
effect-years-no-number = Type a number of years.
measure-title = Measures of the road map: an action of the kind that … supports
measure-adopted = · adopted
measure-effects = { $text } It would change: { $effects }.
measure-no-effect = { $text } No effect of it is quantified here: adopting it changes no number.

wildcard-title = Wildcards: stress tests without a probability
wildcard-add = Add a wildcard …
wildcard-about = A wildcard is switched on one at a time in Compare; it is never part of an average.
wildcard-what = What happens
wildcard-rename = Change what happens
wildcard-remove = Remove this wildcard

tree-empty = The tree is empty. Press a to add the first decision or chance: what will be decided, or what may happen? Outcomes already show how things go on by themselves.
tree-as-above = (as above)
inspector-facts = { $layer } · { $year } · { $actor }
inspector-nobody = nobody named
inspector-dissent =
    { $count ->
        [one] One view differs: see the Frame.
       *[other] { $count } views differ: see the Frame.
    }
