import Bytes
import Testing

@Suite("What is packed with its length")
struct PackerTests {
  @Test("can be passed over and read later")
  func measured() {
    var packer = Packer()
    packer.add(1)
    packer.add { $0.add("talos") }
    packer.add { _ in }
    packer.add(2)
    var unpacker = Unpacker(packer.bytes)
    let first = unpacker.int()
    var inner = Unpacker(packer.bytes, in: unpacker.skipMeasured())
    let text = inner.text()
    let empty = unpacker.skipMeasured()
    let last = unpacker.int()
    #expect([first, last] == [1, 2])
    #expect(text == "talos")
    #expect(empty.isEmpty)
    #expect(unpacker.isSound)
    #expect(unpacker.isAtEnd)
  }

  @Test(
    "ends where the bytes end",
    arguments: [[], [3, 0], [3, 0, 0, 0, 1], [0xFF, 0xFF, 0xFF, 0xFF, 1]] as [[UInt8]])
  func damaged(bytes: [UInt8]) {
    var unpacker = Unpacker(bytes)
    let range = unpacker.skipMeasured()
    #expect(range.upperBound == bytes.count)
    #expect(!unpacker.isSound)
  }
}
