import Language
import Testing

@testable import HTTP

@Suite("a request")
struct RequestTests {
  @Test(
    "knows the parts of its URL",
    arguments: [
      ("https://api.example", "https", "api.example", 443, "", "api.example"),
      (
        "HTTPS://api.example:6443/a/../b?c#d", "https", "api.example", 6443, "/a/../b?c#d", "api.example:6443"
      ),
      ("http://[fd00::1]:8006/x", "http", "fd00::1", 8006, "/x", "[fd00::1]:8006"),
      ("https://[::1]", "https", "::1", 443, "", "[::1]"),
      ("http://host:80?q", "http", "host", 80, "?q", "host"),
    ])
  func addresses(
    url: String, scheme: String, host: String, port: Int, rest: String, authority: String
  ) throws {
    let address = try #require(Address(url))
    #expect(address.scheme == scheme)
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.rest == rest)
    #expect(address.authority == authority)
  }

  @Test(
    "is refused when the URL is none, or holds a password",
    arguments: [
      "", "api.example", "ftp://api.example/", "https://", "https:///path", "https://user:pass@api.example/",
      "https://user@api.example/", "https://api.example:0/", "https://api.example:99999/", "https://a b/",
      "https://api.example/\r\nX: y", "https://api.example:port/", "https://[::1/", "https://[::1]x/",
    ])
  func badAddresses(url: String) {
    #expect(Address(url) == nil)
    #expect(throws: HTTPFailure.badAddress) { try Client().send(Request(.get, url)) }
  }

  @Test(
    "is refused when a header could smuggle in another",
    arguments: [
      Header("X", "a\r\nY: b"), Header("X", "a\n"), Header("X Y", "a"), Header("", "a"), Header("X:", "a"),
      Header("X", "\0"),
    ])
  func headers(header: Header) {
    #expect(throws: HTTPFailure.badHeader(header.name)) {
      try Client().send(Request(.get, "https://127.0.0.1:1/", headers: [header]))
    }
  }

  @Test(
    "reads the dates of answers and no others",
    arguments: [
      ("Fri, 20 Nov 2026 12:12:00 GMT", 1_795_176_720), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Fri, 20 Nov 2026 12:12:00 +0100", nil), ("Friday, 20-Nov-26 12:12:00 GMT", nil),
      ("Fri Nov 20 12:12:00 2026", nil), ("Fri, 31 Feb 2026 12:12:00 GMT", nil),
      ("Fri, 20 Nov 2026 25:12:00 GMT", nil), ("Fri, 20 Nov 2026 12:12 GMT", nil), ("", nil),
    ] as [(String, Int?)])
  func dates(text: String, seconds: Int?) {
    #expect(HTTPDate.read(text)?.seconds == seconds)
  }
}
