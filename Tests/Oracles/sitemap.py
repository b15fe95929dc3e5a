"""Judges the sitemap of a built site by what its public schema and protocol demand."""

import re
import sys

from site_folder import SITEMAP, Site, parse_xml

# In the order in which the schema wants them.
PARTS = ["loc", "lastmod", "changefreq", "priority"]
# The six forms of the W3C's note on dates, from the year alone to fractions of a second.
DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?$")
RHYTHMS = {"always", "hourly", "daily", "weekly", "monthly", "yearly", "never"}
MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
LONGEST_ADDRESS = 2048


def judge_url(site, file, url, seen):
    names = [part.tag.removeprefix(SITEMAP) for part in url]
    own = [name for name in names if name in PARTS]
    if own != [name for name in PARTS if name in own]:
        site.wrong(file, f"the parts stand in the order {own}")
    unknown = [part.tag for part in url if part.tag.startswith(SITEMAP) and part.tag[len(SITEMAP):] not in PARTS]
    if unknown:
        site.wrong(file, f"unknown parts: {unknown}")
    address = url.findtext(SITEMAP + "loc", "").strip()
    if not address.startswith(site.base or "http"):
        site.wrong(file, f"{address} lies outside {site.base}")
    if len(address) >= LONGEST_ADDRESS or address in seen:
        site.wrong(file, f"{address} is too long, or told twice")
    seen.add(address)
    page = site.file_of(address)
    if page is not None and not page.exists():
        site.wrong(file, f"{address} has no file")
    if page is not None and page.exists() and 'content="noindex' in page.read_text(encoding="utf-8"):
        site.wrong(file, f"{address} asks not to be found")
    date = url.findtext(SITEMAP + "lastmod")
    if date is not None and not DATE.match(date):
        site.wrong(file, f"{address}: «{date}» is no W3C date")
    if url.findtext(SITEMAP + "changefreq", "weekly") not in RHYTHMS:
        site.wrong(file, f"{address}: unknown changefreq")
    if not 0 <= float(url.findtext(SITEMAP + "priority", "0.5")) <= 1:
        site.wrong(file, f"{address}: the priority lies outside 0…1")


def main():
    site = Site(sys.argv[1])
    for file in site.files("sitemap*.xml"):
        if file.stat().st_size > MOST_BYTES:
            site.wrong(file, "is larger than 50 MB")
        root = parse_xml(file)
        if root.tag != SITEMAP + "urlset":
            site.wrong(file, f"its root is {root.tag}")
            continue
        urls = root.findall(SITEMAP + "url")
        if not 0 < len(urls) <= MOST_ADDRESSES or len(urls) != len(root):
            site.wrong(file, f"holds {len(urls)} addresses and {len(root)} elements")
        seen = set()
        for url in urls:
            judge_url(site, file, url, seen)
    site.end()


main()
