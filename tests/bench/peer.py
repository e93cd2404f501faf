"""peer.py - jsonschema and PyYAML's C loader on the same files: what Python takes to check
records.

    peer.py SCHEMA FILE...

It says of each file which values are wrong, and not where they stand.
"""

import json
import sys

import jsonschema
import yaml


class Loader(yaml.CSafeLoader):
    """Dates stay as they were typed."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()}


def main():
    with open(sys.argv[1], encoding="utf-8") as schema:
        validator = jsonschema.Draft7Validator(json.load(schema))
    records = faults = 0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            data = yaml.load(file, Loader)
        records += len(data.get("milestones", []))
        faults += sum(1 for _ in validator.iter_errors(data))
    print(f"{records} records, {faults} faults", file=sys.stderr)
    return faults > 0


if __name__ == "__main__":
    sys.exit(main())
