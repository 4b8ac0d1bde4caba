"""From a record to exactly what a document prints, already worded; one module per document."""
