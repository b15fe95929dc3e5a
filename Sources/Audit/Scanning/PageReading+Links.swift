import Bytes
import Diagnostics
import Site

extension PageReading {
  mutating func openLink(_ resolver: inout Resolver, _ isNew: (Int32) -> Bool) {
    closeLink(&resolver)
    guard let href = cursor.value(of: "href") else { return }
    let isPermalink = cursor.value(of: "class").map { bytes.names("permalink", in: $0) } ?? false
    let isLabelled =
      (cursor.value(of: "aria-label") ?? cursor.value(of: "title")).map { !$0.isEmpty } ?? false
    let isHidden = cursor.value(of: "aria-hidden").map { bytes.names("true", in: $0) } ?? false
    // An area of a picture has its words in another attribute, and no end.
    if cursor.name.count == 1 {
      link = OpenLink(
        range: tag, href: href, isInContent: content.contains(cursor.start), isPermalink: isPermalink,
        hasWords: isLabelled || isHidden)
    }
    guard !isPermalink else { return }
    check(href, &resolver, isNew)
  }

  private mutating func check(_ href: Range<Int>, _ resolver: inout Resolver, _ isNew: (Int32) -> Bool) {
    if href.isEmpty || href.count == 1 && bytes[href.lowerBound] == UInt8(ascii: "#") {
      return note(AuditFinding.emptyLink(text(href)), at: tag, needle: href.isEmpty ? "]()" : "\"#\"")
    }
    // What was found when the text was filled counts from the root; the rest was told.
    if isTold, resolver.isRelative(href, in: bytes) { return }
    let answer = resolver.answer(to: href, in: bytes, on: route.url)
    switch answer.target {
    case .outside, .machine: return
    case .here: note(fragment: answer.fragment, on: nil, of: href)
    case .lost:
      guard answer.namesOwnHost || !isTold else { return }
      return note(HoleFinding.brokenLink(text(href), meant: nil), at: tag, needle: text(href))
    case .route(let way):
      if isNew(way) { facts.ways.append(way) }
      note(fragment: answer.fragment, on: Int(way) == number ? nil : way, of: href)
    case .redirected(let redirect):
      let (target, way) = resolver.redirects[redirect]
      if let way, isNew(way) { facts.ways.append(way) }
      note(AuditFinding.redirectedLink(text(href), to: target), at: tag, needle: text(href))
    }
    if answer.namesOwnHost {
      let written = text(href)
      let path = written.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" }
      note(
        AuditFinding.linkToOwnHost(written, path: path.isEmpty ? "/" : String(path)), at: tag, needle: written
      )
    }
  }

  /// Notes a place that is to be looked for once all ids are known.
  private mutating func note(fragment: Range<Int>?, on way: Int32?, of href: Range<Int>) {
    guard let fragment, !fragment.isEmpty, !bytes.names("top", in: fragment),
      !bytes.holds(":~:", at: fragment.lowerBound)
    else { return }
    if let way {
      let place = slip(fragment: fragment, of: href, at: tag)
      facts.places.append(PageFacts.FarPlace(route: way, fragment: key(of: fragment), slip: place))
    } else {
      ownPlaces.append((fragment, href, tag))
    }
  }

  private func slip(fragment: Range<Int>, of href: Range<Int>, at range: Range<Int>) -> Slip {
    let name = text(fragment)
    let finding = HoleFinding.missingAnchor(name.percentDecoded() ?? name, in: nil, meant: nil)
    return slip(finding, at: range, needle: text(href))
  }

  mutating func closeLink(_ resolver: inout Resolver) {
    guard let open = link else { return }
    link = nil
    guard !open.isPermalink, !open.href.isEmpty else { return }
    if !open.hasWords {
      return note(AuditFinding.linkWithoutText(text(open.href)), at: open.range, needle: text(open.href))
    }
    guard open.isInContent, cursor.start >= open.range.upperBound else { return }
    let said = words(in: open.range.upperBound..<cursor.start)
    // Marks such as the number of a note are told apart by what stands before them.
    guard said.contains(where: { ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 >= 0x80 }) else { return }
    let key = Digest(of: said.span).value
    guard let first = words[key] else {
      words[key] = open.href
      return
    }
    guard !bytes[first].elementsEqual(bytes[open.href]) else { return }
    let finding = AuditFinding.sameText(
      String(decoding: said, as: UTF8.self), first: text(first), other: text(open.href))
    note(finding, at: open.range, needle: text(open.href))
  }

  /// Whether what leads nowhere at the tag at hand was told when the text was filled.
  var isTold: Bool { isFilled && content.contains(cursor.start) }

  /// Looks for what could only be told at the end of the page.
  mutating func finish() {
    facts.ids.formUnion(anchors)
    for (fragment, href, range) in ownPlaces where !facts.ids.contains(key(of: fragment)) {
      facts.slips.append(slip(fragment: fragment, of: href, at: range))
    }
    for (id, attribute, range) in names where !facts.ids.contains(key(of: id)) && !id.isEmpty {
      note(AuditFinding.missingID(text(id), attribute: attribute), at: range, needle: text(id))
    }
    guard !route.output.isFile else { return }
    let whole = 0..<0
    if !hasTitle { note(AuditFinding.emptyTitle, at: whole) }
    if !hasLanguage { note(AuditFinding.noLanguage, at: whole) }
    if mainHeadings == 0 { note(AuditFinding.noMainHeading, at: whole) }
    if canonicals == 0, !route.output.isNotFound { note(AuditFinding.noCanonical, at: whole) }
  }
}

extension Output {
  /// Whether it is shown where nothing answers.
  var isNotFound: Bool { if case .notFound = self { true } else { false } }
}
