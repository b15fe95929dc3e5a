/// A path of `_redirects` or `_headers`: `*` stands for anything, `:name` for one part.
struct PathPattern: Sendable, Equatable {
  private enum Piece: Equatable {
    case text([UInt8])
    case part(name: String)
    case splat
  }

  private let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var clean: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let name = rest.prefix(while: Self.isName)
      if byte == UInt8(ascii: "*") {
        pieces += [.text(clean), .splat]
        clean = []
      } else if byte == UInt8(ascii: ":"), clean.last == UInt8(ascii: "/"), !name.isEmpty {
        pieces += [.text(clean), .part(name: String(decoding: name, as: UTF8.self))]
        clean = []
        rest = rest.dropFirst(name.count)
      } else {
        clean.append(byte)
      }
    }
    self.pieces = pieces + [.text(clean)]
  }

  /// What the names and `splat` stand for in a path; nil where it does not fit.
  func match(_ path: String) -> [String: String]? {
    var found: [String: String] = [:]
    return fits(pieces[...], Array(path.utf8)[...], &found) ? found : nil
  }

  private func fits(
    _ pieces: ArraySlice<Piece>, _ path: ArraySlice<UInt8>, _ found: inout [String: String]
  ) -> Bool {
    guard let piece = pieces.first else { return path.isEmpty }
    let rest = pieces.dropFirst()
    switch piece {
    case .text(let text):
      return path.starts(with: text) && fits(rest, path.dropFirst(text.count), &found)
    case .part(let name):
      let part = path.prefix { $0 != UInt8(ascii: "/") }
      guard !part.isEmpty, fits(rest, path.dropFirst(part.count), &found) else { return false }
      found[name] = String(decoding: part, as: UTF8.self)
      return true
    case .splat:
      // The shortest that lets the rest fit; most patterns end here.
      var end = rest.allSatisfy { $0 == .text([]) } ? path.endIndex : path.startIndex
      while end <= path.endIndex {
        if fits(rest, path[end...], &found) {
          found["splat"] = String(decoding: path[..<end], as: UTF8.self)
          return true
        }
        end += 1
      }
      return false
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }
}
