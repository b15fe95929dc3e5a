"""Judges the JSON-LD of a built site: it parses, names its vocabulary and types, and its addresses are whole."""

import html.parser
import json
import sys

from site_folder import Site

# What search engines ask of each type.
NEEDED = {
    "BlogPosting": {"headline", "datePublished", "url"},
    "CreativeWork": {"name", "url"},
    "BreadcrumbList": {"itemListElement"},
    "Person": {"name"},
    "WebSite": {"name", "url"},
}
ADDRESSES = {"url", "item", "image", "mainEntityOfPage"}


class Scripts(html.parser.HTMLParser):
    """The JSON-LD of a page."""

    def __init__(self):
        super().__init__()
        self.texts = []
        self.is_in = False

    def handle_starttag(self, tag, attributes):
        if tag == "script" and dict(attributes).get("type") == "application/ld+json":
            self.is_in = True
            self.texts.append("")

    def handle_endtag(self, tag):
        self.is_in = False

    def handle_data(self, data):
        if self.is_in:
            self.texts[-1] += data


def judge(site, file, value):
    if isinstance(value, list):
        for item in value:
            judge(site, file, item)
    if not isinstance(value, dict):
        return
    kind = value.get("@type")
    missing = NEEDED.get(kind, set()) - value.keys()
    if missing:
        site.wrong(file, f"{kind} lacks {', '.join(sorted(missing))}")
    for key, inner in value.items():
        if key in ADDRESSES and isinstance(inner, str) and not inner.startswith(("http://", "https://")):
            site.wrong(file, f"{kind}.{key} is «{inner}», which is no whole address")
        judge(site, file, inner)


def main():
    site = Site(sys.argv[1])
    for file in site.files("*.html"):
        scripts = Scripts()
        scripts.feed(file.read_text(encoding="utf-8"))
        for text in scripts.texts:
            try:
                document = json.loads(text)
            except ValueError as error:
                site.wrong(file, f"JSON-LD: {error}")
                continue
            for part in document if isinstance(document, list) else [document]:
                if part.get("@context") != "https://schema.org":
                    site.wrong(file, "JSON-LD without the context of schema.org")
                judge(site, file, part)
    site.end()


main()
