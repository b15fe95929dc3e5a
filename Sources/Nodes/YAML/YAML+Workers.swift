import Diagnostics
import Workers

extension YAML {
  /// Texts shorter than this are read before threads have begun.
  private static let worthwhile = 256 << 10

  /// Reads the one document of a text, a long one in parts at the same time.
  ///
  /// What comes of it is the same: where the parts do not fit together, or anything is wrong, the text is read again as a
  /// whole, which tells what.
  public static func read(_ source: Source, _ workers: Workers) throws(Report) -> Node {
    guard workers.count > 1, source.bytes.count >= worthwhile, source.bytes.count <= sizeLimit else {
      return try read(source)
    }
    let parts = YAMLCuts(of: source.bytes, into: workers.count * 2).parts
    if let node = read(source, in: parts, workers) { return node }
    return try read(source)
  }

  /// Reads a text in parts; nil where they do not fit together.
  static func read(_ source: Source, in parts: [YAMLCuts.Part], _ workers: Workers) -> Node? {
    let pieces = workers.each(parts) { part -> [Node.Entry]? in
      do throws(Report) {
        let node = try read(source, in: part.range, depth: part.block == nil ? 0 : 1)
        return node.entries
      } catch {
        return nil
      }
    }
    var joint: [Node.Entry] = []
    for (part, piece) in zip(parts, pieces) {
      guard let piece, !piece.isEmpty else { return nil }
      guard let block = part.block else {
        joint += piece
        continue
      }
      guard var last = joint.popLast(), last.keyRange.lowerBound == block.key,
        last.value.range.lowerBound == block.firstChild, let known = last.value.entries
      else { return nil }
      let end = piece[piece.count - 1].value.range.upperBound
      last.value = Node(.map(known + piece), range: block.firstChild..<end)
      joint.append(last)
    }
    return node(of: joint, across: parts)
  }

  /// The document; nil where parts say the same thing twice.
  private static func node(of entries: [Node.Entry], across parts: [YAMLCuts.Part]) -> Node? {
    guard let first = entries.first, let last = entries.last, isDistinct(entries) else { return nil }
    let long = Set(parts.compactMap(\.block?.key))
    for entry in entries where long.contains(entry.keyRange.lowerBound) {
      guard isDistinct(entry.value.entries ?? []) else { return nil }
    }
    return Node(.map(entries), range: first.keyRange.lowerBound..<last.value.range.upperBound)
  }

  private static func isDistinct(_ entries: [Node.Entry]) -> Bool {
    var keys = Set<String>(minimumCapacity: entries.count)
    return entries.allSatisfy { keys.insert($0.key).inserted }
  }
}
