import HTTP
import Testing

@testable import Preview

@Suite("Redirects of a host")
struct RedirectRulesTests {
  private let rules = RedirectRules(
    parsing: Array(
      """
      # old places
      /viejo/  /nuevo/
      /a%C3%B1o/ /2026/ 302
      /blog/:year/:slug  /entradas/:slug/ 301
      /docs/*  https://docs.example/:splat 308
      /forzado/ /x/ 301!
      /app/*  /app/index.html 200
      /q id=:id /never/ 301
      """.utf8))

  @Test(
    "lead on by the first rule that fits",
    arguments: [
      ("/viejo/", "/nuevo/ 301"), ("/año/", "/2026/ 302"), ("/blog/2026/talos", "/entradas/talos/ 301"),
      ("/docs/a/b", "https://docs.example/a/b 308"), ("/docs/", "https://docs.example/ 308"),
      ("/forzado/", "/x/ 301!"),
      ("/app/x/y", "/app/index.html 200"),
    ])
  func lead(path: String, target: String) {
    let found = rules.target(of: path)
    #expect(found.map { "\($0.address) \($0.status)\($0.isForced ? "!" : "")" } == target)
  }

  @Test("leave other paths alone", arguments: ["/", "/viejo", "/viejo/mas/", "/blog/2026/", "/q"])
  func leave(path: String) { #expect(rules.target(of: path) == nil) }
}

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
      rules.headers(of: "/x") == [
        Header("X-A", "uno"), Header("Content-Security-Policy", "default-src 'none'"),
      ])
    #expect(rules.headers(of: "/assets/a.css").first == Header("X-A", "uno, dos"))
    #expect(rules.headers(of: "/solo/").map(\.name) == ["Content-Security-Policy"])
  }

  @Test(
    "let the preview's script pass, and nothing else",
    arguments: [
      (
        "default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-x'; upgrade-insecure-requests",
        "default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-x'"
      ),
      (
        "default-src 'none'",
        "default-src 'none'; script-src http://h/.sitegen/preview.js; connect-src http://h"
      ),
      ("script-src 'strict-dynamic' 'nonce-1'", "script-src 'strict-dynamic' 'nonce-1' 'sha256-s'"),
      ("img-src 'self'", "img-src 'self'"),
    ])
  func policy(own: String, sent: String) {
    #expect(PreviewPolicy(origin: "http://h", scriptHash: "'sha256-s'").adapting(own) == sent)
  }
}

@Suite("The line that the preview adds")
struct InjectionTests {
  @Test(
    "stands first in the head, and never before the doctype",
    arguments: [
      ("<!doctype html><html><head><meta>", "<!doctype html><html><head>|<meta>"),
      ("<!DOCTYPE html><HTML><HEAD class=\"a\">x", "<!DOCTYPE html><HTML><HEAD class=\"a\">|x"),
      ("<!doctype html><html lang=es><body><header>", "<!doctype html><html lang=es>|<body><header>"),
      ("<!doctype html>\n<p>x", "<!doctype html>|\n<p>x"), ("<p>x", "|<p>x"), ("", "|"),
    ])
  func place(page: String, expected: String) {
    let tag = EntityTag("t")
    let out = String(decoding: Injection.adding(to: Array(page.utf8), tag: tag), as: UTF8.self)
    #expect(
      out
        == expected.split(separator: "|", omittingEmptySubsequences: false).joined(
          separator: Injection.line(tag)))
  }
}
