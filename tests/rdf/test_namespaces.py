"""IRIs, and the release that they name."""

from __future__ import annotations

import kg
from kg.rdf.namespaces import RELEASE


def test_data_sets_name_the_release_of_the_program() -> None:
    assert kg.__version__ == RELEASE
