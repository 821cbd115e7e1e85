"""Let Python take today for a day more than a year from now."""

from __future__ import annotations

import datetime
import time
from typing import Any

_time, _ahead = time.time, 400 * 24 * 60 * 60


class _AsBefore(type):
    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, cls.__mro__[1])


class Date(datetime.date, metaclass=_AsBefore):
    @classmethod
    def today(cls) -> Any:
        return cls.fromtimestamp(time.time())


class Moment(datetime.datetime, metaclass=_AsBefore):
    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> Any:
        return cls.utcfromtimestamp(time.time())


time.time = lambda: _time() + _ahead
datetime.date, datetime.datetime = Date, Moment
