import Diagnostics

extension Header {
  /// What is odd about a page without text; nil where there is some, or where none is needed.
  ///
  /// A file whose name begins with `_` describes its folder, and needs no text.
  public func emptiness(in source: Source) -> Mistake? {
    guard source.bytes[min(body, source.bytes.count)...].allSatisfy(Self.isSpace) else { return nil }
    if block.kind == .absent {
      return block.fault == nil ? source.mistake(FrontmatterFinding.emptyFile) : nil
    }
    let name = source.path.split(separator: "/").last ?? ""
    return name.hasPrefix("_") || block.fault != nil ? nil : source.mistake(FrontmatterFinding.noText)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
