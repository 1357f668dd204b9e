"""What each page shows: the model and its analysis as plain objects for the templates."""
