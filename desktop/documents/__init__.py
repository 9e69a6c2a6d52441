"""What becomes a PDF: the handout, the progress note, and how they are set and written."""
