#!/usr/bin/env python3
"""Learns what Spanish text looks like and writes the table that TextRepair decides with.

    learn.py LINES.txt [MORE.txt …] Sources/C/CSpanish/spanish.bin

LINES.txt is clean UTF-8, mostly Spanish, one line of prose per line. Only counts leave it: how often each character
outside ASCII occurs, what stands beside it, which letters surround an accented one, and fingerprints of the words that
have an accent. Needs Python 3.9 or later and nothing else; the same input gives the same bytes. A newer Unicode
version in Python may change the ranges of unassigned characters.

The table, little endian:

    u32 × 8   magic "ESP1", then the number of: ranges, classes, contexts, rows, gram slots, word slots, spare
    u32 × n   ranges: first scalar in the low 24 bits, class in the high 8; the last range ends at 0x10FFFF
    u8 × 4n   classes: cost in quarter bits, context, flags, row (255: none)
    i8 × n    rows: for each known character, a cost in sixteenths of a bit for each context on its left, then right
    u16 × n   grams: hashed counts of (two contexts, accented letter, two contexts) and of (one, letter, one)
    u16 × n   words: hashed lower-case words that hold an accent
"""
import math
import struct
import sys
import unicodedata
from collections import Counter

ACCENTED = "áéíóúüñçàèòïãõâêôäößœ"
CONTEXTS = ["$"] + list("abcdefghijklmnopqrstuvwxyz") + list("0 '.^LS") + list(ACCENTED)
ANY = 63  # the context that stands for "whatever", in the short grams
KNOWN_FROM = 25  # characters seen this often get a row: their neighbours then count
QUOTES = "“”«»‘’¿¡—–"
LETTER, UPPER, LOWER, BOX, PICTURE = 1, 2, 4, 8, 128
GRADE_SHIFT = 4  # two bits: 0 improbable as the outcome of a repair, 1 possible, 2 the letters of Spanish, 3 a mark
RARE = "¤¦¨¬¯³´¸¹¾¼"  # signs of Latin-1 that few keyboards have
COMMON = "•←↑↓▸▾✓✔✅❌⚠−≈≠≤≥™★⇒⚡\u2011"  # signs that posts do have
SPANISH = "áéíóúñüÁÉÍÓÚÑÜ¿¡«»ªº"
MARKS = "\u0301\u0303\u0308\u0300\u0302\u0327"
POSSIBLE = [
    (0xA0, 0xFF), (0x152, 0x153), (0x160, 0x161), (0x178, 0x178), (0x17D, 0x17E), (0x391, 0x3C9), (0x2009, 0x2009),
    (0x200B, 0x200D), (0x2010, 0x2027), (0x202F, 0x203A), (0x2044, 0x2044), (0x2070, 0x209F), (0x20AC, 0x20AC),
    (0x20E3, 0x20E3), (0x2100, 0x214F), (0x2190, 0x23FF), (0x2460, 0x27BF), (0x2B00, 0x2BFF), (0xFE0F, 0xFE0F),
    (0x1F000, 0x1FBFF), (0xE0020, 0xE007F),
]


def context(char):
    """What a neighbour is, as far as the character beside it cares."""
    if char == "":
        return "$"
    if char.isascii():
        if char.isalpha():
            return char.lower()
        if char.isdigit():
            return "0"
        return " " if char in " \t\r\n" else "'" if char in "\"'(*_[<>)`" else "."
    if char.isalpha() and char.lower() in ACCENTED:
        return char.lower()
    kind = unicodedata.category(char)[0]
    return "^" if kind == "M" else "L" if kind == "L" else "'" if char in QUOTES else "S"


def prior(char):
    """The cost in bits of a character that the lines hardly show, in a post about computers in Spanish."""
    point, kind = ord(char), unicodedata.category(char)
    if 0x80 <= point < 0xA0: return 26
    if point == 0xFFFD or kind == "Co": return 24
    if kind in ("Cn", "Cs"): return 40
    if char in "áéíóúñ": return 6
    if char in "ÁÉÍÓÚÑü¿¡«»": return 8
    if char in "ªº“”‘’—–…€·→°Ü": return 10
    if char in "\u0301\u0303\u0308": return 9
    if point in (0xFE0F, 0x200D): return 7
    if char in "ÃÂ√├┬Ă": return 15
    if 0xC0 <= point <= 0xFF: return 14
    if char in RARE: return 15
    if point < 0x100: return 13
    if char in COMMON: return 12
    if 0x2500 <= point < 0x2580: return 12
    if 0x1F300 <= point < 0x1FB00 or 0x1F1E6 <= point <= 0x1F1FF: return 13
    if 0x2000 <= point < 0x2C00: return 15
    if 0x100 <= point < 0x180 or 0x370 <= point < 0x460: return 17
    return 22


