import Bytes
import Testing

@Suite("Escaping")
struct EscapingTests {
  /// A text with a sign at each place of what is looked at together, and behind it.
  private static let places = Array(0...17)

  @Test("finds what JSON cannot hold wherever it stands", arguments: places)
  func json(place: Int) {
    let signs = [
      ("\"", #"\""#), ("\\", #"\\"#), ("<", #"\u003c"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#),
      ("\u{0}", #"\u0000"#), ("\u{1F}", #"\u001f"#), ("\u{7F}", #"\u007f"#), (" ", " "), (">", ">"),
      ("ñ", "ñ"),
      ("\u{80}", "\u{80}"), ("😀", "😀"),
    ]
    let before = String(repeating: "a", count: place)
    for (sign, escaped) in signs {
      var out: [UInt8] = []
      out.append(jsonString: "\(before)\(sign)\(sign)zzzzzzzz\(sign)")
      #expect(
        String(decoding: out, as: UTF8.self) == "\"\(before)\(escaped)\(escaped)zzzzzzzz\(escaped)\"")
    }
  }

  @Test("finds what XML cannot hold wherever it stands", arguments: places)
  func xml(place: Int) {
    let signs = [
      ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "'"), ("\n", "\n"), ("\t", "\t"),
      ("\u{0}", ""), ("\u{1B}", ""), ("\u{7F}", "\u{7F}"), ("\u{FFFE}", ""), ("\u{FFFF}", ""),
      ("\u{FFFD}", "\u{FFFD}"), ("ñ", "ñ"),
    ]
    let before = String(repeating: "a", count: place)
    for (sign, escaped) in signs {
      var out: [UInt8] = []
      out.append(xmlText: "\(before)\(sign)\(sign)zzzzzzzz\(sign)")
      #expect(String(decoding: out, as: UTF8.self) == "\(before)\(escaped)\(escaped)zzzzzzzz\(escaped)")
    }
  }

  @Test("is the same in a buffer that grows")
  func buffer() {
    var bytes: [UInt8] = []
    var buffer = OutputBuffer(capacity: 1)
    for text in ["", "a", "<a href=\"x\">&\u{0}</a>", "ñandú \\ \u{FFFF}"] {
      bytes.append(jsonString: text)
      buffer.append(jsonString: text)
      bytes.append(xmlText: text)
      buffer.append(xmlText: text)
    }
    let text = buffer.text(from: 0)
    #expect(text == String(decoding: bytes, as: UTF8.self))
  }
}
