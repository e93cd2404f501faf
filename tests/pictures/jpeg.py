"""jpeg.py - a plain JPEG encoder, for test pictures: baseline, no subsampling, with the
tables of ITU T.81, annex K."""

import math
import struct

ZIGZAG = [0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41,
          34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30,
          37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63]
COARSE = [16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57,
          69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55,
          64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100,
          103, 99]
DC_BITS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
DC_VALUES = list(range(12))
AC_BITS = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7D]
AC_VALUES = bytes.fromhex(
    "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25"
    "262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a83"
    "8485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3"
    "d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa")
COSINE = [[(math.sqrt(0.125) if u == 0 else 0.5) * math.cos((2 * x + 1) * u * math.pi / 16)
           for x in range(8)] for u in range(8)]


def codes(bits, values):
    table, code, at = {}, 0, 0
    for size, count in enumerate(bits, 1):
        for _ in range(count):
            table[values[at]] = (code, size)
            code, at = code + 1, at + 1
        code <<= 1
    return table


class Bits:
    def __init__(self):
        self.bytes, self.held, self.count = bytearray(), 0, 0

    def put(self, code, size):
        self.held, self.count = self.held << size | code, self.count + size
        while self.count >= 8:
            byte = self.held >> self.count - 8 & 0xFF
            self.bytes += b"\xff\x00" if byte == 0xFF else bytes([byte])
            self.count -= 8
        self.held &= (1 << self.count) - 1

    def put_value(self, value, size):
        self.put(value if value > 0 else value + (1 << size) - 1, size)


def transformed(block, table):
    """The quantized coefficients of 64 samples, in zigzag order."""
    rows = [[sum(block[y * 8 + x] * COSINE[u][x] for x in range(8)) for u in range(8)]
            for y in range(8)]
    flat = [sum(rows[y][u] * COSINE[v][y] for y in range(8)) for v in range(8) for u in range(8)]
    return [round(flat[ZIGZAG[i]] / table[ZIGZAG[i]]) for i in range(64)]


def block_put(bits, values, before, dc, ac):
    step = values[0] - before
    bits.put(*dc[abs(step).bit_length()])
    if step:
        bits.put_value(step, abs(step).bit_length())
    zeros = 0
    for value in values[1:]:
        if value == 0:
            zeros += 1
            continue
        while zeros > 15:
            bits.put(*ac[0xF0])
            zeros -= 16
        size = abs(value).bit_length()
        bits.put(*ac[zeros << 4 | size])
        bits.put_value(value, size)
        zeros = 0
    if zeros:
        bits.put(*ac[0])


def segment(marker, body):
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def exif(orientation, extra=()):
    """A segment that says how the dots lie, and other entries (tag, type, count, value)."""
    entries = sorted([(0x0112, 3, 1, orientation << 16), *extra])
    body = struct.pack(">H", len(entries))
    body += b"".join(struct.pack(">HHII", *entry) for entry in entries) + bytes(4)
    return segment(0xE1, b"Exif\0\0MM\0*" + struct.pack(">I", 8) + body)


def encode(width, height, dot, channels=3, before=b"", fineness=2):
    """A JPEG of dots: dot(x, y) gives `channels` samples; `before` are segments to put in."""
    table = [max(1, value // fineness) for value in COARSE]
    dc, ac = codes(DC_BITS, DC_VALUES), codes(AC_BITS, AC_VALUES)
    bits, last = Bits(), [0] * channels
    for top in range(0, height, 8):
        for left in range(0, width, 8):
            dots = [dot(min(left + x, width - 1), min(top + y, height - 1))
                    for y in range(8) for x in range(8)]
            for channel in range(channels):
                values = transformed([samples[channel] - 128 for samples in dots], table)
                block_put(bits, values, last[channel], dc, ac)
                last[channel] = values[0]
    bits.put(0x7F, 7)
    ids = range(1, channels + 1)
    return (b"\xff\xd8" + before
            + segment(0xDB, b"\0" + bytes(table[i] for i in ZIGZAG))
            + segment(0xC0, struct.pack(">BHHB", 8, height, width, channels)
                      + b"".join(bytes([i, 0x11, 0]) for i in ids))
            + segment(0xC4, b"\0" + bytes(DC_BITS) + bytes(DC_VALUES))
            + segment(0xC4, b"\x10" + bytes(AC_BITS) + AC_VALUES)
            + segment(0xDA, bytes([channels]) + b"".join(bytes([i, 0]) for i in ids) + b"\0\x3f\0")
            + bytes(bits.bytes) + b"\xff\xd9")


def ycc(red, green, blue):
    """As JPEG holds colours."""
    return (0.299 * red + 0.587 * green + 0.114 * blue,
            128 - 0.168736 * red - 0.331264 * green + 0.5 * blue,
            128 + 0.5 * red - 0.418688 * green - 0.081312 * blue)
