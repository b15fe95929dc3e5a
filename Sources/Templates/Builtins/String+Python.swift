// Strings by code points, as Python handles them.

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }

  var scalars: [Unicode.Scalar] { Array(unicodeScalars) }

  func bytesContain(_ part: String) -> Bool { part.isEmpty || find(part) != nil }

  /// The byte offset of the first occurrence at or after an offset.
  func find(_ part: String, from start: Int = 0) -> Int? {
    let hay = Array(utf8)
    let needle = Array(part.utf8)
    guard !needle.isEmpty, hay.count >= needle.count + start else { return needle.isEmpty ? start : nil }
    for index in start...(hay.count - needle.count)
    where hay[index] == needle[0] && hay[index..<index + needle.count].elementsEqual(needle) {
      return index
    }
    return nil
  }

  /// Cuts at each occurrence, at most so many times.
  func cut(at separator: String, most: Int = .max) -> [String] {
    let bytes = Array(utf8)
    var parts: [String] = []
    var start = 0
    while parts.count < most, let place = find(separator, from: start), !separator.isEmpty {
      parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      start = place + separator.utf8.count
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  func replacing(_ old: String, by new: String, most: Int = .max) -> String {
    guard old.isEmpty else { return cut(at: old, most: most).joined(separator: new) }
    var out = ""
    var left = most
    for scalar in unicodeScalars {
      if left > 0 { out += new }
      left -= 1
      out.unicodeScalars.append(scalar)
    }
    return left > 0 ? out + new : out
  }

  func trimmed(_ letters: String? = nil, left: Bool = true, right: Bool = true) -> String {
    let set = letters.map { Set($0.unicodeScalars) }
    func isCut(_ scalar: Unicode.Scalar) -> Bool { set?.contains(scalar) ?? scalar.properties.isWhitespace }
    var rest = unicodeScalars[...]
    while left, let first = rest.first, isCut(first) { rest.removeFirst() }
    while right, let last = rest.last, isCut(last) { rest.removeLast() }
    return String(rest)
  }

  /// The words between white space.
  var words: [String] {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
  }

  var lines: [String] {
    var lines: [String] = []
    var line = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n" {
        lines.append(String(line))
        line = UnicodeScalarView()
      } else {
        line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }

  var capitalizedFirst: String {
    guard let first = unicodeScalars.first else { return "" }
    return first.properties.titlecaseMapping + String(unicodeScalars.dropFirst()).lowercased()
  }

  func padded(_ width: Int, left: Bool, right: Bool, with letter: String = " ") -> String {
    let missing = width - unicodeScalars.count
    guard missing > 0 else { return self }
    let before = left && right ? missing / 2 + (missing & width & 1) : left ? missing : 0
    return String(repeating: letter, count: before) + self
      + String(repeating: letter, count: missing - before)
  }
}
