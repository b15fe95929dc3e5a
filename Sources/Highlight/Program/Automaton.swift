/// The patterns of one state as one deterministic automaton: a table look-up for each byte.
struct Automaton: Sendable {
  /// Bytes that all patterns treat alike share a class.
  let classes: [UInt8]
  /// The next node by `node * stride + class`; 0 is dead.
  let next: [UInt16]
  let stride: Int
  /// For each node the index of its first rule in `accepted`; 0 where nothing is matched.
  let accepts: [UInt16]
  /// Runs of rules, in the order they are written, each run ended by `endOfRun`; the first is empty.
  let accepted: [UInt16]
  let start: Int
  let startOfLine: Int

  static let endOfRun = UInt16.max
}
