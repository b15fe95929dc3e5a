/// What the document says about each codec: its strong sequences, counted in quarters.
struct Votes: Sendable, Equatable {
  /// One strong sequence in prose; in code it counts a quarter.
  static let prose = 4
  static let code = 1
  /// With so much evidence the codec is taken as proved.
  static let proof = 3 * prose

  /// The codecs that have any votes, those with most first, as of the last `sort`.
  private(set) var order: [Codec] = []
  private var counts = [Int](repeating: 0, count: Codec.allCases.count)

  subscript(codec: Codec) -> Int { counts[Int(codec.rawValue)] }

  var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  /// Adds a weight for each codec of a set.
  mutating func add(_ weight: Int, for codecs: UInt16) {
    var codecs = codecs
    while codecs != 0 {
      counts[codecs.trailingZeroBitCount] += weight
      codecs &= codecs - 1
    }
  }

  mutating func add(_ other: Votes) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// Puts `order` in order.
  mutating func sort() {
    let counts = self.counts
    func count(_ codec: Codec) -> Int { counts[Int(codec.rawValue)] }
    order = Codec.allCases.filter { count($0) > 0 }.sorted {
      (count($1), $0.rawValue) < (count($0), $1.rawValue)
    }
  }

  /// The proved codecs with nearly as many votes as the first.
  var proved: [Codec] {
    let top = counts.max() ?? 0
    guard top >= Self.proof else { return [] }
    return Codec.allCases.filter { self[$0] * 50 >= top * 49 }
  }
}
