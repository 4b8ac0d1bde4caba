"""Languages, texts and names, and how each language writes days, numbers and lists."""
