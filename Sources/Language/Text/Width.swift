import CUTF8Proc

extension Unicode.Scalar {
  /// How many columns of a terminal the scalar takes: 0 for combining marks, 2 for wide characters.
  public var columns: Int {
    value < 0x7F ? (value < 0x20 ? 0 : 1) : Int(utf8proc_charwidth(Int32(bitPattern: value)))
  }
}

extension StringProtocol {
  /// How many columns of a terminal the text takes.
  public var columns: Int {
    unicodeScalars.reduce(0) { $0 + $1.columns }
  }
}
