import Diagnostics

/// A type that is read from a node, and that can say which nodes it takes.
///
/// A structure conforms through `Fielded`, an enumeration of words by its declaration alone, a type written as one
/// text (a duration, an address) through `TextReadable`:
///
///     enum RawHTML: String, CaseIterable, Readable { case allow, filter, escape }
public protocol Readable: Sendable {
  /// Reads a node; what is wrong is reported, and a stand-in returned so that reading goes on to the next mistake.
  static func read(_ node: Node, in reading: inout Reading) -> Self

  /// The JSON Schema of the nodes it takes.
  static func describe(in schema: inout Schema) -> Node

  /// A value for the place of one that could not be read; whoever asked never sees it.
  static var standIn: Self { get }

  /// How the value is written, to show a default in the schema; nil where that says nothing.
  var written: Node? { get }
}

extension Readable {
  public var written: Node? { nil }
}

/// A structure whose fields are asked for by name, one line each.
///
///     struct Feeds: Fielded {
///       let limit: Int
///       let fullContent: Bool
///       let kinds: [FeedKind]
///
///       init(reading fields: inout Fields) {
///         limit = fields.value("limit", "How many entries a feed holds.", default: 20, in: 1...1000)
///         fullContent = fields.value("full_content", "Whether entries hold whole pages.", default: true)
///         kinds = fields.value("kinds", "Which feeds are written.", default: [.atom, .rss], was: ["formats"])
///       }
///     }
///
///     let feeds = try Feeds.decode(YAML.read(source), from: source).value
///     let schema = Feeds.schema(title: "Feeds")
///
/// The same initialiser reads a document and describes it, so the schema cannot drift from the decoder. It must not
/// fail: while describing, and after a mistake, fields are defaults or stand-ins.
public protocol Fielded: Readable {
  init(reading fields: inout Fields)
}

extension Fielded {
  public static func read(_ node: Node, in reading: inout Reading) -> Self {
    guard node.isNull || node.entries != nil else {
      return reading.refuse(node, expecting: .map, standIn: standIn)
    }
    var fields = Fields(reading: node, in: reading.handOver())
    let value = Self(reading: &fields)
    reading = fields.finish()
    return value
  }

  public static func describe(in schema: inout Schema) -> Node {
    schema.described(Self.self) { schema in
      var fields = Fields(describingIn: schema)
      _ = Self(reading: &fields)
      let node = fields.description
      schema = fields.schema
      return node
    }
  }

  public static var standIn: Self {
    var fields = Fields(describingIn: Schema(isSketch: true))
    return Self(reading: &fields)
  }

  /// Reads a whole document, or the part of one that stands under a key; throws all that is wrong with it, or returns
  /// the value with the warnings.
  public static func decode(
    _ node: Node, from source: Source, under key: String = ""
  ) throws(Report) -> (value: Self, warnings: Report) {
    var reading = Reading(source: source, under: key)
    let value = read(node, in: &reading)
    guard !reading.report.fails() else { throw reading.report }
    return (value, reading.report)
  }

  /// The JSON Schema (draft 2020-12) of a whole document, for editors; where it is `sharing`, a structure that comes
  /// more than once is written once and referred to.
  ///
  /// Blocks that other modules read are described by the types that they read them as.
  public static func schema(
    title: String, sharing: Bool = false, blocks: [String: any Readable.Type] = [:]
  ) -> Node {
    var schema = Schema()
    var body = describe(blocks, in: &schema)
    if sharing {
      schema = Schema(sharing: schema.repeated)
      body = describe(blocks, in: &schema)
    }
    return schema.document(title: title, body: body)
  }

  private static func describe(_ blocks: [String: any Readable.Type], in schema: inout Schema) -> Node {
    let body = describe(in: &schema)
    guard !blocks.isEmpty else { return body }
    var properties: [(String, Node)] = []
    for property in body["properties"]?.entries ?? [] {
      var entries = (property.value.entries ?? []).map { ($0.key, $0.value) }
      if let type = blocks[property.key] {
        entries += (type.describe(in: &schema).entries ?? []).map { ($0.key, $0.value) }
      }
      properties.append((property.key, Node(entries)))
    }
    return Node(
      (body.entries ?? []).map { ($0.key, $0.key == "properties" ? Node(properties) : $0.value) })
  }
}
