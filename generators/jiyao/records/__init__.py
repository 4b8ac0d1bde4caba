"""From bytes to `Meeting` and `Office`, and back into the file."""
