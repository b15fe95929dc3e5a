/// What a node of the tree is.
enum Kind {
  case document, quote, list, item, codeBlock, htmlBlock, paragraph, heading, rule, footnote
  case text, softBreak, lineBreak, code, html, emphasis, strong, link, image, footnoteReference
  case table, row, cell, strikethrough
  /// A block or an inline of the dialects beyond GFM.
  case block, mark
  /// The node that ends the parse; it writes nothing.
  case end
  case other
}
