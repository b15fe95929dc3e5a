import Testing

@testable import Preview

@Suite("The path of a request")
struct RequestPathTests {
  @Test(
    "is read without its escapes",
    arguments: [
      ("/", "/"), ("/blog/a%C3%B1o/", "/blog/año/"), ("/a%20b.png", "/a b.png"), ("/x...y/", "/x...y/"),
      ("http://127.0.0.1:8080/blog/", "/blog/"), ("http://127.0.0.1", "/"), ("/a//b", "/a//b"),
    ])
  func reads(target: String, path: String) { #expect(RequestPath(target)?.text == path) }

  @Test(
    "is refused where no browser would ask so",
    arguments: [
      "", "blog", "*", "/a%", "/a%2", "/a%zz", "/a%00", "/a%0a", "/a\u{1}", "/%ff", "/%c3", "/../etc/passwd",
      "/a/..",
      "/%2e%2e/etc/passwd", "/a/%2E%2E%2Fetc", "/./a", "/..%2f..%2fetc", "/a#b", "https://x/", "//../",
    ])
  func refuses(target: String) { #expect(RequestPath(target) == nil) }

  @Test("of a whole address names its host")
  func host() { #expect(RequestPath("http://evil.example/x")?.host == "evil.example") }
}

@Suite("Names of the preview")
struct AllowedHostsTests {
  @Test(
    "are those of this machine alone",
    arguments: [
      "localhost", "localhost:8080", "LOCALHOST", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080",
      "blog.localhost:1",
    ])
  func allows(host: String) { #expect(AllowedHosts(host: "127.0.0.1").contains(host)) }

  @Test(
    "are no names that others can lead here",
    arguments: [
      "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "", ":8080",
      "127.0.0.1:x",
      "192.168.1.4", "[::1", "localhost:80:80", "127.0.0.999", "127.0.0.1@evil.example",
    ])
  func refuses(host: String) { #expect(!AllowedHosts(host: "127.0.0.1").contains(host)) }

  @Test("are all numbers of a machine that was opened to others, and the name that was given")
  func opened() {
    let hosts = AllowedHosts(host: "0.0.0.0")
    #expect(hosts.isOpen)
    #expect(hosts.contains("192.168.1.4:8080"))
    #expect(hosts.contains("nas.local"))
    #expect(!hosts.contains("evil.example"))
    #expect(AllowedHosts(host: "nas.casa").contains("nas.casa:8080"))
    #expect(!AllowedHosts(host: "localhost").isOpen)
  }
}
