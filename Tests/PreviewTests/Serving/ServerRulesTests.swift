import Testing

@testable import Preview

@Suite("The policy of a preview")
struct PreviewPolicyTests {
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
