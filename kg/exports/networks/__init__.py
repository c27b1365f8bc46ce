"""Networks: what held between whom, as tools that draw and measure take it."""
