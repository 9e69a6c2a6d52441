"""The screens while a partner has the laptop: whose turn it is, the answer alone, and no more."""
