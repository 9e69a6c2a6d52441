"""What tells when to lock: the machine goes to sleep, its screen is locked, nobody is there."""
