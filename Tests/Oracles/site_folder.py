"""A built site as the judges see it: its files by their addresses."""

import pathlib
import sys
import xml.etree.ElementTree as tree
from urllib.parse import unquote, urlsplit

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


# More faults than this are the same one again.
MOST_TOLD = 20


class Site:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.faults = []

    def files(self, pattern):
        return sorted(self.folder.rglob(pattern))

    def wrong(self, file, what):
        self.faults.append(f"{file.relative_to(self.folder) if isinstance(file, pathlib.Path) else file}: {what}")

    @property
    def base(self):
        """The address of the site, as the feeds and the sitemap must agree on it."""
        robots = self.folder / "robots.txt"
        if robots.exists():
            for line in robots.read_text(encoding="utf-8").splitlines():
                if line.lower().startswith("sitemap:"):
                    return line.split(":", 1)[1].strip().removesuffix("sitemap.xml")
        return None

    def file_of(self, address):
        """The file that answers at an absolute address of the site; None for one that is not the site's."""
        if not self.base or not address.startswith(self.base):
            return None
        path = unquote(urlsplit(address[len(self.base):]).path)
        return self.folder / (path + "index.html" if path.endswith("/") or not path else path)

    def end(self):
        for fault in self.faults[:MOST_TOLD]:
            print(fault, file=sys.stderr)
        if len(self.faults) > MOST_TOLD:
            print(f"and {len(self.faults) - MOST_TOLD} more", file=sys.stderr)
        sys.exit(1 if self.faults else 0)


def parse_xml(file):
    return tree.parse(file).getroot()
