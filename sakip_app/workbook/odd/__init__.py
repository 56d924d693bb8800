"""What is odd in figures that were read: no errors, but things a person should look at.

Every check is a pure function of the rows, whatever form they came from. ``checks.odd`` runs them all.
"""
