/// An explicit type such as `!!str`: the core schema's are obeyed, all others refused.
struct YAMLTag {
  private let name: String
  private let coreName: Substring?

  private static let corePrefix = "tag:yaml.org,2002:"

  init(_ name: String) {
    self.name = name
    coreName = name.hasPrefix(Self.corePrefix) ? name.dropFirst(Self.corePrefix.count) : nil
  }

  /// Why a tag is not obeyed.
  struct Refusal: Error {
    var finding: YAMLFinding
  }

  /// The scalar as the tag wants it: `!!str 1` is quoted, `!!int "1"` is plain.
  func apply(to node: Node) -> Result<Node, Refusal> {
    guard case .scalar(let text, _) = node.content else { return .failure(mismatch) }
    if name == "!" || coreName == "str" {
      return .success(Node(.scalar(text, isPlain: false), range: node.range))
    }
    let plain = Node(.scalar(text, isPlain: true), range: node.range)
    switch coreName {
    case "null": return plain.kind == .null ? .success(plain) : .failure(mismatch)
    case "bool": return plain.kind == .boolean ? .success(plain) : .failure(mismatch)
    case "int": return plain.kind == .integer ? .success(plain) : .failure(mismatch)
    case "float": return plain.number != nil ? .success(plain) : .failure(mismatch)
    case "timestamp": return .success(node)
    case "seq", "map": return .failure(mismatch)
    default: return .failure(Refusal(finding: .unknownTag(shown)))
    }
  }

  /// Nil when a list or map may bear the tag.
  func refusal(ofMap isMap: Bool) -> YAMLFinding? {
    switch coreName {
    case "seq": isMap ? mismatch.finding : nil
    case "map": isMap ? nil : mismatch.finding
    case "str", "null", "bool", "int", "float", "timestamp": mismatch.finding
    default: name == "!" ? nil : .unknownTag(shown)
    }
  }
}

extension YAMLTag {
  private var mismatch: Refusal { Refusal(finding: .tagMismatch(tag: shown)) }

  /// The tag as its author wrote it.
  private var shown: String { coreName.map { "!!" + $0 } ?? name }
}
