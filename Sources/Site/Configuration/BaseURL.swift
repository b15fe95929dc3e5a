import Nodes

/// Where the site is published: scheme, host and the path below which everything lies.
public struct BaseURL: TextReadable, Equatable {
  /// `https://ejemplo.dev`, without a slash at the end.
  public let origin: String
  /// `/` or `/blog/`: begins and ends with a slash.
  public let path: String

  /// The address of a preview, for a site that names none.
  public static let local = BaseURL(origin: "http://localhost:8080", path: "/")

  /// `ejemplo.dev`, with its port where it has one.
  public var host: String { String(origin.split(separator: "/").last ?? "") }

  private init(origin: String, path: String) {
    self.origin = origin
    self.path = path
  }

  public init?(text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    guard !host.isEmpty, host.allSatisfy(Self.isHostCharacter), path.allSatisfy(Self.isPathCharacter) else {
      return nil
    }
    origin = scheme + host.lowercased()
    let segments = path.split(separator: "/").joined(separator: "/")
    self.path = segments.isEmpty ? "/" : "/\(segments)/"
  }

  public static let expected = Expectation.words(
    english: "an address such as https://ejemplo.dev/ or https://ejemplo.dev/blog/",
    spanish: "una dirección como https://ejemplo.dev/ o https://ejemplo.dev/blog/"
  )
  public static let pattern: String? = "^https?://[^/?#\\s]+(/[^?#\\s]*)?$"
  public static let standIn = local
  public var written: Node? { Node(origin + path) }

  private static func isHostCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-.:[]".contains(character)
  }

  private static func isPathCharacter(_ character: Character) -> Bool {
    !character.isWhitespace && character != "?" && character != "#"
  }
}
