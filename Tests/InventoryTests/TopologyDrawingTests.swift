import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

@Suite("The drawing of the topology")
struct TopologyDrawingTests {
  private static let widths = [358, 896]

  private static func sample(_ clusters: [EntityID] = []) -> Topology {
    let homelab = SampleObserved.homelab()
    return homelab.topology(of: clusters, wording: Wording(of: homelab, in: .spanish))
  }

  @Test("of the sample has every box in its place, on wide and narrow pages", arguments: widths)
  func sample(width: Int) {
    let drawing = TopologyDrawing(of: Self.sample(), within: width, in: .spanish)
    #expect(drawing.faults == [])
    #expect(drawing.width == width)
    #expect(
      Set(drawing.boxes.map(\.shape)) == [
        .internet, .cluster, .gate, .app, .storage, .site, .host, .guest, .node,
      ])
  }

  @Test("tells of a machine what it is, and of a node to which cluster it belongs")
  func texts() throws {
    let drawing = TopologyDrawing(of: Self.sample(), within: 896, in: .spanish)
    func words(_ id: EntityID) -> [String]? {
      drawing.boxes.first { $0.id == id }?.texts.map(\.text)
    }
    #expect(words(EntityID(.node, "gordito-w1")) == ["worker", "gordito"])
    #expect(words(EntityID(.node, "talos-cp")) == ["talos-cp\u{A0}×3", "plano de control", "talos-ha"])
    #expect(words(EntityID(.component, "synology-csi")) == ["synology-csi", "NFS · en nas"])
    let numbers = drawing.boxes.filter { $0.shape == .cluster }.map(\.livery)
    #expect(numbers == [0, 1, 2])
    #expect(drawing.boxes.first { $0.id == EntityID(.node, "talos-cp") }?.livery == 2)
  }

  @Test("leads from the internet through the gate to what can be reached, and to storage")
  func lines() {
    let drawing = TopologyDrawing(of: Self.sample(), within: 896, in: .spanish)
    let kinds = Dictionary(grouping: drawing.lines, by: \.kind).mapValues(\.count)
    #expect(kinds == [.ingress: 1, .exposed: 4, .storage: 2])
    let gate = drawing.boxes.first { $0.shape == .gate }
    #expect(gate?.texts.map(\.text) == ["NGINX Ingress"])
  }

  @Test("of one cluster has it and what carries it, and nothing else")
  func single() {
    let drawing = TopologyDrawing(
      of: Self.sample([EntityID(.cluster, "talos-ha")]), within: 896, in: .spanish)
    #expect(drawing.faults == [])
    #expect(
      drawing.boxes.compactMap(\.id?.description).sorted() == [
        "cluster:talos-ha", "component:longhorn", "host:bm1", "node:talos-cp", "site:casa",
      ])
  }

  @Test("of nothing is empty, and of one thing small")
  func small() {
    let nothing = Topology(places: [], clusters: [], gates: [], storages: [], lines: [])
    let drawing = TopologyDrawing(of: nothing, within: 358, in: .english)
    #expect(drawing.boxes.isEmpty && drawing.lines.isEmpty && drawing.height < 32)
  }

  @Test("has no box upon another and no text beyond its box, whatever the homelab", arguments: 0..<30)
  func anything(seed: UInt64) {
    var random = RandomTopology(seed: seed)
    let topology = random.topology()
    for width in Self.widths {
      let drawing = TopologyDrawing(of: topology, within: width, in: .spanish)
      #expect(drawing.faults == [], "seed \(seed), width \(width)")
      #expect(drawing.width >= width)
    }
  }

  @Test("tells in words the first hundred things in one, and counts the rest")
  func words() throws {
    let apps = (0..<250).map {
      "  a\($0): {cluster: \"cluster:c\", exposure: public, url: \"https://a.example\"}\n"
    }
    let yaml = "clusters: {c: {}}\napps:\n\(apps.joined())"
    let (declared, _) = Sample.read(yaml)
    let homelab = Homelab(declared: declared, snapshots: [], now: SampleObserved.now)
    let wording = Wording(of: homelab, in: .spanish)
    let node = homelab.topology(of: [], wording: wording).node(in: wording)
    let cluster = try #require(node["clusters"]?.list?.first)
    let boxes = cluster["boxes"]?.list ?? []
    #expect(boxes.count == 101 && boxes.last?["title"]?.text == "y 150 más")
    let links = cluster["links"]?.list ?? []
    #expect(links.count == 101 && links.last?["title"]?.text == "y 150 más")
    #expect(links.last?["kind"]?.text == "exposed")
  }

  @Test("counts what it has no room for")
  func crowd() {
    let apps = (0..<40).map { Topology.Box(EntityID(.app, "a\($0)"), "app \($0)") }
    let cluster = Topology.Box(EntityID(.cluster, "big"), "big", boxes: apps)
    let drawing = TopologyDrawing(
      of: Topology(places: [], clusters: [cluster], gates: [], storages: [], lines: []), within: 896,
      in: .spanish)
    #expect(drawing.boxes.filter { $0.shape == .app }.count == 23)
    #expect(drawing.boxes.last?.texts.map(\.text) == ["y 17 más"])
  }

  @Test(
    "turns its corners, and goes straight where there are none",
    arguments: [
      ([(10, 0), (10, 40)], "M10 0 L10 40"),
      ([(10, 0), (10, 20), (90, 20)], "M10 0 L10 12 Q10 20 18 20 L90 20"),
      ([(10, 0), (10, 8), (0, 8), (0, 90)], "M10 0 L10 4 Q10 8 5 8 L5 8 Q0 8 0 16 L0 90"),
    ])
  func paths(points: [(Int, Int)], path: String) {
    let points = points.map { TopologyDrawing.Point(x: $0.0, y: $0.1) }
    #expect(TopologyDrawing.Line(kind: .ingress, livery: nil, points: points).path == path)
  }

  @Test("breaks and cuts texts by how wide they are")
  func measure() {
    let measure = TextMeasure(size: 10, isBold: false)
    #expect(measure.width(of: "mmmm") == 39)
    #expect(measure.width(of: "illi") == 12)
    #expect(measure.width(of: "") == 0)
    #expect(measure.lines(of: "uno dos tres", within: 45, atMost: 2) == ["uno dos", "tres"])
    #expect(measure.lines(of: "uno dos tres", within: 45, atMost: 1) == ["uno do…"])
    #expect(measure.lines(of: "indivisible", within: 30, atMost: 3) == ["indi…"])
    #expect(measure.lines(of: "  ", within: 30, atMost: 3) == [])
  }
}

