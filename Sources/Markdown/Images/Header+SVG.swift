extension Header {
  /// Reads `width`, `height` and `viewBox` of the root; a missing side follows from the shape of the view box.
  func svg(_ bytes: Span<UInt8>) throws(Unread) -> ImageSize {
    let root = try rootAttributes(bytes)
    var width: Double?
    var height: Double?
    var view: (width: Double, height: Double)?
    var index = root.lowerBound
    while let (name, value, end) = attribute(from: index, before: root.upperBound, bytes) {
      index = end
      if equals("width", name, bytes) { width = length(value, bytes) }
      if equals("height", name, bytes) { height = length(value, bytes) }
      if equals("viewBox", name, bytes) { view = viewBox(value, bytes) }
    }
    if let view {
      switch (width, height) {
      case (nil, nil): (width, height) = (view.width, view.height)
      case (let known?, nil): height = known * view.height / view.width
      case (nil, let known?): width = known * view.width / view.height
      default: break
      }
    }
    guard let width, let height, width < Self.largest, height < Self.largest else { throw .unknown }
    return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
  }
}

extension Header {
  /// No screen shows more; it also keeps the rounding within an integer.
  private static let largest = 1e9

  /// Skips declaration, comments and document type; gives what stands between `<svg` and its `>`.
  private func rootAttributes(_ bytes: Span<UInt8>) throws(Unread) -> Range<Int> {
    var index = 0
    while index < count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if has("<!--", at: index, in: bytes) {
        index = try past("-->", from: index + 4, bytes)
      } else if has("<?", at: index, in: bytes) {
        index = try past("?>", from: index + 2, bytes)
      } else if has("<!", at: index, in: bytes) {
        index = try pastDocumentType(index + 2, bytes)
      } else {
        let start = try nameEnd(index + 1, bytes)
        guard has("svg", at: start - 3, in: bytes),
          start - 3 == index + 1 || bytes[start - 4] == UInt8(ascii: ":")
        else {
          throw .unknown
        }
        return start..<(try tagEnd(start, bytes))
      }
    }
    throw .cut(needs: count + 1)
  }

  private func past(_ text: StaticString, from start: Int, _ bytes: Span<UInt8>) throws(Unread) -> Int {
    var index = start
    while index < count {
      if has(text, at: index, in: bytes) { return index + text.utf8CodeUnitCount }
      index += 1
    }
    try need(count + 1)
    throw .unknown
  }

  /// A document type may hold declarations between brackets.
  private func pastDocumentType(_ start: Int, _ bytes: Span<UInt8>) throws(Unread) -> Int {
    var depth = 0
    for index in start..<max(start, count) {
      switch bytes[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return index + 1
      default: break
      }
    }
    try need(count + 1)
    throw .unknown
  }

  private func nameEnd(_ start: Int, _ bytes: Span<UInt8>) throws(Unread) -> Int {
    var index = start
    while true {
      switch UInt8(try byte(index, bytes)) {
      case 0...UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "/"): return index
      default: index += 1
      }
    }
  }

  /// The `>` outside quotes.
  private func tagEnd(_ start: Int, _ bytes: Span<UInt8>) throws(Unread) -> Int {
    var quote: UInt8?
    for index in start..<max(start, count) {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    try need(count + 1)
    throw .unknown
  }
}
