"""pictures.py - figures as readers get them, and what becomes of broken pictures.

    pictures.py PLGS

A JPEG stands in the PDF byte for byte, a PNG dot for dot, each file once. Whichever way
its dots lie, a picture is seen upright. What cannot be a picture is refused and leaves no
file behind.
"""

import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "pictures"))

import make
from stages import ToolError, outcome, pdf_tags, program_named, tool
from tap import Cases

PICTURES = Path(make.__file__).resolve().parent
SOUND = sorted(path.name for path in PICTURES.iterdir() if path.suffix in (".jpg", ".png"))
BROKEN = sorted(path.name for path in (PICTURES / "broken").iterdir())
# What a picture may have and still be printed.
FORGIVEN = {"astray.exif.jpg"}


def figure(name, *lines):
    said = "\n".join(lines or ("alt: What is to be seen", "credit: Somebody"))
    return f"```figure {name}\n{said}\n```\n\n"


def dots_of(path):
    """The samples of a PPM file, and its size."""
    kind, width, height, _, samples = path.read_bytes().split(None, 4)
    count = int(width) * int(height) * (3 if kind == b"P6" else 1)
    return (int(width), int(height)), samples[-count:]


class Press:
    """Sets texts in a folder that holds the pictures."""

    def __init__(self, plgs, folder):
        self.plgs = plgs
        self.folder = folder

    def set(self, markdown):
        (self.folder / "text.md").write_text(markdown, encoding="utf-8")
        return self.plgs.run("parse..write", "text.md", "-o", "text.pdf", "--root", PICTURES,
                             folder=self.folder)

    def made(self, markdown):
        why = outcome(self.set("# Pictures\n\n" + markdown))
        if why:
            raise ToolError(why)
        return self.folder / "text.pdf"

    def images(self, pdf, *options):
        """The pictures in a PDF, as poppler takes them out."""
        for old in self.folder.glob("out-*"):
            old.unlink()
        tool("pdfimages", *options, pdf, self.folder / "out")
        return sorted(self.folder.glob("out-*"))


def jpegs_stay(press):
    names = [name for name in SOUND if name.endswith(".jpg")]
    pdf = press.made("".join(figure(PICTURES / name) for name in names))
    found = [path.read_bytes() for path in press.images(pdf, "-j")]
    wanted = [(PICTURES / name).read_bytes() for name in names]
    return "" if found == wanted else f"{len(found)} pictures came out, not those that went in"


def pngs_stay(press):
    size, dot = (96, 72), make.scene(96, 72)
    wanted = b"".join(bytes(dot(x, y)) for y in range(size[1]) for x in range(size[0]))
    for name in ("town.png", "interlaced.png"):
        pdf = press.made(figure(PICTURES / name))
        if dots_of(press.images(pdf)[0]) != (size, wanted):
            return f"the dots of {name} are others"
    return ""


def opacity_stays(press):
    kinds = {"ring.png": 2, "opaque.png": 1, "palette.png": 2, "deep.png": 2}
    for name, count in kinds.items():
        images = press.images(press.made(figure(PICTURES / name)))
        if len(images) != count:
            return f"{name} became {len(images)} pictures"
    images = press.images(press.made(figure(PICTURES / "ring.png")))
    wanted = bytes(make.ring(x, y)[3] for y in range(64) for x in range(64))
    # pdfimages gives a mask of grey as three samples of the same value.
    size, found = dots_of(images[1])
    step = len(found) // (64 * 64)
    return "" if size == (64, 64) and found[::step] == wanted else "the mask is another"


def one_object(press):
    pdf = press.made(figure(PICTURES / "town.png") * 3)
    lines = tool("pdfimages", "-list", pdf).decode().splitlines()[2:]
    objects = {line.split()[10] for line in lines}
    return "" if len(lines) == 3 and len(objects) == 1 else "\n".join(lines)


def seen(press, name):
    """What a page shows with a picture that adorns it."""
    pdf = press.made(figure(PICTURES / name, "decorative: true", "credit: Somebody", "width: 60%"))
    tool("pdftoppm", "-r", "36", pdf, press.folder / "page")
    return dots_of(press.folder / "page-1.ppm")


def upright(press):
    size, first = seen(press, "town-1.jpg")
    for turn in range(2, 9):
        other, dots = seen(press, f"town-{turn}.jpg")
        far = sum(abs(a - b) for a, b in zip(first, dots)) / len(first)
        if size != other or far > 1:
            return f"orientation {turn} is seen otherwise: {far:.2f} off on average"
    return ""


def tagged(press):
    pdf = press.made(figure(PICTURES / "ring.png", "alt: A blue ring", "caption: The ring {#r}")
                     + "See [](#r).\n\n"
                     + figure(PICTURES / "ring.png", "decorative: true"))
    tags = pdf_tags(pdf).decode()
    if tags.count("Figure:") != 1 or "Caption" not in tags or "The ring" not in tags:
        return tags
    plain = tool("qpdf", "--qdf", "--object-streams=disable", pdf, "-")
    return "" if b"/Alt (A blue ring)" in plain and b"/BBox [" in plain else "no Alt or no BBox"


def refused(press, name):
    (press.folder / "text.pdf").unlink(missing_ok=True)
    result = press.set("# Pictures\n\n" + figure(PICTURES / "broken" / name))
    if name in FORGIVEN:
        return outcome(result)
    said = result.stderr.decode()
    if "text.md:3:1" not in said or not ("[L205]" in said or "[W103]" in said):
        return said or "nothing is said"
    return outcome(result, 1) or ("a file was left" if (press.folder / "text.pdf").exists() else "")


def outside(press):
    """A picture outside the folders that may be read."""
    (press.folder / "text.md").write_text(figure("/etc/hostname"), encoding="utf-8")
    result = press.plgs.run("parse..write", "text.md", "-o", "text.pdf", folder=press.folder)
    return outcome(result, 1) or ("" if b"[F101]" in result.stderr else result.stderr.decode())


def main():
    plgs, cases = program_named(), Cases()
    tests = [("a JPEG goes into the PDF byte for byte", jpegs_stay),
             ("a PNG goes into the PDF dot for dot", pngs_stay),
             ("how opaque a PNG is stays", opacity_stays),
             ("a file that is shown thrice is one object", one_object),
             ("pictures are upright whichever way their dots lie", upright),
             ("a figure has an alt, a box and a caption", tagged),
             ("a picture outside the folders is not read", outside)]
    tests += [(f"broken: {name}", lambda press, name=name: refused(press, name))
              for name in BROKEN]
    with tempfile.TemporaryDirectory() as folder:
        press = Press(plgs, Path(folder))
        for name, test in tests:
            try:
                why = test(press)
            except (ToolError, OSError, ValueError, IndexError) as error:
                why = str(error) or repr(error)
            cases.tell(name, not why, why)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
