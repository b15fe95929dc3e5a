import Bytes
import Testing

@Suite("Digests that browsers compute too")
struct DigestTextTests {
  @Test("equal the published ones of a known text")
  func known() {
    let text = Array("abc".utf8)
    #expect(
      SecureDigest.sha256.text(of: text.span) == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(
      SecureDigest.sha384.text(of: text.span)
        == "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn")
  }

  @Test("are there for nothing at all")
  func empty() {
    let text: [UInt8] = []
    #expect(
      SecureDigest.sha256.text(of: text.span) == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test("a fingerprint has sixteen digits")
  func fingerprint() {
    let texts = (0..<2_000).map { Digest(of: Array("\($0)".utf8).span).text }
    #expect(texts.allSatisfy { $0.utf8.count == 16 })
    #expect(Set(texts).count == 2_000)
  }
}
