"""Exports to object stores: whole objects, a lease for a lock, numbered objects for a journal."""
