"""A pack as a presentation: native charts and tables that can be edited."""
