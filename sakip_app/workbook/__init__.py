"""Excel in and out: gate, grid, header words, layouts, findings."""
