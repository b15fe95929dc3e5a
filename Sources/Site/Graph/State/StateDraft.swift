import Bytes
import Disk

/// A state while it is being written, beside the one that it is to replace.
///
///     var draft = try StateDraft(replacing: path)
///     try draft.add(.texts, texts) { text, packer in text.pack(into: &packer) }
///     …
///     try draft.publish()
///
/// What is packed goes to the file piece by piece: put together first, it would take a seventh of the memory of a build.
/// The parts come in any order. Whoever builds has locked the output, so that nobody else writes its state.
struct StateDraft: Sendable {
  private let file: NewFile
  private var places = StateFile.Part.allCases.map { _ in StateFile.Place() }
  private var end = StateFile.start

  /// Begins a state; nothing is kept before it is published.
  init(replacing path: Path) throws(DiskFailure) {
    file = try NewFile(replacing: path, alone: true)
    try file.append([UInt8](repeating: 0, count: StateFile.start)[...])
  }

  /// Writes a part.
  mutating func add(_ part: StateFile.Part, _ pack: (inout Packer) -> Void) throws(DiskFailure) {
    var pieces = Pieces()
    pack(&pieces.packer)
    try finish(part, &pieces)
  }

  /// Writes a part that is a list.
  mutating func add<Item>(
    _ part: StateFile.Part, _ items: [Item], _ pack: (Item, inout Packer) -> Void
  ) throws(DiskFailure) {
    var pieces = Pieces()
    pieces.packer.add(items.count)
    for item in items {
      pack(item, &pieces.packer)
      try write(&pieces)
    }
    try finish(part, &pieces)
  }

  /// Writes what is there of a part, as far as its pieces are whole; no other part may come between.
  func write(_ pieces: inout Pieces) throws(DiskFailure) {
    if pieces.packer.bytes.count >= StateFile.piece { try pieces.writeWhole(to: file) }
  }

  /// Writes the rest of a part.
  mutating func finish(_ part: StateFile.Part, _ pieces: inout Pieces) throws(DiskFailure) {
    try pieces.writeRest(to: file)
    places[part.rawValue] = StateFile.Place(
      offset: end, length: pieces.length, digest: StateFile.digest(of: pieces.digests))
    end += pieces.length
  }

  /// Puts the state where it belongs.
  func publish() throws(DiskFailure) {
    try file.write(StateFile.contents(places)[...], at: 0)
    try file.publish(durably: false)
  }
}

extension StateDraft {
  /// The pieces of a part that is being written.
  struct Pieces: Sendable {
    /// What is not yet in the file.
    var packer = Packer()
    fileprivate var length = 0
    fileprivate var digests: [UInt64] = []
  }
}

extension StateDraft.Pieces {
  fileprivate mutating func writeWhole(to file: NewFile) throws(DiskFailure) {
    try write(packer.bytes.count / StateFile.piece * StateFile.piece, to: file)
  }

  fileprivate mutating func writeRest(to file: NewFile) throws(DiskFailure) {
    try write(packer.bytes.count, to: file)
  }

  private mutating func write(_ count: Int, to file: NewFile) throws(DiskFailure) {
    let bytes = packer.bytes[..<count]
    digests += StateFile.digests(of: bytes)
    try file.append(bytes)
    length += count
    packer.bytes.removeFirst(count)
  }
}
