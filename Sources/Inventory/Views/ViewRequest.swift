import Language

/// What a shortcode asks of the homelab: `{{< nodes cluster="data" sort="name" >}}`.
public struct ViewRequest: Sendable, Hashable {
  /// The name of the view.
  public let name: String
  /// The arguments without a name.
  public let words: [String]
  /// The arguments with a name, in the author's order; `as_of` is the caller's to understand.
  public let options: [(name: String, value: String)]

  public init(_ name: String, words: [String] = [], options: [(name: String, value: String)] = []) {
    self.name = name
    self.words = words
    self.options = options.filter { $0.name != "as_of" }
  }

  public static func == (one: ViewRequest, other: ViewRequest) -> Bool {
    one.name == other.name && one.words == other.words
      && one.options.elementsEqual(other.options) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(words)
    for (name, value) in options {
      hasher.combine(name)
      hasher.combine(value)
    }
  }

  /// The value of a named argument.
  func option(_ name: String) -> String? { options.first { $0.name == name }?.value }

  /// The table that the named arguments describe: `columns`, `sort`, `group`, all others being filters.
  func table(of kind: Kind, filters: [TableRequest.Filter] = []) -> TableRequest {
    var request = TableRequest(kind, filters: filters)
    for (name, value) in options {
      switch name {
      case "columns":
        request.columns = Self.words(of: value)
      case "sort": request.sort = value
      case "group": request.group = value
      default: request.filters.append(TableRequest.Filter(name, value))
      }
    }
    return request
  }

  /// The words of an argument that takes several: `columns="name,role"`.
  static func words(of value: String) -> [String] {
    value.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
  }

  /// The views that there are.
  public static let names =
    Kind.allCases.flatMap { $0.block == $0.rawValue ? [$0.block] : [$0.rawValue, $0.block] }
    + ["fact", "totals", "outage", "topology", "drift", "compare"]
}
