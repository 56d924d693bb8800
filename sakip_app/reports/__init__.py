"""One frozen snapshot → the slides of the meeting and PPTX. A report is handed its figures: no store, no screen."""
