"""The therapist's marks on the screen: nothing of this is ever on a stage."""
