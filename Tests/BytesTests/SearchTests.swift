import Bytes
import Testing

@Suite("Searching bytes")
struct SearchTests {
  @Test("finds the next place of a byte")
  func next() {
    Array("kubectl".utf8).withUnsafeBufferPointer { bytes in
      #expect(bytes.next(UInt8(ascii: "k")) == 0)
      #expect(bytes.next(UInt8(ascii: "t"), from: 3) == 5)
      #expect(bytes.next(UInt8(ascii: "k"), from: 1) == nil)
      #expect(bytes.next(UInt8(ascii: "k"), from: 7) == nil)
    }
  }

  @Test(
    "finds the next place of a word",
    arguments: [("include", nil), ("ku", 0), ("be", 2), ("ctl", 4), ("ctls", nil), ("k", 0), ("", 0)]
      as [(StaticString, Int?)])
  func nextWord(_ word: StaticString, _ place: Int?) {
    Array("kubectl".utf8).withUnsafeBufferPointer { bytes in
      #expect(bytes.next(word) == place)
      #expect(bytes.next(word, from: 5) == (word.utf8CodeUnitCount == 0 ? 5 : nil))
    }
  }

  @Test(
    "compares what stands at a place", arguments: [("talos", 0, true), ("los", 2, true), ("losa", 2, false)])
  func holds(_ wanted: String, at index: Int, _ isThere: Bool) {
    Array("talos".utf8).withUnsafeBufferPointer { bytes in
      let found = Array(wanted.utf8).withUnsafeBufferPointer { bytes.holds($0, at: index) }
      #expect(found == isThere)
    }
  }

  @Test("finds nothing in front of the bytes, and the empty text everywhere")
  func edges() {
    Array("talos".utf8).withUnsafeBufferPointer { bytes in
      #expect(!bytes.holds(bytes, at: -1))
      #expect(bytes.holds(UnsafeBufferPointer(start: nil, count: 0), at: 5))
    }
  }
}
