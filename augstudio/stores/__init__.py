"""Object stores: their addresses, and whole objects in them. The only place that knows obstore."""
