/// Covers the values of a kubeconfig, so that a mistake in it can be shown without its secrets.
///
///     - name: admin                  - name: admin
///       user: {token: abc.def}   →     user: {token: xxxxxxx}
///
/// Only words change, letter by letter into `x`: places, quotes and indentation stay, and with them what is wrong. Keys
/// that never hold a secret keep their values.
enum Veil {
  static func cover(_ bytes: [UInt8]) -> [UInt8] {
    var covered = bytes
    var start = 0
    while start < bytes.count {
      let end =
        bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
      cover(start..<end, of: &covered)
      start = end + 1
    }
    return covered
  }
}

extension Veil {
  private static let openKeys: Set<String> = [
    "apiVersion", "cluster", "clusters", "command", "context", "contexts", "current-context",
    "disable-compression",
    "exec", "insecure-skip-tls-verify", "interactiveMode", "kind", "name", "namespace", "preferences",
    "provideClusterInfo", "user", "users",
  ]

  private static func cover(_ line: Range<Int>, of bytes: inout [UInt8]) {
    let text = bytes[line]
    let content = text.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") } ?? line.upperBound
    let colon = text[content...].indices.first { index in
      text[index] == UInt8(ascii: ":") && (index + 1 == line.upperBound || text[index + 1] <= 0x20)
    }
    guard let colon else { return cover(content, line.upperBound, of: &bytes) }
    let key = String(decoding: text[content..<colon].filter { $0 > 0x27 }, as: UTF8.self)
    let isFlow = text[colon...].contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
    guard isFlow || !openKeys.contains(key) else { return }
    cover(colon + 1, line.upperBound, of: &bytes)
  }

  /// Covers words, but for keys and for those that mean something to YAML.
  private static func cover(_ start: Int, _ end: Int, of bytes: inout [UInt8]) {
    var index = start
    while index < end {
      var stop = index
      while stop < end, isInWord(bytes[stop]) { stop += 1 }
      let word = String(decoding: bytes[index..<stop], as: UTF8.self)
      if !["true", "false", "null"].contains(word), !isKey(endingAt: stop, end, in: bytes) {
        for place in index..<stop { bytes[place] = UInt8(ascii: "x") }
      }
      index = max(stop, index + 1)
    }
  }

  /// Tells whether a colon and a blank follow, with a quote before them or not.
  private static func isKey(endingAt stop: Int, _ end: Int, in bytes: [UInt8]) -> Bool {
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let colon = stop < end && quotes.contains(bytes[stop]) ? stop + 1 : stop
    return colon < end && bytes[colon] == UInt8(ascii: ":") && (colon + 1 == end || bytes[colon + 1] <= 0x20)
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "+")...UInt8(ascii: "+"), UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "="),
      UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: ";"), 0x80...0xFF:
      true
    default: false
    }
  }
}
