# The frame: why this room met.
