"""Records to quads and back."""
