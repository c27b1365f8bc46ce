"""The time options of a question."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import UsageError

__all__ = ["EVER", "NO_TIME", "Scope"]

NO_TIME = "graphs of a time are made by this program, not by an endpoint: leave out --endpoint, or ask one of its eras with GRAPH"


@dataclass(frozen=True, slots=True)
class Scope:
    """The time options of a question: at most one of ``on``, ``during`` and ``era``."""

    on: str | None = None
    during: str | None = None
    era: str | None = None
    certain: bool = False
    as_seen_by: str | None = None

    def __post_init__(self) -> None:
        if sum(each is not None for each in (self.on, self.during, self.era)) > 1:
            raise UsageError("give one of --on, --during and --era")
        if "" in (self.on, self.during, self.era, self.as_seen_by):
            raise UsageError("an option for the time or the view-holder is empty: give it a value or leave it out")

    @property
    def timed(self) -> bool:
        """Whether a day, a period or an era is given."""
        return any(each is not None for each in (self.on, self.during, self.era))

    def path(self) -> str | None:
        """The dated graph's path below the base; none where no time is asked about."""
        if not self.timed:
            if self.certain or self.as_seen_by is not None:
                raise UsageError("--certain and --as-seen-by say more of --on, --during or --era: give one of these")
            return None
        kind, time = next((k, t) for k, t in (("on", self.on), ("during", self.during), ("era", self.era)) if t is not None)
        seen = f"/as-seen-by/{self.as_seen_by}" if self.as_seen_by is not None else ""
        return f"{kind}/{time}{'/certain' if self.certain else ''}{seen}"


EVER = Scope()  # no time asked about: the record as it stands
