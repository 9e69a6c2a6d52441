"""The parts of the review: two halves, what they share, and the sealed question between them."""