extension Topology.Box {
  init(_ id: EntityID, _ title: String, _ subtitle: String = "", count: Int = 1, boxes: [Self] = []) {
    self.init(
      id: id, title: title, subtitle: subtitle, note: "", status: .active, state: "", count: count,
      boxes: boxes)
  }
}

extension TopologyDrawing {
  /// What is wrong with it, in words; a few that tell enough.
  var faults: [String] {
    var faults: [String] = []
    let page = Frame(x: 0, y: 0, width: width, height: height)
    for (index, box) in boxes.enumerated() {
      if !page.contains(box.frame) { faults.append("\(box.label) is off the page") }
      for text in box.texts {
        if !box.frame.contains(text.frame) { faults.append("\(text.text) is outside \(box.label)") }
      }
      for other in boxes[(index + 1)...] where box.frame.overlaps(other.frame) {
        if other.shape == .gate, box.shape == .cluster { continue }
        if !box.frame.contains(other.frame) { faults.append("\(box.label) is upon \(other.label)") }
        for text in box.texts where text.frame.overlaps(other.frame) {
          faults.append("\(other.label) hides \(text.text)")
        }
      }
    }
    for line in lines { faults += self.faults(of: line) }
    return Array(faults.prefix(5))
  }

  private func faults(of line: Line) -> [String] {
    zip(line.points, line.points.dropFirst()).flatMap { start, end -> [String] in
      guard start.x == end.x || start.y == end.y else { return ["a slanting line"] }
      let piece = Frame(
        x: min(start.x, end.x), y: min(start.y, end.y), width: abs(end.x - start.x),
        height: abs(end.y - start.y))
      return boxes.filter { box in
        // A line inside its cluster runs where no text and no box is.
        if line.kind == .exposed, box.shape == .cluster {
          return box.texts.contains { $0.frame.cut(by: piece) }
        }
        return box.frame.cut(by: piece)
      }.map { "a line of \(line.kind) runs through \($0.label)" }
    }
  }
}

extension TopologyDrawing.Text {
  fileprivate var frame: Frame {
    let width = style.measure.width(of: text)
    return Frame(x: x, y: y - style.measure.size, width: width, height: style.measure.size)
  }
}

extension Frame {
  /// Whether a line, which has no width, runs through its inside.
  fileprivate func cut(by line: Frame) -> Bool {
    x < line.right && line.x < right && y < line.bottom && line.y < bottom
      || (line.width == 0 && x < line.x && line.x < right && y < line.bottom && line.y < bottom)
      || (line.height == 0 && y < line.y && line.y < bottom && x < line.right && line.x < right)
  }
}
