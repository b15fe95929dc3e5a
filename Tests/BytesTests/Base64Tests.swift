import Bytes
import Testing

@Suite("base 64")
struct Base64Tests {
  @Test("is read back from what was written", arguments: 0..<70)
  func roundTrip(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ count) }
    #expect([UInt8](base64: bytes.base64) == bytes)
  }

  @Test("may be broken into lines, and may lack its padding")
  func forgiving() {
    #expect([UInt8](base64: "aG9\n sYQ==\r\n") == Array("hola".utf8))
    #expect([UInt8](base64: "aG9sYQ") == Array("hola".utf8))
  }

  @Test(
    "is refused when it is none",
    arguments: ["a", "aG9sY", "aG9sYR==", "aG9s!Q==", "aG9sYQ=a", "aG9sYQ===", "=", "aG9sY_-=", "-----BEGIN"])
  func refused(text: String) {
    #expect([UInt8](base64: text) == nil)
  }
}
