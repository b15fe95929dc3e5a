import Bytes
import Diagnostics
import Language
import Site

extension PageReading {
  mutating func open(_ speech: Speech, _ resolver: inout Resolver, _ isNew: (Int32) -> Bool) {
    switch cursor.element {
    case .other, .code, .style: break
    case .page: hasLanguage = cursor.value(of: "lang")?.isEmpty == false
    case .body: isInBody = true
    case .title: if !isInBody, titleStart == nil { titleStart = cursor.index }
    case .meta: openMeta()
    case .link: openHeadLink(&resolver, isNew)
    case .anchor: openLink(&resolver, isNew)
    case .image: openPicture(&resolver)
    case .script, .media, .embed: openFile("src", &resolver)
    case .object: openFile("data", &resolver)
    case .frame: openFrame(&resolver)
    case .heading: openHeading()
    case .table: openTable()
    case .cell: isInHeaderCell = true
    case .paragraph, .item: openPassage(speech)
    }
  }

  mutating func close(_ resolver: inout Resolver) {
    switch cursor.element {
    case .anchor: closeLink(&resolver)
    case .title:
      if let start = titleStart, !hasTitle { hasTitle = hasWords(start..<cursor.start) }
    case .heading: closeHeading()
    case .cell: isInHeaderCell = false
    case .table:
      isInHeaderCell = false
      if let table = tables.popLast(), !table.hasHeader, content.contains(table.range.lowerBound) {
        note(AuditFinding.tableWithoutHeader, at: table.range)
      }
    default: break
    }
  }
}

// MARK: The head of the page

extension PageReading {
  private mutating func openMeta() {
    guard !isInBody, let name = cursor.value(of: "name"), name.count == 6,
      bytes.holds("robots", at: name.lowerBound), let said = cursor.value(of: "content")
    else { return }
    let words = text(said).lowercased()
    facts.isHidden = words.contains("noindex") || words.contains("none")
  }

  private mutating func openHeadLink(_ resolver: inout Resolver, _ isNew: (Int32) -> Bool) {
    guard let rel = cursor.value(of: "rel"), let href = cursor.value(of: "href") else { return }
    if bytes.names("canonical", in: rel) { return noteCanonical(href) }
    let isFile =
      bytes.names("stylesheet", in: rel) || bytes.names("icon", in: rel)
      || bytes.names("manifest", in: rel) || bytes.names("preload", in: rel)
    if isFile { return check(file: href, &resolver) }
    guard bytes.names("alternate", in: rel) || bytes.names("next", in: rel) || bytes.names("prev", in: rel)
    else { return }
    let answer = resolver.answer(to: href, in: bytes, on: route.url)
    if let type = cursor.value(of: "type"), case .route(let feed) = answer.target, hasFeedType(type) {
      facts.feeds.append(feed)
    }
    switch answer.target {
    case .route(let way): if cursor.value(of: "type") == nil, isNew(way) { facts.ways.append(way) }
    case .lost: note(HoleFinding.brokenLink(text(href), meant: nil), at: tag, needle: text(href))
    default: break
    }
  }

  private func hasFeedType(_ type: Range<Int>) -> Bool {
    let name = text(type)
    return name == "application/atom+xml" || name == "application/rss+xml" || name == "application/feed+json"
  }

  private mutating func noteCanonical(_ href: Range<Int>) {
    canonicals += 1
    let url = text(href)
    if canonicals == 2 { note(AuditFinding.repeatedCanonical, at: 0..<0) }
    guard url != address else { return }
    let slip = slip(AuditFinding.relativeCanonical(url), at: tag, needle: url)
    if url.hasPrefix("https://") || url.hasPrefix("http://") {
      facts.canonical = PageFacts.Canonical(url: url, slip: slip)
    } else {
      facts.slips.append(slip)
    }
  }
}

// MARK: Pictures and other files

