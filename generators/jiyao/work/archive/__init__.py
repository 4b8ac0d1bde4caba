"""The archive of a workspace, `.jiyao/archive.db`: made from its records, and never the only place of anything."""
