"""Indonesian numbers, dates and sentences, made in Python so that every screen and paper says the same."""
