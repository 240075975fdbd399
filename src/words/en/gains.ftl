# Who gains, who loses, who pays.
