"""Turns fonts of Debian packages into the derived fonts of templates/shared/fonts/ (see its README.md)."""

import bz2
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

EM = 1000
ASCENT, DESCENT = 880, 120
CURVE_ERROR = 1.0  # in 1/1000 em: 0.016 pt at the size of body text
EPOCH = 3786912000  # 2024-01-01 in seconds since 1904, so that the same input gives the same bytes

OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
OFL_URL = "https://openfontlicense.org"
GPL = (
    "GNU General Public License, version 3, with the font exception: as a special exception, if you create a document "
    "which uses this font, and embed this font or unaltered portions of this font into the document, this font does not "
    "by itself cause the resulting document to be covered by the GNU General Public License."
)
GPL_URL = "https://www.gnu.org/licenses/gpl-3.0.html"
ADOBE = "Copyright 2014-2022 Adobe (http://www.adobe.com/)."


class Source:
    """A font to take outlines from."""

    def __init__(self, path, index=-1):
        self.font = TTFont(path, fontNumber=index, lazy=True)
        self.glyphs = self.font.getGlyphSet()
        self.cmap = self.font.getBestCmap()
        self.scale = EM / self.font["head"].unitsPerEm
        self.cubic = "CFF " in self.font

    def advance(self, code_point):
        return round(self.glyphs[self.cmap[code_point]].width * self.scale)

    def glyph(self, code_point, dx=0, dy=0):
        """The outline as TrueType curves in 1/1000 em, moved by dx, dy."""
        pen = TTGlyphPen(None)
        # PostScript and TrueType outlines run in opposite directions.
        quadratic = Cu2QuPen(pen, CURVE_ERROR, reverse_direction=self.cubic)
        self.glyphs[self.cmap[code_point]].draw(TransformPen(quadratic, (self.scale, 0, 0, self.scale, dx, dy)))
        return pen.glyph()


def box(left, bottom, right, top):
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for point in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def save(path, family, style, glyphs, copyright_, licence, url):
    """Writes a font; glyphs: code point -> (outline, advance). One glyph a code point, so text extracts as typed."""
    names = {code_point: f"u{code_point:04X}" for code_point in sorted(glyphs)}
    order = [".notdef", *names.values()]
    outlines = {".notdef": box(100, 0, 900, 800)} | {names[c]: glyph for c, (glyph, _) in glyphs.items()}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({c: name for c, name in names.items()})
    builder.setupGlyf(outlines)
    table = builder.font["glyf"]
    advances = {".notdef": EM} | {names[c]: advance for c, (_, advance) in glyphs.items()}
    builder.setupHorizontalMetrics({n: (advances[n], getattr(table[n], "xMin", 0)) for n in order})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
    bold = style == "Bold"
    strings = {
        "copyright": copyright_,
        "familyName": family,
        "styleName": style,
        "uniqueFontIdentifier": f"{family} {style} 1.0",
        "fullName": f"{family} {style}",
        "psName": f"{family.replace(' ', '')}-{style}",
        "version": "Version 1.0",
        "licenseDescription": licence,
        "licenseInfoURL": url,
    }
    builder.setupNameTable(strings, mac=False)
    builder.setupOS2(
        sTypoAscender=ASCENT, sTypoDescender=-DESCENT, sTypoLineGap=0, usWinAscent=ASCENT, usWinDescent=DESCENT,
        usWeightClass=700 if bold else 400, fsSelection=0x20 if bold else 0x40, fsType=0,
    )
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(macStyle=1 if bold else 0, created=EPOCH, modified=EPOCH)
    builder.font.recalcTimestamp = False
    builder.save(path)
    print(path.name, len(glyphs), "characters", path.stat().st_size, "bytes")


