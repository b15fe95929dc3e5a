import Bytes

/// The path of a rule: plain, or with `*` for anything and `:name` for one part between slashes.
public struct PathPattern: Sendable, Equatable {
  /// A piece of it.
  public enum Piece: Equatable, Sendable {
    /// Decoded, as servers compare it.
    case text(String)
    case anything
    case part(String)
  }

  public let written: String
  /// The host of a rule that names a whole address; nil for a bare path, which counts at all hosts.
  public let host: String?
  public let pieces: [Piece]

  public init(_ written: String) {
    self.written = written
    let scheme = ["https://", "http://"].first(where: written.hasPrefix)
    let address = written.dropFirst(scheme?.count ?? 0)
    let path = scheme == nil ? address : address.drop { $0 != "/" }
    host = scheme == nil ? nil : String(address[..<path.startIndex])
    pieces = Self.pieces(of: String(path))
  }

  /// The path without anything that stands for something else; nil where there is some.
  public var plain: String? {
    switch pieces.count {
    case 0: ""
    case 1: if case .text(let text) = pieces[0] { text } else { nil }
    default: nil
    }
  }

  /// Tells whether a path, decoded, is one of those that are meant.
  public func matches(_ path: String) -> Bool { match(path) != nil }

  /// What each piece that stands for something stands for in a path, in their order; nil where it does not fit.
  public func match(_ path: String) -> [String]? {
    var found: [String] = []
    return Self.fits(pieces[...], Array(path.utf8)[...], &found) ? found.reversed() : nil
  }

  /// A regular expression of the same meaning, with a group for each piece that stands for something.
  public var expression: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): Self.quoted(text)
      case .anything: "(.*)"
      case .part: "([^/]+)"
      }
    }.joined()
  }

  /// A destination in which `:splat` and `:name` are replaced by what `group` says of them, counted from 1.
  public func filling(_ destination: String, _ group: (Int) -> String) -> String {
    let names = pieces.compactMap { piece -> String? in
      switch piece {
      case .text: nil
      case .anything: "splat"
      case .part(let name): name
      }
    }
    var out: [UInt8] = []
    var rest = Array(destination.utf8)[...]
    while let byte = rest.popFirst() {
      let name = String(decoding: rest.prefix(while: Self.isName), as: UTF8.self)
      if byte == UInt8(ascii: ":"), let number = names.firstIndex(of: name) {
        out += group(number + 1).utf8
        rest = rest.dropFirst(name.utf8.count)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension PathPattern {
  private static func pieces(of path: String) -> [Piece] {
    var pieces: [Piece] = []
    var text: [UInt8] = []
    var rest = Array(path.utf8)[...]
    func end() {
      let written = String(decoding: text, as: UTF8.self)
      if !text.isEmpty { pieces.append(.text(written.percentDecoded() ?? written)) }
      text = []
    }
    while let byte = rest.popFirst() {
      let name = rest.prefix(while: isName)
      if byte == UInt8(ascii: "*") {
        end()
        pieces.append(.anything)
      } else if byte == UInt8(ascii: ":"), text.last == UInt8(ascii: "/"), !name.isEmpty {
        end()
        pieces.append(.part(String(decoding: name, as: UTF8.self)))
        rest = rest.dropFirst(name.count)
      } else {
        text.append(byte)
      }
    }
    end()
    return pieces
  }

  /// Rules come from the site's author; a handful of stars at most, so that trying each way is cheap.
  ///
  /// A star takes as much as it can, as in the regular expression. What is found is told last piece first.
  private static func fits(
    _ pieces: ArraySlice<Piece>, _ path: ArraySlice<UInt8>, _ found: inout [String]
  ) -> Bool {
    guard let piece = pieces.first else { return path.isEmpty }
    let rest = pieces.dropFirst()
    func take(upTo end: Int) -> Bool {
      guard fits(rest, path[end...], &found) else { return false }
      found.append(String(decoding: path[..<end], as: UTF8.self))
      return true
    }
    switch piece {
    case .text(let text):
      return path.starts(with: text.utf8) && fits(rest, path.dropFirst(text.utf8.count), &found)
    case .anything:
      if rest.isEmpty { return take(upTo: path.endIndex) }
      return (path.startIndex...path.endIndex).reversed().contains(where: take)
    case .part:
      let end = path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
      return end > path.startIndex && take(upTo: end)
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if ".+*?()[]{}|^$\\".unicodeScalars.contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}
