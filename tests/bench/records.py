#!/usr/bin/python3
"""records.py - seeded records for measurements: submissions of one programme, about 600
bytes a milestone, with the registers they refer to.

    records.py FOLDER COUNT [--per-file N]

The same arguments always write the same bytes.  Every record is sound.
"""

import argparse
import random
from pathlib import Path

COUNTRIES = [
    ("AZ", "AZE", "Azerbaijan"), ("KH", "KHM", "Cambodia"), ("EG", "EGY", "Egypt"),
    ("MZ", "MOZ", "Mozambique"), ("PY", "PRY", "Paraguay"), ("IQ", "IRQ", "Iraq"),
    ("KR", "KOR", "Republic of Korea"), ("JO", "JOR", "Jordan"), ("LR", "LBR", "Liberia"),
    ("MW", "MWI", "Malawi"), ("CM", "CMR", "Cameroon"), ("VN", "VNM", "Viet Nam"),
]
WORDS = ("national urban policy plan city province land housing council ministry draft law "
         "programme region public space people partner workshop report review guide network "
         "study service transport water climate budget office forum record measure target").split()
KINDS = ["consultation-held", "validation-presented", "mission-held", "diagnosis-completed"]


def sentence(chance, least, most):
    words = chance.choices(WORDS, k=chance.randint(least, most))
    return " ".join(words).capitalize()


def milestone(chance, number, country):
    """One record, in the layout that people type."""
    kind = chance.choice(KINDS)
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    lines = [f"  - id: {country.lower()}-2023-{number:07d}",
             f"    kind: {kind}",
             "    status: achieved",
             f"    title: {{en: {sentence(chance, 4, 8)}}}",
             "    summary:",
             "      en: >-"]
    lines += [f"        {sentence(chance, 9, 11)}" for _ in range(3)]
    lines += [f"    date: 2023-{month:02d}-{day:02d}",
              f"    places: [{country.lower()}-capital]",
              '    sdg_targets: ["11.a", "11.3"]',
              "    evidence:",
              "      - type: press",
              f"        title: {sentence(chance, 4, 7)}",
              f"        url: https://example.org/{country.lower()}/{number}",
              "        language: en"]
    return "\n".join(lines) + "\n"


def registers():
    lines = ["schema: plgs-register/1", "countries:"]
    for iso2, iso3, name in COUNTRIES:
        lines += [f"  - iso2: {iso2}", f"    iso3: {iso3}", f"    name_short: {{en: {name}}}",
                  "    unh_region: asia-pacific"]
    lines += ["places:"]
    for iso2, _, name in COUNTRIES:
        lines += [f"  - id: {iso2.lower()}-capital", f"    name: {{en: Capital of {name}}}",
                  f"    country: {iso2}"]
    lines += ["organizations:", "  - id: donor", "    name: {en: A donor}", "    type: government",
              "    country: KR", "  - id: bench-office", "    name: {en: An office}",
              "    type: multilateral", "programmes:", "  - id: bench", "    title: {en: Bench}",
              "    short_title: {en: Bench}", "    start: 2022",
              "    funders: [{org: donor, role: funding}]", "    managing_org: bench-office",
              "    participants:"]
    lines += [f"      - {{country: {iso2}, role: full}}" for iso2, _, _ in COUNTRIES]
    lines += ["    focus_area: country-uptake", "    theme: urban-policy"]
    return "\n".join(lines) + "\n"


def header(country):
    return (f"schema: plgs-submission/1\nreport: bench\nprogramme: bench\ncountry: {country}\n"
            "language: en\nmilestones:\n")


def report():
    return ("schema: plgs-report/1\nid: bench\nyear: 2023\ntitle: {en: Bench}\nlanguage: en\n"
            "period: {start: 2023-01-01, end: 2023-12-31}\nstatus: draft\ndate: 2024\n"
            "publisher: bench-office\nstyle: style.yaml\nrecords: [records]\n"
            "sections: [{id: one, template: one.md}]\n")


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("folder", type=Path)
    words.add_argument("count", type=int)
    words.add_argument("--per-file", type=int, default=5000)
    asked = words.parse_args()
    chance = random.Random(20231101)
    records = asked.folder / "records"
    records.mkdir(parents=True, exist_ok=True)
    (asked.folder / "report.yaml").write_text(report())
    (asked.folder / "style.yaml").write_text("schema: plgs-style/1\n")
    (records / "a-registers.yaml").write_text(registers())
    for start in range(0, asked.count, asked.per_file):
        country = COUNTRIES[start // asked.per_file % len(COUNTRIES)][0]
        with open(records / f"submission-{start:07d}.yaml", "w") as file:
            file.write(header(country))
            for number in range(start, min(start + asked.per_file, asked.count)):
                file.write(milestone(chance, number, country))


if __name__ == "__main__":
    main()
