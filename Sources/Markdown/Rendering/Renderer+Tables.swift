import Bytes
import Language

/// Where in a table the walk is.
struct TableState {
  var node: TreeNode?
  var isInHeader = false
  var hasBody = false
  var column = 0
}

extension Renderer {
  mutating func enterTable(_ node: TreeNode, _ kind: Kind) {
    startLine()
    switch kind {
    case .table:
      if !isPlain { openScroller("Table", "Tabla") }
      out.append("<table>")
      table = TableState(node: node)
    case .row:
      table.column = 0
      table.isInHeader = node.isHeaderRow
      if table.isInHeader {
        out.append("<thead>\n")
      } else if !table.hasBody {
        out.append("<tbody>\n")
        table.hasBody = true
      }
      out.append("<tr>")
    default: enterCell()
    }
  }

  mutating func leaveTable(_ node: TreeNode, _ kind: Kind) {
    switch kind {
    case .table:
      startLine()
      if table.hasBody { out.append("</tbody>\n") }
      out.append("</table>\n")
      if !isPlain { out.append("</div>\n") }
      table = TableState()
    case .row:
      startLine()
      out.append("</tr>")
      guard table.isInHeader else { return }
      out.append("\n</thead>")
      table.isInHeader = false
    default: out.append(table.isInHeader ? "</th>" : "</td>")
    }
  }

  private mutating func enterCell() {
    out.append(table.isInHeader ? "<th" : "<td")
    switch table.node?.alignment(ofColumn: table.column) {
    case UInt8(ascii: "l"): out.append(isPlain ? " align=\"left\">" : " class=\"left\">")
    case UInt8(ascii: "c"): out.append(isPlain ? " align=\"center\">" : " class=\"center\">")
    case UInt8(ascii: "r"): out.append(isPlain ? " align=\"right\">" : " class=\"right\">")
    default: out.append(">")
    }
    table.column += 1
  }

  /// Opens a box that scrolls sideways and that the keyboard reaches.
  private mutating func openScroller(_ english: String, _ spanish: String) {
    out.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    out.append(text: session.options.tongue.pick(en: english, es: spanish))
    out.append("\">\n")
  }
}
