"""What records must keep to among each other, whatever file they come from."""

from kg.model.rules.check import Problem, problems

__all__ = ["Problem", "problems"]
