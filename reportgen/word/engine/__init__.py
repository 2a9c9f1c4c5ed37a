"""From a Word file to a compiled template, and from values to the bytes of a document."""
