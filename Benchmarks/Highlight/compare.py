#!/usr/bin/env python3
"""Compares our colours with those of Pygments: compare.py TOKENS-BINARY LANGUAGE [--lexer NAME] [--confusion] FILE...

Counts the bytes that are not blank and that either program colours, and says for how many of them both name the same
group: comment, keyword, string, number, name, tag, operator, generic. Plain text and errors are no colour. Of a file that
ends in `.test`, a fixture, only the code counts, which is what stands before the line with a single full stop.
"""

import argparse
import collections
import os
import subprocess
import tempfile

from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, Token

GROUPS = [
    (Token.Text, None), (Token.Error, None), (Token.Other, None), (Token.Comment, "comment"),
    (Token.Literal.Number, "number"), (Token.Literal, "string"), (Token.Keyword, "keyword"),
    (Token.Name.Tag, "tag"), (Token.Name.Attribute, "tag"), (Token.Name, "name"),
    (Token.Operator, "operator"), (Token.Punctuation, "operator"), (Token.Generic, "generic"),
]
SHORT = {short: kind for kind, short in STANDARD_TYPES.items() if short}


def group(kind):
    for parent, name in GROUPS:
        if kind in parent:
            return name
    return None


def ours(binary, language, paths):
    out = subprocess.run([binary, language, *paths], capture_output=True, check=True).stdout.decode()
    for line in out.splitlines():
        words = line.split()
        yield [(int(words[i]), group(SHORT[words[i + 1]]) if words[i + 1] != "-" else None, words[i + 1])
               for i in range(0, len(words), 2)]


def oracle(lexer, text):
    for _, kind, value in lexer.get_tokens_unprocessed(text):
        yield len(value.encode()), group(kind), STANDARD_TYPES.get(kind, str(kind))


def spread(tokens, size):
    groups, names = [None] * size, ["-"] * size
    at = 0
    for length, name, short in tokens:
        groups[at:at + length] = [name] * length
        names[at:at + length] = [short or "-"] * length
        at += length
    return groups[:size], names[:size], at


def code_of(path, folder):
    """The file to read for a path: itself, or the code of a fixture, written out."""
    if not path.endswith(".test"):
        return path
    with open(path, encoding="utf-8") as fixture:
        code = fixture.read().split("\n.\n")[0] + "\n"
    written = os.path.join(folder, os.path.basename(path))
    with open(written, "w", encoding="utf-8") as file:
        file.write(code)
    return written


def main():
    with tempfile.TemporaryDirectory() as folder:
        compare(folder)


def compare(folder):
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("language")
    parser.add_argument("--lexer")
    parser.add_argument("--confusion", type=int, default=0)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    lexer = get_lexer_by_name(options.lexer or options.language)
    same = either = total = 0
    confusion, samples = collections.Counter(), {}
    kept = []
    for path in (code_of(path, folder) for path in options.files):
        data = open(path, "rb").read()
        try:
            if b"\r" not in data and not data.startswith(b"\xef\xbb\xbf"):
                kept.append((path, data, data.decode()))
        except UnicodeDecodeError:
            pass
    for (path, data, text), tokens in zip(kept, ours(options.binary, options.language, [k[0] for k in kept])):
        mine, my_names, size = spread(tokens, len(data))
        assert size == len(data), f"{path}: tokens cover {size} of {len(data)} bytes"
        its, its_names, _ = spread(oracle(lexer, text), len(data))
        total += len(data)
        for at, byte in enumerate(data):
            if byte in b" \t\n\f" or mine[at] is None and its[at] is None:
                continue
            either += 1
            if mine[at] == its[at]:
                same += 1
            elif options.confusion:
                key = (my_names[at], its_names[at])
                confusion[key] += 1
                if len(samples.setdefault(key, [])) < 400:
                    samples[key].append(data[max(0, at - 12):at] + b"\xc2\xbb" + data[at:at + 14])
    print(f"{options.language:14} {100 * same / max(either, 1):6.2f} % of {either} coloured, {total} bytes, {len(kept)} files")
    for key, count in confusion.most_common(options.confusion):
        found = samples[key]
        shown = [found[i].decode(errors="replace") for i in range(0, len(found), max(1, len(found) // 4))][:4]
        print(f"   ours {key[0]:4} pygments {key[1]:5} {100 * count / either:5.2f} %  {shown}")


main()
