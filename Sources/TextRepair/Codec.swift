/// A code page with one byte for each character, in the order in which they are tried.
public enum Codec: UInt8, Sendable, CaseIterable {
  case windows1252, latin1, macRoman, dos850, dos437, latin9
  case windows1254, windows1250, latin2, windows1257, windows1251, windows1253

  /// The name that people know it by.
  public var name: String {
    switch self {
    case .latin1: "latin-1"
    case .windows1252: "cp1252"
    case .macRoman: "mac_roman"
    case .dos850: "cp850"
    case .dos437: "cp437"
    case .latin9: "iso-8859-15"
    case .windows1254: "cp1254"
    case .windows1250: "cp1250"
    case .latin2: "iso-8859-2"
    case .windows1257: "cp1257"
    case .windows1251: "cp1251"
    case .windows1253: "cp1253"
    }
  }

  /// The pages that bytes which are no UTF-8 are read in: those of Western Europe.
  static let western: [Codec] = [.windows1252, .macRoman, .dos850, .dos437, .latin9]

  /// The codec as one bit of a set.
  var bit: UInt16 { 1 << UInt16(rawValue) }
}
