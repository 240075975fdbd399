# Outcomes and their charts.
