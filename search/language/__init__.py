"""What the four languages need so that what is typed finds what is written. Pure functions, no database."""
