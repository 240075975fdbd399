# Help texts of the command line. Ids: help-COMMAND, help-COMMAND-examples, help-COMMAND-ARGUMENT,
# and help-any-ARGUMENT for arguments that commands share.

help-foretree =
    Scenario trees of AI adoption, simulated on real country data: who is online, who works, who is harmed, and which choice helps the poorest
help-foretree-examples =
    First steps:
      foretree run malawi-tax-power-masts.ron         a built-in example
      foretree new --country MWI -o mine.ron          a scenario of your own
      foretree check mine.ron                         is it sound?
      foretree run mine.ron                           who gains, who loses
      foretree data countries MWI                     what we know about a country

    Exit codes: 0 done, 1 the scenario is wrong, 2 the command is wrong,
    3 a file cannot be read or written, 130 interrupted.

help-any-help = Print help
help-any-version = Print the version
help-any-format = How to print: tables for people, JSON or CSV for programs
help-any-draws = Number of model runs on each path [default: as in the scenario]
help-any-seed = Seed of all random numbers [default: as in the scenario]
help-any-threads = Worker threads; changes no number [default: one per processor]
help-any-sampling = How model runs are spread over what is uncertain [default: as in the scenario]
help-any-median = One run with every uncertain number at its median: quick, and no ranges
help-any-stress = Switch on one wildcard of the scenario, a stress test without a probability
help-any-memory = Memory that results may take, in MiB, at least 16 [default: 512]; what does not fit is left out and said so

help-new = Write a valid scenario to start from
help-new-country = Three-letter code of the country, such as MWI (see: foretree data countries)
help-new-from = Built-in example whose tree to copy [default: a small tree with one decision]
help-new-output = File to write, or - for standard output
help-new-force = Replace the file if it exists
help-new-examples =
    Examples:
      foretree new --country MWI -o mine.ron
      foretree new --country KEN --from malawi-tax-power-masts.ron -o kenya.ron

help-check = Tell everything that is wrong or doubtful in scenario files, with its place
help-check-files = Scenario files, or names of built-in examples
help-check-format = How to print: for people, or JSON for programs
help-check-examples =
    Examples:
      foretree check mine.ron
      foretree check *.ron
      foretree check --format json mine.ron

    Exit code 1 if anything is wrong; doubts alone give 0.

help-run = Simulate a scenario and print outcomes by indicator, cohort and path
help-run-file = Scenario file, saved result, or name of a built-in example
help-run-save = Also save everything in a result file, which run shows again without simulating
help-run-examples =
    Examples:
      foretree run malawi-tax-power-masts.ron
      foretree run --median mine.ron
      foretree run --draws 2000 --seed 7 mine.ron
      foretree run --stress quake mine.ron
      foretree run --format csv mine.ron > mine.csv
      foretree run --save mine.json mine.ron && foretree run mine.json

    The same file, seed and version give the same numbers on any machine.

help-compare = Put scenarios, or the options of one, side by side on the same model runs
help-compare-files = Scenario files, or names of built-in examples
help-compare-reference = Letter of the column to compare with [default: the first that does nothing, or else A]
help-compare-attribution = Also tell what made the difference: share it out among all that differs
help-compare-indicator = Indicator whose difference is shared out, or measure:cohort such as offline:poor_women [default: the poorest women offline]
help-compare-examples =
    Examples:
      foretree compare malawi-tax-power-masts.ron     its options side by side
      foretree compare mine.ron yours.ron
      foretree compare --attribution mine.ron yours.ron
      foretree compare --reference B mine.ron yours.ron

    A scenario whose first decision is open gives one column for each option.

help-backtest = Compare ranges of internet use made in earlier years with what happened
help-backtest-country = Three-letter code of a country to look at, with its own group
help-backtest-group = all, ldc, lldc, sids, low, lower_middle, upper_middle, high or a region (see: foretree data groups) [default: the groups side by side]
help-backtest-origin = Only ranges made in this year: 2005, 2010, 2015, 2017 or 2019
help-backtest-horizon = Only ranges so many years ahead: 3, 5, 7, 10 or 14
help-backtest-protocol = Only the tide from five starting years, or only the whole connectivity block from 2017 to 2024 [default: both]
help-backtest-rivals = Put plain ways to look ahead beside the tide
help-backtest-refit = Fit the tide again to the years before each start, instead of reading the embedded fits
help-backtest-variant = Fit another shape of the tide that was tried; implies refit
help-backtest-examples =
    Examples:
      foretree backtest
      foretree backtest --country MWI
      foretree backtest --group ldc --rivals
      foretree backtest --protocol tide --origin 2010 --horizon 10
      foretree backtest --variant no-power --protocol tide

    Only internet use has a history. Jobs and harm have never been checked.

