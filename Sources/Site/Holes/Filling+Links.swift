import Bytes
import Markdown
import Templates

extension Filling {
  mutating func fillLink(_ written: String, _ hole: Hole, into out: inout [UInt8]) -> Bool {
    let destination = Destination(written)
    switch destination.kind {
    case .outside: return false
    case .here: return fillPlace(destination, hole, into: &out)
    case .inside, .reference: break
    }
    switch filler.search(destination, from: home, reads: &notes.reads) {
    case .found(let landing):
      write(landing, destination, hole, into: &out)
      return true
    case .withheld(let number):
      let page = filler.targets.withheld(number)
      tell(.withheldLink(destination.shown, because: page.reason), at: hole)
      write(Landing(url: page.url), destination, hole, into: &out)
      return true
    case .lost:
      tell(
        destination.kind == .reference
          ? .brokenReference(destination.shown, meant: nil) : .brokenLink(written, meant: nil), at: hole)
      return writeLost(destination, into: &out)
    }
  }

  /// Writes what leads nowhere as the browser would understand it on the page itself.
  func writeLost(_ destination: Destination, into out: inout [UInt8]) -> Bool {
    let isRooted = destination.path.utf8.first == UInt8(ascii: "/")
    guard isRooted || outlet != .page else { return false }
    let url = LinkPath.resolved(destination.path, from: LinkPath.folder(of: home.url))
    let root = filler.targets.base.path
    let isPublished = isRooted && root != "/" && url.hasPrefix(root)
    out.append(
      address: filler.address(isPublished ? "/" + url.dropFirst(root.utf8.count) : url, at: outlet))
    out.append(tailOf: destination, fragment: destination.fragment)
    return true
  }

  /// A place of the page itself: its page must be named where the text stands elsewhere.
  private mutating func fillPlace(_ destination: Destination, _ hole: Hole, into out: inout [UInt8]) -> Bool {
    let fragment = destination.fragment.map { checked($0, in: anchorsHere(), of: nil, hole) }
    if outlet == .page, destination.query.isEmpty {
      guard let fragment, fragment != destination.fragment else { return false }
      out.append(href: Array("#\(fragment)".utf8).span)
    } else {
      out.append(address: filler.address(home.url, at: outlet))
      out.append(tailOf: destination, fragment: fragment)
    }
    return true
  }

  private mutating func write(
    _ landing: Landing, _ destination: Destination, _ hole: Hole, into out: inout [UInt8]
  ) {
    var fragment = destination.fragment
    if let wanted = fragment, let page = landing.page {
      let isHere = landing.url == home.url
      if !isHere { notes.reads.record(filler.key(ofTextOf: page)) }
      if let other = isHere ? anchorsHere() : filler.article(page).map(Anchors.init) {
        fragment = checked(wanted, in: other, of: isHere ? nil : landing.url, hole)
      }
    }
    out.append(address: filler.address(landing.url, at: outlet))
    out.append(tailOf: destination, fragment: fragment)
  }

  private mutating func anchorsHere() -> Anchors {
    let anchors = ownAnchors ?? Anchors(article)
    ownAnchors = anchors
    return anchors
  }

  /// The id that a fragment means, spelt as in the text; tells when there is none.
  private mutating func checked(
    _ fragment: String, in other: Anchors, of url: String?, _ hole: Hole
  ) -> String {
    switch other.find(fragment) {
    case .found(let id): return id
    case .unknown: return fragment
    case .lost(let meant):
      tell(.missingAnchor(fragment, in: url, meant: meant), at: hole)
      return fragment
    }
  }
}

extension Destination {
  /// The destination as the author knows it, without the mark of `ref`.
  var shown: String { path + tail(fragment: fragment) }
}

extension [UInt8] {
  /// Appends what follows the path of a destination: a query and a fragment, which few have.
  mutating func append(tailOf destination: Destination, fragment: String?) {
    if destination.query.isEmpty, fragment == nil { return }
    append(href: destination.tail(fragment: fragment).utf8.span)
  }

  /// Appends an address of the site as the value of an attribute; its path may hold any letters.
  mutating func append(address: String) {
    append(href: address.percentEncoded(keeping: .path).utf8.span)
  }
}
