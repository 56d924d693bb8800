"""A quarter as it stood at one moment: plain data that is frozen, compared, spoken of and drawn, never recomputed."""
