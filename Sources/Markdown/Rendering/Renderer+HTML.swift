import Bytes

extension Renderer {
  mutating func enterHTMLBlock(_ node: TreeNode) {
    startLine()
    if isPlain {
      node.literal { out.append(run: $0.indices, of: $0) }
    } else if node.literal(Self.isCut) {
      return cutManually(at: node)
    } else {
      appendRaw(node)
    }
    startLine()
  }

  mutating func enterHTML(_ node: TreeNode) {
    if isPlain { return node.literal { out.append(run: $0.indices, of: $0) } }
    if node.literal(Self.isCut) { return cutManually(at: node) }
    appendRaw(node)
  }

  private mutating func appendRaw(_ node: TreeNode) {
    let line = line(of: node)
    node.literal { html in
      if session.options.rawHTML == .escape { return out.append(htmlText: html) }
      var clean = 0
      var index = 0
      while index < html.count {
        guard html[index] == UInt8(ascii: "<"), let tag = RawTag(in: html, at: index) else {
          index += 1
          continue
        }
        appendPlainText(html, clean..<index)
        out.append(run: clean..<index, of: html)
        append(tag, in: html, line: line)
        index = tag.end
        clean = index
      }
      appendPlainText(html, clean..<html.count)
      out.append(run: clean..<html.count, of: html)
    }
  }

  /// The words between tags, comments left out.
  private mutating func appendPlainText(_ html: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty, html[range.lowerBound] != UInt8(ascii: "<") else { return }
    plain.append(run: range, of: html)
  }

  private mutating func append(_ tag: RawTag, in html: Span<UInt8>, line: Int) {
    if session.options.isMDX, let component = tag.component(in: html) {
      return append(component, of: tag, in: html, line: line)
    }
    let filters = session.options.rawHTML == .filter
    if filters, tag.isForbidden {
      out.append("&lt;")
      return out.append(run: tag.start + 1..<tag.end, of: html)
    }
    var clean = tag.start
    for attribute in tag.attributes {
      let isHandler = attribute.name.hasPrefix("on")
      let isUnsafe = attribute.isURL && isDangerous(html.extracting(attribute.value))
      if filters && (isHandler || isUnsafe) || attribute.name == "markdown" {
        out.append(run: clean..<attribute.range.lowerBound, of: html)
        while out.last == UInt8(ascii: " ") { out.removeLast() }
        clean = attribute.range.upperBound
      } else if tag.leads(by: attribute), !attribute.value.isEmpty {
        out.append(run: clean..<attribute.value.lowerBound, of: html)
        let isImage = attribute.name == "src"
        appendDestination(html.extracting(attribute.value), of: nil, line: line) {
          isImage ? .image($0) : .link($0)
        }
        clean = attribute.value.upperBound
      }
    }
    out.append(run: clean..<tag.end, of: html)
  }
}
