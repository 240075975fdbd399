# Assumptions.

assumptions-head-few =
    { $count ->
        [0] What these numbers rest on, in everyday words (A lists everything)
        [one] What these numbers rest on; 1 differs from the catalogue (A lists everything)
       *[other] What these numbers rest on; { $count } differ from the catalogue (A lists everything)
    }
assumptions-head-all =
    { $count ->
        [0] Everything the numbers rest on; nothing differs from the catalogue
        [one] Everything the numbers rest on; 1 differs from the catalogue (d)
       *[other] Everything the numbers rest on; { $count } differ from the catalogue (d)
    }
assumptions-head-differing =
    { $count ->
        [one] What this room sees differently: 1
       *[other] What this room sees differently: { $count }
    }
assumptions-ours = our range { $range }
assumptions-rooms = this room { $range }
assumptions-hidden = hidden
assumptions-hidden-why = Values of the catalogue stay hidden until the probabilities are locked (B) or somebody has guessed (G).
assumptions-parameters = Parameters of the model
assumptions-inputs = Inputs of the country
assumptions-correlations = Parameters that move together
assumptions-column-name = name
assumptions-column-ours = our range
assumptions-column-room = this room
assumptions-column-known = how well known
assumptions-column-read = read in
assumptions-flagged = flagged
assumptions-pair = { $first } with { $second }
assumptions-rank-unit = rank correlation
assumptions-told = { $sentence } ({ $id }: { $ours }, { $evidence })
assumptions-told-room = { $sentence } ({ $id }: this room { $room } instead of { $ours }, { $evidence })
assumptions-because = Because: { $text }
assumptions-doubt = Doubt: { $doubt }
assumptions-doubt-year = Doubt ({ $year }): { $doubt }
assumptions-source = { $id }: { $figure } { $source }

assumptions-nothing = Nothing is listed here: d shows everything again.
assumptions-as-catalogue = This is as in the catalogue already.
assumptions-all-as-catalogue = Everything is as in the catalogue already.
assumptions-analyst-first = Press A first: that lists everything.

assumptions-help = { $meaning }. Low and high first, then the best guess.
assumptions-edit-title = What does this room assume for { $id }?
assumptions-range = { $low } to { $high } { $unit }
assumptions-because-hint = Why this room sees it differently, in a sentence that others can check.
assumptions-edit = assumption { $id }
assumptions-edit-reset = { $id } as in the catalogue
assumptions-edit-reset-all = everything as in the catalogue
assumptions-edit-pair = parameters that move together
assumptions-reset-all =
    { $count ->
        [one] 1 assumption differs from the catalogue. Go back to it?
       *[other] { $count } assumptions differ from the catalogue. Go back everywhere?
    }
assumptions-reset-no = Keep them
assumptions-reset-yes = Go back to the catalogue (undo brings them back)
assumptions-pair-first = Which parameter moves together with another?
assumptions-pair-second = With which other does { $first } move?
assumptions-rank = Rank correlation
assumptions-rank-hint = From −1 (one high, the other low) to 1 (high or low together).
assumptions-find = Find an assumption

assumptions-head-leading = What moves this most: { $what }
assumptions-head-leading-option = What moves this most: { $what }, with “{ $option }”
assumptions-share = { $share } % of the spread
assumptions-share-small = less than 1 % of the spread
assumptions-tree = in the tree (3)
assumptions-in-the-tree = This stands in the tree: Enter goes there.
