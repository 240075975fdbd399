# The guide: tutorial, agenda, glossary.
