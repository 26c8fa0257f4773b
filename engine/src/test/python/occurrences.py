#!/usr/bin/env python3
"""Computes the occurrences of six schedules, independently of the engine.

usage: occurrences.py FIRST_YEAR LAST_YEAR        prints, by schedule, a line for each planned time of those years (UTC)

It shares with the engine what the words mean, and nothing else: dates come from dateutil's rules and its Easter, clock
changes from zoneinfo (the system's time zones), and who gives way to whom by trying all pairs. Needs dateutil.
"""
import datetime as dt
import sys
from zoneinfo import ZoneInfo

from dateutil.easter import easter
from dateutil.rrule import DAILY, FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule

UTC = dt.timezone.utc
DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
WEEKDAYS = (MO, TU, WE, TH, FR)
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
YEARS = range(2025, 2048)


def german(year):
    sunday = easter(year)
    return {
        dt.date(year, 1, 1): "New Year",
        sunday - 2 * DAY: "Good Friday",
        sunday + DAY: "Easter Monday",
        dt.date(year, 5, 1): "Labour Day",
        sunday + 39 * DAY: "Ascension Day",
        sunday + 50 * DAY: "Whit Monday",
        dt.date(year, 10, 3): "German Unity Day",
        dt.date(year, 12, 25): "Christmas",
        dt.date(year, 12, 26): "Christmas",
    }


def american(year):
    def nth(month, weekday):
        return rrule(MONTHLY, dtstart=dt.datetime(year, month, 1), count=1, byweekday=weekday)[0].date()

    return {
        dt.date(year, 1, 1): "New Year's Day",
        nth(1, MO(+3)): "Martin Luther King Jr. Day",
        nth(5, MO(-1)): "Memorial Day",
        dt.date(year, 7, 4): "Independence Day",
        nth(9, MO(+1)): "Labor Day",
        nth(11, TH(+4)): "Thanksgiving",
        dt.date(year, 12, 25): "Christmas Day",
    }


def fixed(**days):
    """As fixed(name="25 12"): the same dates each year."""
    return lambda year: {
        dt.date(year, int(day.split()[1]), int(day.split()[0])): name.replace("_", " ") for name, day in days.items()
    }


class Schedule:
    def __init__(self, heading, zone, rule, step, holidays=lambda year: {}, freeze=None, named=()):
        self.heading, self.zone, self.step, self.named = heading, ZoneInfo(zone), step, named
        self.wanted = rrule(dtstart=dt.datetime(YEARS[0], 1, 1), until=dt.datetime(YEARS[-1], 12, 31), **rule)
        self.holidays = {day: name for year in YEARS for day, name in holidays(year).items()}
        self.freezes = freeze or (lambda date: None)

    def resolve(self, wall):
        """When the clock on the wall shows that: (instant, note)."""
        first, second = (wall.replace(tzinfo=self.zone, fold=fold).astimezone(UTC) for fold in (0, 1))
        if first.astimezone(self.zone).replace(tzinfo=None) == wall:
            return first, f"{wall:%H:%M} twice" if first < second else None
        valid = wall
        while valid.replace(tzinfo=self.zone).astimezone(UTC).astimezone(self.zone).replace(tzinfo=None) != valid:
            valid += MINUTE
        return valid.replace(tzinfo=self.zone).astimezone(UTC), f"no {wall:%H:%M}"

    def forbidden(self, instant, named=()):
        date = instant.astimezone(self.zone).date()
        if self.freezes(date):
            return "freeze " + self.freezes(date)
        if date in self.holidays:
            return "holiday " + self.holidays[date]
        weekend = date.weekday() >= 5 and date.weekday() not in named
        return NAMES[date.weekday()] if weekend else None

    def start(self, wall):
        """(instant or None, note, why it is not on its own day)."""
        instant, note = self.resolve(wall)
        why = self.forbidden(instant, self.named)
        if not why:
            return instant, note, None
        if not self.step:
            return None, None, why
        while True:
            wall += self.step * DAY
            instant, note = self.resolve(wall)
            if not self.forbidden(instant):
                return instant, note, why

    def rows(self, begin, end):
        walls = {self.resolve(wall)[0]: wall for wall in self.wanted}  # of one instant's times the last
        plan = [(at,) + self.start(walls[at]) for at in sorted(walls)]
        for i, (at, start, note, why) in enumerate(plan):
            if not begin <= at < end:
                continue
            if why and start:
                near = plan[max(0, i - 100) : i] if self.step < 0 else plan[i + 1 : i + 100][::-1]
                other = next((o[0] for o in near if (start - o[1]) * self.step >= dt.timedelta(0)), None)
                if other:
                    yield f"{self.told(at)}  skipped for {self.told(other)}  {why}"
                    continue
            if not start:
                yield f"{self.told(at)}  skipped  {why}"
            else:
                begins = "then" if start == at else self.told(start)
                yield f"{self.told(at)}  starts {begins}" + "".join(f"  {text}" for text in (why, note) if text)

    def told(self, at):
        return f"{at.astimezone(self.zone):%a %Y-%m-%d %H:%M} = {at:%Y-%m-%d %H:%M}Z"


