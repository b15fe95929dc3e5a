// Strings by code points, as Python handles them.

import Bytes

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
    var hay = self
    var part = part
    return hay.withUTF8 { hay in part.withUTF8 { hay.find($0, from: start) } }
  }

  /// Cuts at each occurrence, at most so many times.
  func cut(at separator: String, most: Int = .max) -> [String] {
    var text = self
    var separator = separator
    return text.withUTF8 { bytes in
      separator.withUTF8 { separator in
        var parts: [String] = []
        var start = 0
        while parts.count < most, !separator.isEmpty, let place = bytes.find(separator, from: start) {
          parts.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self))
          start = place + separator.count
        }
        parts.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self))
        return parts
      }
    }
  }

  func replacing(_ old: String, by new: String, most: Int = .max) -> String {
    guard old.isEmpty else { return replaced(old, by: new, most: most) }
    var out = ""
    var left = most
    for scalar in unicodeScalars {
      if left > 0 { out += new }
      left -= 1
      out.unicodeScalars.append(scalar)
    }
    return left > 0 ? out + new : out
  }

  private func replaced(_ old: String, by new: String, most: Int) -> String {
    guard var place = find(old), most > 0 else { return self }
    var text = self
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    text.withUTF8 { bytes in
      var start = 0
      var left = most
      while left > 0 {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
        out.append(text: new)
        start = place + old.utf8.count
        left -= 1
        guard let next = find(old, from: start) else { break }
        place = next
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    return String(decoding: out, as: UTF8.self)
  }

  func trimmed(_ letters: String? = nil, left: Bool = true, right: Bool = true) -> String {
    if letters == nil, !startsOrEndsBeyondASCII { return trimmedSpaces(left: left, right: right) }
    let set = letters.map { Set($0.unicodeScalars) }
    func isCut(_ scalar: Unicode.Scalar) -> Bool { set?.contains(scalar) ?? scalar.properties.isWhitespace }
    var rest = unicodeScalars[...]
    while left, let first = rest.first, isCut(first) { rest.removeFirst() }
    while right, let last = rest.last, isCut(last) { rest.removeLast() }
    return String(rest)
  }

  /// Whether a letter that is not ASCII stands where trimming looks, so that it must be asked what it is.
  private var startsOrEndsBeyondASCII: Bool {
    let outer = [utf8.first { !$0.isTrimmed }, utf8.last { !$0.isTrimmed }]
    return outer.contains { $0.map { $0 >= 0x80 } ?? false }
  }

  private func trimmedSpaces(left: Bool, right: Bool) -> String {
    var rest = utf8[...]
    if left { rest = rest.drop { $0.isTrimmed } }
    while right, let last = rest.last, last.isTrimmed { rest.removeLast() }
    return rest.count == utf8.count ? self : String(Substring(rest))
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

extension UInt8 {
  /// Whether Python trims the letter: the white space of ASCII.
  var isTrimmed: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension UnsafeBufferPointer<UInt8> {
  func find(_ part: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = part.first else { return start }
    guard count >= part.count + start else { return nil }
    for index in start...(count - part.count)
    where self[index] == first && self[index..<index + part.count].elementsEqual(part) {
      return index
    }
    return nil
  }
}
