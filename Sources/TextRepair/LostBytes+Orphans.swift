// What remains of a damaged character when nothing fills its gap.

extension LostBytes {
  /// Leads that stand where no character of their own right would.
  func orphans(in line: [UInt32]) -> [Int] {
    line.indices.filter { index in
      guard line[index] >= 0x80 else { return false }
      let (entry, next) = (table.entry(of: line[index]), line.at(index + 1))
      guard table.lead[entry] & codec.bit != 0 else { return false }
      let byte = table.byte(of: entry, in: codec)
      guard byte == 0xF0 || Self.likelyLeads.contains(byte) else { return false }
      let cost = spanish.cost(of: line[index], after: line.at(index - 1), before: next)
      guard cost > Self.dearLead, !spanish.kind(of: line[index]).isBox else { return false }
      let (left, right) = (spanish.kind(of: line.at(index - 1)), spanish.kind(of: next))
      let isTorn = table.continuation[table.entry(of: next)] & codec.bit != 0
      return byte == 0xF0 || isTorn || byte == 0xC3 && (left.isLetter || right.isLetter)
    }
  }
}
