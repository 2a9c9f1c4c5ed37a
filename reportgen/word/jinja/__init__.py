"""Where the expressions of a template run: declared names, an allow-list, a budget."""
