import Bytes

/// Makes links of the addresses in escaped text, as Jinja's `urlize` does.
struct Linker {
  /// Written into each link to a page.
  let attributes: String
  /// From how many letters on the shown address is cut.
  let limit: Int?

  func linked(_ html: String) -> String {
    var out = ""
    var word = String.UnicodeScalarView()
    for scalar in html.unicodeScalars {
      if scalar.properties.isWhitespace {
        out += linked(word: String(word))
        word = String.UnicodeScalarView()
        out.unicodeScalars.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    return out + linked(word: String(word))
  }

  private func linked(word: String) -> String {
    var (head, middle, tail) = ("", word, "")
    while let sign = ["(", "<", "&lt;"].first(where: middle.hasPrefix) {
      head += sign
      middle.removeFirst(sign.count)
    }
    while let sign = [")", ">", ".", ",", "&gt;"].first(where: middle.hasSuffix) {
      tail = sign + tail
      middle.removeLast(sign.count)
    }
    // A bracket that opens inside the address also closes inside it.
    for (open, close) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] {
      var opened = middle.cut(at: open).count - middle.cut(at: close).count
      while opened > 0, let place = tail.find(close) {
        let taken = tail.utf8.prefix(place + close.utf8.count)
        middle += String(decoding: taken, as: UTF8.self)
        tail = String(decoding: tail.utf8.dropFirst(taken.count), as: UTF8.self)
        opened -= 1
      }
    }
    return head + (link(middle) ?? middle) + tail
  }

  private func link(_ address: String) -> String? {
    let lower = address.lowercased()
    if WebAddress.isPage(lower) {
      let scheme = lower.hasPrefix("http://") || lower.hasPrefix("https://") ? "" : "https://"
      return "<a href=\"\(scheme)\(address)\"\(attributes)>\(shown(address))</a>"
    }
    if address.hasPrefix("mailto:") {
      let mail = String(address.dropFirst(7))
      return WebAddress.isMail(mail) ? "<a href=\"\(address)\">\(mail)</a>" : nil
    }
    guard !address.hasPrefix("www."), !address.utf8.contains(UInt8(ascii: ":")), WebAddress.isMail(address)
    else { return nil }
    return "<a href=\"mailto:\(address)\">\(address)</a>"
  }

  private func shown(_ address: String) -> String {
    let letters = address.unicodeScalars
    guard let limit, letters.count > limit else { return address }
    return String(scalars: letters.prefix(max(0, limit))) + "..."
  }
}

/// Tells addresses from other words.
enum WebAddress {
  /// Whether a word in lower case leads to a page: a scheme or `www.` before a host, or a host of the oldest domains.
  static func isPage(_ word: String) -> Bool {
    var rest = word
    var hasScheme = false
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest.removeFirst(scheme.count)
      hasScheme = true
      break
    }
    let isWeb = !hasScheme && rest.hasPrefix("www.")
    if isWeb { rest.removeFirst(4) }
    let host = String(rest.unicodeScalars.prefix { !"/?#".unicodeScalars.contains($0) })
    if hasScheme, host.hasPrefix("[") { return host.contains("]") }
    let parts = host.cut(at: ":")
    guard parts.count <= 2, parts.count == 1 || isPort(parts[1]) else { return false }
    let labels = parts[0].cut(at: ".")
    guard let last = labels.last, labels.dropLast().allSatisfy(isLabel) else { return false }
    if hasScheme, labels.count == 4, labels.allSatisfy({ isNumber($0, upTo: 3) }) { return true }
    if hasScheme || isWeb { return isDomain(last) }
    return labels.count > 1 && oldDomains.contains(last)
      && labels.dropLast().allSatisfy { (2...63).contains($0.unicodeScalars.count) }
  }

  static func isMail(_ word: String) -> Bool {
    let parts = word.cut(at: "@")
    guard parts.count >= 2, let host = parts.last, !parts.dropLast().joined().isEmpty else { return false }
    let labels = host.cut(at: ".")
    guard labels.count >= 2, let first = labels.first, let last = labels.last, !last.isEmpty,
      first.unicodeScalars.first.map(isWord) ?? false
    else { return false }
    return last.unicodeScalars.allSatisfy(isWord)
      && host.unicodeScalars.allSatisfy { isWord($0) || $0 == "." || $0 == "-" }
  }

  private static let oldDomains: Set<String> = ["com", "net", "int", "edu", "gov", "org", "info", "mil"]

  private static func isWord(_ letter: Unicode.Scalar) -> Bool {
    letter == "_" || letter.properties.isAlphabetic || letter.properties.numericType != nil
  }

  private static func isLabel(_ label: String) -> Bool {
    !label.isEmpty && label.unicodeScalars.allSatisfy { isWord($0) || $0 == "%" || $0 == "-" }
  }

  private static func isDomain(_ label: String) -> Bool {
    if label.hasPrefix("xn--") { return (6...63).contains(label.utf8.count) && isLabel(label) }
    return (2...63).contains(label.utf8.count)
      && label.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private static func isPort(_ text: String) -> Bool { isNumber(text, upTo: 5) }

  private static func isNumber(_ text: String, upTo most: Int) -> Bool {
    (1...most).contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit)
  }
}
