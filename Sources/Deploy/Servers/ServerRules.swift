import Bytes
import Diagnostics

/// What the site tells servers, read from its `_redirects` and `_headers`: the one model of all that is written for
/// servers which read neither.
public struct ServerRules: Sendable, Equatable {
  /// An old address that leads to a new one.
  public struct Redirect: Sendable, Equatable {
    public let from: PathPattern
    public let to: String
    public let status: Int
    let place: Range<Int>
  }

  /// Headers of the paths that match.
  public struct HeaderRule: Sendable, Equatable {
    public let path: PathPattern
    public var fields: [Field]
    let place: Range<Int>
  }

  /// One header.
  public struct Field: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public private(set) var redirects: [Redirect] = []
  public private(set) var headers: [HeaderRule] = []
  /// Lines of `_redirects` that say more than from, to and a status between 300 and 308: no other server takes them.
  public private(set) var peculiar: [Range<Int>] = []

  static let redirectsName = "_redirects"
  static let headersName = "_headers"

  /// Reads both files; empty ones say nothing.
  public init(redirects: [UInt8], headers: [UInt8]) {
    for line in Self.lines(of: redirects) { readRedirect(redirects[line], at: line) }
    for line in Self.lines(of: headers) { readHeader(headers[line], at: line) }
  }

  /// Reads those of a built site.
  public init(of site: BuiltSite) throws(DeployFailure) {
    var texts: [String: [UInt8]] = [:]
    for file in site.files where [Self.redirectsName, Self.headersName].contains(file.key) {
      texts[file.key] = try site.bytes(of: file)
    }
    self.init(redirects: texts[Self.redirectsName] ?? [], headers: texts[Self.headersName] ?? [])
  }

  /// The headers of a path: where several rules name one, the last counts.
  public func fields(at path: String) -> [Field] {
    var fields: [Field] = []
    for rule in headers where rule.path.matches(path) {
      for field in rule.fields {
        fields.removeAll { $0.name.lowercased() == field.name.lowercased() }
        fields.append(field)
      }
    }
    return fields
  }
}

extension ServerRules {
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    bytes.split(separator: UInt8(ascii: "\n")).map { $0.startIndex..<$0.endIndex }
  }

  private mutating func readRedirect(_ line: ArraySlice<UInt8>, at place: Range<Int>) {
    let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let from = words.first, !from.hasPrefix("#") else { return }
    let status = words.count > 2 ? Int(words[2]) : 301
    guard (2...3).contains(words.count), from.hasPrefix("/"), let status, (300...308).contains(status) else {
      peculiar.append(place)
      return
    }
    redirects.append(
      Redirect(from: PathPattern(String(from)), to: String(words[1]), status: status, place: place))
  }

  private mutating func readHeader(_ line: ArraySlice<UInt8>, at place: Range<Int>) {
    let text = String(decoding: line, as: UTF8.self)
    let isIndented = text.hasPrefix(" ") || text.hasPrefix("\t")
    let trimmed = text.trimmed
    guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { return }
    guard isIndented else {
      headers.append(HeaderRule(path: PathPattern(trimmed), fields: [], place: place))
      return
    }
    guard let colon = trimmed.firstIndex(of: ":"), !headers.isEmpty else { return }
    headers[headers.count - 1].fields.append(
      Field(String(trimmed[..<colon]).trimmed, String(trimmed[trimmed.index(after: colon)...]).trimmed))
  }
}

extension String {
  /// Without the blanks around it.
  fileprivate var trimmed: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
