import Bytes
import Language

/// How many footnotes were written.
struct FootnoteState {
  var entered = 0
  /// The last one whose links back stand in the output.
  var linkedBack = 0
}

extension Renderer {
  mutating func enterFootnoteReference(_ node: TreeNode) {
    guard let definition = node.definition else { return }
    out.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    definition.literal { out.append(href: $0) }
    out.append("\" id=\"fnref-")
    definition.literal { out.append(href: $0) }
    if node.referenceIndex > 1 {
      out.append("-")
      out.append(decimal: node.referenceIndex)
    }
    out.append("\" data-footnote-ref>")
    node.literal { out.append(href: $0) }
    out.append("</a></sup>")
  }

  mutating func enterFootnote(_ node: TreeNode) {
    if footnotes.entered == 0 { out.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
    footnotes.entered += 1
    out.append("<li id=\"fn-")
    node.literal { out.append(href: $0) }
    out.append("\">\n")
  }

  mutating func leaveFootnote(_ node: TreeNode) {
    if appendBackReferences(to: node) { out.append("\n") }
    out.append("</li>\n")
  }

  mutating func endFootnotes() {
    if footnotes.entered > 0 { out.append("</ol>\n</section>\n") }
  }

  /// Writes a link back to each place that refers to the footnote, once.
  @discardableResult
  mutating func appendBackReferences(to definition: TreeNode) -> Bool {
    if footnotes.linkedBack >= footnotes.entered { return false }
    footnotes.linkedBack = footnotes.entered
    for index in 1...max(1, definition.referenceCount) {
      out.append(index == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
      definition.literal { out.append(href: $0) }
      if index > 1 {
        out.append("-")
        out.append(decimal: index)
      }
      appendBackReferenceEnd(index)
    }
    return true
  }

  private mutating func appendBackReferenceEnd(_ index: Int) {
    let isSpanish = !isPlain && session.options.tongue == .spanish
    out.append("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"")
    out.append(isSpanish ? "Volver al texto" : "Back to content")
    out.append("\">↩")
    if index > 1 {
      out.append("<sup class=\"footnote-ref\">")
      out.append(decimal: index)
      out.append("</sup>")
    }
    out.append("</a>")
  }
}
