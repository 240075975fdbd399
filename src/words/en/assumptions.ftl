# Assumptions.
