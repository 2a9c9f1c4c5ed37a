"""What a tag prints: text, markup, links, pictures and documents, as WordprocessingML."""
