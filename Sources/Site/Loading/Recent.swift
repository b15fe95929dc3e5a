/// Things in the order in which they were put here, the oldest first; no more of them than fit.
struct Recent<Item> {
  /// How large all of them may be; the last one stays, whatever its size.
  let limit: Int
  private var places: [(item: Item, size: Int)] = []
  /// Before this, places are given up.
  private var first = 0
  private var size = 0

  init(limit: Int) { self.limit = limit }

  /// Puts one here, and gives those that went for it.
  mutating func put(_ item: Item, size: Int) -> [Item] {
    places.append((item, size))
    self.size += size
    var gone: [Item] = []
    while self.size > limit, first < places.count - 1 {
      self.size -= places[first].size
      gone.append(places[first].item)
      first += 1
    }
    if first > places.count / 2 {
      places.removeFirst(first)
      first = 0
    }
    return gone
  }

  /// Those of which something is true, in the same order.
  func filter(_ isKept: (Item) -> Bool) -> Recent {
    var kept = Recent(limit: limit)
    kept.places = places[first...].filter { isKept($0.item) }
    kept.size = kept.places.reduce(0) { $0 + $1.size }
    return kept
  }
}

extension Recent: Sendable where Item: Sendable {}
