# Rounds in words: what was asked, how answers lie, what changed, scores.

round-between = { $low } to { $high }
round-kind-probability = Probability
round-kind-quantity = Amount
round-kind-rank = Ranking
round-kind-calibration = Warm-up
round-kind-prediction = Guess our run
round-head = Round { $round }: { $what }
round-state-open = Stage { $stage } is open: { $answered } of { $expected } have answered. Answers are shown when it is closed.
round-no-answers = nobody has answered
round-short = the room says { $middle } ({ $people } answers)
round-short-rank = { $first } first
round-one = One answer: { $value }.
round-two = Two answers: { $low } and { $high }.
round-three = Three answers: { $low }, { $middle } and { $high }.
round-middle = The middle answer is { $middle }. Half of the { $people } answers are { $half }, all are { $whole }.
round-hump =
    { $people ->
        [one] 1 says about { $value }
       *[other] { $people } say about { $value }
    }
round-hump-and = , { "" }
round-humps = The room is split: { $groups }. No middle is told, since hardly anybody stands there.
round-moved = The middle was { $before } before; { $changed } of the { $both } who answered twice changed their answer. The middle half is { $width }.
round-moved-from-groups = { $changed } of the { $both } who answered twice changed their answer; before, the room was split.
round-as-wide = as wide as before
round-narrower = narrower: people agree more
round-wider = wider: people agree less
round-dissent =
    { $count ->
        [one] One sees it otherwise: { $answers }. That is kept.
       *[other] { $count } see it otherwise: { $answers }. That is kept.
    }
round-answer-range = { $best } [{ $low }–{ $high }]
round-answer-reason = { $expert } says { $answer }. { $reason }
round-no-reason = No reason was given.
round-sees-otherwise = sees it otherwise
round-truth = What came out: { $value }.
round-truth-run = Our run: { $middle }, our range { $range }. A run follows from our assumptions; it is no fact.
round-happened = It came about.
round-did-not-happen = It did not come about.
round-came-out = came out
round-fault-number = Type a number here.
round-rank-first =
    { $people ->
        [one] { $first } comes first: much hangs on it and little is known (1 answer).
       *[other] { $first } comes first: much hangs on it and little is known ({ $people } answers).
    }
round-agreement = On impact people { $impact } (Kendall's W { $w_impact }), on uncertainty they { $uncertainty } ({ $w_uncertainty }).
round-agree-hardly = hardly agree
round-agree-weakly = agree a little
round-agree-partly = agree in part
round-agree-largely = largely agree
round-agree-strongly = strongly agree
round-held = { $held } of { $ranges } ranges held what came out.
round-crps = On average answers were { $crps } off, with the width of their ranges counted (CRPS; 0 is perfect).
round-brier = Mean Brier score { $brier }: 0 is perfect, 0.25 is what always saying 50 % gets.
round-against-run = Measured against our run, which rests on our assumptions, not against the world.
round-day = The day so far
round-day-held = { $held } of { $ranges } ranges held what came out; as sure as people said they were, about { $should } should have.
round-day-few = Too few ranges yet to say how well they hold.
round-day-narrow = Ranges were too narrow: wider ones would have been more honest.
round-day-wide = Ranges were wider than they had to be.
round-day-fits = That is no more off than chance would be.
round-day-mine = Of this table's { $ranges } ranges { $held } held.
round-day-brier = { $count } probabilities so far, mean Brier score { $brier } (0 is perfect).
round-bin =
    { $count ->
        [one] said { $said }, came true { $came } (1 answer)
       *[other] said { $said }, came true { $came } ({ $count } answers)
    }
round-page-marks = Answers
round-page-reasons = Reasons
round-page-fits = Behind them
round-page-scores = Scores
round-stage = stage { $stage }
round-this-table = This table
round-how-to-answer = a answers, one person after the other. Nobody sees an answer before the stage is closed.
round-item = What
round-impact = impact
round-uncertainty = uncertainty
round-views = views
round-no-fits = There are no ranges here to fit anything to.
round-fits-help = Middle and 5 to 95 of 100 of the curve fitted to each range; first how they can be put together. No way of averaging is right for every question.
round-curve = { $method }: where the room's weight lies
round-no-scores = Nothing came out yet, so nothing is scored.
round-mine-held = { $name }: the range held it.
round-mine-missed = { $name }: the range missed it.
