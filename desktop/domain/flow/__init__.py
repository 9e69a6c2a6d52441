"""The turn-taking engine: events, the state that they fold to, and what each screen may see."""
