# What can be looked at: groups and names of indicators and cohorts.

subject-group-connectivity = Connectivity
subject-group-work = Work
subject-group-income = Income and gaps
subject-group-harm = Harm
subject-group-cost = Cost

subject-offline = Offline, { $who }
subject-online = Online, { $who }
subject-covered = With a signal, { $who }
subject-skilled = With digital skills, { $who }
subject-income_vs_noai = Income compared with no AI, { $who }
subject-displaced = Displaced now, { $who }
subject-augmented = Helped by AI at work, { $who }
