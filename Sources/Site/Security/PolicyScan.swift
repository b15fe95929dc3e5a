import Bytes

/// Reads finished pages for what the site's Content-Security-Policy has to allow, and nothing beyond.
///
///     let scan = PolicyScan(origin: "https://ejemplo.dev")
///     needs.formUnion(scan.needs(of: html.span))
///
/// The needs of pages are sets: those of a site are their union, in whatever order.
public struct PolicyScan: Sendable {
  /// Of the site itself: what comes from there is `'self'`.
  private let origin: String

  public init(origin: String) { self.origin = origin }

  /// What a page needs.
  public func needs(of page: Span<UInt8>) -> Set<PolicyNeed> {
    var memory = PolicyMemory()
    return needs(of: page, remembering: &memory)
  }

  /// What a page needs; lines that many pages hold are read once, and so is their code.
  ///
  /// A `text` that is known to ask for nothing is passed over where it stands in the page: it holds most of its tags.
  func needs(
    of page: Span<UInt8>, passingOver text: Range<Int> = 0..<0, remembering memory: inout PolicyMemory
  ) -> Set<PolicyNeed> {
    page.withUnsafeBufferPointer { needs(of: $0, passingOver: text, &memory) }
  }

  private func needs(
    of bytes: UnsafeBufferPointer<UInt8>, passingOver text: Range<Int>, _ memory: inout PolicyMemory
  ) -> Set<PolicyNeed> {
    var needs: Set<PolicyNeed> = []
    var tags = PageTags(bytes, passingOver: text)
    defer { memory.lines.endRun(in: bytes) }
    while let line = tags.nextLine() {
      guard line.count <= KnownLines.longest else {
        memory.lines.endRun(in: bytes)
        _ = tags.walk(line) { add($0, $1, &memory.hashes, to: &needs) }
        continue
      }
      let digest = Digest(of: UnsafeBufferPointer(rebasing: bytes[line]).span)
      if let known = memory.lines.look(digest, at: tags.index..<line.upperBound, to: tags.limit, in: bytes) {
        if known.needs > 0 { needs.add(memory.lines.needs[known.needs]) }
        tags.pass(to: known.end)
        continue
      }
      var asked: Set<PolicyNeed> = []
      if tags.walk(line, { add($0, $1, &memory.hashes, to: &asked) }) { memory.lines.learn(digest, asked) }
      needs.add(asked)
    }
    return needs
  }

  /// What a style sheet needs: pictures, fonts and sheets of other hosts.
  public func needs(ofStyleSheet sheet: Span<UInt8>) -> Set<PolicyNeed> {
    sheet.withUnsafeBufferPointer { bytes in
      var needs: Set<PolicyNeed> = []
      add(sheet: bytes, to: &needs)
      return needs
    }
  }
}

// MARK: Elements

extension PolicyScan {
  private func add(
    _ found: PageTags.Found, _ tag: borrowing PageTags, _ hashes: inout InlineHashes,
    to needs: inout Set<PolicyNeed>
  ) {
    switch found {
    case .element(let element): add(element, tag, &hashes, to: &needs)
    case .style(let value): add(style: tag.bytes[value], to: &needs)
    case .handler(let name):
      needs.insert(PolicyNeed(.handler, String(decoding: tag.bytes[name], as: UTF8.self).lowercased()))
    }
  }

  private func add(
    _ element: PageTags.Element, _ tag: borrowing PageTags, _ hashes: inout InlineHashes,
    to needs: inout Set<PolicyNeed>
  ) {
    func need(_ directive: PolicyNeed.Directive, _ name: StaticString, naming: Bool = false) {
      if let value = tag.value(of: name) {
        add(url: tag.bytes[value], for: directive, naming: naming, to: &needs)
      }
    }
    switch element {
    case .other: break
    case .base: need(.base, "href", naming: true)
    case .embed: need(.object, "src", naming: true)
    case .object: need(.object, "data", naming: true)
    case .frame: need(.frame, "src", naming: true)
    case .image, .svgImage:
      need(.image, "src")
      need(.image, "href")
      need(.image, "xlink:href")
      if let set = tag.value(of: "srcset") { add(pictures: tag.bytes[set], to: &needs) }
    case .input:
      need(.image, "src")
      need(.form, "formaction", naming: true)
    case .source:
      // A picture's have a set, a recording's an address.
      need(.media, "src", naming: true)
      if let set = tag.value(of: "srcset") { add(pictures: tag.bytes[set], to: &needs) }
    case .media:
      need(.media, "src", naming: true)
      need(.image, "poster")
    case .track: need(.media, "src", naming: true)
    case .form:
      if tag.value(of: "action") == nil { needs.insert(PolicyNeed(.form, "'self'")) }
      need(.form, "action", naming: true)
    case .link: add(link: tag, to: &needs)
    case .script: add(script: tag, &hashes, to: &needs)
    case .style:
      let content = tag.content(endingWith: "</style")
      add(sheet: UnsafeBufferPointer(rebasing: tag.bytes[content]), to: &needs)
      needs.insert(PolicyNeed(.style, hashes.text(of: tag.bytes[content])))
    }
  }

