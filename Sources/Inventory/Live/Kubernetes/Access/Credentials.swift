import Bytes
import HTTP

/// What proves to a cluster who asks.
struct Credentials: Sendable {
  var identity: Trust.Identity?
  var token: String?
  var login: (name: String, password: String)?

  /// More than any certificate with its chain, or any token, has.
  static let sizeLimit = 1 << 20

  var isEmpty: Bool { identity == nil && token == nil && login == nil }

  /// A token wins over a password, as kubectl has it.
  var headers: [HTTP.Header] {
    if let token { return [HTTP.Header("Authorization", "Bearer \(token)")] }
    guard let login else { return [] }
    return [HTTP.Header("Authorization", "Basic \(Array("\(login.name):\(login.password)".utf8).base64)")]
  }

  /// What nothing that is told may hold.
  var secrets: [String] {
    [token, login?.password, identity.map { String(decoding: $0.key, as: UTF8.self) }].compactMap { $0 }
  }
}

extension String {
  /// The text without the blanks around it; a file of one line ends in a line break.
  var trimmed: String {
    let blanks: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 }
    let start = unicodeScalars.drop(while: blanks)
    return String(String.UnicodeScalarView(start.reversed().drop(while: blanks).reversed()))
  }
}
