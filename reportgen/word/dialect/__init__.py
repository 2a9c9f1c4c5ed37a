"""The tags of docxtpl in a Word file: found, placed, proved to nest, written as Jinja."""
