"""Sentences made from a ``Rekam`` by plain rules: what stands out, what to say of a unit, what to ask it."""
