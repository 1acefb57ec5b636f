"""The command line: one file per verb, and the door that leads to them."""
