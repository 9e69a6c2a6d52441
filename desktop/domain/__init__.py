"""What Turnstone is about, without Qt, SQL, clock or disk."""
