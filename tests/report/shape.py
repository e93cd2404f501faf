"""shape.py - a value against a JSON Schema, as far as ours goes: type, const, enum, pattern,
minimum, minLength, required, properties, additionalProperties, items, $ref.

A schema that says more is refused, so that nothing goes unchecked."""

import re

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
}
KNOWN = {"$schema", "$ref", "title", "description", "definitions", "type", "const", "enum",
         "pattern", "minimum", "minLength", "required", "properties", "additionalProperties",
         "items"}


def mistakes(value, schema, root=None, at="$"):
    """Every mistake, in words."""
    root = root or schema
    unknown = set(schema) - KNOWN
    if unknown:
        raise ValueError(f"the schema has a word unknown here: {sorted(unknown)}")
    found = []
    if "$ref" in schema:
        found += mistakes(value, pointed_to(schema["$ref"], root), root, at)
    if "type" in schema and not is_of(value, schema["type"]):
        return found + [f"{at}: no {schema['type']}"]
    found += single(value, schema, at)
    if isinstance(value, dict):
        found += members(value, schema, root, at)
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            found += mistakes(item, schema["items"], root, f"{at}[{index}]")
    return found


def is_of(value, name):
    return isinstance(value, TYPES[name]) and not (name == "integer" and isinstance(value, bool))


def pointed_to(reference, root):
    for step in reference.removeprefix("#/").split("/"):
        root = root[step]
    return root


def single(value, schema, at):
    if "const" in schema and value != schema["const"]:
        yield f"{at}: not {schema['const']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: none of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: not like {schema['pattern']}"
    if "minimum" in schema and value < schema["minimum"]:
        yield f"{at}: below {schema['minimum']}"
    if "minLength" in schema and len(value) < schema["minLength"]:
        yield f"{at}: too short"


def members(value, schema, root, at):
    known = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in value:
            yield f"{at}: lacks {name}"
    for name, member in value.items():
        if name in known:
            yield from mistakes(member, known[name], root, f"{at}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}: {name} is unknown"
