import Bytes

/// The path of a rule: plain, or with `*` for anything and `:name` for one part between slashes.
public struct PathPattern: Sendable, Equatable {
  /// A piece of it.
  enum Piece: Equatable, Sendable {
    /// Decoded, as servers compare it.
    case text(String)
    case anything
    case part(String)
  }

  let written: String
  let pieces: [Piece]

  init(_ written: String) {
    self.written = written
    var pieces: [Piece] = []
    var text = ""
    var rest = written[...]
    func end() {
      if !text.isEmpty { pieces.append(.text(text.percentDecoded() ?? text)) }
      text = ""
    }
    while let character = rest.unicodeScalars.first {
      rest = rest.dropScalar
      if character == "*" {
        end()
        pieces.append(.anything)
      } else if character == ":", text.hasSuffix("/"), let name = rest.leadingName {
        end()
        pieces.append(.part(name))
        rest = rest[rest.index(rest.startIndex, offsetBy: name.count)...]
      } else {
        text.unicodeScalars.append(character)
      }
    }
    end()
    self.pieces = pieces
  }

  /// The path without anything that stands for something else; nil where there is some.
  var plain: String? {
    switch pieces.count {
    case 0: ""
    case 1: if case .text(let text) = pieces[0] { text } else { nil }
    default: nil
    }
  }

  /// Tells whether a path, decoded, is one of those that are meant.
  func matches(_ path: String) -> Bool { Self.matches(Array(path.utf8)[...], pieces[...]) }

  /// A regular expression of the same meaning, with a group for each piece that stands for something.
  var expression: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): Self.quoted(text)
      case .anything: "(.*)"
      case .part: "([^/]+)"
      }
    }.joined()
  }

  /// A destination in which `:splat` and `:name` are what the groups hold, written by `group`.
  func filling(_ destination: String, _ group: (Int) -> String) -> String {
    var out = destination
    for (index, piece) in pieces.filter({ if case .text = $0 { false } else { true } }).enumerated() {
      let name = if case .part(let name) = piece { ":\(name)" } else { ":splat" }
      out = out.split(separator: name, maxSplits: 1, omittingEmptySubsequences: false)
        .joined(separator: group(index + 1))
    }
    return out
  }
}

extension PathPattern {
  /// Rules come from the site's author; a handful of stars at most, so that trying each way is cheap.
  private static func matches(_ path: ArraySlice<UInt8>, _ pieces: ArraySlice<Piece>) -> Bool {
    guard let piece = pieces.first else { return path.isEmpty }
    let rest = pieces.dropFirst()
    switch piece {
    case .text(let text):
      return path.starts(with: text.utf8) && matches(path.dropFirst(text.utf8.count), rest)
    case .anything:
      if rest.isEmpty { return true }
      return (path.startIndex...path.endIndex).contains { matches(path[$0...], rest) }
    case .part:
      let end = path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
      return end > path.startIndex && matches(path[end...], rest)
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

extension Substring {
  fileprivate var dropScalar: Substring { Substring(unicodeScalars.dropFirst()) }

  /// The letters and digits at its beginning; nil without any.
  fileprivate var leadingName: String? {
    let name = prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return name.isEmpty ? nil : String(name)
  }
}
