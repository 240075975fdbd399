# The tree and its inspector.
