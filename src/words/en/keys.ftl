# Names and help of every action: `key-NAME` is the label of the hint bar, `key-NAME-help` the sentence in the list of keys.
