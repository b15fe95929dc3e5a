import HTTP
import Language
import Testing

@testable import Deploy

@Suite("A signed request")
struct SignerTests {
  /// One of the examples that AWS publishes, with the keys that its documents use.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let method: Request.Method
    var path = "/"
    var query: [(String, String)] = []
    var headers: [Header] = []
    var body = ""
    let signature: String
  }

  private static let examples = [
    Example(
      testDescription: "GET of a range", method: .get, path: "/test.txt",
      headers: [Header("Range", "bytes=0-9")],
      signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
    Example(
      testDescription: "PUT of an object", method: .put, path: "/test%24file.text",
      headers: [
        Header("Date", "Fri, 24 May 2013 00:00:00 GMT"), Header("x-amz-storage-class", "REDUCED_REDUNDANCY"),
      ],
      body: "Welcome to Amazon S3.",
      signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
    Example(
      testDescription: "GET of a bucket's rules", method: .get, query: [("lifecycle", "")],
      signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
    Example(
      testDescription: "GET of a list", method: .get, query: [("prefix", "J"), ("max-keys", "2")],
      signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
  ]

  @Test("has the signature that the store's makers publish", arguments: examples)
  func published(example: Example) {
    let signer = Signer(
      key: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", token: nil,
      region: "us-east-1")
    let headers = signer.signed(
      example.method, host: "examplebucket.s3.amazonaws.com", path: example.path, query: example.query,
      headers: example.headers, body: Array(example.body.utf8), at: Instant(seconds: 1_369_353_600))
    let authorization = headers.first { $0.isNamed("Authorization") }?.value
    #expect(authorization?.hasSuffix("Signature=\(example.signature)") == true, "\(authorization ?? "")")
  }

  @Test("has its query sorted and each part encoded")
  func query() {
    #expect(
      Signer.written([("prefix", "a/b c+d=ñ"), ("delete", ""), ("continuation-token", "x~*")])
        == "continuation-token=x~%2A&delete=&prefix=a%2Fb%20c%2Bd%3D%C3%B1")
  }
}
