#!/usr/bin/env python3
"""Damages a clean text in the ways that TextRepair undoes; the tests read what this writes.

    damage.py Tests/TextRepairTests/Fixtures/post.md Tests/TextRepairTests/Fixtures/damaged

The name of a file tells what was done to it, such as `twice-cp1252.txt`. Needs nothing but Python; the same text gives
the same bytes.
"""
import os
import sys

CODECS = ["latin-1", "cp1252", "mac_roman", "cp850", "cp437", "iso-8859-15", "cp1254", "cp1250", "iso-8859-2", "cp1257",
          "cp1251", "cp1253"]
WESTERN = ["cp1252", "mac_roman", "cp850", "cp437", "iso-8859-15"]


def table(codec):
    """The character of each byte; where the codec has none, the control of the same number."""
    for byte in range(256):
        try:
            yield bytes([byte]).decode(codec)
        except UnicodeDecodeError:
            yield chr(byte)


TABLES = {codec: list(table(codec)) for codec in CODECS}


def misread(text, codec):
    return "".join(TABLES[codec][byte] for byte in text.encode("utf-8"))


def some_lines(text, change, step):
    return "\n".join(change(line) if number % step == 0 else line for number, line in enumerate(text.split("\n")))


def some_words(text, change, step):
    words = text.split(" ")
    return " ".join(change(word) if number % step == 0 else word for number, word in enumerate(words))


def writable(text, codec):
    """The text without what the codec has not, so that it can be written in it."""
    return text.encode(codec, "ignore").decode(codec)


def damages(text):
    """Pairs of a name and bytes; a clean text of its own follows where the damage is not to the text itself."""
    for codec in CODECS:
        once = misread(text, codec)
        yield "once-" + codec, once.encode(), text
        yield "mixed-" + codec, some_lines(text, lambda line: misread(line, codec), 3).encode(), text
        if codec in ("latin-1", "cp1252", "mac_roman", "cp850", "cp1250"):
            yield "twice-" + codec, misread(once, codec).encode(), text
            yield "inline-" + codec, some_words(text, lambda word: misread(word, codec), 4).encode(), text
        if codec in ("latin-1", "cp1252", "iso-8859-2"):
            yield "shy-" + codec, once.replace("\xad", "").encode(), text
    yield "thrice-cp1252", misread(misread(misread(text, "cp1252"), "cp1252"), "cp1252").encode(), text
    yield "crossed-mac_roman-cp1252", misread(misread(text, "mac_roman"), "cp1252").encode(), text
    for codec in WESTERN:
        clean = writable(text, codec)
        yield "bytes-" + codec, clean.encode(codec), clean
        if codec != "iso-8859-15":
            other = "mac_roman" if codec == "cp1252" else "cp1252"
            yield "swapped-%s-%s" % (codec, other), "".join(TABLES[other][b] for b in clean.encode(codec)).encode(), clean
    for codec in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        yield "wide-" + codec, text.encode(codec), text
        yield "wide-mark-" + codec, ("\ufeff" + text).encode(codec), text


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8", newline="") as file:
        text = file.read()
    os.makedirs(target, exist_ok=True)
    for name, damaged, clean in damages(text):
        with open(os.path.join(target, name + ".txt"), "wb") as file:
            file.write(damaged)
        if clean != text:
            with open(os.path.join(target, name + ".clean"), "w", encoding="utf-8", newline="") as file:
                file.write(clean)


main()
