# Words that every part of the program uses.

value-missing = n/a
value-range = { $middle } [{ $low }–{ $high }]

unit-percent = %
unit-points = points
unit-one-point = point
unit-one-person = person
unit-one-worker = worker
unit-one-year = year
unit-one-dollar = dollar
unit-of-100 = of 100 runs
unit-people = people
unit-thousand-people = thousand people
unit-million-people = million people
unit-workers = workers
unit-thousand-workers = thousand workers
unit-million-workers = million workers
unit-years = years
unit-million-dollars = million dollars
unit-dollars = dollars
unit-ratio = times
unit-index = { "" }
unit-none = { "" }

money-cents =
    { $amount ->
        [one] one cent
       *[other] { $amount } cents
    }
money-dollars =
    { $amount ->
        [one] one dollar
       *[other] { $amount } dollars
    }

cohort-poor_women = poor women
cohort-poor_men = poor men
cohort-other_women = other women
cohort-other_men = other men

kind-sampling-latin_hypercube = Latin hypercube
kind-sampling-sobol = Sobol
kind-sampling-independent = independent draws

quantity-normal = normal { $middle } ± { $spread }
quantity-log-normal = log-normal { $middle }, spread { $spread }
quantity-uniform = any from { $low } to { $high }
quantity-triangular = triangular { $low }, { $middle }, { $high }
quantity-pert = PERT { $low }, { $middle }, { $high }
quantity-beta = beta { $alpha }, { $beta } from { $low } to { $high }
quantity-weighted = { $value } (weight { $weight })
