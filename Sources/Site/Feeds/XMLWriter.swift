import Bytes
import Language

/// Writes XML: elements, each on its line, indented by their depth.
struct XMLWriter: ~Copyable {
  private var out = OutputBuffer()
  private var depth = 0

  init() { out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") }

  /// Appends what was written to an output.
  func write(into bytes: inout [UInt8]) { out.write(into: &bytes) }

  /// Writes an element with elements in it.
  mutating func element(
    _ name: StaticString, attributes: (inout XMLWriter) -> Void = { _ in },
    _ content: (inout XMLWriter) -> Void
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
  mutating func text(_ name: StaticString, _ text: String, attributes: (inout XMLWriter) -> Void = { _ in }) {
    open(name, attributes)
    out.append(">")
    out.append(xmlText: text)
    close(name)
  }

  /// Writes an element with a moment in it: `2025-08-12T08:45:00+02:00`.
  mutating func date(_ name: StaticString, _ moment: ZonedMoment) {
    open(name) { _ in }
    out.append(">")
    out.append { $0.append(rfc3339: moment) }
    close(name)
  }

  /// Writes an element with HTML in it, escaped as text.
  mutating func html(_ name: StaticString, _ html: [UInt8], attributes: (inout XMLWriter) -> Void = { _ in })
  {
    open(name, attributes)
    out.append(">")
    out.append(xmlText: html.span)
    close(name)
  }

  /// Writes an element without content.
  mutating func empty(_ name: StaticString, attributes: (inout XMLWriter) -> Void) {
    open(name, attributes)
    out.append("/>\n")
  }

  /// Writes an attribute of the element that is being opened.
  mutating func attribute(_ name: StaticString, _ value: String) {
    out.append(" ")
    out.append(name)
    out.append("=\"")
    out.append(xmlText: value)
    out.append("\"")
  }
}

extension XMLWriter {
  private mutating func open(_ name: StaticString, _ attributes: (inout XMLWriter) -> Void) {
    indent()
    out.append("<")
    out.append(name)
    attributes(&self)
  }

  private mutating func close(_ name: StaticString) {
    out.append("</")
    out.append(name)
    out.append(">\n")
  }

  private mutating func indent() {
    for _ in 0..<depth { out.append("  ") }
  }
}
