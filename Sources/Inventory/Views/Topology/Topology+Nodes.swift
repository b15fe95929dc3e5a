import Language
import Nodes

// The topology and its drawings as templates see them.

extension Topology {
  /// How wide the drawings are: one for the width of an article, one for a telephone held upright.
  private static let widths = (wide: 896, narrow: 358)
  /// Of more than so many things in one the rest are counted: nobody reads on, and programs have `inventory.json`.
  private static let longestList = 100

  public func node(in wording: Wording) -> Node {
    let titles = Dictionary(boxes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    func title(_ id: EntityID) -> String { titles[id] ?? wording.title(of: id) ?? "" }
    let links = Dictionary(grouping: lines, by: \.from).mapValues { lines in
      Line.Kind.allCases.flatMap { kind -> [Node] in
        let own = lines.filter { $0.kind == kind }
        let told = own.prefix(Self.longestList).map { line -> Node in
          ["kind": Node(kind.rawValue), "ref": Node(line.to.description), "title": Node(title(line.to))]
        }
        let rest = own.count - told.count
        return rest == 0
          ? told : told + [["kind": Node(kind.rawValue), "ref": .null, "title": Node(wording.more(rest))]]
      }
    }
    func nodes(_ boxes: [Box]) -> Node { boxes.node(upTo: Self.longestList, with: links, in: wording) }
    func drawing(_ width: Int) -> Node {
      TopologyDrawing(of: self, within: width, in: wording.tongue).node
    }
    return [
      "places": nodes(places), "clusters": nodes(clusters), "gates": nodes(gates),
      "storages": nodes(storages), "lines": Node(lines.map(\.node)),
      "wide": drawing(Self.widths.wide), "narrow": drawing(Self.widths.narrow),
    ]
  }
}

extension Topology.Line {
  fileprivate var node: Node {
    ["kind": Node(kind.rawValue), "from": Node(from.description), "to": Node(to.description)]
  }
}

extension Topology.Box {
  fileprivate func node(upTo most: Int, with links: [EntityID: [Node]], in wording: Wording) -> Node {
    [
      "ref": Node(id.description), "kind": Node(id.kind.rawValue), "id": Node(id.id), "title": Node(title),
      "subtitle": Node(subtitle), "note": Node(note), "status": Node(status.rawValue), "state": Node(state),
      "count": Node(count), "links": Node(links[id] ?? []),
      "boxes": boxes.node(upTo: most, with: links, in: wording),
    ]
  }
}

extension [Topology.Box] {
  /// The first boxes, and a line that counts the rest.
  fileprivate func node(upTo most: Int, with links: [EntityID: [Node]], in wording: Wording) -> Node {
    let told = prefix(most).map { $0.node(upTo: most, with: links, in: wording) }
    guard count > most else { return Node(told) }
    let rest: Node = [
      "ref": .null, "kind": .null, "id": .null, "title": Node(wording.more(count - most)), "subtitle": "",
      "note": "", "status": Node(LifeStatus.active.rawValue), "state": "", "count": 1,
      "links": Node([Node]()),
      "boxes": Node([Node]()),
    ]
    return Node(told + [rest])
  }
}

extension Wording {
  /// What stands for things that are only counted.
  func more(_ count: Int) -> String { tongue.pick(en: "and \(count) more", es: "y \(count) más") }
}

extension TopologyDrawing {
  var node: Node {
    [
      "width": Node(width), "height": Node(height), "boxes": Node(boxes.map(\.node)),
      "lines": Node(lines.map(\.node)),
    ]
  }
}

extension TopologyDrawing.Box {
  fileprivate var node: Node {
    Node([
      ("shape", Node(shape.rawValue)), ("ref", id.map { Node($0.description) } ?? .null),
      ("x", Node(frame.x)), ("y", Node(frame.y)), ("width", Node(frame.width)),
      ("height", Node(frame.height)),
      ("label", Node(label)), ("livery", livery.map { Node($0) } ?? .null), ("status", Node(status.rawValue)),
      ("count", Node(count)),
      (
        "texts",
        Node(
          texts.map { text in
            [
              "style": Node(text.style.rawValue), "x": Node(text.x), "y": Node(text.y),
              "text": Node(text.text),
            ]
          })
      ),
    ])
  }
}

extension TopologyDrawing.Line {
  /// How round corners are.
  private static let radius = 8

  fileprivate var node: Node {
    let last = points.last ?? TopologyDrawing.Point(x: 0, y: 0)
    return [
      "kind": Node(kind.rawValue), "livery": livery.map { Node($0) } ?? .null, "x": Node(last.x),
      "y": Node(last.y), "aside": Node(points.dropLast().last?.y == last.y),
      // Nothing but numbers of ours: there is nothing in it to judge.
      "path": Node(.scalar(path, isPlain: true)),
    ]
  }

  /// The line as the path of an SVG, its corners rounded: `M10 0 L10 12 Q10 20 18 20 L90 20`.
  var path: String {
    guard let first = points.first else { return "" }
    var path = "M\(first.x) \(first.y)"
    for index in points.indices.dropFirst() {
      let corner = points[index]
      guard index + 1 < points.count else {
        path += " L\(corner.x) \(corner.y)"
        break
      }
      let into = corner.toward(points[index - 1], by: Self.radius)
      let out = corner.toward(points[index + 1], by: Self.radius)
      path += " L\(into.x) \(into.y) Q\(corner.x) \(corner.y) \(out.x) \(out.y)"
    }
    return path
  }
}

extension TopologyDrawing.Point {
  /// The point some way toward another, at most half of it, on a line that runs along an axis.
  fileprivate func toward(_ other: Self, by distance: Int) -> Self {
    func step(_ from: Int, _ to: Int) -> Int {
      let way = min(distance, abs(to - from) / 2)
      return to < from ? from - way : from + way
    }
    return Self(x: step(x, other.x), y: step(y, other.y))
  }
}
