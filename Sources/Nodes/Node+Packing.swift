import Bytes

// Nodes as the program keeps them from one run to the next: without their places, as their file is at hand no longer.

extension Node {
  public func pack(into packer: inout Packer) {
    switch content {
    case .scalar(let text, let isPlain):
      packer.add(isPlain ? 0 : 1)
      packer.add(text)
    case .list(let items):
      packer.add(2)
      packer.add(items.count)
      for item in items { item.pack(into: &packer) }
    case .map(let entries):
      packer.add(3)
      Entry.pack(entries, into: &packer)
    }
  }

  /// Deeper nodes than readers make are refused.
  private static let depthLimit = 512

  public init(from unpacker: inout Unpacker, depth: Int = 0) {
    guard depth < Self.depthLimit else {
      unpacker.skip(.max)
      self.init(.list([]))
      return
    }
    switch unpacker.int() {
    case 0: self.init(.scalar(unpacker.text(), isPlain: true))
    case 1: self.init(.scalar(unpacker.text(), isPlain: false))
    case 2: self.init(.list((0..<unpacker.count()).map { _ in Node(from: &unpacker, depth: depth + 1) }))
    case 3: self.init(.map(Entry.unpacked(from: &unpacker, depth: depth + 1)))
    default:
      unpacker.skip(.max)
      self.init(.list([]))
    }
  }
}

extension Node.Entry {
  public static func pack(_ entries: [Node.Entry], into packer: inout Packer) {
    packer.add(entries.count)
    for entry in entries {
      packer.add(entry.key)
      entry.value.pack(into: &packer)
    }
  }

  public static func unpacked(from unpacker: inout Unpacker, depth: Int = 0) -> [Node.Entry] {
    (0..<unpacker.count()).map { _ in
      Node.Entry(key: unpacker.text(), value: Node(from: &unpacker, depth: depth))
    }
  }
}
