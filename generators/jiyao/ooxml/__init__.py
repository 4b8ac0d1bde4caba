"""Word files as packages of XML parts: opened safely, looked through, written back the same."""
