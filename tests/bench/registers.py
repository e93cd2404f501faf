"""registers.py - what the records of a measurement refer to: a report, its programme, and for
each country its places, its council, its policy, its agreement and its events.
"""

COUNTRIES = [
    ("AZ", "AZE", "Azerbaijan"), ("KH", "KHM", "Cambodia"), ("EG", "EGY", "Egypt"),
    ("MZ", "MOZ", "Mozambique"), ("PY", "PRY", "Paraguay"), ("IQ", "IRQ", "Iraq"),
    ("JO", "JOR", "Jordan"), ("LR", "LBR", "Liberia"), ("MW", "MWI", "Malawi"),
    ("CM", "CMR", "Cameroon"), ("PE", "PER", "Peru"), ("VN", "VNM", "Viet Nam"),
]
CODES = [code for code, _, _ in COUNTRIES]
PLACES = 12  # of each country
EVENTS = 24  # of each country

REPORT = """\
schema: plgs-report/1
id: bench
year: 2023
title: {en: Measurement}
language: en
period: {start: 2023-01-01, end: 2023-12-31}
status: draft
date: 2024
publisher: bench-office
style: style.yaml
records: [records]
sections: [{id: one, template: one.md}]
"""

PROGRAMME = """\
programmes:
  - id: bench
    title: {en: Measurement}
    short_title: {en: Measurement}
    start: 2022
    funders: [{org: donor, role: funding}]
    managing_org: bench-office
    focus_area: country-uptake
    theme: urban-policy
    participants:
"""

SHARED = """\
  - id: donor
    name: {en: Donor}
    type: foundation
  - id: bench-office
    name: {en: Office}
    type: multilateral
  - id: partner-bank
    name: {en: Development bank}
    type: multilateral
schemes:
  - id: city-network
    name: {en: Network of cities}
    operator: bench-office
    purpose: {en: helps cities to learn from one another}
publications:
  - id: planning-guide
    title: {en: Guide to planning}
    type: guide
    year: 2023
    languages: [en]
    theme: urban-policy
    url: https://example.org/guide
"""

# A country of its own, for one that takes part does not wish to join.
WISH = """\
schema: plgs-submission/1
report: bench
programme: bench
scope: global
language: en
expressions_of_interest:
  - id: wish-to-join
    from_country: KR
    programme: bench
    to: donor
    stage: accepted
"""


def submission_head(country):
    return (f"schema: plgs-submission/1\nreport: bench\nprogramme: bench\ncountry: {country}\n"
            "language: en\nmilestones:\n")


def event_name(country, number):
    return f"{country.lower()}-event-{number}"


def evidence(indent):
    return (f"{indent}evidence:\n{indent}  - type: government-site\n{indent}    title: Record\n"
            f"{indent}    url: https://example.org/record\n")


def country(code, iso3, name):
    return (f"  - iso2: {code}\n    iso3: {iso3}\n    name_short: {{en: {name}}}\n"
            "    unh_region: asia-pacific\n")


def places(code, name):
    return "".join(f"  - id: {code.lower()}-place-{number}\n    name: {{en: Town {number} of "
                   f"{name}}}\n    country: {code}\n" for number in range(PLACES))


def council(code, name):
    return (f"  - id: {code.lower()}-council\n    name: {{en: Council of {name}}}\n"
            f"    type: government\n    country: {code}\n")


def policy(code, name):
    return (f"  - id: {code.lower()}-policy\n    name: {{en: Urban policy of {name}}}\n"
            f"    jurisdiction: {{country: {code}}}\n    phase: implementation\n" +
            evidence("    "))


def agreement(code, name):
    return (f"  - id: {code.lower()}-agreement\n    title: {{en: Agreement with {name}}}\n"
            "    type: mou\n"
            f"    parties: [{{org: {code.lower()}-council}}, {{org: partner-bank}}]\n"
            "    status: signed\n    signed_on: 2023-02-01\n    confidentiality: public\n")


def events(code, name):
    return "".join(f"  - id: {event_name(code, number)}\n    name: {{en: Meeting {number} in "
                   f"{name}}}\n    type: workshop\n    start: 2023-{number % 12 + 1:02d}-10\n"
                   f"    country: {code}\n" + evidence("    ") for number in range(EVENTS))


def register(participants):
    every = [(code, name) for code, _, name in COUNTRIES]
    return "".join(
        ["schema: plgs-register/1\ncountries:\n", *(country(*row) for row in COUNTRIES),
         country("KR", "KOR", "Republic of Korea"),
         "places:\n", *(places(*row) for row in every),
         "policies:\n", *(policy(*row) for row in every),
         "agreements:\n", *(agreement(*row) for row in every),
         "events:\n", *(events(*row) for row in every),
         PROGRAMME, *(f"      - {{country: {code}, role: full}}\n" for code, _ in every
                      if code in participants),
         "organizations:\n", *(council(*row) for row in every), SHARED])


def write(folder, participants):
    """Puts them beside the submissions, and the report above; a country that takes part must
    report something."""
    (folder / "report.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "style.yaml").write_text("schema: plgs-style/1\n", encoding="utf-8")
    (folder / "records" / "a-registers.yaml").write_text(register(participants),
                                                       encoding="utf-8")
    (folder / "records" / "a-wish.yaml").write_text(WISH, encoding="utf-8")
