extension Digest {
  /// Sixteen digits, as file names and records hold it.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
