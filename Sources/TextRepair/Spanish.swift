import CSpanish

/// What Spanish text looks like, in numbers: how many bits a character costs where it stands, and which letters fit.
///
/// All costs are in sixteenths of a bit. The numbers come from the table that `Tools/learn-spanish` writes; its format
/// is described there. The C library's bytes are read here and nowhere else.
final class Spanish: Sendable {
  /// One for the whole program: it is a constant, unpacked when the first doubt arises.
  static let shared = Spanish()

  /// One bit, in the unit of all costs.
  static let bit = 16
  /// Stands before the first and after the last character of a line.
  static let edge: UInt32 = 0x11_0000

  /// What the class of a character says about it.
  struct Kind: Sendable {
    var cost: Int32
    var context: UInt8
    var flags: UInt8
    /// Where its neighbours' costs begin in `neighbours`, or -1.
    var row: Int32
  }

  private let classes: [UInt8]
  private let ranges: [UInt32]
  private let kinds: [Kind]
  private let contexts: Int
  private let neighbours: [Int8]
  private let grams: [UInt16]
  private let words: [UInt16]

  private init() {
    let table = UnsafeRawBufferPointer(start: sitegen_spanish_table(), count: sitegen_spanish_count())
    var at = 4
    func next() -> Int {
      defer { at += 4 }
      return Int(UInt32(littleEndian: table.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
    let (rangeCount, kindCount, contexts) = (next(), next(), next())
    let (rowCount, gramCount, wordCount) = (next(), next(), next())
    _ = next()
    let ranges = (0..<rangeCount).map { _ in UInt32(next()) }
    var kinds = (0..<kindCount).map { index in
      let record = at + 4 * index
      let row = table[record + 3] == 255 ? -1 : Int32(table[record + 3]) * 2 * Int32(contexts)
      return Kind(
        cost: Int32(table[record]) * 4, context: table[record + 1], flags: table[record + 2], row: row)
    }
    kinds.append(Kind(cost: 0, context: 0, flags: 0, row: -1))
    at += 4 * kindCount
    neighbours = (0..<rowCount * 2 * contexts).map { Int8(bitPattern: table[at + $0]) }
    at += neighbours.count + neighbours.count % 2
    let shorts = (0..<gramCount + wordCount).map {
      UInt16(littleEndian: table.loadUnaligned(fromByteOffset: at + 2 * $0, as: UInt16.self))
    }
    grams = Array(shorts[..<gramCount])
    words = Array(shorts[gramCount...])
    classes = Self.unpacked(ranges)
    self.ranges = ranges
    self.kinds = kinds
    self.contexts = contexts
  }

  /// The class record of a scalar.
  @inline(__always)
  func kind(of scalar: UInt32) -> Kind {
    scalar < 0x1_0000 ? kinds[Int(classes[Int(scalar)])] : farKind(of: scalar)
  }

  /// What a character costs between two neighbours.
  @inline(__always)
  func cost(of scalar: UInt32, after before: UInt32, before after: UInt32) -> Int {
    guard scalar >= 0x80 else { return 0 }
    let (kind, left) = (kind(of: scalar), kind(of: before))
    let camel = kind.isUpper && left.isLower ? 5 * Self.bit : 0
    return cost(of: kind, scalar, left.context, self.kind(of: after).context) + camel
  }

  /// What the non-ASCII characters of a run cost together.
  func cost(of line: [UInt32]) -> Int {
    // A pointer, because most of the time of a repair is spent in this loop.
    line.withUnsafeBufferPointer { line in
      var sum = 0
      for index in 0..<line.count where line[index] >= 0x80 {
        let before = index == 0 ? Self.edge : line[index - 1]
        let after = index + 1 == line.count ? Self.edge : line[index + 1]
        sum += cost(of: line[index], after: before, before: after)
      }
      return sum
    }
  }

  /// How well a lower-case letter outside ASCII fits between two characters on each side; 0 is one sighting.
  func fit(of letter: UInt32, after before: (UInt32, UInt32), before after: (UInt32, UInt32)) -> Int {
    let (left, centre, right) = (kind(of: before.1).context, kind(of: letter), kind(of: after.0).context)
    // The letter by itself, as if seen once in ten thousand times of its number.
    var best = max(-213, 30 - Int(centre.cost))
    let near = seen(63, left, centre.context, right, 63)
    if near > 0 { best = max(best, near - 90) }
    let far = seen(kind(of: before.0).context, left, centre.context, right, kind(of: after.1).context)
    return far > 0 ? max(best, far - 1) : best
  }

  /// How often, as a logarithm, a lower-case word was seen that has the letter, which is not ASCII; 0 if never.
  func sightings(of left: [UInt32], _ letter: UInt32, _ right: [UInt32]) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for scalar in left { hash = (hash ^ scalar) &* 0x0100_0193 }
    hash = (hash ^ letter) &* 0x0100_0193
    for scalar in right { hash = (hash ^ scalar) &* 0x0100_0193 }
    return Self.find(Self.scramble(hash), in: words, valueBits: 4)
  }
}

// MARK: - Kinds

extension Spanish.Kind {
  var isLetter: Bool { flags & 1 != 0 }
  var isUpper: Bool { flags & 2 != 0 }
  var isLower: Bool { flags & 4 != 0 }
  /// Part of a drawn box or a block.
  var isBox: Bool { flags & 8 != 0 }
  /// A sign that people put pictures with: arrows, dingbats, emoji.
  var isPicture: Bool { flags & 128 != 0 }
  /// 0 improbable as the outcome of a repair, 1 possible, 2 the letters and signs of Spanish, 3 a combining mark.
  var grade: UInt8 { flags >> 4 & 3 }
}

extension Spanish {
  /// Contexts 1 to 26 are a to z, those from 34 on are accented letters.
  static func isWordContext(_ context: UInt8) -> Bool { (1...26).contains(context) || context >= 34 }

  private static let symbolContext: UInt8 = 33

  private func cost(of kind: Kind, _ scalar: UInt32, _ left: UInt8, _ right: UInt8) -> Int {
    if kind.row >= 0 {
      let row = Int(kind.row)
      return Int(kind.cost) + Int(neighbours[row + Int(left)]) + Int(neighbours[row + contexts + Int(right)])
    }
    if kind.isLetter { return Int(kind.cost) + (left == Self.symbolContext ? 3 * Self.bit : 0) }
    // A symbol inside a word, other than those that do stand there.
    let inside = Self.isWordContext(left) && Self.isWordContext(right)
    return Int(kind.cost) + (inside && !Self.standsInWords(scalar) ? 5 * Self.bit : 0)
  }

  private static func standsInWords(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0xB7, 0x301, 0x303, 0x308, 0x200B, 0x2019: true
    default: false
    }
  }

  private func farKind(of scalar: UInt32) -> Kind {
    guard scalar < Self.edge else { return kinds[kinds.count - 1] }
    var (low, high) = (0, ranges.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle] & 0xFF_FFFF <= scalar { low = middle } else { high = middle }
    }
    return kinds[Int(ranges[low] >> 24)]
  }

