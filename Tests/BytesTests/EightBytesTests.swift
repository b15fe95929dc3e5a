import Bytes
import Testing

@Suite("Asking eight bytes at once")
struct EightBytesTests {
  @Test("tells of each byte whether it is one, in a range, or beside a limit")
  func questions() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<8).map { _ in UInt8.random(in: 0...UInt8.max, using: &generator) }
      let byte = Bool.random() ? bytes[3] : UInt8.random(in: 0...UInt8.max, using: &generator)
      let limit = UInt8.random(in: 1...0x80, using: &generator)
      let upper = UInt8.random(in: limit - 1...0x7F, using: &generator)
      bytes.withUnsafeBufferPointer { text in
        let eight = EightBytes(text, at: 0)
        #expect(eight.are(byte) == marks(of: bytes) { $0 == byte }, "\(bytes), \(byte)")
        #expect(eight.are(from: limit) == marks(of: bytes) { $0 >= limit }, "\(bytes), \(limit)")
        #expect(eight.are(below: limit) == marks(of: bytes) { $0 < limit }, "\(bytes), \(limit)")
        let range = limit...max(limit, upper)
        if range.upperBound < 0x80 {
          #expect(eight.are(in: range) == marks(of: bytes) { range.contains($0) }, "\(bytes), \(range)")
        }
        #expect(eight.lowered.are(byte | 0x20) == marks(of: bytes) { $0 | 0x20 == byte | 0x20 }, "\(bytes)")
      }
    }
  }

  @Test("tells what markup escapes, and where the first of it stands")
  func markup() {
    var generator = SystemRandomNumberGenerator()
    let signs = Array("&'<>\"".utf8)
    for _ in 0..<2000 {
      // Signs, and bytes that differ from one in a bit.
      let bytes = (0..<8).map { _ in
        Bool.random()
          ? 0x61 : signs.randomElement(using: &generator).map { $0 ^ 1 << UInt8.random(in: 0..<10) } ?? 0
      }
      bytes.withUnsafeBufferPointer { text in
        let answer = EightBytes(text, at: 0).areMarkup
        #expect(answer == marks(of: bytes, signs.contains), "\(bytes)")
        #expect(EightBytes.first(of: answer) == bytes.firstIndex(where: signs.contains) ?? 8, "\(bytes)")
      }
    }
  }

  @Test("reads from any place")
  func place() {
    Array("uno dos tres".utf8).withUnsafeBufferPointer { text in
      #expect(EightBytes(text, at: 3).are(UInt8(ascii: " ")) == 0x80_00_00_00_80)
    }
  }

  private func marks(of bytes: [UInt8], _ isTrue: (UInt8) -> Bool) -> UInt64 {
    var marks: UInt64 = 0
    for (index, byte) in bytes.enumerated() where isTrue(byte) { marks |= 0x80 << UInt64(8 * index) }
    return marks
  }
}
