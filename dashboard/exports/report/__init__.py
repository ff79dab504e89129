"""A pack as a PDF: set by Typst, with tags for screen readers, without a browser."""
