// Numbers as people read them: `1.234,5` in Spanish, `1,234.5` in English.

/// From how many digits on the thousands are parted.
public enum Grouping: String, Sendable, CaseIterable {
  /// `1.234`, the default of a site.
  case always
  /// `1234` but `12.345`, which the Academies advise.
  case fromFiveDigits
  /// `12345`
  case never
}

extension [UInt8] {
  /// Appends a whole number: `-1.234`.
  public mutating func append(number: Int, in tongue: Tongue, grouping: Grouping = .always) {
    append(sign: number < 0, digits: Array(String(number.magnitude).utf8), in: tongue, grouping: grouping)
  }

  /// Appends a number with so many decimals at most, rounded half up as at school; zeros at the end only when asked for.
  ///
  /// What is rounded are the decimals that the number shows (2.675 is 2.68), not its binary shadow.
  public mutating func append(
    number: Double, decimals: ClosedRange<Int> = 0...2, in tongue: Tongue, grouping: Grouping = .always
  ) {
    guard number.isFinite else {
      append(contentsOf: (number.isNaN ? "NaN" : number < 0 ? "-∞" : "∞").utf8)
      return
    }
    let rounded = Decimal(number).rounded(to: decimals.upperBound)
    var fraction = rounded.fraction
    while fraction.count > Swift.max(0, decimals.lowerBound), fraction.last == UInt8(ascii: "0") {
      fraction.removeLast()
    }
    while fraction.count < decimals.lowerBound { fraction.append(UInt8(ascii: "0")) }
    append(sign: number < 0 && !rounded.isZero, digits: rounded.whole, in: tongue, grouping: grouping)
    guard !fraction.isEmpty else { return }
    append(tongue == .spanish ? UInt8(ascii: ",") : UInt8(ascii: "."))
    append(contentsOf: fraction)
  }

  /// Appends a share of one as a percentage: `12,5 %` (with a no-break space) or `12.5%`.
  public mutating func append(percent share: Double, decimals: ClosedRange<Int> = 0...1, in tongue: Tongue) {
    append(number: share * 100, decimals: decimals, in: tongue)
    append(contentsOf: tongue.pick(en: "%", es: "\u{A0}%").utf8)
  }

  /// Appends a size in the largest binary unit it fills: `512 B`, `1,5 GiB`, with a no-break space.
  public mutating func append(byteCount: Int, in tongue: Tongue) {
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var value = Double(byteCount)
    var unit = 0
    // What would round to 1024 is one of the next unit.
    while abs(value) >= 1023.95, unit + 1 < units.count {
      value /= 1024
      unit += 1
    }
    append(number: value, decimals: 0...1, in: tongue)
    append(contentsOf: "\u{A0}\(units[unit])".utf8)
  }

  private mutating func append(sign isNegative: Bool, digits: [UInt8], in tongue: Tongue, grouping: Grouping)
  {
    if isNegative { append(UInt8(ascii: "-")) }
    let grouped =
      switch grouping {
      case .always: digits.count > 3
      case .fromFiveDigits: digits.count > 4
      case .never: false
      }
    let separator = tongue == .spanish ? UInt8(ascii: ".") : UInt8(ascii: ",")
    for (index, digit) in digits.enumerated() {
      if grouped, index > 0, (digits.count - index).isMultiple(of: 3) { append(separator) }
      append(digit)
    }
  }
}
