import Diagnostics

/// Reads YAML texts into nodes.
///
///     let source = Source(path: "site.yaml", bytes: bytes)
///     let node = try YAML.read(source)
///     node["title"]?.text
///
/// Scalars follow the core schema of YAML 1.2 (`CoreSchema`), so `no`, `on` and `1_000` are text. Anchors, aliases
/// and merge keys (`<<`) are resolved; duplicate keys, keys that are no scalars and unknown tags are refused.
public enum YAML {
  /// The largest text that is read; more than a hundred times any sane configuration or inventory.
  public static let sizeLimit = 64 << 20
  /// How deep lists and maps may be nested; consumers may then recurse over a node.
  public static let depthLimit = 256
  /// How many nodes all aliases together may stand for; a bomb has billions.
  public static let aliasLimit = 100_000

  /// Reads the one document of a text, or of a part of it such as a front matter block; places are those of the file.
  ///
  /// An empty text is a null node.
  public static func read(_ source: Source, in part: Range<Int>? = nil) throws(Report) -> Node {
    try read(source, in: part, depth: 0)
  }

  /// Reads a part that stands so deep in a document.
  static func read(_ source: Source, in part: Range<Int>?, depth: Int) throws(Report) -> Node {
    let documents = try readAll(source, in: part, limit: 1, depth: depth)
    let end = part?.upperBound ?? source.bytes.count
    return documents.first ?? Node(.scalar("", isPlain: true), range: end..<end)
  }

  /// Reads all documents of a text, as `---` separates them.
  public static func readAll(_ source: Source, in part: Range<Int>? = nil) throws(Report) -> [Node] {
    try readAll(source, in: part, limit: .max)
  }
}

extension YAML {
  private static func readAll(
    _ source: Source, in part: Range<Int>?, limit: Int, depth: Int = 0
  ) throws(Report) -> [Node] {
    let part = skippingMark(of: source, in: part ?? 0..<source.bytes.count)
    guard part.count <= sizeLimit else {
      throw Report([source.mistake(YAMLFinding.tooLarge(limit: sizeLimit))])
    }
    let text = source.bytes.span.extracting(part)
    var builder = YAMLBuilder(source: source, base: part.lowerBound, documentLimit: limit, depth: depth)
    if let events = PlainYAML.events(of: text) {
      for event in events { guard builder.take(event) else { break } }
    } else {
      var parser = YAMLParser(text)
      do throws(YAMLProblem) {
        while try builder.take(parser.next()) {}
      } catch {
        let diagnosis = YAMLDiagnosis(of: error, in: source.bytes.span, part: part)
        builder.report.add(source.mistake(diagnosis.finding, at: diagnosis.range))
      }
    }
    guard builder.report.isEmpty else { throw builder.report }
    return builder.documents
  }

  /// Leaves out a byte order mark at the start of the file.
  private static func skippingMark(of source: Source, in part: Range<Int>) -> Range<Int> {
    let hasMark = part.lowerBound == 0 && source.bytes[part].starts(with: [0xEF, 0xBB, 0xBF])
    return hasMark ? 3..<part.upperBound : part
  }
}
