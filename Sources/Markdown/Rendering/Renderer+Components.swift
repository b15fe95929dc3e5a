import Bytes

/// A component of MDX that stands for something we have.
enum Component {
  case callout, box, picture
  case unknown(String)
}

extension RawTag {
  /// What a tag with a capital letter stands for.
  func component(in html: Span<UInt8>) -> Component? {
    let first = start + (isClosing ? 2 : 1)
    guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(html[first]) else { return nil }
    switch name {
    case "aside", "callout", "admonition": return .callout
    case "image", "picture", "img": return .picture
    case "card", "cardgrid", "steps", "tabs", "tabitem", "filetree", "fragment", "linkcard", "badge":
      return .box
    default:
      return .unknown(writtenName(in: html))
    }
  }

  /// The name as the author wrote it.
  func writtenName(in html: Span<UInt8>) -> String {
    html.extracting(nameRange).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  func value(of name: MarkupName, in html: Span<UInt8>) -> String? {
    guard let range = range(of: name, in: html) else { return nil }
    return html.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Where the value of an attribute stands.
  func range(of name: MarkupName, in html: Span<UInt8>) -> Range<Int>? {
    var place = inside
    while let attribute = nextAttribute(in: html, from: &place) {
      if attribute.name == name { return attribute.value }
    }
    return nil
  }
}

extension Renderer {
  /// Writes a component of MDX as what it stands for; an unknown one is reported, and its content stays.
  mutating func append(_ component: Component, of tag: RawTag, in html: Span<UInt8>, line: Int) {
    switch component {
    case .callout: tag.isClosing ? out.append("</div>") : appendAside(tag, in: html)
    case .box:
      if tag.isClosing { return out.append("</div>") }
      out.append("<div class=\"component ")
      out.append(text: tag.writtenName(in: html).lowercased())
      out.append(html[tag.end - 2] == UInt8(ascii: "/") ? "\"></div>" : "\">")
    case .picture: appendPicture(tag, in: html, line: line)
    case .unknown(let name):
      if !tag.isClosing { report(.unknownComponent(name), at: origin.line(line)) }
    }
  }

  private mutating func appendAside(_ tag: RawTag, in html: Span<UInt8>) {
    var callout = Callout(type: Callout.type(named: (tag.value(of: "type", in: html) ?? "note").lowercased()))
    let title = tag.value(of: "title", in: html)
    callout.hasTitle = title != nil
    enter(callout)
    guard let title else { return }
    let bytes = Array(title.utf8)
    plain.append(contentsOf: bytes)
    out.append(htmlText: bytes.span)
    out.append("</p>\n")
  }

  private mutating func appendPicture(_ tag: RawTag, in html: Span<UInt8>, line: Int) {
    guard let source = tag.range(of: "src", in: html) else { return }
    out.append("<img src=\"")
    appendDestination(html.extracting(source), of: nil, line: line) { .image($0) }
    out.append("\"")
    appendAttribute("alt", tag.value(of: "alt", in: html) ?? "")
    out.append(" loading=\"lazy\" decoding=\"async\" />")
  }
}
