"""The two sounds, and what plays them."""
