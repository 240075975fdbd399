# The frame around all screens: tabs, prompts, palette, notices.
