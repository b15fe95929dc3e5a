import CCrypto

/// The digests that others compute too, to compare what they received with what was sent: of subresources, of files
/// in a store, of signed requests.
public enum SecureDigest: Sendable {
  case sha256, sha384
  /// No protection against anybody, but what object stores and old protocols ask for.
  case md5

  /// Digests a run of bytes.
  public func callAsFunction(of bytes: Span<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.longest) { digest, count in
      var length: UInt32 = 0
      let worked = bytes.withUnsafeBufferPointer {
        EVP_Digest($0.baseAddress, $0.count, digest.baseAddress, &length, algorithm, nil)
      }
      // It can only fail for want of memory, or where the system forbids the algorithm.
      precondition(worked == 1, "libcrypto refused to digest")
      count = Int(length)
    }
  }

  /// Digests a run of bytes.
  public func callAsFunction(of bytes: [UInt8]) -> [UInt8] { self(of: bytes.span) }

  /// Digests a message with a key (HMAC), so that only who knows the key can have made it.
  public func callAsFunction(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.longest) { digest, count in
      var length: UInt32 = 0
      let made = HMAC(
        algorithm, key, Int32(key.count), message, message.count, digest.baseAddress, &length)
      precondition(made != nil, "libcrypto refused to digest")
      count = Int(length)
    }
  }

  /// No digest of ours is longer than that of SHA-512.
  private static let longest = 64

  private var algorithm: OpaquePointer {
    switch self {
    case .sha256: EVP_sha256()
    case .sha384: EVP_sha384()
    case .md5: EVP_md5()
    }
  }
}
