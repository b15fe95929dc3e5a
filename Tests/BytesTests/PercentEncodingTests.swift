import Bytes
import Testing

@Suite("A part of an address")
struct PercentEncodingTests {
  @Test("has all encoded but what stands for itself there")
  func encoding() {
    let text = "/a b/ñ+(1)=x&y~?#[%25]😀"
    #expect(
      text.percentEncoded(keeping: .unreserved)
        == "%2Fa%20b%2F%C3%B1%2B%281%29%3Dx%26y~%3F%23%5B%2525%5D%F0%9F%98%80")
    #expect(
      text.percentEncoded(keeping: .strictPath)
        == "/a%20b/%C3%B1%2B%281%29%3Dx%26y~%3F%23%5B%2525%5D%F0%9F%98%80")
    #expect(
      text.percentEncoded(keeping: .path) == "/a%20b/%C3%B1+(1)=x&y~%3F%23%5B%2525%5D%F0%9F%98%80")
    #expect(text.percentEncoded(keeping: .address) == "/a%20b/%C3%B1+(1)=x&y~?#[%25]%F0%9F%98%80")
    #expect("\0\u{7F}\n\"<".percentEncoded(keeping: .address) == "%00%7F%0A%22%3C")
    #expect("/blog/talos/".percentEncoded(keeping: .strictPath) == "/blog/talos/")
  }

  @Test("is read back as it was, whatever was encoded", arguments: [AddressBytes.unreserved, .path])
  func roundTrip(plain: AddressBytes) {
    for text in ["", "ñandú", "100 % + 1", "%41", "a/b?c#d", "😀\u{0}\u{7F}"] {
      #expect(text.percentEncoded(keeping: plain).percentDecoded() == text)
    }
  }

  @Test("is read with either case of digits, and with percent signs that encode nothing")
  func decoding() {
    #expect("cl%C3%bAster".percentDecoded() == "clúster")
    #expect("100%".percentDecoded() == "100%")
    #expect("100%2".percentDecoded() == "100%2")
    #expect("%zz%2g%+1%41".percentDecoded() == "%zz%2g%+1A")
    #expect("%FF".percentDecoded() == nil)
    #expect("a+b%2Bc".percentDecoded() == "a+b+c")
    #expect("a+b%2Bc".percentDecoded(formSpaces: true) == "a b+c")
  }
}
