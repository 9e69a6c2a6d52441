"""The tour: a whole session played through the real windows, for looking and as a smoke test."""
