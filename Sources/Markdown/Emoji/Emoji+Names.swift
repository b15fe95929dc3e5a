extension Emoji {
  /// The table as bytes, with the offsets at which each name and its sign stand.
  struct Names: Sendable {
    /// `[start, end)` of a name; one blank, then its sign up to `signEnd`.
    struct Entry: Sendable {
      let start: UInt16
      let end: UInt16
      let signEnd: UInt16
    }

    let bytes: [UInt8]
    let entries: [Entry]

    init(_ table: StaticString) {
      bytes = table.withUTF8Buffer { Array($0) }
      var entries: [Entry] = []
      entries.reserveCapacity(bytes.count / 16)
      var ends: [UInt16] = []
      var start: UInt16 = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] <= UInt8(ascii: " ") {
        ends.append(UInt16(index))
        guard ends.count == 2 else { continue }
        entries.append(Entry(start: start, end: ends[0], signEnd: ends[1]))
        start = ends[1] + 1
        ends.removeAll(keepingCapacity: true)
      }
      self.entries = entries
    }

    /// Halves the table until the name is found.
    func sign(of name: Span<UInt8>, within range: Range<Int>) -> Range<Int>? {
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        let entry = entries[middle]
        let order = compare(entry, with: name, within: range)
        if order == 0 { return Int(entry.end) + 1..<Int(entry.signEnd) }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }

    /// Negative when the entry's name stands before the other.
    private func compare(_ entry: Entry, with name: Span<UInt8>, within range: Range<Int>) -> Int {
      let length = Int(entry.end - entry.start)
      for step in 0..<min(length, range.count) {
        let mine = bytes[Int(entry.start) + step]
        let other = name[range.lowerBound + step]
        if mine != other { return mine < other ? -1 : 1 }
      }
      return length - range.count
    }
  }
}
