"""literal.py - C strings for the tables that scripts make."""


def literal(text):
    """A C string; bytes beyond ASCII are octal."""
    escaped = "".join(chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\?' else f"\\{byte:03o}"
                      for byte in text.encode("utf-8"))
    return f'"{escaped}"'
