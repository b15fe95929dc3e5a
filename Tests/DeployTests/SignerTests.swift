import HTTP
import Language
import Testing

@testable import Deploy

@Suite("A signed request")
struct SignerTests {
  /// The example that AWS publishes for a GET with a range, with the keys that its documents use.
  @Test("has the signature that the store's makers publish")
  func published() {
    let signer = Signer(
      key: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", token: nil,
      region: "us-east-1")
    let headers = signer.signed(
      .get, host: "examplebucket.s3.amazonaws.com", path: "/test.txt", query: [],
      headers: [Header("Range", "bytes=0-9")], body: [], at: Instant(seconds: 1_369_353_600))
    let authorization = headers.first { $0.isNamed("Authorization") }?.value
    #expect(
      authorization?.hasSuffix("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
        == true)
  }

  @Test("has its query sorted and each part encoded")
  func query() {
    #expect(
      Signer.written([("prefix", "a/b c+d=ñ"), ("delete", ""), ("continuation-token", "x~*")])
        == "continuation-token=x~%2A&delete=&prefix=a%2Fb%20c%2Bd%3D%C3%B1")
  }
}
