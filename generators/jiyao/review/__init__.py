"""What translators and their reviewers work with: the checks of both languages, and terms."""
