"""Everything that touches disk, processes, databases and clocks. Nothing here prints."""
