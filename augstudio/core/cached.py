"""Attributes that are found out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value_co = TypeVar("Value_co", covariant=True)


class cached_property(Generic[Value_co]):  # noqa: N801  (as the one that it stands for)
    """As :class:`functools.cached_property` is since Python 3.12, without its lock.

    Before, one thread at a time computes an attribute, for all objects of a class together: a folder that
    does not answer then holds up every other one. Two threads that ask for the same may both compute it here.
    """

    def __init__(self, compute: Callable[[Any], Value_co]) -> None:
        """Remember how the attribute is computed."""
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type | None = None) -> Value_co: ...

    def __get__(self, instance: object | None, owner: type | None = None) -> Self | Value_co:
        if instance is None:
            return self
        # A value in the object's own dictionary is found before this descriptor, which sets nothing.
        value = instance.__dict__[self._name] = self._compute(instance)
        return value
