"""Native charts (DrawingML): drawn by the program, or designed by the office in its template and given new figures."""
