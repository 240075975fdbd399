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

data-sourced = { $value }; { $source }

# Publishers of the figures of countries, by the field of the record; in full in seeds/SOURCES.md.
source-population = World Bank WDI, SP.POP.TOTL
source-female_share = World Bank WDI, SP.POP.TOTL.FE.ZS
source-working_age = World Bank WDI, SP.POP.1564.TO.ZS
source-poverty = World Bank PIP in WDI, SI.POV.DDAY
source-gni_per_head = World Bank WDI, NY.GNP.PCAP.PP.CD
source-usage = ITU in World Bank WDI, IT.NET.USER.ZS
source-usage_women = ITU in World Bank WDI, IT.NET.USER.FE.ZS
source-usage_men = ITU in World Bank WDI, IT.NET.USER.MA.ZS
source-coverage_4g = ITU DataHub through World Bank Data360, ITU_DH_POP_COV_4G
source-coverage_3g = ITU, UN SDG database 9.c.1, IT_MOB_3GNTWK
source-fixed_broadband = ITU in World Bank WDI, IT.NET.BBND.P2
source-electricity = World Bank WDI, EG.ELC.ACCS.ZS
source-employed_women = ILO estimates in World Bank WDI, SL.TLF.CACT and SL.UEM.TOTL, women
source-employed_men = ILO estimates in World Bank WDI, SL.TLF.CACT and SL.UEM.TOTL, men
source-services_women = ILO estimates in World Bank WDI, SL.SRV.EMPL.FE.ZS
source-services_men = ILO estimates in World Bank WDI, SL.SRV.EMPL.MA.ZS
source-waged = ILO estimates in World Bank WDI, SL.EMP.WORK
source-schooling = UNDP Human Development Report 2025
source-statistics = World Bank Statistical Performance Indicators, IQ.SPI.OVRL
source-government = World Bank Worldwide Governance Indicators, GE.EST
source-regulation = World Bank Worldwide Governance Indicators, RQ.EST
source-law = World Bank Worldwide Governance Indicators, RL.EST
source-ai_users = Microsoft AI Diffusion Report, first half of 2025
