import Bytes
import Testing

@Suite("Asking sixteen bytes at once")
struct SixteenBytesTests {
  @Test("tells of each byte whether it is one, in a range, or beside a limit")
  func questions() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<16).map { _ in UInt8.random(in: 0...UInt8.max, using: &generator) }
      let byte = Bool.random() ? bytes[3] : UInt8.random(in: 0...UInt8.max, using: &generator)
      let range = min(byte, bytes[4])...max(byte, bytes[4])
      bytes.withUnsafeBufferPointer { text in
        let sixteen = SixteenBytes(text, at: 0)
        #expect(sixteen.are(byte) == bits(of: bytes) { $0 == byte }, "\(bytes), \(byte)")
        #expect(sixteen.are(from: byte) == bits(of: bytes) { $0 >= byte }, "\(bytes), \(byte)")
        #expect(sixteen.are(below: byte) == bits(of: bytes) { $0 < byte }, "\(bytes), \(byte)")
        #expect(sixteen.are(in: range) == bits(of: bytes) { range.contains($0) }, "\(bytes), \(range)")
        #expect(sixteen.lowered.are(byte | 0x20) == bits(of: bytes) { $0 | 0x20 == byte | 0x20 }, "\(bytes)")
      }
    }
  }

  @Test("tells what markup escapes")
  func markup() {
    var generator = SystemRandomNumberGenerator()
    let signs = Array("&'<>\"".utf8)
    for _ in 0..<2000 {
      // Signs, and bytes that differ from one in a bit.
      let bytes = (0..<16).map { _ in
        Bool.random()
          ? 0x61 : signs.randomElement(using: &generator).map { $0 ^ 1 << UInt8.random(in: 0..<10) } ?? 0
      }
      bytes.withUnsafeBufferPointer { text in
        #expect(SixteenBytes(text, at: 0).areMarkup == bits(of: bytes, signs.contains), "\(bytes)")
      }
    }
  }

  @Test("reads from any place")
  func place() {
    Array("uno dos tres cuatro".utf8).withUnsafeBufferPointer { text in
      #expect(SixteenBytes(text, at: 3).are(UInt8(ascii: " ")) == 0b10_0001_0001)
    }
  }

  @Test("finds the next place in a text of any length")
  func next() {
    for count in 0..<50 {
      for place in 0..<max(count, 1) {
        var bytes = [UInt8](repeating: 0, count: count)
        if place < count { bytes[place] = 1 }
        bytes.withUnsafeBufferPointer { text in
          for start in 0...count {
            let found = text.next(from: start) { $0.are(1) }
            #expect(found == (place < count && start <= place ? place : nil), "\(count), \(place), \(start)")
            // What lies behind the text is no part of it.
            #expect(text.next(from: start) { $0.are(2) } == nil)
          }
        }
      }
    }
  }

  private func bits(of bytes: [UInt8], _ isTrue: (UInt8) -> Bool) -> UInt16 {
    bytes.enumerated().reduce(0) { isTrue($1.element) ? $0 | 1 << UInt16($1.offset) : $0 }
  }
}
