import Bytes
import Diagnostics
import Nodes
import Workers

extension Declared {
  /// Reads the files of an inventory, and checks what they say; with mistakes the rest is still there to look at.
  ///
  /// No files are an empty inventory.
  public static func read(
    _ sources: [Source], workers: Workers = Workers(count: Workers.processors)
  ) -> (declared: Declared, report: Report) {
    let read = Self.nodes(of: sources, workers)
    let nodes = read.map(\.node)
    var report = Report()
    for file in read { report.add(contentsOf: file.report.sorted) }
    var all = Gathering()
    let isWhole = report.isEmpty
    let defaults = Self.defaults(in: nodes, of: sources)
    for (index, node) in nodes.enumerated() {
      guard let node else { continue }
      for part in Self.files(in: node, defaults, of: sources[index], workers) {
        report.add(contentsOf: part.report.sorted)
        all.take(part.file, node: node, at: index, of: sources, to: &report)
        all.add(part.file, at: index, of: sources, to: &report)
      }
    }
    if all.header == nil, isWhole, let first = sources.first {
      report.add(first.mistake(InventoryFinding.noHeader))
    }
    let declared = Declared(all)
    var check = Check(of: declared, gathered: all, sources: sources)
    check.run(workers)
    report.add(contentsOf: check.report.sorted)
    return (declared, report)
  }

  /// What is written in each file; nothing where one is no YAML. Several are read at the same time, or the parts of one.
  private static func nodes(of sources: [Source], _ workers: Workers) -> [(node: Node?, report: Report)] {
    let inside = Workers(count: sources.count == 1 ? workers.count : 1)
    return workers.each(sources) { source in
      do throws(Report) { return (try YAML.read(source, inside), Report()) } catch { return (nil, error) }
    }
  }

  /// What a file declares; a large one is read in parts.
  private static func files(
    in node: Node, _ defaults: Node?, of source: Source, _ workers: Workers
  ) -> [(file: InventoryFile, report: Report)] {
    let parts = node.parts(workers.count == 1 ? 1 : workers.count * 2)
    let mayHoldControls = source.mayHoldControls
    return workers.each(parts) { part in
      var reading = Reading(source: source)
      if mayHoldControls { part.controls(in: &reading) }
      let file = InventoryFile.read(part.inheriting(defaults), in: &reading)
      return (file, reading.report)
    }
  }

  /// The patterns by which an inventory includes more files than those of its folder.
  public static func patterns(in sources: [Source]) -> [String] {
    sources.flatMap { source -> [String] in
      // Most files include nothing, and reading large ones twice is dear.
      guard source.bytes.withUnsafeBufferPointer({ $0.next("include") != nil }) else { return [] }
      do throws(Report) {
        return try YAML.read(source)["inventory"]?["include"]?.list?.compactMap(\.text) ?? []
      } catch {
        // What is no YAML is told when the files are read for good.
        return []
      }
    }
  }

  /// The defaults of each block; none while they are wrong, which is told once, where they stand.
  private static func defaults(in nodes: [Node?], of sources: [Source]) -> Node? {
    for (index, node) in nodes.enumerated() {
      guard let defaults = node?["inventory"]?["defaults"] else { continue }
      var trial = Reading(source: sources[index])
      _ = Defaults.read(defaults, in: &trial)
      return trial.report.isEmpty ? defaults : nil
    }
    return nil
  }
}

extension Gathering {
  /// Takes the blocks of a file that an inventory has once.
  fileprivate mutating func take(
    _ file: InventoryFile, node: Node, at index: Int, of sources: [Source], to report: inout Report
  ) {
    func place(of block: String, in file: Int) -> Range<Int>? {
      file == index ? node.entries?.first { $0.key == block }?.keyRange : nil
    }
    if let new = file.header {
      if header == nil {
        (header, headerFile) = (new, index)
        if new.version.value > Header.currentVersion {
          report.add(
            sources[index].mistake(
              InventoryFinding.newerVersion(new.version.value), at: new.version.range))
        }
      } else if let place = place(of: "inventory", in: index) {
        let finding = InventoryFinding.blockTwice("inventory", firstPath: sources[headerFile].path)
        report.add(sources[index].mistake(finding, at: place))
      }
    }
    if let new = file.publish {
      if publish == nil {
        (publish, publishFile) = (new, index)
      } else if let place = place(of: "publish", in: index) {
        let finding = InventoryFinding.blockTwice("publish", firstPath: sources[publishFile].path)
        report.add(sources[index].mistake(finding, at: place))
      }
    }
  }
}

extension Node {
  /// The file with the defaults put into each thing that does not say otherwise; their places are the thing's own.
  fileprivate func inheriting(_ defaults: Node?) -> Node {
    guard let defaults, let blocks = entries else { return self }
    let filled = blocks.map { block in
      guard let given = defaults[block.key], let things = block.value.entries else { return block }
      let inherited = things.map { thing in
        var thing = thing
        let own = thing.value.isNull ? Node(.map([]), range: thing.keyRange) : thing.value
        thing.value = own.filled(from: given, at: thing.keyRange)
        return thing
      }
      return Entry(
        key: block.key, keyRange: block.keyRange, value: Node(.map(inherited), range: block.value.range))
    }
    return Node(.map(filled), range: range)
  }

  /// The map with the keys it lacks; maps in maps are filled too, an empty value stays empty. YAML's limit of depth bounds the recursion.
  private func filled(from given: Node, at place: Range<Int>) -> Node {
    guard let wanted = given.entries, var own = entries else { return self }
    for entry in wanted {
      if let index = own.firstIndex(where: { $0.key == entry.key }) {
        own[index].value = own[index].value.filled(from: entry.value, at: place)
      } else {
        own.append(Entry(key: entry.key, keyRange: place, value: entry.value.placed(at: place)))
      }
    }
    return Node(.map(own), range: range)
  }

  private func placed(at place: Range<Int>) -> Node {
    switch content {
    case .scalar: Node(content, range: place)
    case .list(let items): Node(.list(items.map { $0.placed(at: place) }), range: place)
    case .map(let entries):
      Node(
        .map(entries.map { Entry(key: $0.key, keyRange: place, value: $0.value.placed(at: place)) }),
        range: place)
    }
  }
}