class Counts:
    """Everything that is taken from the lines."""

    def __init__(self, lines):
        self.single, self.left, self.right, self.around = Counter(), Counter(), Counter(), Counter()
        self.grams, self.words, self.lines = Counter(), Counter(), 0
        for line in lines:
            self.read(line)
        total = sum(self.around.values())
        self.share = {name: (self.around[name] + 0.5) / total for name in CONTEXTS}

    def read(self, line):
        self.lines += 1
        names = ["$", "$"] + [context(char) for char in line] + ["$", "$"]
        self.around.update(names[1:-1])
        for index, char in enumerate(line):
            if char.isascii():
                continue
            before, after = names[index + 1], names[index + 3]
            self.single[char] += 1
            self.left[char, before] += 1
            self.right[char, after] += 1
            if char.lower() in ACCENTED:
                self.grams[(names[index], before, char.lower(), after, names[index + 4])] += 1
                self.grams[(None, before, char.lower(), after, None)] += 1
        word = ""
        for char in line + " ":
            if char.isalpha():
                word += char.lower()
                continue
            if not word.isascii() and len(word) < 40:
                self.words[word] += 1
            word = ""


def scramble(value):
    """The 32-bit finaliser that the reader of the table repeats."""
    value ^= value >> 16
    value = value * 0x7FEB352D & 0xFFFFFFFF
    value ^= value >> 15
    value = value * 0x846CA68B & 0xFFFFFFFF
    return value ^ value >> 16


def word_hash(word):
    value = 0x811C9DC5
    for char in word:
        value = (value ^ ord(char)) * 0x01000193 & 0xFFFFFFFF
    return scramble(value)


def gram_hash(gram):
    return scramble(sum((ANY if name is None else CONTEXTS.index(name)) << 6 * place for place, name in enumerate(gram)))


def slots(entries, bits):
    """An open-addressing table: fingerprint above, value in the low bits, zero for an empty slot."""
    count = len(entries) * 4 // 3 + 1
    table = [0] * count
    for hashed, value in sorted(entries):
        place = hashed * count >> 32
        entry = (hashed & (0xFFFF >> bits)) << bits | value
        while table[place] and table[place] != entry:
            place = (place + 1) % count
        table[place] = entry
    return table


def level(count, steps, top):
    """A count as a logarithm that fits the slot; never zero."""
    return max(1, min(top, round(math.log2(count) * steps) + 1))


def flags(char):
    point = ord(char)
    value = LETTER if char.isalpha() else 0
    value |= UPPER if char.isupper() else LOWER if char.islower() else 0
    value |= BOX if 0x2500 <= point <= 0x259F else 0
    value |= PICTURE if 0x2190 <= point <= 0x2BFF or 0x1F000 <= point <= 0x1FBFF else 0
    grade = 2 if char in SPANISH else 3 if char in MARKS else any(a <= point <= b for a, b in POSSIBLE)
    return value | grade << GRADE_SHIFT


def classes(counts, known):
    """Every scalar's class, as ranges, and the classes themselves."""
    total, ranges, records, last = sum(counts.single.values()), [], {}, None
    for point in range(0x110000):
        char = chr(point)
        cost = 0
        if point > 0x7F:
            seen = counts.single[char]
            cost = min(prior(char), -math.log2((seen + 0.05) / total) if seen >= 3 else 99)
        row = known.index(char) if char in known else 255
        record = (round(cost * 4), CONTEXTS.index(context(char)), flags(char), row)
        number = records.setdefault(record, len(records))
        if number != last:
            ranges.append(point | number << 24)
            last = number
    return ranges, list(records)


def row(counts, char, side):
    """How much dearer (or cheaper) each neighbour makes a known character."""
    seen = counts.single[char]
    for name in CONTEXTS:
        expected = max(counts.share[name], 1e-4)
        found = (side[char, name] + 2 * counts.share[name]) / (seen + 2)
        yield round(-16 * max(-7.0, min(3.0, math.log2(found / expected))))


def main():
    *sources, target = sys.argv[1:]
    lines = []
    for source in sources:
        with open(source, encoding="utf-8", newline="\n") as file:
            lines += file.read().split("\n")
    counts = Counts(lines)
    known = sorted(char for char, seen in counts.single.items() if seen >= KNOWN_FROM and char != "▸")
    ranges, records = classes(counts, known)
    if len(records) > 255:
        sys.exit("%d classes do not fit a byte" % len(records))
    rows = [cost for char in known for side in (counts.left, counts.right) for cost in row(counts, char, side)]
    grams = slots([(gram_hash(gram), level(seen, 4, 63)) for gram, seen in counts.grams.items()], 6)
    words = slots([(word_hash(word), level(seen, 1, 15)) for word, seen in counts.words.items()], 4)
    table = struct.pack("<4s7I", b"ESP1", len(ranges), len(records), len(CONTEXTS), len(known), len(grams), len(words), 0)
    table += struct.pack("<%dI" % len(ranges), *ranges) + b"".join(bytes(record) for record in records)
    table += struct.pack("<%db" % len(rows), *rows)
    table += b"\0" * (len(table) % 2)
    table += struct.pack("<%dH" % len(grams), *grams) + struct.pack("<%dH" % len(words), *words)
    with open(target, "wb") as file:
        file.write(table)
    print("%d lines; ranges %d, classes %d, known %s, grams %d, words %d; %d bytes" % (
        counts.lines, len(ranges), len(records), "".join(known), len(counts.grams), len(counts.words), len(table)))


main()
