"""Weather, light and seasons; alpha stays as it is."""
