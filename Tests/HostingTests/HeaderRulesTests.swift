import HTTP
import Hosting
import Testing

@Suite("Headers of a host")
struct HeaderRulesTests {
  private let rules = HeaderRules(
    parsing: Array(
      """
      /*
        X-A: uno
        Content-Security-Policy: default-src 'none'
      /assets/*
        Cache-Control: public, immutable
        X-A: dos
      https://ejemplo.dev/solo/
        ! X-A
      """.utf8))

  @Test("come from all rules that fit")
  func join() {
    #expect(
      rules.headers(of: "/x", .joined) == [
        Header("X-A", "uno"), Header("Content-Security-Policy", "default-src 'none'"),
      ])
    #expect(rules.headers(of: "/assets/a.css", .joined).first == Header("X-A", "uno, dos"))
    #expect(rules.headers(of: "/assets/a.css", .last).first == Header("X-A", "dos"))
    #expect(rules.headers(of: "/solo/", .joined).map(\.name) == ["Content-Security-Policy"])
  }
}
