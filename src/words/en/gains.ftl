# Who gains, who loses, who pays.

gains-offline = { $who } offline
gains-bad-tail = { $who } offline in a bad run
gains-poor-gap = Gap poor to rest
gains-gender-gap = Gap women to men
gains-country-gap = Gap to { $country }
gains-country-gap-unnamed = Gap to the reference country
gains-income = Income of the poor compared with no AI
gains-income-tail = The same in a bad run, dollars a year
gains-dollars = in dollars a year
gains-setbacks = Setbacks: income, online, gap
gains-harmed = Poor people harmed in a bad run
gains-pays = Who pays
gains-not-counted = Not counted
gains-differs = Differs in
gains-cost = { $money } by the end
gains-effort = { $effort } of 3 points of effort
gains-no-cost = no cost entered
gains-nothing = nothing entered
gains-women-ahead = women ahead
gains-men-ahead = men ahead
gains-three = { $income } · { $online } · { $gap }
gains-versus = vs { $column }
gains-all-help = Nobody is shown as losing: every option here is assumed to help. Look at who pays and what is not counted.
