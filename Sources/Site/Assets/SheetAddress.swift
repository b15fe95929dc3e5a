import Bytes

/// An address in a style sheet: in `url(…)`, or behind `@import`.
struct SheetAddress {
  /// Where the address itself stands, without quotes.
  let range: Range<Int>
  /// It stands behind `@import` in quotes alone.
  let isImport: Bool

  /// No address that we look into is longer; a picture written into the sheet is, and is only looked at from its start.
  private static let longest = 2048

  /// All addresses of a sheet, in their order for each of the two ways to write them.
  static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [SheetAddress] {
    var addresses: [SheetAddress] = []
    var index = 0
    while let open = bytes.next(UInt8(ascii: "("), from: index) {
      index = open + 1
      guard bytes.holds("url", at: open - 3) else { continue }
      var start = index
      while start < bytes.count, bytes[start].isHTMLSpace { start += 1 }
      let quote = start < bytes.count && bytes[start].isSheetQuote ? bytes[start] : nil
      if quote != nil { start += 1 }
      let rest = bytes[min(start, bytes.count)...].prefix(longest)
      let end = rest.firstIndex { $0 == quote ?? UInt8(ascii: ")") || quote == nil && $0.isHTMLSpace }
      addresses.append(SheetAddress(range: rest.startIndex..<(end ?? rest.endIndex), isImport: false))
    }
    index = 0
    while let at = bytes.next(UInt8(ascii: "@"), from: index) {
      index = at + 1
      guard bytes.holds("@import", at: at) else { continue }
      var start = at + "@import".utf8.count
      while start < bytes.count, bytes[start].isHTMLSpace { start += 1 }
      guard start < bytes.count, bytes[start].isSheetQuote else { continue }
      let rest = bytes[(start + 1)...].prefix(longest)
      let end = rest.firstIndex(of: bytes[start]) ?? rest.endIndex
      addresses.append(SheetAddress(range: rest.startIndex..<end, isImport: true))
    }
    return addresses
  }
}

extension UInt8 {
  fileprivate var isSheetQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
}
