"""Indonesian numbers, dates and sentences."""
