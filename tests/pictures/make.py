"""make.py - the pictures that the tests use, and those of the guide for editors.

    make.py

Everything is drawn here. The files are kept beside this one, so that what the tests see
does not depend on the program that packed them.
"""

import struct
import zlib
from pathlib import Path

import jpeg

FOLDER = Path(__file__).resolve().parent
GUIDE = FOLDER.parent.parent / "reports" / "pictures"

# An F has no symmetry: it shows which way round a picture is.
LETTER = ["#####", "#....", "####.", "#....", "#...."]


def chunk(name, body):
    return (struct.pack(">I", len(body)) + name + body
            + struct.pack(">I", zlib.crc32(name + body)))


def png(width, height, rows, depth=8, colour=2, interlaced=0, before=b""):
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def rows_of(width, height, dot):
    return b"".join(b"\0" + b"".join(bytes(dot(x, y)) for x in range(width))
                    for y in range(height))


def scene(width, height, letter=True):
    """Evening over a town, with an F in the sky: the colour of each dot."""
    cell, unit = height // 12, height // 72
    roofs = [7, 5, 8, 6, 9, 4, 7, 6, 8, 5, 7, 6]

    def dot(x, y):
        column, row = (x - cell) // cell, (y - cell) // cell
        if letter and 0 <= column < 5 and 0 <= row < 5 and LETTER[row][column] == "#":
            return (250, 250, 245)
        house = x * len(roofs) // width
        if y > height - roofs[house] * height // 20:
            lit = (x // (3 * unit) + house) % 3 == 0 and (y // (4 * unit)) % 2 == 0
            return (235, 190, 90) if lit else (38 + 4 * house, 44, 62)
        far = (x - width * 3 // 4) ** 2 + (y - height // 3) ** 2
        glow = max(0, 60 - far // (height // 4 * unit))
        return (min(255, 90 + y * 120 // height + glow), min(255, 130 + glow), 190 - y // 3)
    return dot


def photograph(orientation):
    """The scene, stored so that it is upright when the orientation is heeded."""
    width, height = 96, 72
    upright = scene(width, height)
    last_x, last_y = width - 1, height - 1
    stored = {
        1: lambda x, y: upright(x, y),
        2: lambda x, y: upright(last_x - x, y),
        3: lambda x, y: upright(last_x - x, last_y - y),
        4: lambda x, y: upright(x, last_y - y),
        5: lambda x, y: upright(y, x),
        6: lambda x, y: upright(last_x - y, x),
        7: lambda x, y: upright(last_x - y, last_y - x),
        8: lambda x, y: upright(y, last_y - x),
    }[orientation]
    if orientation > 4:
        width, height = height, width
    return jpeg.encode(width, height, lambda x, y: jpeg.ycc(*stored(x, y)),
                       before=jpeg.exif(orientation))


def inks(x, y):
    """Cyan to magenta, as Adobe stores it."""
    return (255 - 4 * x, 4 * x, 255, 255 - 2 * y)


def ring(x, y):
    """A ring on nothing."""
    far = (x - 31.5) ** 2 + (y - 31.5) ** 2
    edge = max(0, min(255, int(255 - abs(far - 600) * 0.8)))
    return (0, 86, 125, edge)


def seven_passes(width, height, dot):
    """The rows of an interlaced PNG."""
    rows = b""
    for left, top, across, down in [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4),
                                    (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]:
        for y in range(top, height, down):
            if left < width:
                rows += b"\0" + b"".join(bytes(dot(x, y)) for x in range(left, width, across))
    return rows


def sound():
    """Every kind that can be printed, by its name."""
    made = {f"town-{i}.jpg": photograph(i) for i in range(1, 9)}
    made["placed.jpg"] = jpeg.encode(
        16, 16, lambda x, y: (200,), channels=1, before=jpeg.exif(1, [(0x8825, 4, 1, 0)]))
    made["grey.jpg"] = jpeg.encode(64, 48, lambda x, y: (255 - 3 * x - y,), channels=1)
    made["inks.jpg"] = jpeg.encode(
        64, 48, inks, channels=4,
        before=jpeg.segment(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, 0)))
    made["town.png"] = png(96, 72, rows_of(96, 72, scene(96, 72)))
    made["ring.png"] = png(64, 64, rows_of(64, 64, ring), colour=6)
    made["opaque.png"] = png(8, 8, rows_of(8, 8, lambda x, y: (x * 30, y * 30, 9, 255)), colour=6)
    made["interlaced.png"] = png(96, 72, seven_passes(96, 72, scene(96, 72)), interlaced=1)
    made["deep.png"] = png(16, 8, rows_of(16, 8, lambda x, y: (x * 16, 7, y * 32, 9)),
                           depth=16, colour=4)
    made["palette.png"] = png(
        64, 64, b"".join(b"\0" + bytes([0xF0, 0xCC, 0xAA, 0x0F] * 2) for _ in range(64)),
        depth=1, colour=3,
        before=chunk(b"PLTE", bytes([200, 30, 30, 30, 90, 200])) + chunk(b"tRNS", bytes([0])))
    return made


def broken():
    """What must be refused."""
    good, photo = png(4, 4, rows_of(4, 4, lambda x, y: (x, y, 0))), photograph(1)
    frame = photo.index(b"\xff\xc0")
    made = {
        "cut-off.png": good[:60],
        "cut-in-its-head.png": good[:20],
        "bad-check.png": good[:45] + bytes([good[45] ^ 1]) + good[46:],
        "no-end.png": good[:-12],
        "too-few-rows.png": png(4, 4, rows_of(4, 2, lambda x, y: (x, y, 0))),
        # The check of its dots is right, but they are nothing that could be inflated.
        "no-dots.png": good[:33] + chunk(b"IDAT", b"nothing") + chunk(b"IEND", b""),
        "bomb.png": png(65536, 65536, b"", depth=1, colour=3,
                        before=chunk(b"PLTE", bytes(6)) + chunk(b"tRNS", bytes(1))),
        "wide.png": png(29999, 29999, b"", depth=1, colour=0),
        "no-palette.png": png(4, 4, rows_of(4, 4, lambda x, y: (x,)), colour=3),
        "no-such-depth.png": png(4, 4, b"", depth=3),
        "cut-off.jpg": photo[:len(photo) // 2],
        "cut-in-its-head.jpg": photo[:frame + 6],
        "deep.jpg": photo[:frame + 4] + b"\x0c" + photo[frame + 5:],
        "without-height.jpg": photo[:frame + 5] + b"\0\0" + photo[frame + 7:],
        "two-colours.jpg": photo[:frame + 9] + b"\x02" + photo[frame + 10:],
        "arithmetic.jpg": photo[:frame + 1] + b"\xc9" + photo[frame + 2:],
        "no-picture.jpg": b"not a picture",
        "nothing.png": b"",
    }
    # Directories that point beyond their end are no reason to refuse a picture.
    made["astray.exif.jpg"] = (b"\xff\xd8" + jpeg.segment(
        0xE1, b"Exif\0\0II*\0\xff\xff\xff\x7f") + photo[2:])
    return made


def town_of_the_guide():
    """A wide picture in few colours."""
    width, height = 1200, 432
    dot = scene(width, height, letter=False)
    colours, rows = {}, bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            red, green, blue = dot(x, y)
            colour = (red & 0xF8, green & 0xF0, blue & 0xF0)
            rows.append(colours.setdefault(colour, len(colours)))
    palette = bytes(part for colour in colours for part in colour)
    return png(width, height, bytes(rows), colour=3, before=chunk(b"PLTE", palette))


def main():
    for folder, pictures in [(FOLDER, sound()), (FOLDER / "broken", broken()),
                             (GUIDE, {"town.png": town_of_the_guide()})]:
        folder.mkdir(exist_ok=True)
        for name, content in pictures.items():
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