  private func add(link tag: borrowing PageTags, to needs: inout Set<PolicyNeed>) {
    let bytes = tag.bytes
    guard let rel = tag.value(of: "rel"), let href = tag.value(of: "href") else { return }
    let link = bytes[href]
    bytes.eachWord(in: rel) { word in
      func says(_ name: StaticString) -> Bool { bytes.spells(name, word) }
      if says("stylesheet") { add(url: link, for: .style, to: &needs) }
      if says("icon") || says("apple-touch-icon") || says("mask-icon") {
        add(url: link, for: .image, to: &needs)
      }
      if says("modulepreload") { add(url: link, for: .script, to: &needs) }
      guard says("preload") || says("prefetch"), let kind = tag.value(of: "as") else { return }
      for (name, directive): (StaticString, PolicyNeed.Directive) in Self.preloaded
      where bytes.names(name, in: kind) {
        add(url: link, for: directive, to: &needs)
      }
    }
  }

  private static let preloaded: [(StaticString, PolicyNeed.Directive)] = [
    ("font", .font), ("image", .image), ("script", .script), ("style", .style),
  ]

  private func add(
    script tag: borrowing PageTags, _ hashes: inout InlineHashes, to needs: inout Set<PolicyNeed>
  ) {
    if let source = tag.value(of: "src") { return add(url: tag.bytes[source], for: .script, to: &needs) }
    let content = tag.content(endingWith: "</script")
    guard !content.isEmpty, tag.value(of: "type").map({ Self.isRun($0, in: tag.bytes) }) ?? true else {
      return
    }
    needs.insert(PolicyNeed(.script, hashes.text(of: tag.bytes[content])))
  }
}

extension PolicyScan {
  /// Tells whether scripts of a type are run; what is not is data: structured data, templates of other programs.
  private static func isRun(_ type: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if type.isEmpty { return true }
    // What nearly every page has.
    if bytes.spells("application/ld+json", type) { return false }
    let names: [StaticString] = ["module", "importmap", "speculationrules"]
    return names.contains { bytes.names($0, in: type) }
      || type.contains { bytes.holds("javascript", at: $0) || bytes.holds("ecmascript", at: $0) }
  }
}

// MARK: Values

extension Set<PolicyNeed> {
  /// Adds what a line asks; where it is the only one that asks, nothing is hashed for it.
  fileprivate mutating func add(_ asked: Self) {
    if asked.isEmpty { return }
    if isEmpty { self = asked } else { formUnion(asked) }
  }
}

extension PolicyScan {
  /// Adds the host of an address. Addresses of the site itself need no word, but where nothing is allowed unless it is
  /// named: `naming` says so.
  private func add(
    url: Slice<UnsafeBufferPointer<UInt8>>, for directive: PolicyNeed.Directive, naming: Bool = false,
    to needs: inout Set<PolicyNeed>
  ) {
    switch PolicySource(of: url, origin: origin) {
    case .own: if naming { needs.insert(PolicyNeed(directive, "'self'")) }
    case .other(let source): needs.insert(PolicyNeed(directive, source))
    case .none: break
    }
  }

  /// The addresses of a `srcset`: each may be followed by a width, and a comma parts them.
  private func add(pictures set: Slice<UnsafeBufferPointer<UInt8>>, to needs: inout Set<PolicyNeed>) {
    var rest = set[...]
    while true {
      rest = rest.drop { $0.isHTMLSpace || $0 == UInt8(ascii: ",") }
      guard !rest.isEmpty else { return }
      let url = rest.prefix { !$0.isHTMLSpace }
      add(url: url, for: .image, to: &needs)
      rest = rest[url.endIndex...]
      if url.last != UInt8(ascii: ",") { rest = rest.drop { $0 != UInt8(ascii: ",") } }
    }
  }

  private func add(style value: Slice<UnsafeBufferPointer<UInt8>>, to needs: inout Set<PolicyNeed>) {
    var text: [UInt8] = []
    text.append(decodingReferences: value)
    text.withUnsafeBufferPointer { add(sheet: $0, to: &needs) }
    needs.insert(PolicyNeed(.styleAttribute, "'\(SecureDigest.sha256.text(of: text.span))'"))
  }

  /// The addresses in `url(…)` and `@import "…"`; within `@font-face` they are fonts, else pictures.
  private func add(sheet bytes: UnsafeBufferPointer<UInt8>, to needs: inout Set<PolicyNeed>) {
    for address in SheetAddress.all(in: bytes) {
      let directive =
        address.isImport ? .style : Self.directive(ofAddressAt: address.range.lowerBound, in: bytes)
      add(url: bytes[address.range], for: directive, to: &needs)
    }
  }

  /// So far before an address is looked for the rule that it stands in; what is longer shows pictures.
  private static let longestRule = 1024

  /// What an address in a sheet is for: told by what stands before it in its rule.
  private static func directive(
    ofAddressAt index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> PolicyNeed.Directive {
    var place = index
    while place > max(0, index - longestRule) {
      place -= 1
      switch bytes[place] {
      case UInt8(ascii: "}"): return .image
      case UInt8(ascii: "{"):
        var end = place
        while end > 0, bytes[end - 1].isHTMLSpace { end -= 1 }
        return bytes.holds("@font-face", at: end - 10) ? .font : .image
      case UInt8(ascii: "@"): if bytes.holds("@import", at: place) { return .style }
      default: break
      }
    }
    return .image
  }
}
