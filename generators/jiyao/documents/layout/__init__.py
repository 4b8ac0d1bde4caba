"""What is printed, measured: from the pages of a PDF to how they differ from GB/T 9704-2012.

Nothing here knows which program printed the pages.
"""
