import HTTP

/// A request as it came over the wire.
struct Inquiry: Sendable {
  let method: String
  /// The path as it was sent, without the query.
  let target: String
  var headers: [Header] = []
  /// The query's parameters, as they were sent.
  var query: [Header] = []

  /// All values of a header, whatever the case of its name.
  func values(_ name: String) -> [String] { headers.lazy.filter { $0.isNamed(name) }.map(\.value) }

  /// The value of a header; several are joined as HTTP says.
  func value(_ name: String) -> String? {
    let values = values(name)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// Whether something follows the head.
  var hasBody: Bool {
    value("Transfer-Encoding") != nil || value("Content-Length").map { $0 != "0" } ?? false
  }
}
