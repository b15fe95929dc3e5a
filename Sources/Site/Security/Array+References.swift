import Bytes

extension [UInt8] {
  /// Appends the value of an attribute with its character references read, as far as pages of ours write them:
  /// by number, and by the names that stand for the signs of HTML itself.
  public mutating func append(decodingReferences value: Slice<UnsafeBufferPointer<UInt8>>) {
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "&"), let (scalar, next) = Self.reference(in: value, at: index) {
        append(contentsOf: String(scalar).utf8)
        index = next
      } else {
        append(value[index])
        index += 1
      }
    }
  }

  private static func reference(
    in value: Slice<UnsafeBufferPointer<UInt8>>, at index: Int
  ) -> (Unicode.Scalar, next: Int)? {
    let longest = 10
    let rest = value[(index + 1)...].prefix(longest)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    let scalar: Unicode.Scalar?
    switch name {
    case "amp": scalar = "&"
    case "lt": scalar = "<"
    case "gt": scalar = ">"
    case "quot": scalar = "\""
    case "apos": scalar = "'"
    case "nbsp": scalar = "\u{A0}"
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      scalar = number.flatMap(Unicode.Scalar.init)
    }
    return scalar.map { ($0, end + 1) }
  }
}
