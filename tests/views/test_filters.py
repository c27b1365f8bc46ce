"""Legend, filters and view-holders in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kg.model.entities import Actor
from kg.views import page
from tests.views.invented import peninsula, relation_kinds, request_for, resolved_of
from tests.views.page_words import address, statements, text

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]


@pytest.fixture(scope="module")
def renamed() -> bytes:
    """A page on which Russia is also called Moscow."""
    records = peninsula()
    russia = records["russia"]
    assert isinstance(russia, Actor)
    records["russia"] = replace(russia, aliases=("Moscow",))
    return page(resolved_of(records), relation_kinds(), request_for())


_SHOWN = """() => {
  const { nodes, kinds, facts, relations, statuses, wordings, strings } = JSON.parse(document.getElementById("comity-data").textContent);
  const of = (column, i) => (Array.isArray(column) ? column[i] : typeof column === "object" ? column.others[i] ?? column.most : column);
  const places = new Map(nodes.id.map((id, i) => [strings[id], i])), nameOf = (column, i) => strings[nodes.id[of(column, i)]];
  const parts = (i) => [["S", nameOf(facts.subject, i)], ["R", relations.id[of(facts.relation, i)]], ["O", nameOf(facts.object, i)]];
  const numbers = new Map(facts.id.map((id, i) => [parts(i).reduce((text, part) => text.replace(...part), id), i]));
  const rows = comity.rows().map((id) => numbers.get(id)), lines = comity.lines();
  const actors = new Set(lines.flatMap((line) => [line.from, line.to]));
  const count = (names) => names.reduce((all, name) => ({ ...all, [name]: (all[name] ?? 0) + 1 }), {});
  const denied = (i) => (of(facts.flags, i) & 2) !== 0;
  return {
    family: count(lines.map((line) => line.kind)),
    relation: count(rows.map((i) => "relation/" + relations.id[of(facts.relation, i)])),
    kind: count([...actors].map((name) => kinds[of(nodes.kind, places.get(name))].id)),
    status: count(rows.map((i) => (denied(i) ? "denied" : statuses[of(facts.status, i)].id))),
    wording: count(rows.map((i) => wordings[of(facts.wording, i)])),
  };
}"""
LISTS = {"family": "#legend > li > .switch", "relation": ".relations", "kind": "#signs", "status": "#statuses", "wording": "#wordings"}


def counts_of(seen: Any, facet: str) -> dict[str, int]:
    """What the legend says, by name of the switch."""
    boxes = seen.page.locator(f"{LISTS[facet]} input").evaluate_all(
        "all => all.map((box) => [box.dataset.off, Number(box.closest('label').querySelector('.count').textContent)])"
    )
    return dict(boxes)


@pytest.mark.parametrize("facet", LISTS)
@pytest.mark.parametrize("era", ["era-2013", "era-2016"])
def test_counts_say_what_a_switch_hides_or_would_show(browser_page: Opener, facet: str, era: str) -> None:
    seen = browser_page(hash_=f"#era={era}&limit=0")
    for button in seen.page.locator(".open").all():
        button.click()
    off = seen.js("JSON.parse(document.getElementById('comity-data').textContent)")
    opening = [one["id"] for name in ("families", "kinds", "statuses") for one in off[name] if not one["shown"] and one["id"] != "unreal"]
    counts, tested = counts_of(seen, facet), 0
    for name, number in counts.items():
        other = [one for one in opening if one != name] if name in opening else [*opening, name]
        seen.page.evaluate("(off) => comity.show({ off })", opening)
        before = seen.page.evaluate(_SHOWN)[facet].get(name, 0)
        seen.page.evaluate("(off) => comity.show({ off })", other)
        after = seen.page.evaluate(_SHOWN)[facet].get(name, 0)
        assert (name, abs(after - before)) == (name, number)
        assert counts_of(seen, facet)[name] == number
        tested += number > 0
    assert tested > 0


def test_filters_change_lines_and_table_alike(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.page.locator("#statuses").locator("..").locator("summary").click()
    for name in ("unfriendly", "policy", "person", "roles", "planned"):
        before = statements(seen)
        seen.page.locator(f"[data-off={name}]").click()
        assert statements(seen) != before
        assert sorted(seen.js("comity.rows()")) == statements(seen)
        assert seen.js("document.activeElement.dataset.off") == name


def test_only_this_all_and_reset(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    first = statements(seen)
    assert text(seen, "#changes .words") == "Filters: as at first"
    seen.page.get_by_role("button", name="Only Unfriendly").click()
    assert {line["kind"] for line in seen.js("comity.lines()")} == {"unfriendly"}
    assert text(seen, "#changes").startswith("Filters: 7 things are off")
    seen.page.click("[data-all=family]")
    assert text(seen, "#changes").startswith("Filters: 1 more on")
    seen.page.click("#reset")
    assert statements(seen) == first
    assert text(seen, "#changes .words") == "Filters: as at first"
    assert "off" not in address(seen)


def test_whose_view_and_what_is_certain_count_as_changes_and_reset_takes_them_back(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&as=russia&certain=true&lift=true")
    assert text(seen, "#changes .words") == "Filters: as Russia saw it, only what certainly holds, leaders as states"
    seen.page.click("#reset")
    assert text(seen, "#changes .words") == "Filters: as at first"
    assert address(seen) == {"era": "era-2016"}


def test_the_key_has_what_is_drawn_only_for_one_holder_or_for_two_times(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")

    def own(state: str) -> set[str]:
        seen.js(f"comity.show({{{state}}})")
        return set(seen.page.locator("#marks li").all_text_contents())

    plain = own("")
    assert own("as: 'russia'") - plain == {"Thin: undisputed, beside this view"}
    assert own("as: 'undisputed'") == plain
    compared = own("as: 'everybody', compare: 'era-2013'")
    assert plain - compared == {"? on a line: sources dispute a statement in it."}
    assert "+→± on a line: the sign of the pair, before and after." in compared - plain


def test_the_help_explains_marks_and_dates(browser_page: Opener) -> None:
    seen = browser_page()
    seen.page.click("#open-help")
    assert seen.page.locator("#help p").all_inner_texts()[2:] == [
        "Marks: + friendly, or began; − unfriendly, or ended; ± mixed; ? disputed.",
        "Dates: 199X some year of the 1990s; 2014~ about; 2014? uncertain; 2014/2016 from, to; ../2016 begin not known; "
        "[2014..2016] one day of these years; 2014/.. goes on.",
    ]


def test_a_double_click_on_a_switch_leaves_only_it(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.page.locator("#legend > li", has_text="Sanctions").locator(".name").first.dblclick()
    assert {line["kind"] for line in seen.js("comity.lines()")} == {"sanctions"}


def test_kinds_of_relation_stand_below_their_family_closed_at_first(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&limit=0")
    entry = seen.page.locator("#legend > li", has_text="Unfriendly")
    assert entry.locator(".relations input").count() == 0
    entry.get_by_role("button", name="Kinds of relation").click()
    assert "relation/threatens" in entry.locator(".relations input").evaluate_all("all => all.map((box) => box.dataset.off)")
    box = seen.page.locator("[data-off='relation/threatens']")
    box.uncheck()
    assert address(seen)["off"].count("relation/") == 1
    assert not [name for name in statements(seen) if "-threatens-" in name]
    box.check()
    assert [name for name in statements(seen) if "-threatens-" in name]


def test_holders_stand_in_groups_with_counts_and_are_found_by_other_names(browser_page: Opener, renamed: bytes) -> None:
    seen = browser_page(renamed, hash_="#era=era-2016&off=")
    assert seen.page.locator("#as optgroup").evaluate_all("all => all.map((one) => one.label)") == ["Authors", "States", "Others"]
    label = text(seen, "#as option[value=russia]")
    seen.page.fill("#as-name", "moscow")
    seen.page.keyboard.press("Tab")
    assert address(seen) == {"era": "era-2016", "as": "russia", "off": ""}
    assert seen.page.locator("#as").input_value() == "russia"
    own = set(statements(seen))
    seen.js("comity.show({ as: 'undisputed' })")
    assert label == f"as Russia saw it ({len(own - set(statements(seen)))})"
    seen.js("comity.show({ as: 'russia' })")
    seen.page.fill("#as-name", "nobody at all")
    seen.page.keyboard.press("Tab")
    assert seen.page.locator("#as-name-error").inner_text() == "Nobody of this name holds a view here."
    assert address(seen)["as"] == "russia"
