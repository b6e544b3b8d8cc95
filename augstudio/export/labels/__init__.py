"""Labels of an export: what is written of them, what is lost, and what is recorded."""
