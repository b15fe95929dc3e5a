import Bytes

extension SecretValues {
  /// The ways a value may be written.
  static func spellings(of value: [UInt8]) -> [[UInt8]] {
    var text: [UInt8] = []
    text.append(htmlText: value.span)
    var markup: [UInt8] = []
    value.withUnsafeBufferPointer { markup.append(markupEscaping: $0) }
    var json: [UInt8] = []
    json.append(jsonString: String(decoding: value, as: UTF8.self))
    let plainJSON = json.dropFirst().dropLast()
    var url: [UInt8] = []
    url.append(percentEncoding: value, keeping: .unreserved)
    var form: [UInt8] = []
    form.append(percentEncoding: value, keeping: .unreserved.and(" "))
    form = form.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "+") : $0 }
    return [value, text, markup, Array(plainJSON), url, form] + base64Cores(value)
  }

  /// What of a value's base64 is the same whatever stands before and after it.
  ///
  /// Three bytes become four letters. With 0, 1 or 2 bytes before it the value falls three different ways; letters
  /// that also hold bits of its neighbours are left out:
  ///
  ///     hunter2   aHVudGVyM|g==     ?|h1bnRlcjI|?     ??|odW50ZXIy
  private static func base64Cores(_ value: [UInt8]) -> [[UInt8]] {
    (0..<3).compactMap { before in
      let bits = [UInt8](repeating: 0, count: before) + value
      let letters = Array(bits.base64.utf8)
      let first = (before * 8 + 5) / 6
      let last = bits.count * 8 / 6
      let core = Array(letters[first..<max(first, last)])
      return core.count >= 8 ? core : nil
    }
  }
}
