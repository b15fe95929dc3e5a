import Bytes
import Site

/// Tells what answers at the addresses in finished pages, as a server would; one per worker, with what it found so far.
struct Resolver {
  /// What a link leads to.
  enum Target: Equatable {
    /// Another site, or no place that a browser goes to.
    case outside
    /// The page itself.
    case here
    /// What a route answers.
    case route(Int32)
    /// A redirect, by its place in `redirects`.
    case redirected(Int)
    /// Something that is written beside the routes.
    case machine
    case lost
  }

  /// What came of an address.
  struct Answer {
    let target: Target
    /// Behind `#`; nil where there is none.
    var fragment: Range<Int>?
    /// Whether the address names the host of the site itself.
    var namesOwnHost = false
  }

  private let publication: Publication
  private let origin: [UInt8]
  private let basePath: [UInt8]
  /// The addresses that the site's own redirects answer, with where they lead.
  private let rules: [String: String]
  /// Where the redirects lead that were met, and the route that answers there.
  private(set) var redirects: [(to: String, route: Int32?)] = []
  private static let machines = Set(LinkTargets.machineAddresses)
  /// The targets of addresses that count from the root, by their digests.
  private var known: [UInt64: Target] = [:]
  private var path: [UInt8] = []

  init(_ publication: Publication, redirecting rules: [String: String]) {
    self.publication = publication
    let base = publication.setting.base
    origin = base == .local ? [] : Array(base.origin.utf8)
    basePath = Array(base.path.utf8)
    self.rules = rules
  }

  /// Finds what an attribute's value leads to, on the page at `url`.
  mutating func answer(
    to value: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, on url: String
  ) -> Answer {
    let trimmed = Self.trimmed(value, in: bytes)
    let hash = bytes.next(UInt8(ascii: "#"), from: trimmed.lowerBound)
      .flatMap { $0 < trimmed.upperBound ? $0 : nil }
    let fragment = hash.map { $0 + 1..<trimmed.upperBound }
    let rest = trimmed.lowerBound..<(hash ?? trimmed.upperBound)
    guard let first = rest.first.map({ bytes[$0] }) else { return Answer(target: .here, fragment: fragment) }
    if first == UInt8(ascii: "/"), rest.count == 1 || bytes[rest.lowerBound + 1] != UInt8(ascii: "/") {
      return Answer(target: rooted(rest, in: bytes), fragment: fragment)
    }
    if isOwn(rest, in: bytes) {
      let own = rest.lowerBound + origin.count..<rest.upperBound
      let target = own.isEmpty ? rooted("/") : rooted(own, in: bytes)
      return Answer(target: target, fragment: fragment, namesOwnHost: true)
    }
    if first == UInt8(ascii: "/") || Self.hasScheme(rest, in: bytes) { return Answer(target: .outside) }
    return Answer(target: relative(rest, in: bytes, to: url), fragment: fragment)
  }
}

extension Resolver {
  /// Whether an address counts from the page that it stands on.
  func isRelative(_ value: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = value.first, bytes[first] != UInt8(ascii: "/"), bytes[first] != UInt8(ascii: "#") else {
      return false
    }
    return !Self.hasScheme(value, in: bytes)
  }

  private static func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isHTMLSpace { start += 1 }
    while end > start, bytes[end - 1].isHTMLSpace { end -= 1 }
    return start..<end
  }

  private static func hasScheme(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") { return index > range.lowerBound }
      guard
        byte.lowercased &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
          || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      else { return false }
    }
    return false
  }

  /// Whether an address names the host of the site, over https or http.
  private func isOwn(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !origin.isEmpty, range.count >= origin.count else { return false }
    for offset in 0..<origin.count where bytes[range.lowerBound + offset].lowercased != origin[offset] {
      return false
    }
    return range.count == origin.count || bytes[range.lowerBound + origin.count] == UInt8(ascii: "/")
      || bytes[range.lowerBound + origin.count] == UInt8(ascii: "?")
  }

  private mutating func rooted(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Target {
    let key = Digest(of: UnsafeBufferPointer(rebasing: bytes[range]).span).value
    if let target = known[key] { return target }
    path.removeAll(keepingCapacity: true)
    path.append(decodingReferences: bytes[range])
    let target = rooted(Self.decoded(path))
    known[key] = target
    return target
  }

  private mutating func relative(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, to url: String
  ) -> Target {
    path.removeAll(keepingCapacity: true)
    path.append(decodingReferences: bytes[range])
    if path.first == UInt8(ascii: "?") { return .here }
    let folder = url.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(url[...$0]) } ?? "/"
    var parts: [Substring] = []
    let whole = folder + Self.decoded(path)
    for part in whole.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    let isFolder = whole.utf8.last == UInt8(ascii: "/") || whole.hasSuffix("/.") || whole.hasSuffix("/..")
    let resolved = "/" + parts.joined(separator: "/")
    return found(isFolder && !parts.isEmpty ? resolved + "/" : resolved)
  }

  /// What answers at a path of the server.
  private mutating func rooted(_ path: String) -> Target {
    guard basePath.count > 1 else { return found(path) }
    guard path.utf8.starts(with: basePath) else {
      return path.utf8.elementsEqual(basePath.dropLast()) ? found("/") : .outside
    }
    return found("/" + path.dropFirst(basePath.count))
  }

  /// What answers at a path of the site.
  private mutating func found(_ path: String) -> Target {
    let routes = publication.assembly.routes
    if let number = routes.number(at: path) ?? routes.number(at: path + "/") {
      guard case .redirect(let target) = routes.routes[number].output else { return .route(Int32(number)) }
      return redirected(to: target)
    }
    if let target = rules[path] ?? rules[path + "/"] { return redirected(to: target) }
    return Self.machines.contains(path) ? .machine : .lost
  }

  private mutating func redirected(to target: String) -> Target {
    let shown = target.hasPrefix("/") ? publication.setting.base.path(of: target) : target
    redirects.append((shown, publication.assembly.routes.number(at: target).map(Int32.init)))
    return .redirected(redirects.count - 1)
  }

  /// The path without its query and without percent signs.
  private static func decoded(_ bytes: [UInt8]) -> String {
    let path = String(decoding: bytes.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
    return path.percentDecoded() ?? path
  }
}
