"""Our own RDF, read back."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg import resources
from kg.dataset import relations
from kg.errors import CorpusError, KgError, StoreError
from kg.exports.export import export, format_of
from kg.files import staging
from kg.query.scope import EVER, Scope
from kg.readers.rdf import Imported, read_rdf

SMALL = Path(__file__).parents[1] / "freedonia"
RICH = Path(__file__).parent / "freedonia"
STARTER = resources.package_root() / "readers" / "curated" / "starter"
KINDS = relations()
BASE = "https://example.org/f/"


def exported(place: Path, corpus: Path, format: str = "nquads", scope: Scope = EVER, only: str | None = None) -> Path:
    """An export's file."""
    chosen = format_of(format)
    file = place / f"export.{chosen.ending}"
    export(kg.load(corpus), chosen, file, scope, only, force=True)
    return file


def written(folder: Path, imported: Imported) -> Path:
    with staging(folder) as files:
        files.update(imported.files)
    return folder


@pytest.mark.parametrize("corpus", [resources.shipped_corpus(), SMALL, RICH, STARTER], ids=["shipped", "small", "rich", "starter"])
def test_export_import_export_gives_the_same_bytes(tmp_path: Path, corpus: Path) -> None:
    file = exported(tmp_path, corpus)
    before = file.read_bytes()
    imported = read_rdf(file, KINDS)
    assert imported.left == ()
    assert exported(tmp_path, written(tmp_path / "again", imported)).read_bytes() == before


@pytest.mark.parametrize(("format", "only"), [("trig", None), ("turtle", "record"), ("ntriples", "record"), ("rdf12", None)])
def test_every_format_that_the_engine_reads_gives_the_same_records(tmp_path: Path, format: str, only: str | None) -> None:
    imported = read_rdf(exported(tmp_path, RICH, format, only=only), KINDS)
    assert imported.resolved.records == kg.load(RICH).records.records


def test_the_record_of_a_time_is_a_corpus_too(tmp_path: Path) -> None:
    imported = read_rdf(exported(tmp_path, SMALL, scope=Scope(on="1931-10-01")), KINDS)
    assert (sorted(imported.resolved.statements), imported.left) == (["reign", "reign--leads"], ())


def test_what_has_no_place_is_told(tmp_path: Path) -> None:
    file = exported(tmp_path, SMALL)
    strange = f'<{BASE}actor/freedonia> <https://example.org/colour> "red" .\n'
    file.write_text(file.read_text("utf-8") + strange, encoding="utf-8")
    assert [quad.n3 for quad in read_rdf(file, KINDS).left] == [strange]


def test_what_no_longer_follows_is_told(tmp_path: Path) -> None:
    file = exported(tmp_path, SMALL)
    wrong = file.read_text("utf-8").replace(
        f'<{BASE}statement/sanctions> <{kg_("polarity")}> "-1"', f'<{BASE}statement/sanctions> <{kg_("polarity")}> "1"'
    )
    file.write_text(wrong, encoding="utf-8")
    assert [quad.n3.split()[1] for quad in read_rdf(file, KINDS).left] == [f"<{kg_('polarity')}>"]


def kg_(name: str) -> str:
    return f"https://w3id.org/comity/ns#{name}"


def changed(place: Path, old: str, new: str) -> Path:
    """The small data set with one text in place of another."""
    file = exported(place, SMALL)
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


@pytest.mark.parametrize("release", ["0.2.0", "1.0.0", "0.1.1"])
def test_a_file_of_a_newer_release_is_refused(tmp_path: Path, release: str) -> None:
    file = changed(tmp_path, "/ns/0.1.0>", f"/ns/{release}>")
    with pytest.raises(StoreError, match=f"written for release {release} of the ontology, this program knows 0.1.0: install a newer one"):
        read_rdf(file, KINDS)


def test_a_rule_that_is_broken_is_told_with_file_and_line(tmp_path: Path) -> None:
    file = changed(tmp_path, f"<{BASE}statement/sanctions> <http://semanticweb.cs.vu.nl/2009/11/sem/accordingTo>", "<urn:a> <urn:b>")
    with pytest.raises(CorpusError) as caught:
        read_rdf(file, KINDS)
    (fault,) = caught.value.faults
    assert fault.path == file
    assert f"{BASE}statement/sanctions" in file.read_text("utf-8").splitlines()[fault.line - 1]
    assert str(fault.why).startswith(f"{BASE}statement/sanctions: ")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no data set of ours"),
        (b"<urn:a> <urn:b> <urn:c> .\n", "no data set of ours"),
        (b"<urn:a> <urn:b> .\n", "not N-Quads"),
        (b"\xff\xfe", "not N-Quads"),
        (b"".join(b'<urn:%d> <http://rdfs.org/ns/void#uriSpace> "urn:%d/" .\n' % (n, n) for n in (1, 2)), "several data sets"),
    ],
)
def test_what_is_no_data_set_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "x.nq"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=why):
        read_rdf(file, KINDS)


