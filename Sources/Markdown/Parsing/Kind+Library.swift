import CCmarkGFM

extension Kind {
  /// Reads the library's number of a type.
  @inline(__always)
  init(_ type: UInt16) {
    switch UInt32(type) {
    case CMARK_NODE_TEXT.rawValue: self = .text
    case CMARK_NODE_SOFTBREAK.rawValue: self = .softBreak
    case CMARK_NODE_PARAGRAPH.rawValue: self = .paragraph
    case CMARK_NODE_CODE.rawValue: self = .code
    case CMARK_NODE_LINK.rawValue: self = .link
    case CMARK_NODE_STRONG.rawValue: self = .strong
    case CMARK_NODE_EMPH.rawValue: self = .emphasis
    case CMARK_NODE_DOCUMENT.rawValue: self = .document
    case CMARK_NODE_BLOCK_QUOTE.rawValue: self = .quote
    case CMARK_NODE_LIST.rawValue: self = .list
    case CMARK_NODE_ITEM.rawValue: self = .item
    case CMARK_NODE_CODE_BLOCK.rawValue: self = .codeBlock
    case CMARK_NODE_HTML_BLOCK.rawValue: self = .htmlBlock
    case CMARK_NODE_HEADING.rawValue: self = .heading
    case CMARK_NODE_THEMATIC_BREAK.rawValue: self = .rule
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: self = .footnote
    case CMARK_NODE_LINEBREAK.rawValue: self = .lineBreak
    case CMARK_NODE_HTML_INLINE.rawValue: self = .html
    case CMARK_NODE_IMAGE.rawValue: self = .image
    case CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: self = .footnoteReference
    default: self = Self.registered(type)
    }
  }

  private static func registered(_ type: UInt16) -> Kind {
    let library = Library.shared
    return switch type {
    case library.cell: .cell
    case library.row: .row
    case library.table: .table
    case library.strikethrough: .strikethrough
    case library.block: .block
    case library.mark: .mark
    case library.end: .end
    default: .other
    }
  }
}
