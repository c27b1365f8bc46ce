"""Neo4j: files to load in bulk, and the script that loads them."""
