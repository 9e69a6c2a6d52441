"""The stage: what the couple sees."""
