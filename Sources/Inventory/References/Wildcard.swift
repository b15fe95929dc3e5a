/// A pattern for paths of facts in which `*` stands for anything: `*.serial`, `cluster:gordito.*`.
struct Wildcard: Sendable, Hashable {
  private let pieces: [[UInt8]]

  init(_ pattern: String) {
    pieces = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map {
      Array($0)
    }
  }

  /// Takes each piece where it first fits; the first must begin the text and the last must end it.
  func matches(_ text: String) -> Bool {
    let text = Array(text.utf8)
    guard let first = pieces.first, let last = pieces.last, text.starts(with: first) else { return false }
    guard pieces.count > 1 else { return text.count == first.count }
    let end = text.count - last.count
    guard end >= first.count, text[end...].elementsEqual(last) else { return false }
    var position = first.count
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard piece.count <= end - position,
        let found = (position...(end - piece.count)).first(where: {
          text[$0..<($0 + piece.count)].elementsEqual(piece)
        })
      else { return false }
      position = found + piece.count
    }
    return true
  }
}
