"""The translators' round trip: a record's texts out as segments, and what translators made of them back into it."""
