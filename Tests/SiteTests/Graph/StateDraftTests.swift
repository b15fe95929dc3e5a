import Bytes
import Disk
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("The file that a state is kept in")
struct StateDraftTests {
  @Test("is written piece by piece, and read part by part")
  func pieces() throws {
    let folder = try TemporaryFolder()
    let path = Path(folder.url.path).appending("a.state")
    let texts = (0..<40_000).map { "texto número \($0) de muchos, que no caben en un solo trozo" }
    var draft = try StateDraft(replacing: path)
    try draft.add(.texts, texts) { text, packer in packer.add(text) }
    try draft.add(.sources) { $0.add("fuentes") }
    try draft.publish()
    let file = try StateFile(at: path)
    let bytes = try file.bytes(of: .texts)
    #expect(bytes.count > 2 * StateFile.piece)
    var unpacker = Unpacker(bytes)
    #expect((0..<unpacker.count()).map { _ in unpacker.text() } == texts)
    #expect(unpacker.isSound && unpacker.isAtEnd)
    var sources = Unpacker(try file.bytes(of: .sources))
    #expect(sources.text() == "fuentes")
  }

  @Test("is damaged where a single byte is another, in whichever piece", arguments: [0, 1, 2])
  func damage(piece: Int) throws {
    let folder = try TemporaryFolder()
    let path = Path(folder.url.path).appending("a.state")
    var draft = try StateDraft(replacing: path)
    try draft.add(.outputs) { $0.add([UInt8](repeating: 7, count: 3 << 20)) }
    try draft.publish()
    var bytes = try File.read(path)
    bytes[StateFile.start + piece * StateFile.piece + 99] = 8
    try File.write(bytes, to: path)
    let file = try StateFile(at: path)
    #expect(throws: StateFinding.damaged) { try file.bytes(of: .outputs) }
  }

  @Test("is not there before it is published")
  func unpublished() throws {
    let folder = try TemporaryFolder()
    do {
      var draft = try StateDraft(replacing: Path(folder.url.path).appending("a.state"))
      try draft.add(.sources) { $0.add("fuentes") }
    }
    #expect(try File.names(in: Path(folder.url.path)).isEmpty)
  }
}
