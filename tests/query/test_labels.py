"""What things are called."""

from __future__ import annotations

import kg
from kg.query.labels import label


def test_a_statement_that_denies_says_so() -> None:
    engine = kg.load().engine
    rows = engine.store.query("SELECT ?s ?n { ?s a kg:Statement ; kg:negated ?n }", engine.prefixes, [None], []).rows
    called = {(getattr(negated, "value", ""), "\u2014 not: " in label(engine.store, engine.base, str(s))) for s, negated in rows}
    assert called == {("true", True), ("false", False)}
