# Sentences that say numbers and charts, for screens, commands and reports alike.
