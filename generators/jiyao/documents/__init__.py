"""From a view to a file: Word documents by filling templates."""
