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

  var scrubber: Scrubber {
    var scrubber = Scrubber([token, login?.password].compactMap { $0 })
    // A key's lines are secrets one by one: a message may hold any of them.
    for line in String(decoding: identity?.key ?? [], as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("-----") {
      scrubber.add(String(line))
    }
    return scrubber
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
