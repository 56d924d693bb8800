"""Frame in, plotly Figure out; one theme."""
