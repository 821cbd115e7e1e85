"""Files as people write them, taken apart: YAML, Markdown, letters, words and figures."""
