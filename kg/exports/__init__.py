"""Records to files of other tools, one module a format; ``formats.py`` lists them."""
