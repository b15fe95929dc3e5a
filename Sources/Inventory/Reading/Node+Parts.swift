import Nodes

extension Node {
  /// A file in parts of about the same size, to be read at the same time; one part where it is small. What is no block
  /// of things is in the first.
  func parts(_ count: Int) -> [Node] {
    guard let blocks = entries else { return [self] }
    let all = blocks.reduce(0) { $0 + $1.things }
    guard count > 1, all >= Self.worthwhile else { return [self] }
    return (0..<count).map { part in
      var place = 0
      let own = blocks.compactMap { block -> Entry? in
        guard block.things > 0, let things = block.value.entries else { return part == 0 ? block : nil }
        defer { place += things.count }
        let range = all * part / count..<all * (part + 1) / count
        let mine = range.clamped(to: place..<place + things.count)
        guard !mine.isEmpty else { return nil }
        let taken = things[mine.lowerBound - place..<mine.upperBound - place]
        return Entry(
          key: block.key, keyRange: block.keyRange, value: Node(.map(Array(taken)), range: block.value.range))
      }
      return Node(.map(own), range: range)
    }
  }

  /// With fewer things the threads cost more than they save.
  private static let worthwhile = 1000
}

extension Node.Entry {
  /// How many things the block of a kind declares; none for another block.
  fileprivate var things: Int {
    guard key != Kind.roadmap.block, Kind.allCases.contains(where: { $0.block == key }) else { return 0 }
    return value.entries?.count ?? 0
  }
}