def year_end(date):
    return "year end" if (date.month, date.day) >= (12, 20) or (date.month, date.day) <= (1, 6) else None


def diwali(date):
    return "Diwali" if (10, 25) <= (date.month, date.day) <= (11, 12) else None


SCHEDULES = (
    Schedule(
        "quarter: first weekday of the quarter at 10:00, Europe/Berlin, next working day",
        "Europe/Berlin",
        dict(freq=MONTHLY, bymonth=(1, 4, 7, 10), byweekday=WEEKDAYS, bysetpos=1, byhour=10),
        +1,
        german,
        year_end,
    ),
    Schedule(
        "month-end: last weekday of the month at 14:30, Europe/Berlin, previous working day",
        "Europe/Berlin",
        dict(freq=MONTHLY, byweekday=WEEKDAYS, bysetpos=-1, byhour=14, byminute=30),
        -1,
        german,
        year_end,
    ),
    Schedule(
        "night: every Sunday at 01:30 and 02:30, America/New_York, next working day",
        "America/New_York",
        dict(freq=WEEKLY, byweekday=SU, byhour=(1, 2), byminute=30),
        +1,
        american,
        named=(6,),
    ),
    Schedule(
        "monday: every Monday at 09:30, Asia/Kolkata, next working day",
        "Asia/Kolkata",
        dict(freq=WEEKLY, byweekday=MO, byhour=9, byminute=30),
        +1,
        fixed(Republic_Day="26 1", Independence_Day="15 8", Gandhi_Jayanti="2 10"),
        diwali,
    ),
    Schedule(
        "half-hour: first Sunday of April and October at 01:15, 01:45, 02:15 and 02:45, Australia/Lord_Howe,"
        " next working day",
        "Australia/Lord_Howe",
        dict(freq=MONTHLY, bymonth=(4, 10), byweekday=SU(+1), byhour=(1, 2), byminute=(15, 45)),
        +1,
        named=(6,),
    ),
    Schedule(
        "midnight: every Saturday and Sunday of April and September at 00:30 and 23:30, America/Santiago, skip",
        "America/Santiago",
        dict(freq=DAILY, bymonth=(4, 9), byweekday=(SA, SU), byhour=(0, 23), byminute=30),
        0,
        fixed(Independence="18 9", Army_Day="19 9"),
        named=(5, 6),
    ),
)

if __name__ == "__main__":
    first, last = (int(year) for year in sys.argv[1:])
    begin, end = dt.datetime(first, 1, 1, tzinfo=UTC), dt.datetime(last + 1, 1, 1, tzinfo=UTC)
    for schedule in SCHEDULES:
        print(schedule.heading)
        for row in schedule.rows(begin, end):
            print("  " + row)
