extension SecureDigest {
  /// `sha384-…` in base 64, as `integrity` and Content-Security-Policy want it.
  public func text(of bytes: Span<UInt8>) -> String { "\(self)-\(self(of: bytes).base64)" }
}