  /// The class of each scalar below U+10000.
  private static func unpacked(_ ranges: [UInt32]) -> [UInt8] {
    var classes = [UInt8](repeating: 0, count: 0x1_0000)
    for (index, range) in ranges.enumerated() {
      let start = Int(range & 0xFF_FFFF)
      let end = index + 1 < ranges.count ? Int(ranges[index + 1] & 0xFF_FFFF) : classes.count
      guard start < classes.count else { break }
      for scalar in start..<min(end, classes.count) { classes[scalar] = UInt8(range >> 24) }
    }
    return classes
  }
}

// MARK: - Hashed counts

extension Spanish {
  private func seen(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, _ e: UInt8) -> Int {
    let key = UInt32(a) | UInt32(b) << 6 | UInt32(c) << 12 | UInt32(d) << 18 | UInt32(e) << 24
    return Self.find(Self.scramble(key), in: grams, valueBits: 6) * 4
  }

  private static func scramble(_ key: UInt32) -> UInt32 {
    var value = key
    value ^= value >> 16
    value = value &* 0x7FEB_352D
    value ^= value >> 15
    value = value &* 0x846C_A68B
    return value ^ value >> 16
  }

  private static func find(_ hash: UInt32, in slots: [UInt16], valueBits: Int) -> Int {
    var place = Int((UInt64(hash) * UInt64(slots.count)) >> 32)
    let print = UInt16(hash & UInt32(0xFFFF >> valueBits))
    while slots[place] != 0 {
      if slots[place] >> UInt16(valueBits) == print {
        return Int(slots[place] & (1 << UInt16(valueBits) - 1))
      }
      place += 1
      if place == slots.count { place = 0 }
    }
    return 0
  }
}
