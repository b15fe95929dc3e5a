// Texts as YAML takes them whatever they hold: between double quotes.

extension String {
  /// Quotes a text: `Talos: "sin SSH"` becomes `"Talos: \"sin SSH\""`; emoji and accents stay as they are.
  init(quotedForYAML text: String) {
    self = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": self += "\\\(scalar)"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FEFF}", "\u{2028}"..."\u{2029}", "\u{FFFE}"..."\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        self += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: unicodeScalars.append(scalar)
      }
    }
    self += "\""
  }
}
