#!/usr/bin/env python3
"""Recomputes a drill's metrics from journal.jsonl and signals.jsonl, independently of the engine.

usage: recompute.py FOLDER...        prints one line of JSON for each folder

Keys are the ids of scorecard.json. A number is a duration in seconds, a count, a share or an amount; {"more than": s}
is a milestone not reached, [in time, late, never] the alert coverage, "unknown" and "not asked" are themselves.
"mitigated-by-probes" is the moment (seconds since 1970) that the probes alone give, to hold against the stamp.
Standard library only.
"""
import calendar
import json
import math
import pathlib
import re
import sys
import time

NS = 1_000_000_000


def nanos(iso):
    whole, fraction = re.fullmatch(r"(.*?)(?:\.(\d+))?Z", iso).groups()
    seconds = calendar.timegm(time.strptime(whole, "%Y-%m-%dT%H:%M:%S"))
    return seconds * NS + int((fraction or "").ljust(9, "0")[:9] or 0)


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


class Drill:
    def __init__(self, folder):
        self.entries = [(nanos(e["at"]), e["what"]) for e in lines(folder / "journal.jsonl")]
        self.signals = [(nanos(s["at"]), s) for s in lines(folder / "signals.jsonl")]
        self.brief = self.all("opened")[0][1]["brief"]
        raw = lines(folder / "journal.jsonl")
        own = [nanos(e["at"]) for e in raw if e["epoch"] == raw[0]["epoch"]] + [at for at, _ in self.signals]
        gone = [at for at, w in self.all("guard-took-over") if w["cause"] == "ENGINE_GONE"]
        self.watched = gone[0] if gone else max(own)  # until then its engine can have looked
        self.end = self.first("closed") or max(self.entries[-1][0], self.watched)
        self.applied = self.first_apply()
        started = [self.applied, self.first("began"), self.entries[0][0]]
        self.origin = next(t for t in started if t is not None)
        closing = [t for t in (self.first("payback-began"), self.first("closed")) if t is not None]
        self.is_over = bool(closing)
        self.over = min(closing + [self.watched]) if closing else self.end
        self.payback = self.first("payback-began")
        self.sweep_probes()

    def all(self, *kinds):
        return [(at, what) for at, what in self.entries if what["type"] in kinds]

    def first_apply(self):
        """An apply begins when its undo is durable; a later one may be done first."""
        applied = [what["number"] for _, what in self.all("applied")]
        owed = [at for at, what in self.all("owed") if what["number"] in applied]
        return min(owed + [at for at, _ in self.all("applied")], default=None)

    def first(self, kind):
        return next((at for at, _ in self.all(kind)), None)

    def sweep_probes(self):
        """Cuts the drill at every turn of a probe and looks at each piece by itself."""
        turns = self.all("probe-turned")
        self.broken = False
        state, self.breach, self.impact, self.mitigated = {}, 0, None, None
        was_broken, holding_since = False, None
        for (at, turn), (until, _) in zip(turns, turns[1:] + [(self.watched, None)]):
            state[turn["probe"]] = turn["verdict"]["verdict"]
            broken, holds = "broken" in state.values(), set(state.values()) == {"holds"}
            if broken:
                self.broken = self.broken or until > self.origin
                self.breach += max(0, until - max(at, self.origin))
                if self.payback is None or at < self.payback:  # putting back takes nothing from the team
                    self.mitigated = None
                if not was_broken and self.impact is None and self.applied is not None and at >= self.applied:
                    self.impact = at
            holding_since = (holding_since if holding_since is not None else at) if holds else None
            held = holds and until - holding_since >= float(self.brief["holdFor"]) * NS
            if held and self.mitigated is None and self.impact is not None and holding_since > self.impact:
                self.mitigated = holding_since
            was_broken = broken

    def claimed(self, milestone):
        """What was received when the drill was over reaches nothing."""
        return min((nanos(w["claimed"]) for at, w in self.all("reached")
                    if w["milestone"] == milestone and (at <= self.over or not self.is_over)), default=None)

    def measured(self, milestone):
        standing, payback = None, False
        for _, w in self.all("milestone-met", "milestone-withdrawn", "applied", "payback-began"):
            payback = payback or w["type"] == "payback-began"
            if w["type"] == "payback-began" or w.get("milestone", "restored") != milestone:
                continue
            if w["type"] == "milestone-met":
                standing = standing if standing and w["byDrillbook"] else w
            elif w["type"] == "applied" or not payback:
                standing = None  # another fault ends a restoration, putting back does not
        return nanos(standing["since"]) if standing and not standing["byDrillbook"] else None

    def alert_fired(self, *names):
        since = self.origin
        fired = [nanos(w["startsAt"]) for _, w in self.all("alert-fired") if not names or w["name"] in names]
        return min((t for t in fired if t >= since), default=None)

    def dead_end_cost(self):
        """Counts up where a dead end begins and down where it ends: what lies above zero is the union."""
        said = {w["number"]: [nanos(w["claimed"]), w["text"].strip().lower(), None] for _, w in self.all("suspected")}
        opened = []
        for _, w in self.all("suspected", "ruled-out", "reached"):
            if w["type"] == "suspected":
                opened.append(w["number"])
            elif w["type"] == "ruled-out" and w["number"] in opened:
                opened.remove(w["number"])
                said[w["number"]][2] = nanos(w["claimed"])
            elif w["type"] == "reached" and w["milestone"] == "root cause":
                words = w["text"].strip().lower()
                right = [n for n in opened if words in ("", said[n][1], str(n))][-1:]
                for number in right:
                    opened.remove(number)
                    said.pop(number)
        after = [nanos(w["claimed"]) for _, w in self.all("suspected")] + [self.claimed("root cause")]
        steps = []
        for begin, _, end in said.values():
            if end is None:
                end = min((t for t in after if t is not None and t > begin), default=begin)
            if end > begin:
                steps += [(begin, 1), (end, -1)]
        total, depth, before = 0, 0, None
        for at, step in sorted(steps):
            if depth > 0:
                total += at - before
            depth, before = depth + step, at
        return total / NS

    def coverage(self):
        counts = [0, 0, 0]
        for alert in self.brief["alerts"]:
            fired = self.alert_fired(alert["name"]) if self.applied is not None else None
            late = fired is not None and fired - self.applied > float(alert["within"]) * NS
            counts[2 if fired is None else 1 if late else 0] += 1
        return counts if self.brief["alerts"] else "not asked"

    def impact_on_users(self):
        window = [s for at, s in self.signals if self.origin < at <= self.end]
        affected = [s["values"]["traffic.affected"] for s in window if "traffic.affected" in s["values"]]
        users = max((s["values"].get("traffic.users", 0) for s in window), default=0)
        touched = len({user for s in window for user in s["touched"]})
        return {
            "affected": math.fsum(affected) if affected else "unknown",
            "users-touched": touched if users else "unknown",
            "share-touched": touched / users if users else "unknown",
        }

    def between(self, to, origin):
        if origin is None or (to is None and origin > self.over):
            return "unknown"
        return {"more than": (self.over - origin) / NS} if to is None else (to - origin) / NS

    def is_cause_for_alarm(self):
        real = any(w["real"] for _, w in self.all("aborted"))
        return real or self.broken or bool(self.all("owed", "applied", "apply-failed"))

    def claim_error(self, milestone):
        claimed = self.claimed(milestone)
        return "not asked" if claimed is None else self.between(claimed, self.measured(milestone))

    def metrics(self):
        detected, mitigated, restored = self.claimed("detected"), self.measured("mitigated"), self.measured("restored")
        alarms = len(self.all("escalated")) + sum(
            w["milestone"] in ("detected", "root cause") for _, w in self.all("reached"))
        return {
            "time-to-detect": self.between(detected, self.impact),
            "time-to-detect-from-apply": self.between(detected, self.applied),
            "time-to-acknowledge": self.between(self.claimed("acknowledged"), self.alert_fired()),
            "time-to-diagnose": self.between(self.claimed("root cause"), detected),
            "time-to-mitigate": self.between(mitigated, self.impact),
            "time-to-mitigate-from-detection": self.between(mitigated, detected),
            "time-to-restore": self.between(restored, self.impact),
            "time-to-restore-from-detection": self.between(restored, detected),
            "breach-length": self.breach / NS if self.all("probe-turned") else "unknown",
            **self.impact_on_users(),
            "dead-end-cost": self.dead_end_cost(),
            "claim-error-mitigated": self.claim_error("mitigated"),
            "claim-error-restored": self.claim_error("restored"),
            "alert-coverage": self.coverage(),
            "hints-taken": sum(at <= self.over or not self.is_over for at, _ in self.all("hint-given")),
            "escalations": len(self.all("escalated")),
            "false-alarms": "not asked" if self.is_cause_for_alarm() else alarms,
            "mitigated-by-probes": None if self.mitigated is None else self.mitigated / NS,
        }


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("recompute.py: no folder: name at least one drill, such as reports/2026-11-24-1")
    for name in sys.argv[1:]:
        print(json.dumps(Drill(pathlib.Path(name)).metrics()))
