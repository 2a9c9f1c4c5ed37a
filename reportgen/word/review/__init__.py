"""A template read by its tags: which fields it asks for, whether they will be there, where."""
