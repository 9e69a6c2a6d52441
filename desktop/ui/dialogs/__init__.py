"""Questions asked in a window of their own, each with one typed answer."""
