import Diagnostics

/// Reads JSON texts (RFC 8259, to the letter) into nodes.
///
///     let node = try JSON.read(Source(path: "data/hosts.json", bytes: bytes))
///
/// Texts are quoted scalars, all else is plain, so a node means the same whether JSON or YAML brought it. Duplicate
/// keys, which the standard leaves open, are refused.
public enum JSON {
  /// The largest text that is read.
  public static let sizeLimit = YAML.sizeLimit
  /// How deep lists and maps may be nested.
  public static let depthLimit = YAML.depthLimit

  /// Reads the one value of a text, or of a part of it; places are those of the file.
  public static func read(_ source: Source, in part: Range<Int>? = nil) throws(Report) -> Node {
    try reading(source, in: part) { reader, bytes throws(JSONProblem) in
      let node = try reader.value(in: bytes)
      try reader.end(in: bytes)
      return node
    }
  }

  /// Reads values that follow each other, each on its own line or not, as programs stream them.
  public static func readAll(_ source: Source, in part: Range<Int>? = nil) throws(Report) -> [Node] {
    try reading(source, in: part) { reader, bytes throws(JSONProblem) in
      var nodes: [Node] = []
      while !reader.isAtEnd(in: bytes) { nodes.append(try reader.value(in: bytes)) }
      return nodes
    }
  }
}

extension JSON {
  private static func reading<Value>(
    _ source: Source, in part: Range<Int>?,
    _ read: (inout JSONReader, Span<UInt8>) throws(JSONProblem) -> Value
  ) throws(Report) -> Value {
    var part = part ?? 0..<source.bytes.count
    if part.lowerBound == 0, source.bytes[part].starts(with: [0xEF, 0xBB, 0xBF]) {
      part = 3..<part.upperBound
    }
    guard part.count <= sizeLimit else {
      throw Report([source.mistake(JSONFinding.tooLarge(limit: sizeLimit))])
    }
    var reader = JSONReader(part)
    let value: Value
    do throws(JSONProblem) {
      value = try read(&reader, source.bytes.span)
    } catch {
      throw Report([source.mistake(error.finding, at: error.range)])
    }
    let repeated = reader.repeated.map { key in
      let line = Place(of: key.first, in: source.bytes.span).line
      return source.mistake(JSONFinding.duplicateKey(key.key, firstLine: line), at: key.range)
    }
    guard repeated.isEmpty else { throw Report(repeated) }
    return value
  }
}