help-setbacks = Find what model runs that end in a setback have in common, and what announces them
help-setbacks-file = Scenario file, or name of a built-in example
help-setbacks-indicator = What counts: an indicator, or a measure of a cohort such as offline:poor_women [default: the three kinds of setback together]
help-setbacks-cohort = Cohort of the measure, such as poor_women
help-setbacks-year = Year at which it is looked at [default: the last]
help-setbacks-below = A setback lies below this: 0.4, or 40%
help-setbacks-above = A setback lies above this
help-setbacks-option = One option of the open decision only [default: each on its own]
help-setbacks-until = Last year that a signpost may look at
help-setbacks-cart = Add a second opinion: a classification tree
help-setbacks-examples =
    Examples:
      foretree setbacks malawi-tax-power-masts.ron
      foretree setbacks --indicator setback_vs_noai mine.ron
      foretree setbacks --indicator offline:poor_women --above 60% mine.ron
      foretree setbacks --option masts --cart --format json mine.ron
help-backcast = Go back from a target: which paths reach it, and how long a decision can wait
help-backcast-file = Scenario file, or name of a built-in example
help-backcast-indicator = Indicator to reach, as `foretree data indicators` lists it; with --cohort what is measured: offline, online, covered, skilled, income_vs_noai, displaced, augmented
help-backcast-cohort = Group of people, such as poor_women
help-backcast-reach = Value to reach: at least, or at most where less is better; 60% means 0.6
help-backcast-by = Year of the target [default: the last year]
help-backcast-decision = Decision that may wait [default: the first that is open, else the first]
help-backcast-least = Runs of 100 more that still count as a help
help-backcast-examples =
    Examples:
      foretree backcast malawi-tax-power-masts.ron --indicator online --cohort
        poor_women --reach 60% --by 2040
      foretree backcast mine.ron --indicator offline_poor --reach 2000000
      foretree backcast mine.ron --indicator usage_poor --reach 0.5 --least 5

    Each delayed run takes 2000 draws, or fewer where --draws says so.

help-choices = Tell what the options of the next open decision come to, and what the choice hangs on
help-choices-file = Scenario file, or name of a built-in example
help-choices-indicator = What to choose by, such as offline_people or offline:poor_women [default: the poorest women offline]
help-choices-objective = Choose by several indicators with weights; repeat it
help-choices-equity = Choose by what cohorts have (--indicator offline, online, covered, skilled or income_vs_noai), minding inequality from 0 (not) to 3 (much)
help-choices-rule = Rule shown beside average, worst case and regret
help-choices-level = Level of the rule: cvar the worst share (0.1), hurwicz the optimism (0.5), satisfice the value that is good enough, utility the risk tolerance
help-choices-year = Year for which values stand [default: the last]
help-choices-budget = What may be spent: million dollars where costs are entered, else points of effort
help-choices-quick = Leave out what it is worth to know more, wildcards and how weak effects may be
help-choices-examples =
    Examples:
      foretree choices malawi-tax-power-masts.ron
      foretree choices --indicator income_poor_vs_noai --rule cvar --level 0.05 mine.ron
      foretree choices --objective offline_people=2 --objective setback_any_year=1 mine.ron
      foretree choices --equity 1.5 --budget 3 mine.ron

    An option is called ahead only where so many draws can tell.

help-data = Show the built-in data and assumptions, with sources and years
help-data-table = What to show
help-data-id = One entry in full
help-data-examples =
    Examples:
      foretree data countries
      foretree data countries MWI
      foretree data parameters price_decline
      foretree data measures 1.3
      foretree data evidence --format json

