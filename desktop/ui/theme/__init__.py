"""The theme: colours, type and icons as data, and how they reach the widgets."""
