"""Judges the feeds of a built site: feedparser finds nothing odd in them, and they tell what the pages tell."""

import html.parser
import json
import re
import sys

import feedparser

from site_folder import Site

ADDRESS = re.compile(r"""\s(?:href|src|poster)=["']([^"']*)["']""")


class Heading(html.parser.HTMLParser):
    """The text of the page's title."""

    def __init__(self):
        super().__init__()
        self.is_in = False
        self.text = ""

    def handle_starttag(self, tag, attributes):
        if tag == "title" and not self.text:
            self.is_in = True

    def handle_endtag(self, tag):
        if tag == "title":
            self.is_in = False

    def handle_data(self, data):
        if self.is_in:
            self.text += data


def title_of(file):
    heading = Heading()
    heading.feed(file.read_text(encoding="utf-8"))
    return " ".join(heading.text.split())


def judge_entry(site, feed, title, address, content):
    page = site.file_of(address)
    if page is None or not page.exists():
        site.wrong(feed, f"{address} is no page of the site")
    elif " ".join(title.split()) not in title_of(page):
        site.wrong(feed, f"{address} is titled «{title_of(page)}», not «{title}»")
    for found in ADDRESS.findall(content):
        if not found.startswith(("#", "http://", "https://", "mailto:", "data:")):
            site.wrong(feed, f"{address}: the content links to «{found}», which a reader can't resolve")


def judge_xml(site, file):
    feed = feedparser.parse(file.read_bytes(), resolve_relative_uris=False, sanitize_html=False)
    if feed.bozo:
        site.wrong(file, f"feedparser: {feed.bozo_exception}")
    if not feed.feed.get("title"):
        site.wrong(file, "has no title")
    seen = set()
    for entry in feed.entries:
        if entry.get("id") in seen or not entry.get("id"):
            site.wrong(file, f"{entry.get('link')}: its id is not its own")
        seen.add(entry.get("id"))
        if not entry.get("updated_parsed") and not entry.get("published_parsed"):
            site.wrong(file, f"{entry.get('link')}: has no date")
        content = "".join(part.value for part in entry.get("content", [])) + entry.get("summary", "")
        judge_entry(site, file, entry.get("title", ""), entry.get("link", ""), content)
    return [(entry.get("title"), entry.get("link")) for entry in feed.entries]


def judge_json(site, file):
    feed = json.loads(file.read_text(encoding="utf-8"))
    if not feed.get("version", "").startswith("https://jsonfeed.org/version/1"):
        site.wrong(file, "is no JSON Feed")
    for item in feed["items"]:
        judge_entry(site, file, item.get("title", ""), item.get("url", ""), item.get("content_html", ""))
    return [(" ".join(item.get("title", "").split()), item.get("url")) for item in feed["items"]]


def main():
    site = Site(sys.argv[1])
    lists = {}
    for file in site.files("feed.xml") + site.files("rss.xml"):
        lists[file] = [(" ".join((title or "").split()), link) for title, link in judge_xml(site, file)]
    for file in site.files("feed.json"):
        lists[file] = judge_json(site, file)
    for file, entries in lists.items():
        atom = lists.get(file.parent / "feed.xml")
        if entries != atom:
            site.wrong(file, "tells other posts than the feed.xml beside it")
    site.end()


main()
