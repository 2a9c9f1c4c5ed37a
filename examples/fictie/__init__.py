"""A fictional province at scale: its policy as data, and what makes prestaties of it."""
