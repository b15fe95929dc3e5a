import CXXHash

/// The 64-bit fingerprint by which two contents are taken for the same inside the program.
public struct Digest: Hashable, Sendable {
  /// The XXH3 value.
  public let value: UInt64

  /// One that was reckoned before.
  public init(value: UInt64) { self.value = value }

  /// Digests a text.
  public init(of text: String) {
    var text = text
    self = text.withUTF8 { Digest(of: $0.span) }
  }

  /// Digests a run of bytes.
  public init(of bytes: Span<UInt8>) {
    value = bytes.withUnsafeBufferPointer { sitegen_xxh3($0.baseAddress, $0.count) }
  }
}
