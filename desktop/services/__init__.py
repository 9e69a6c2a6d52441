"""Use cases: one transaction a public method, and no widgets."""