def test_any_line_may_be_missing_or_damaged_and_nothing_but_a_known_error_comes(tmp_path: Path) -> None:
    lines = exported(tmp_path, SMALL).read_text("utf-8").splitlines()
    own = [
        n
        for n, line in enumerate(lines)
        if line.startswith(f"<{BASE}") and not line.split("> ")[2].startswith("<https://w3id.org/comity/relation/")
    ]
    assert len(own) > 100
    refused = 0
    for n in own[::7]:
        for damage in ("", lines[n].replace(BASE, "urn:x:", 1), lines[n].rsplit(" ", 2)[0] + ' "?" .'):
            file = tmp_path / "damaged.nq"
            file.write_text("\n".join([*lines[:n], damage, *lines[n + 1 :]]) + "\n", encoding="utf-8")
            try:
                read_rdf(file, KINDS)
            except KgError:
                refused += 1
    assert refused > len(own[::7])


NEST = "<urn:a> <urn:b> " + "<<( <urn:a> <urn:b> # )>>\n" * 30_000 + "<urn:c>" + " )>>" * 30_000 + " .\n"


@pytest.mark.parametrize("ending", ["nq", "nt", "ttl", "trig"])
def test_triples_that_nest_without_end_are_refused_before_the_engine_dies_of_them(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"deep.{ending}"
    file.write_text(NEST, encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        read_rdf(file, KINDS)
    assert str(caught.value) == f"{file}: triples nest deeper than 100 levels (line 101)"


def test_an_ending_that_is_not_ours_is_refused_before_a_byte_is_read() -> None:
    with pytest.raises(StoreError, match=r"^/dev/zero: no ending is none of "):
        read_rdf(Path("/dev/zero"), KINDS)


@pytest.mark.parametrize(
    "strange",
    [
        "_:a <urn:b> _:c .\n",
        '_:a <urn:b> "x" _:g .\n',
        f'<{BASE}actor/freedonia> <urn:b> "lost" <urn:graph> .\n',
        f"<{BASE}actor/freedonia> <https://w3id.org/comity/relation/votesFor> <{BASE}actor/sylvania> <{BASE}era/early> .\n",
        f"<{BASE}actor/freedonia> <http://www.w3.org/2002/07/owl#sameAs> <http://dbpedia.org/Freedonia> .\n",
        '<urn:a> <urn:b> "x"@en--rtl .\n',
    ],
)
def test_blank_nodes_strangers_graphs_and_what_an_era_does_not_hold_are_told(tmp_path: Path, strange: str) -> None:
    file = exported(tmp_path, SMALL)
    file.write_text(file.read_text("utf-8") + strange, encoding="utf-8")
    assert [quad.n3 for quad in read_rdf(file, KINDS).left] == [strange]


def test_white_space_that_a_corpus_does_not_keep_is_told(tmp_path: Path) -> None:
    label = f'<{BASE}actor/freedonia> <http://www.w3.org/2000/01/rdf-schema#label> "%s"@en .\n'
    imported = read_rdf(changed(tmp_path, label % "Freedonia", label % "  Freedonia "), KINDS)
    assert [quad.n3 for quad in imported.left] == [label % "  Freedonia "]
    assert kg.load(written(tmp_path / "again", imported)).records.records == imported.resolved.records


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('#label> "Freedonia"@en', '#label> ""@en', "freedonia: label is empty: give it a value or leave it out"),
        ('title> "Freedonia"@en', 'title> " "@en', f"{BASE}: title is empty: give it a value or leave it out"),
        (
            "periodisation/reigns",
            "periodisation/Big_Reigns",
            f"{BASE}: id 'Big_Reigns' is no slug: write lower-case letters, digits and single hyphens",
        ),
    ],
)
def test_what_no_corpus_can_hold_is_refused_by_file_and_line(tmp_path: Path, old: str, new: str, why: str) -> None:
    file = changed(tmp_path, old, new)
    with pytest.raises(CorpusError) as caught:
        read_rdf(file, KINDS)
    assert {fault.path for fault in caught.value.faults} == {file}
    assert why in [fault.why for fault in caught.value.faults]


def test_two_records_of_one_id_are_refused(tmp_path: Path) -> None:
    file = exported(tmp_path, SMALL)
    lines = file.read_text("utf-8").splitlines()
    again = [line.replace("actor/sylvania>", "actor/reign>", 1) for line in lines if line.startswith(f"<{BASE}actor/sylvania>")]
    file.write_text("\n".join([*lines, *again]) + "\n", encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        read_rdf(file, KINDS)
    assert str(caught.value) == f"{file}: two records have the id reign, <{BASE}statement/reign> is one of them: ids are unique"


def test_a_truth_value_may_be_written_as_a_number(tmp_path: Path) -> None:
    before = read_rdf(exported(tmp_path, SMALL), KINDS).resolved.records
    imported = read_rdf(changed(tmp_path, f'<{kg_("leading")}> "true"', f'<{kg_("leading")}> "1"'), KINDS)
    assert (imported.resolved.records, len(imported.left)) == (before, 1)
