/// What the bytes of a file were.
public enum Encoding: Sendable, Hashable {
  /// UTF-8, with or without a byte order mark; `isDamaged` if parts of it were not valid.
  case utf8(hasMark: Bool, isDamaged: Bool)
  case utf16(isBigEndian: Bool)
  case utf32(isBigEndian: Bool)
  /// A code page in all lines that are not ASCII.
  case codec(Codec)
  /// Different encodings from line to line.
  case mixed

  /// The name that people know it by.
  public var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16(let isBigEndian): isBigEndian ? "utf-16-be" : "utf-16-le"
    case .utf32(let isBigEndian): isBigEndian ? "utf-32-be" : "utf-32-le"
    case .codec(let codec): codec.name
    case .mixed: "mixed"
    }
  }
}