help-open = Open the workbench, where trees are built, simulated and compared
help-open-files = Scenario files, or names of built-in examples [default: the library]
help-open-read_only = Look and simulate, but save nothing
help-open-folder = Folder of scenarios to show in the library
help-open-theme = Colours [default: as chosen last, at first those of the terminal]
help-open-glyphs = Characters to draw with [default: as chosen last, at first the best that the terminal shows]
help-open-examples =
    Examples:
      foretree open                                   the library
      foretree open mine.ron yours.ron                two scenarios, to compare
      foretree open --read-only mine.ron              nothing can be changed by mistake
      foretree open --theme contrast --glyphs blocks  for a projector

    Press ? for the keys that are valid where you are, and q to leave.

help-replay = Play a recorded session of the workbench without a terminal
help-replay-home = Folder to play in, kept afterwards [default: a new one, thrown away]
help-replay-file = Recording, as the workbench writes it
help-replay-examples =
    Example:
      foretree replay session.txt

help-workshop = Set a workshop up, look at its record, take paper cards, or sit down at a table
help-workshop-examples =
    Examples:
      foretree workshop new day --title "Malawi day" --scenario malawi.ron
      foretree workshop join day --table Blue    without a server
      foretree workshop verify day
      foretree workshop report day -o day.md

    To let people in over SSH: foretree serve day.

help-workshop-new = Set a workshop up in a new folder, and show its codes once
help-workshop-new-title = Title that everybody sees
help-workshop-new-scenario = Scenario files that all tables start from
help-workshop-new-group = Let the group of the folder in: several accounts, no server
help-workshop-new-examples =
    Example:
      foretree workshop new day --title "Malawi day" --scenario malawi.ron

help-workshop-codes = Make new codes; the old ones open nothing any more
help-workshop-codes-examples =
    Example:
      foretree workshop codes day

help-workshop-verify = Look whether the record and what was handed in are as they were
help-workshop-verify-head = A hash of the record that somebody noted, or its first 8 digits
help-workshop-verify-examples =
    Examples:
      foretree workshop verify day
      foretree workshop verify day --head 4f2a9c01

help-workshop-replay = Tell the course of the day, entry by entry, and the room that follows
help-workshop-replay-examples =
    Example:
      foretree workshop replay day | less

help-workshop-report = Write the summary: dissent, parked ideas and missing voices first
help-workshop-report-output = File to write, in Markdown [default: standard output]
help-workshop-report-examples =
    Example:
      foretree workshop report day -o day.md

help-workshop-cards = Take answers on paper cards into the round that is open
help-workshop-cards-round = Number of the round, as the Workshop screen shows it
help-workshop-cards-csv = File with one card on a line; its first line names the columns
help-workshop-cards-examples =
    Example:
      foretree workshop cards day --round 2 --csv cards.csv

    Columns: card, reason, and percent (or p) for a probability; low, high,
    best, confidence for an amount; impact_1, uncertainty_1, … for a ranking.

help-workshop-join = Sit down in a workshop whose members share its folder, without a server
help-workshop-join-table = Name of your table
help-workshop-join-as = Lead (trainer) or look on (observer) instead
help-workshop-join-examples =
    Examples:
      foretree workshop join day --table Blue
      foretree workshop join day --as trainer

help-any-workshop = Folder of the workshop

help-completions = Print completions for a shell
help-completions-shell = Shell to complete in
help-completions-examples =
    Example:
      foretree completions bash > ~/.local/share/bash-completion/completions/foretree

help-man = Print the manual page
help-man-examples =
    Example:
      foretree man | man -l -

# Roff, the language of manual pages; every line counts.
man-exit-codes =
    { "." }SH "EXIT STATUS"
    0 done, warnings included; 1 the scenario is wrong; 2 the command line is wrong or names an unknown country or id; 3 a file was not found, unreadable or unwritable; 130 interrupted.

help-serve = Serve a workshop: people come with an SSH client, and are in the workbench
help-serve-folder = Folder of the workshop, as made by workshop new
help-serve-listen = Address to listen on; 0.0.0.0 lets the room in
help-serve-port = Port to listen on; 443 is open in most networks
help-serve-clients = The most people at the same time
help-serve-keys = File of public keys that need no code, one on a line as in authorized_keys, with role and table before it if need be
help-serve-idle = Minutes without a key until a connection is ended
help-serve-examples =
    Examples:
      foretree serve                                  try it on this machine
      foretree serve spring --listen 0.0.0.0          for the room
      foretree serve spring --listen 0.0.0.0 --port 443

    Participants type what is shown at the start, and then the code. They get no
    shell: only the workbench, and run, check and compare of their own scenarios.
