"""Tables (CSV) of pictures with one class, several classes, or values."""
