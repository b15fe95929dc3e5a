import Bytes

/// The shortcodes of a text, paired; those in code are not among them.
struct ShortcodeTags {
  private(set) var uses: [ShortcodeUse] = []
  private(set) var findings: [(finding: MarkdownFinding, range: Range<Int>)] = []
  /// Whether the text holds anything that looks like one, in code or not.
  let mayExist: Bool

  /// Names that always need a closing tag.
  private static let paired: Set<String> = ["details", "highlight"]

  /// Names that take the thing they show without a name, and `as_of` with one.
  private static let mixing: Set<String> = [
    "apps", "cloud", "cluster", "clusters", "compare", "components", "drift", "fact", "guests", "host",
    "hosts",
    "networks", "nodes", "outage", "platforms", "repos", "roadmap", "sites", "topology", "totals",
  ]

  init(in text: [UInt8]) {
    mayExist = Self.mayExist(in: text)
    guard mayExist else { return }
    pair(ShortcodeScan.tags(in: text, noting: &findings))
    findings.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The shortcode whose opening tag starts at an offset.
  func opening(at offset: Int) -> ShortcodeUse? {
    var low = 0
    var high = uses.count
    while low < high {
      let middle = (low + high) / 2
      if uses[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < uses.count && uses[low].range.lowerBound == offset ? uses[low] : nil
  }
}

extension ShortcodeTags {
  private static func mayExist(in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while let brace = bytes.next(UInt8(ascii: "{"), from: index), brace + 2 < bytes.count {
        let third = bytes[brace + 2]
        if bytes[brace + 1] == UInt8(ascii: "{"), third == UInt8(ascii: "<") || third == UInt8(ascii: "%") {
          return true
        }
        index = brace + 1
      }
      return false
    }
  }

  /// Matches closing tags with the nearest opening one of the same name; what stands open between them needs no closing.
  private mutating func pair(_ tags: [ShortcodeTag]) {
    var open: [Int] = []
    var leftOpen: [(name: String, by: String, range: Range<Int>)] = []
    var closed: Set<String> = []
    for tag in tags {
      check(tag)
      let name = tag.shortcode.name
      guard tag.isClosing else {
        uses.append(ShortcodeUse(tag: tag))
        if !tag.isSelfClosed { open.append(uses.count - 1) }
        continue
      }
      closed.insert(name)
      if let position = open.lastIndex(where: { uses[$0].tag.shortcode.name == name }) {
        uses[open[position]].closing = tag.range
        leftOpen += open[(position + 1)...].map { (uses[$0].tag.shortcode.name, name, uses[$0].range) }
        open.removeSubrange(position...)
      } else if let crossed = leftOpen.last(where: { $0.name == name }) {
        findings.append((.crossedShortcode(name, with: crossed.by), crossed.range))
        leftOpen.removeAll { $0.range == crossed.range }
      } else {
        findings.append((.strayShortcodeEnd(name), tag.range))
      }
    }
    let unclosed =
      open.map { (uses[$0].tag.shortcode.name, uses[$0].range) } + leftOpen.map { ($0.name, $0.range) }
    for (name, range) in unclosed where closed.contains(name) || Self.paired.contains(name) {
      findings.append((.unclosedShortcode(name), range))
    }
  }

  private mutating func check(_ tag: ShortcodeTag) {
    if tag.shortcode.name.hasSuffix(".inline"), !tag.isClosing {
      findings.append((.inlineShortcode(tag.shortcode.name), tag.range))
    }
    if tag.hasMixedArguments, !Self.mixing.contains(tag.shortcode.name) {
      findings.append((.mixedArguments(tag.shortcode.name), tag.range))
    }
  }
}
