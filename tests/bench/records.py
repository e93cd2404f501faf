#!/usr/bin/python3
"""records.py - seeded records for measurements: submissions to one programme, about 600 bytes
a milestone, with the registers they refer to.

    records.py FOLDER COUNT [--per-file N] [--faulty]
    records.py - COUNT                 one submission alone, to standard output

FOLDER/ is then a report that `plgs check` takes: report.yaml, the registers and the submissions
in records/, each of N milestones (5000 where N is not told; 0: all in one file).  The same
arguments always write the same bytes, and memory does not grow with COUNT.

All 24 kinds are there, each with what the schema asks of it, so that nothing is to be said of
these files at any size.  The registers are the same at any size: an event can be held once
only, so that the later records of a country take part in one instead.

With --faulty each record has one fault (faults.py), and FOLDER/expected.txt says in the order
of the files what is to be said: "records/submission-0000000.yaml:12:5-12:11 V201".
"""

import argparse
import random
import sys
from pathlib import Path

import faults
import registers

FIRST_SEED = 20231101

SUBJECTS = ("the ministry", "the city council", "a team of planners", "the steering committee",
            "the province", "a group of mayors", "the housing agency", "the planning office",
            "the land registry", "a panel of residents", "the transport authority",
            "the university", "the water board", "an association of cities", "the cabinet office")
ACTS = ("reviewed", "discussed", "compared", "presented", "revised", "mapped", "costed",
        "described", "tested", "weighed", "examined", "published", "shared", "ranked", "drafted")
THINGS = ("the draft urban law", "a plan for public space", "the housing budget",
          "rules for building", "the network of buses", "a review of slums",
          "the census of towns", "standards for streets", "the map of floods",
          "the list of projects", "plans for new districts", "the climate strategy")
WITH = ("with people of three quarters", "for the next ten years", "in all of its districts",
        "at the request of mayors", "on the basis of new figures", "for cities on the coast",
        "with the advice of experts", "in towns of every size")
TITLE_WORDS = ("Urban Regional Housing Coastal Public National Local Inclusive Upland Rural Youth "
               "Transport Budget Land Water Climate Harbour Market River Railway School Health "
               "Heritage Energy Forest Island Border Desert Garden Tourism Valley Central Solar "
               "Northern Southern Eastern Western Waste Rental Digital Gender Flood Bridge Cycle "
               "Library Hospital Drought Mining Fishery Airport Informal Compact Walkable Tenure "
               "Sanitary Customs Museum Lagoon Plateau Highway Orchard Suburb Tropical Migrant "
               "Open Joint Annual Shared Green Quiet Safe Model Early Third").split()
TITLE_ENDS = ("plan", "review", "forum", "law", "survey", "guide", "budget", "map", "network",
              "programme", "study", "service", "workshop", "register", "office", "strategy")

STATUSES = {"achieved": 86, "planned": 5, "under-way": 4, "delayed": 3, "cancelled": 1,
            "superseded": 1}

# Of a hundred milestones; a report of a year has mostly meetings, missions and training.
KINDS = {"event-held": 12, "event-participation": 9, "consultation-held": 11, "mission-held": 12,
         "training-held": 10, "diagnosis-completed": 5, "draft-completed": 5,
         "validation-presented": 4, "policy-approved": 3, "policy-adopted": 2,
         "policy-launched": 2, "translation-completed": 2, "city-selected": 2,
         "funding-approved": 3, "partnership-secured": 3, "agreement-signed": 2, "call-issued": 1,
         "tool-published": 2, "tool-applied": 2, "legal-assessment": 2,
         "demonstration-project": 2, "hosting-awarded": 1, "expression-of-interest": 1,
         "other": 2}
OF_EVENTS = ("event-held", "event-participation", "hosting-awarded")  # these are all in the past

# A record may have another as its forerunner: one whose number this divides.  Their names are
# never taken away by a fault.
LANDMARK = 8


def sentence(chance):
    said = " ".join((chance.choice(SUBJECTS), chance.choice(ACTS), chance.choice(THINGS),
                     chance.choice(WITH)))
    return said[0].upper() + said[1:] + "."


def title(chance):
    return " ".join(chance.sample(TITLE_WORDS, 5)) + " " + chance.choice(TITLE_ENDS)


