# The library of scenarios.
