"""Reflection cards: the pile, the card that was drawn, and those that were kept."""
