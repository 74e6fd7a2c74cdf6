"""One module per family of findings, one function per rule; the docstring of a rule is its page in the docs."""
