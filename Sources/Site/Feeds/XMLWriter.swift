import Bytes
import Language

/// Writes XML: elements, each on its line, indented by their depth.
struct XMLWriter {
  private(set) var out: [UInt8]
  private var depth = 0

  /// Takes a buffer and goes on where it ends; its owner gets it back with `out`.
  init(taking buffer: inout [UInt8]) {
    out = []
    swap(&out, &buffer)
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  }

  /// Writes an element with elements in it.
  mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, String)] = [], _ content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    out.append(">\n")
    depth += 1
    content(&self)
    depth -= 1
    indent()
    close(name)
  }

  /// Writes an element with text in it.
  mutating func text(_ name: StaticString, _ text: String, _ attributes: [(StaticString, String)] = []) {
    open(name, attributes)
    out.append(">")
    out.append(xmlText: text)
    close(name)
  }

  /// Writes an element with a moment in it: `2025-08-12T08:45:00+02:00`.
  mutating func date(_ name: StaticString, _ moment: ZonedMoment) {
    open(name, [])
    out.append(UInt8(ascii: ">"))
    out.append(rfc3339: moment)
    close(name)
  }

  /// Writes an element with HTML in it, escaped as text.
  mutating func html(_ name: StaticString, _ html: [UInt8], _ attributes: [(StaticString, String)] = []) {
    open(name, attributes)
    out.append(">")
    out.append(xmlText: html.span)
    close(name)
  }

  /// Writes an element without content; after its name may stand attributes whose values are ours.
  mutating func empty(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    open(name, attributes)
    out.append("/>\n")
  }

  private mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    indent()
    out.append("<")
    out.append(name)
    for (key, value) in attributes {
      out.append(" ")
      out.append(key)
      out.append("=\"")
      out.append(xmlText: value)
      out.append("\"")
    }
  }

  private mutating func close(_ name: StaticString) {
    out.append("</")
    out.append(name)
    out.append(">\n")
  }

  private mutating func indent() {
    for _ in 0..<2 * depth { out.append(UInt8(ascii: " ")) }
  }
}
