# The embedded catalogue.

yes = yes
no = no
data-figure = { $value } ({ $year })
data-dated = { $value } [{ $year }]
data-more = One entry in full: foretree data { $name } { $id }. For programs: --format json or csv.

data-countries = Countries and economies
data-countries-about = Published figures with their years: people in millions, people online and people with electricity in percent. Sources: World Bank, International Telecommunication Union, International Labour Organization; see seeds/SOURCES.md.
data-groups = Groups of countries
data-groups-about = Groups that a scenario may start from, with the list that names their members and its date.
data-parameters = Parameters of the model
data-parameters-about = Our middle value and our range (1 in 20 lower, 1 in 20 higher). Evidence: measured, from similar cases, or our judgement.
data-measures = Measures
data-measures-about = Principles, commitments and measures of the United Nations strategy of 2018 and road map of 2019. A scenario adopts an action of the kind that a measure supports.
data-effects = Effects that measures have in the model
data-effects-about = Our middle value and our range. No effect of a measure has been measured: a branch that adopts such a measure looks better because we assumed it helps.
data-evidence = Evidence
data-evidence-about = Figures we know of, and where they stand.
data-glossary = Glossary
data-glossary-about = The words of the program in plain language.
data-paths = What effects and assumptions may change
data-paths-about = By cohort: an effect may be aimed at some cohorts. Base only: allowed in assumptions, refused in effects.
data-indicators = Indicators
data-indicators-about = What the model reports. Shares and probabilities are 0 to 1 in JSON and CSV.

data-column-iso3 = code
data-column-short_name = name
data-column-income_group = income
data-column-population = people
data-column-usage = online
data-column-electricity = power
data-column-id = id
data-column-name = name
data-column-members = members
data-column-list = list
data-column-list_date = date
data-column-range = our range
data-column-unit = unit
data-column-grade = evidence
data-column-title = title
data-column-cluster = cluster
data-column-layers = layers
data-column-effects = effects
data-column-path = path
data-column-op = op
data-column-cohorts = cohorts
data-column-source = source
data-column-term = term
data-column-kind = kind
data-column-per_cohort = by cohort
data-column-base_only = base only
data-column-key = key
data-column-better = better
data-column-series = series
data-column-label = name

# How clear a matter seemed to the road map, and how good the evidence is.
kind-cluster-High = act now
kind-cluster-Evolving = experiment
kind-cluster-Uncertain = guardrails
kind-grade-A = measured
kind-grade-B = similar cases
kind-grade-C = our judgement
