# The inputs of a run by name.

inputs-measure = Measure { $measure } in full effect: { $what }
inputs-effect = The effect { $id }
inputs-effect-of = “{ $outcome }” in full effect: { $what }
inputs-everyday = { $sentence }; without it { $without }
inputs-probability = How likely it is: “{ $branch }”
inputs-cost = What it costs: “{ $outcome }”
inputs-node = How this turns out: “{ $node }”
inputs-surprise = Chance alone: surprises in use in { $year }
inputs-incidents = Chance alone: how many incidents happen in { $year }
