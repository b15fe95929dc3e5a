extension Unicode.Scalar {
  /// How many columns of a terminal the scalar takes alone: 0 for combining marks, 2 for wide characters.
  public var columns: Int {
    value < 0x7F ? (value < 0x20 ? 0 : 1) : UnicodeTables.columns(of: self)
  }
}

extension StringProtocol {
  /// How many columns of a terminal the text takes; an emoji made of several scalars takes two.
  public var columns: Int {
    var width = Width()
    for scalar in unicodeScalars { width.add(scalar) }
    return width.columns
  }
}

extension Unicode.Scalar {
  /// Whether the scalar can be shown as an emoji. Below U+203C few can, and the library's search for the others costs
  /// more than all the rest of measuring a line.
  fileprivate var isPictured: Bool {
    switch value {
    case 0x23, 0x2A, 0x30...0x39, 0xA9, 0xAE: true
    case ..<0x203C: false
    default: properties.isEmoji
    }
  }
}

/// The columns of a text so far, and what the next scalar may still change about its last sign.
///
/// 👩🏽‍🚀 is a woman (2), a skin tone (0), a joiner (0) and a rocket that joins her (0); ⚠️ is a narrow sign (1) that the
/// variation selector widens (+1); 🇪🇸 is two half flags of one column each.
private struct Width {
  var columns = 0
  /// Whether the last sign is one column of something that can also be a picture: `1`, ⚠, ☝.
  private var canWiden = false
  private var isPicture = false
  private var isJoined = false

  mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x200D:
      isJoined = isPicture
    case 0xFE0F where canWiden || isPicture, 0x1F3FB...0x1F3FF where canWiden || isPicture:
      if canWiden { columns += 1 }
      isPicture = isPicture || canWiden
      canWiden = false
    default:
      let width = scalar.columns
      if width == 0 { return }
      let isEmoji = scalar.isPictured
      defer { isJoined = false }
      if isJoined && isEmoji { return }
      columns += width
      isPicture = isEmoji && scalar.value > 0x7F
      // Half flags are emoji of one column, and stay so.
      canWiden = isEmoji && width == 1 && !(0x1F1E6...0x1F1FF).contains(scalar.value)
    }
  }
}