def needs_of(kind, chance, country, event):
    """The lines that a kind asks for, the date aside."""
    low = country.lower()
    place = f"    places: [{low}-place-{chance.randrange(registers.PLACES)}]"
    policy = f"    policy: {low}-policy"
    people = f"    quantity: [{{what: people, value: {chance.randint(12, 900)}, basis: attended}}]"
    body = f"    body: {low}-council"
    return {
        "event-held": [f"    event: {event}"],
        "event-participation": [f"    event: {event}"],
        "diagnosis-completed": [policy],
        "draft-completed": [policy],
        "consultation-held": [place],
        "validation-presented": [body, policy],
        "policy-approved": [body, policy],
        "policy-adopted": [body, policy],
        "policy-launched": [policy],
        "translation-completed": [policy, "    translation: {from: fr, to: en}"],
        "city-selected": [place, "    scheme: city-network"],
        "funding-approved": [body, f"    money: {{amount: {chance.randint(20, 900)}000, "
                             "currency: USD}", "    outcomes: [a plan for the coast]"],
        "partnership-secured": ["    partners:", "      - org: partner-bank",
                                "        contribution: [funds]",
                                f"        agreement: {low}-agreement"],
        "agreement-signed": [f"    agreement: {low}-agreement"],
        "call-issued": ["    document: {en: Call for proposals of cities}",
                        "    issuer: bench-office", "    deadline: 2023-11-30"],
        "mission-held": [place],
        "training-held": [people],
        "tool-published": ["    publication: planning-guide"],
        "tool-applied": ["    tool: planning-guide", place],
        "legal-assessment": ["    law_areas: [planning, land]",
                             f"    jurisdiction: {{country: {country}}}"],
        "demonstration-project": [place, people],
        "hosting-awarded": [f"    event: {event}"],
        "expression-of-interest": ["    expression_of_interest: wish-to-join"],
        "other": ["    reason: a new unit began its work"],
    }[kind]


def date_of(kind, status, chance):
    """A day of the year of the report; of the year after it for what is still to come."""
    if kind in OF_EVENTS:
        return []
    year = 2023 if status in ("achieved", "superseded") else 2024
    return [f"    date: {year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"]


class Country:
    """One country as it reports: which of its events have been held already."""

    def __init__(self, code):
        self.code = code
        self.held = 0

    def event_for(self, kind, chance):
        """The kind, and the event that it speaks of."""
        if kind == "event-held" and self.held < registers.EVENTS:
            self.held += 1
            return kind, registers.event_name(self.code, self.held - 1)
        if kind == "event-held":
            kind = "event-participation"
        return kind, registers.event_name(self.code, chance.randrange(registers.EVENTS))


def milestone(chance, number, country, first):
    """The lines of one record, in the layout that people type; first is the number of the
    first record of its file."""
    kind, = chance.choices(tuple(KINDS), tuple(KINDS.values()))
    status, = chance.choices(tuple(STATUSES), tuple(STATUSES.values()))
    kind, event = country.event_for(kind, chance)
    if kind in OF_EVENTS and status == "planned":
        status = "delayed"
    forerunner = number - number % LANDMARK
    lines = [f"  - id: {milestone_name(country.code, number)}", f"    kind: {kind}",
             f"    status: {status}"]
    if status == "cancelled":
        lines += ["    status_reason: the election came first"]
    lines += [f"    title: {{en: {title(chance)}}}", "    summary:", "      en: >-"]
    lines += ["        " + sentence(chance) for _ in range(2)]
    lines += date_of(kind, status, chance)
    if number % 3 == 0 and kind not in ("policy-approved", "policy-adopted", "policy-launched"):
        lines += ["    nup_phase: formulation"]
    lines += needs_of(kind, chance, country.code, event)
    if first <= forerunner < number:
        lines += [f"    previous: {milestone_name(country.code, forerunner)}"]
    source = chance.choice(("un-site", "government-site", "official-gazette"))
    return lines + ['    sdg_targets: ["11.a", "11.3"]', "    evidence:", f"      - type: {source}",
                    f"        title: {title(chance)}",
                    f"        url: https://example.org/{country.code.lower()}/{number}",
                    "        language: en", "        date: 2024-01-15"]


def milestone_name(code, number):
    return f"{code.lower()}-2023-{number:07d}"


def submission(file, country, numbers, fault_of=None):
    """Writes the milestones of some numbers; gives the places of their faults one by one, where
    fault_of is given."""
    head = registers.submission_head(country.code)
    file.write(head)
    line = head.count("\n") + 1
    for number in numbers:
        chance = random.Random(FIRST_SEED + number)
        lines = milestone(chance, number, country, numbers.start)
        place = fault_of(lines, number, numbers.start) if fault_of else None
        file.write("\n".join(lines) + "\n")
        if place:
            yield place.below(line)
        line += len(lines)


def report(folder, count, per_file, faulty):
    records = folder / "records"
    records.mkdir(parents=True, exist_ok=True)
    files = -(-count // per_file)
    countries = [Country(code) for code in registers.CODES[:files]]
    registers.write(folder, {country.code for country in countries})
    expected = open(folder / "expected.txt", "w", encoding="utf-8") if faulty else None
    for start in range(0, count, per_file):
        country = countries[start // per_file % len(countries)]
        numbers = range(start, min(start + per_file, count))
        name = f"records/submission-{start:07d}.yaml"
        with open(folder / name, "w", encoding="utf-8") as file:
            for place in submission(file, country, numbers, faults.put if faulty else None):
                print(f"{name}:{place}", file=expected)
    if expected:
        expected.close()


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("folder")
    words.add_argument("count", type=int)
    words.add_argument("--per-file", type=int, default=5000)
    words.add_argument("--faulty", action="store_true")
    asked = words.parse_args()
    if asked.folder != "-":
        report(Path(asked.folder), asked.count, asked.per_file or asked.count, asked.faulty)
    elif asked.faulty:
        words.error("the places of faults are written into a folder")
    else:
        list(submission(sys.stdout, Country(registers.CODES[0]), range(asked.count)))


if __name__ == "__main__":
    main()
