/// One line of a request's or an answer's head.
public struct Header: Sendable, Hashable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Compares names as HTTP does, without regard to case.
  public func isNamed(_ other: String) -> Bool { name.lowercased() == other.lowercased() }

  /// A name is a token and a value one line: anything else could smuggle in further headers.
  var isSound: Bool {
    let separators = Array("\"(),/:;<=>?@[\\]{}".utf8)
    let nameIsSound = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !separators.contains($0) }
    return nameIsSound && !name.isEmpty && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }
}
