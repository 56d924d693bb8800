"""The parts of the product's own template: its columns, its sheets, its mark, and how it is read back."""
