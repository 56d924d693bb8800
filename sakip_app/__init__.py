"""Everything that touches the world: workbooks, the store, charts, screens."""
