"""The server's HTML pages: templates, and what they are given."""
