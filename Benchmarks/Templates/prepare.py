"""Makes the data and the mostly literal page out of the posts of a folder: prepare.py CONTENT PAGES"""

import html
import json
import pathlib
import re
import sys

content, pages = (pathlib.Path(argument) for argument in sys.argv[1:])
texts = []
for path in sorted(content.rglob("*.md")):
    text = path.read_text(encoding="utf-8", errors="replace")
    if text.startswith("---"):
        text = text.partition("\n---")[2].partition("\n")[2]
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    texts.append((path.stem, [part.replace("\x00", "") for part in paragraphs if part]))
if not any(paragraphs for _, paragraphs in texts):
    sys.exit(f"no posts in {content}")

paragraphs = [part for _, parts in texts for part in parts]
longest = "".join(f"<p>{html.escape(part)}</p>\n" for part in paragraphs)
while len(longest.encode()) < 40_000:
    longest += longest
body = longest.encode()[:40_000].decode(errors="ignore")

names = ["Docker", "Redes", "Debian", "Copias & restauración", "C++"]
posts = []
for number in range(1000):
    stem, parts = texts[number % len(texts)]
    summary = next((part for part in parts if len(part) > 80), stem)
    posts.append({
        "title": f"{stem.replace('-', ' ').capitalize()} <{number}>",
        "url": f"/blog/{number}/?de={number % 7}&a=1",
        "date": f"{2015 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "tags": names[: number % 4],
        "summary": f"  {summary[:160]} ",
        "words": number * 7,
    } | ({"draft": number % 6 == 0} if number % 3 == 0 else {}))

data = {
    "site": {
        "title": "Cuaderno & taller", "language": "es", "year": 2026, "author": "Ana",
        "menu": [{"name": name, "url": f"/{name[0].lower()}/"} for name in names],
    },
    "posts": posts,
    "recent": posts[:10],
    "page": {
        "title": "Un <servidor> en casa", "url": "/d/", "date": "2026-01-02", "tags": names, "body": body,
        "next": {"title": posts[1]["title"], "url": posts[1]["url"]},
    },
}
(pages / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

literal = re.sub(r"[{}#]", "", body)
pieces = [literal[start : start + 1000] for start in range(0, len(literal), 1000)]
(pages / "literal.html").write_text("{{ page.title }}".join(pieces), encoding="utf-8")