extension PageReading {
  private mutating func openPicture(_ resolver: inout Resolver) {
    let written = cursor.value(of: "src") ?? cursor.name.upperBound..<cursor.name.upperBound
    openFile("src", &resolver)
    let alt = cursor.value(of: "alt")
    let isHidden = cursor.value(of: "aria-hidden").map { bytes.names("true", in: $0) } ?? false
    if let alt, !alt.isEmpty {
      link?.hasWords = true
      heading?.hasWords = true
      if isFileName(alt) {
        note(AuditFinding.pictureNamedByFile(text(alt)), at: tag, needle: text(alt))
      }
    } else if !isHidden, alt == nil || content.contains(tag.lowerBound) {
      // An empty description is right where the author wrote it so; whether that was in HTML, the source tells.
      var slip = slip(AuditFinding.pictureWithoutWords(text(written)), at: tag, needle: text(written))
      slip.lacksAttribute = alt == nil
      facts.slips.append(slip)
    }
  }

  private func isFileName(_ alt: Range<Int>) -> Bool {
    guard let point = alt.last(where: { bytes[$0] == UInt8(ascii: ".") }),
      !alt.contains(where: { bytes[$0] <= 0x20 })
    else { return false }
    let ending = text(point + 1..<alt.upperBound).lowercased()
    return ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "heic", "bmp"].contains(ending)
  }

  private mutating func openFile(_ attribute: StaticString, _ resolver: inout Resolver) {
    if let value = cursor.value(of: attribute) { check(file: value, &resolver) }
    if let poster = cursor.value(of: "poster") { check(file: poster, &resolver) }
  }

  private mutating func check(file value: Range<Int>, _ resolver: inout Resolver) {
    guard !value.isEmpty else { return }
    if isSecure, bytes.holds("http:", at: value.lowerBound) {
      return note(AuditFinding.mixedContent(text(value)), at: tag, needle: text(value))
    }
    guard !isTold, case .lost = resolver.answer(to: value, in: bytes, on: route.url).target else { return }
    let written = text(value)
    note(
      HoleFinding.missingPicture(written, place: "static\(resolved(written))", meant: nil), at: tag,
      needle: written)
  }

  /// The path of the site that a written one means on this page.
  private func resolved(_ written: String) -> String {
    let path = written.prefix { $0 != "?" && $0 != "#" }
    if path.hasPrefix("/") {
      return path.hasPrefix(basePath) ? "/" + path.dropFirst(basePath.utf8.count) : String(path)
    }
    let folder = route.url.lastIndex(of: "/").map { route.url[...$0] } ?? "/"
    var parts: [Substring] = []
    for part in "\(folder)\(path)".split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private mutating func openFrame(_ resolver: inout Resolver) {
    openFile("src", &resolver)
    if cursor.value(of: "title")?.isEmpty ?? true, cursor.value(of: "aria-label")?.isEmpty ?? true,
      !(cursor.value(of: "aria-hidden").map { bytes.names("true", in: $0) } ?? false)
    {
      note(AuditFinding.frameWithoutTitle, at: tag, needle: "<iframe")
    }
  }
}

// MARK: Headings, tables, passages

extension PageReading {
  private mutating func openHeading() {
    let level = Int(bytes[cursor.name.lowerBound + 1] - UInt8(ascii: "0"))
    heading = (level, tag, false)
  }

  private mutating func closeHeading() {
    guard let open = heading else { return }
    heading = nil
    let needle = String(decoding: words(in: open.range.upperBound..<cursor.start), as: UTF8.self)
    if !open.hasWords { note(AuditFinding.emptyHeading, at: open.range) }
    if open.level == 1 {
      mainHeadings += 1
      if mainHeadings == 2 { note(AuditFinding.repeatedMainHeading, at: open.range, needle: needle) }
    }
    if lastLevel > 0, open.level > lastLevel + 1 {
      note(
        AuditFinding.skippedHeading(from: lastLevel, to: open.level), at: open.range, needle: needle)
    }
    lastLevel = open.level
  }

  private mutating func openTable() {
    let role = cursor.value(of: "role")
    let isLayout = role.map { bytes.names("presentation", in: $0) || bytes.names("none", in: $0) } ?? false
    tables.append(OpenTable(range: tag, hasHeader: isLayout))
  }

  private mutating func openPassage(_ speech: Speech) {
    guard let tongue, marked == nil, content.contains(cursor.start) else { return }
    if let other = speech.foreign(to: tongue, in: bytes, from: cursor.index, to: content.upperBound) {
      note(AuditFinding.foreignPassage(other), at: tag)
    }
  }
}
