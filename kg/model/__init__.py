"""What is meant: dates and bounds, entities, statements, claims, conflicts. Standard library only."""
