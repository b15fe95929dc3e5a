import Bytes
import CCompress

/// A form in which servers send texts with fewer bytes; the same bytes always become the same.
public enum CompressedForm: String, Sendable, CaseIterable {
  case gzip = "gz"
  case brotli = "br"

  /// Why the library that makes the form cannot be used.
  struct Refusal: Error, Equatable {
    let library: String
    let reason: String
  }

  /// The bytes in this form; nil where that is not shorter.
  func compressed(_ bytes: [UInt8]) throws(Refusal) -> [UInt8]? {
    let out: [UInt8]
    switch self {
    case .gzip:
      try Self.open("zlib", sitegen_zlib_open)
      let wrapped = Self.filled(sitegen_zlib_bound(bytes.count), from: bytes, sitegen_zlib_compress)
      out = Self.gzip(around: wrapped, of: bytes)
    case .brotli:
      try Self.open("libbrotlienc", sitegen_brotli_open)
      out = Self.filled(sitegen_brotli_bound(bytes.count), from: bytes, sitegen_brotli_compress)
    }
    return out.isEmpty || out.count >= bytes.count ? nil : out
  }
}

extension CompressedForm {
  private typealias Compress = (
    UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, Int
  ) -> Int

  private static func open(
    _ name: String, _ open: () -> UnsafePointer<CChar>?
  ) throws(Refusal) {
    if let reason = open() { throw Refusal(library: name, reason: String(cString: reason)) }
  }

  /// Lends both buffers to the library; empty when it fails.
  private static func filled(_ room: Int, from bytes: [UInt8], _ compress: Compress) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: room) { out, count in
      count = bytes.withUnsafeBufferPointer { compress($0.baseAddress, $0.count, out.baseAddress, room) }
    }
  }

  /// The gzip file around what zlib made: its own wrapping of two bytes before and four after it comes off.
  ///
  /// The head says deflate, no name, no time, compressed as hard as can be, made nowhere in particular.
  private static func gzip(around wrapped: [UInt8], of bytes: [UInt8]) -> [UInt8] {
    guard wrapped.count > 6 else { return [] }
    let sum = bytes.withUnsafeBufferPointer { sitegen_zlib_crc32($0.baseAddress, $0.count) }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255] + wrapped[2..<wrapped.count - 4]
      + littleEndian(sum) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }
}
