import Diagnostics
import Nodes

extension Node {
  /// The tree with kinds and places: `title 1:1: text "Hola" 1:8`.
  func dump(of source: Source, indent: String = "") -> String {
    let end = " " + place(of: range, in: source) + "\n"
    switch content {
    case .scalar(let text, _): return "\(kind.rawValue) \(text.debugDescription)" + end
    case .list(let items):
      return "list" + end
        + items.map { "\(indent)  - " + $0.dump(of: source, indent: indent + "  ") }.joined()
    case .map(let entries):
      return "map" + end
        + entries.map {
          "\(indent)  \($0.key) \(place(of: $0.keyRange, in: source)): "
            + $0.value.dump(of: source, indent: indent + "  ")
        }.joined()
    }
  }

  private func place(of range: Range<Int>, in source: Source) -> String {
    let place = Place(of: range, in: source.bytes.span)
    let end = Place(of: range.upperBound..<range.upperBound, in: source.bytes.span)
    return range.isEmpty
      ? "\(place.line):\(place.column)"
      : place.line == end.line
        ? "\(place.line):\(place.column)-\(end.column)"
        : "\(place.line):\(place.column)-\(end.line):\(end.column)"
  }
}