def fang_song(share, out):
    """FandolFang: full-width characters only, TrueType outlines, raised to the height at which the other faces sit."""
    source = Source(share / "texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf")
    raise_by = 64
    glyphs = {c: (source.glyph(c, dy=raise_by), EM) for c in source.cmap if c > 0x7F and source.advance(c) == EM}
    celsius = 0x2103
    glyphs[celsius] = (source.glyph(celsius, dx=(EM - source.advance(celsius)) // 2, dy=raise_by), EM)
    notice = "Copyright 2012-2013, the Fandol team. Modified from FandolFang: TrueType outlines, raised, Latin left out."
    save(out / "HuibianFangSong-Regular.ttf", "Huibian FangSong", "Regular", glyphs, notice, GPL, GPL_URL)


# Chinese text wants these one em wide; the fonts draw them narrower (and a dash with gaps) outside OpenType features.
def marks(source, family, style, out, copyright_):
    dot, middle_dot, em_dash = 0x2027, 0xB7, 0x2014
    _, bottom, _, top = bounds(source, 0x2015)
    glyphs = {em_dash: (box(0, bottom, EM, top), EM), middle_dot: (source.glyph(dot), EM)}
    for code_point, edge in ((0x201C, "right"), (0x2018, "right"), (0x201D, "left"), (0x2019, "left"), (0xD7, "centre")):
        spare = EM - source.advance(code_point)
        dx = {"left": 0, "centre": spare // 2, "right": spare}[edge]
        glyphs[code_point] = (source.glyph(code_point, dx=dx), EM)
    name = f"{family.replace(' ', '')}-{style}.ttf"
    save(out / name, family, style, glyphs, copyright_, OFL, OFL_URL)


def bounds(source, code_point):
    glyph = source.glyph(code_point)
    xs, ys = zip(*glyph.coordinates)
    return min(xs), min(ys), max(xs), max(ys)


def all_marks(share, out):
    noto = share / "fonts/opentype/noto"
    for style in ("Regular", "Bold"):
        for face, collection in (("Song", "Serif"), ("Hei", "Sans")):
            source = Source(noto / f"Noto{collection}CJK-{style}.ttc", SIMPLIFIED_CHINESE)
            marks(source, f"Huibian Marks {face}", style, out, f"{ADOBE} Modified from Noto {collection} CJK SC.")
    kai = Source(share / "fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf")
    notice = kai.font["name"].getDebugName(0) + "\nModified: a few marks only, one em wide."
    marks(kai, "Huibian Marks Kai", "Regular", out, notice)


SIMPLIFIED_CHINESE = 2  # index within the TTC

# Sources of old books, bronze inscriptions and the Zhuang script, which no name or place of today uses.
HISTORICAL = {"GKX", "GHZ", "GHZR", "G4K", "GZJW", "GZ"}
MODERN_PROPERTIES = {"kIICore", "kUnihanCore2020", "kXHC1983", "kTGHZ2013", "kTGH"}
# General punctuation to technical symbols, CJK symbols and units, compatibility forms.
SYMBOL_BLOCKS = ((0x2010, 0x2BFF), (0x2E80, 0x2FDF), (0x3000, 0x33FF), (0xF900, 0xFAFF), (0xFE10, 0xFE4F), (0xFF00, 0xFFEF))


def modern_characters(share):
    found = set()
    for part in ("IRGSources", "DictionaryLikeData", "OtherMappings", "Readings"):
        with bz2.open(share / f"unicode/Unihan_{part}.txt.bz2", "rt", encoding="utf-8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if len(fields) != 3:
                    continue
                code_point, key, value = int(fields[0][2:], 16), fields[1], fields[2]
                of_today = key == "kIRG_GSource" and value.split("-")[0] not in HISTORICAL
                if of_today or key in MODERN_PROPERTIES:
                    found.add(code_point)
    return found


def is_han(c):
    return 0x3400 <= c <= 0x9FFF or 0x20000 <= c <= 0x323AF


def rare_song(share, out, covered):
    """What the Song face from npm lacks: from Noto Serif CJK SC where it has it, else from Hanazono Mincho."""
    noto = Source(share / "fonts/opentype/noto/NotoSerifCJK-Regular.ttc", SIMPLIFIED_CHINESE)
    hana = [Source(share / f"fonts/truetype/hanazono/HanaMin{part}.ttf") for part in "AB"]
    wanted = modern_characters(share) | {c for c in noto.cmap if is_han(c)}
    wanted |= {c for first, last in SYMBOL_BLOCKS for c in range(first, last + 1)}
    glyphs = {}
    for c in sorted(wanted - covered):
        source = next((s for s in (noto, *hana) if c in s.cmap), None)
        if source is not None:
            glyphs[c] = (source.glyph(c), source.advance(c))
    notice = f"{ADOBE} Copyright 2008-2017 GlyphWiki Project. Parts of Noto Serif CJK SC and of Hanazono Mincho."
    save(out / "HuibianRareSong-Regular.ttf", "Huibian Rare Song", "Regular", glyphs, notice, OFL, OFL_URL)


def main(usr, out):
    share = usr / "share"
    song = out.parents[2] / "node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"
    fang_song(share, out)
    all_marks(share, out)
    rare_song(share, out, set(Source(song).cmap))


main(Path(sys.argv[1]), Path(sys.argv[2]))
