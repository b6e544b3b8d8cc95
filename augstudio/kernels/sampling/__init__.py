"""Pictures at other sizes, and what lies outside them."""
