import Diagnostics
import Disk
import Markdown
import Site
import Workers

/// Finds where authors wrote what is wrong in finished pages: in the page's file, in a template, in data.
struct Placing {
  private let site: AuditedSite

  init(_ site: AuditedSite) { self.site = site }

  typealias PageSlips = (route: Route, slips: [Slip], contentStart: Int?)

  /// One thing wrong in the text of a page: placed, or written by the template of a shortcode if it is found there.
  private enum Placed: Sendable {
    case mistake(Mistake)
    case inShortcode(Slip, used: Mistake)
  }

  /// The mistakes of pages, each once.
  func mistakes(of pages: [PageSlips], with workers: Workers) throws -> [Mistake] {
    let site = site
    let written = try workers.map(
      pages, keeping: { Markdown(highlighter: site.publication.highlighter) }
    ) { markdown, page in
      page.route.output.isFile
        ? Self.inFile(page, site).map { Placed.mistake($0) } : Self.inContent(page, site, with: &markdown)
    }
    var frame = FramePlaces(site)
    var mistakes: [Mistake] = []
    for (page, placed) in zip(pages, written) {
      for place in placed {
        switch place {
        case .mistake(let mistake): mistakes.append(mistake)
        case .inShortcode(let slip, let used): mistakes.append(frame.mistake(slip, of: page.route) ?? used)
        }
      }
      guard !page.route.output.isFile else { continue }
      mistakes += page.slips.filter { !$0.isInContent }.compactMap { frame.mistake($0, of: page.route) }
    }
    return mistakes
  }

  /// The mistakes of a file that is published as it is.
  private static func inFile(_ page: PageSlips, _ site: AuditedSite) -> [Mistake] {
    guard case .file(let name) = page.route.output, let bytes = site.bytes(of: name) else { return [] }
    let source = Source(path: page.route.source, bytes: bytes)
    return page.slips.filter(\.isToldOfFiles).map { slip in
      let place =
        slip.needle.isEmpty
        ? nil : source.firstRange(of: slip.needle, from: slip.range.lowerBound, to: slip.range.upperBound)
      return slip.finding.mistake(in: source, at: place ?? slip.range)
    }
  }

  /// The mistakes in the text of a page's own file.
  private static func inContent(
    _ page: PageSlips, _ site: AuditedSite, with markdown: inout Markdown
  ) -> [Placed] {
    let slips = page.slips.filter(\.isInContent)
    guard !slips.isEmpty, let start = page.contentStart,
      let passage = site.publication.passage(of: page.route, in: site.draft, with: &markdown)
    else { return [] }
    let places = ContentPlaces(passage)
    return slips.compactMap { slip in
      let range = slip.range.lowerBound - start..<slip.range.upperBound - start
      guard let (place, isWritten) = places.place(of: slip, at: range) else { return nil }
      let mistake = slip.finding.mistake(in: passage.source, at: place)
      return isWritten ? .mistake(mistake) : .inShortcode(slip, used: mistake)
    }
  }
}

extension Slip {
  /// Files that an author publishes as they are may be anything, such as a proof for a search engine: only what leads
  /// nowhere, or is not fetched, is told of them.
  fileprivate var isToldOfFiles: Bool {
    switch Rule(rawValue: finding.code) {
    case .brokenLink, .missingAnchor, .missingPicture, .mixedContent, .repeatedID, .redirectedLink: true
    default: false
    }
  }
}

extension AuditedSite {
  /// The bytes of a file as they are published; nil for one that can no longer be read.
  fileprivate func bytes(of name: String) -> [UInt8]? {
    do throws(DiskFailure) { return try File.read(draft.place(of: name)) } catch { return nil }
  }
}

extension Finding {
  /// Opens the box that a slip keeps its finding in.
  func mistake(in source: Source, at range: Range<Int>) -> Mistake { source.mistake(self, at: range) }

  /// Opens the box for a mistake of a file as a whole.
  func mistake(of path: String) -> Mistake { Mistake(self, path: path, place: nil) }
}
