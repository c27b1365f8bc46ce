"""What can be read off the records: portraits of entities, disagreements of sources."""
