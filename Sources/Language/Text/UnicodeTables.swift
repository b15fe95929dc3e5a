import CUTF8Proc

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What utf8proc knows of scalars and texts; no other file calls it.
enum UnicodeTables {
  /// Columns of a terminal.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    Int(utf8proc_charwidth(Int32(bitPattern: scalar.value)))
  }

  /// Lower case by one scalar, which is what keys and slugs want.
  static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(bitPattern: utf8proc_tolower(Int32(bitPattern: scalar.value)))) ?? scalar
  }

  /// Whether lower case is another scalar.
  static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    lowercased(scalar) != scalar
  }

  /// What a scalar is, as far as words are made of it.
  enum Kind {
    case letter, mark, digit, other
  }

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch utf8proc_category(Int32(bitPattern: scalar.value)) {
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
      UTF8PROC_CATEGORY_LO:
      .letter
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME: .mark
    case UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_NO: .digit
    default: .other
    }
  }

  /// What a text becomes by one of utf8proc's transformations.
  enum Form {
    case composed
    case caseFolded
    /// Canonical.
    case decomposed
    /// With ligatures, circled and full-width forms resolved too.
    case compatibilityDecomposed

    fileprivate var options: UInt32 {
      let stable = UTF8PROC_STABLE.rawValue
      return switch self {
      case .composed: stable | UTF8PROC_COMPOSE.rawValue
      case .caseFolded: stable | UTF8PROC_COMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue
      case .decomposed: stable | UTF8PROC_DECOMPOSE.rawValue
      case .compatibilityDecomposed: stable | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue
      }
    }
  }

  /// The decomposition of one scalar, with what the form adds.
  static func scalars(of scalar: Unicode.Scalar, _ form: Form) -> [Unicode.Scalar] {
    let decomposition = withUnsafeTemporaryAllocation(of: Int32.self, capacity: longestDecomposition) {
      buffer in
      let count = utf8proc_decompose_char(
        Int32(bitPattern: scalar.value), buffer.baseAddress, buffer.count, utf8proc_option_t(form.options),
        nil)
      return count < 0 ? [] : buffer.prefix(min(count, buffer.count)).map { UInt32(bitPattern: $0) }
    }
    return decomposition.isEmpty ? [scalar] : decomposition.compactMap { Unicode.Scalar($0) }
  }

  /// Transforms a whole text; nil when it is not UTF-8.
  static func transformed(_ bytes: Span<UInt8>, _ form: Form) -> [UInt8]? {
    bytes.withUnsafeBufferPointer { source in
      var result: UnsafeMutablePointer<UInt8>?
      let count = utf8proc_map(source.baseAddress, source.count, &result, utf8proc_option_t(form.options))
      // utf8proc hands over memory of malloc's; it is copied once and freed here.
      defer { free(result) }
      guard count >= 0, let result else { return nil }
      return Array(UnsafeBufferPointer(start: result, count: count))
    }
  }

  /// No scalar of Unicode decomposes into more than 18.
  private static let longestDecomposition = 18
}
