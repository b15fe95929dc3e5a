import Bytes
import Testing

@Suite("Secure digests")
struct SecureDigestTests {
  /// The digests of `abc`, as FIPS 180-4 and RFC 1321 print them.
  @Test("are those of the standards")
  func standards() {
    let abc = Array("abc".utf8)
    #expect(
      SecureDigest.sha256(of: abc).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SecureDigest.sha384(of: abc).hexadecimal
        == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7")
    #expect(SecureDigest.md5(of: abc).hexadecimal == "900150983cd24fb0d6963f7d28e17f72")
    #expect(SecureDigest.md5(of: []).hexadecimal == "d41d8cd98f00b204e9800998ecf8427e")
  }

  /// The second case of RFC 4231.
  @Test("are made with a key as RFC 4231 says")
  func keyed() {
    #expect(
      SecureDigest.sha256(of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8)).hexadecimal
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  /// The examples of RFC 4648.
  @Test(
    "are written in base 64 with padding",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func base64(text: String, written: String) {
    #expect(Array(text.utf8).base64 == written)
  }
}
