import Disk
import Foundation
import TestSupport
import Testing

@testable import Deploy

/// Real web servers with the settings that we write for them.
@Suite("The settings of a web server")
struct SnippetTests {
  private static let nginx = LocalProgram.find("/usr/sbin/nginx")
  private static let brotli = LocalProgram.find("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
  private static let caddy = LocalProgram.find("/usr/bin/caddy")

  private let scratch: TemporaryFolder

  init() throws {
    scratch = try TemporaryFolder(inMemory: true)
    try scratch.write(Public.files, in: "public")
    let compressor = Compressor(in: Path(scratch.path).appending("compressed"))
    try Sample.deploy(
      scratch,
      to: .releases(Releases(at: Path(scratch.path).appending("srv"), keep: 3, compressor: compressor)))
  }

  private func snippet(at address: String = "https://blog.example.org/") throws -> Snippet {
    try Snippet(
      of: Sample.built(scratch), at: PublicAddress(address), root: "\(scratch.path)/srv/current",
      hasCompressedForms: true)
  }

  private func startNginx(_ snippet: String) throws -> LocalProgram {
    let port = try LocalProgram.freePort()
    try scratch.write(
      snippet.replacingOccurrences(of: "# brotli_static", with: Self.brotli == nil ? "#" : "brotli_static"),
      to: "site.conf")
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "tmp"), withIntermediateDirectories: true)
    let modules = Self.brotli.map { "load_module \($0);\n" } ?? ""
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
      "\($0)_temp_path \(scratch.path)/tmp;"
    }.joined(separator: " ")
    let settings = try scratch.write(
      """
      \(modules)daemon off; master_process off; pid \(scratch.path)/nginx.pid; error_log \(scratch.path)/error.log;
      events {}
      http {
        access_log off; \(temporary)
        server { listen 127.0.0.1:\(port); include \(scratch.path)/site.conf; }
      }

      """, to: "nginx.conf")
    return try LocalProgram(#require(Self.nginx), ["-c", settings], port: port)
  }

  private func startCaddy(_ snippet: String) throws -> LocalProgram {
    let port = try LocalProgram.freePort()
    try scratch.write(snippet, to: "site.caddy")
    let settings = try scratch.write(
      """
      {
      \tadmin off
      \tauto_https off
      }
      http://127.0.0.1:\(port) {
      \timport \(scratch.path)/site.caddy
      }

      """, to: "Caddyfile")
    return try LocalProgram(
      #require(Self.caddy), ["run", "--config", settings, "--adapter", "caddyfile"], port: port,
      variables: ["HOME": scratch.path, "XDG_DATA_HOME": scratch.path, "XDG_CONFIG_HOME": scratch.path])
  }

  @Test("for nginx make it serve what is promised", .enabled(if: nginx != nil, "nginx is not installed"))
  func servedByNginx() throws {
    let server = try startNginx(snippet().text(for: .nginx))
    try expectPromises(of: server, hasBrotli: Self.brotli != nil)
  }

  @Test("for Caddy make it serve what is promised", .enabled(if: caddy != nil, "Caddy is not installed"))
  func servedByCaddy() throws {
    let server = try startCaddy(snippet().text(for: .caddy))
    try expectPromises(of: server, hasBrotli: true)
  }

  @Test("below a path count from there", arguments: ["nginx", "caddy"])
  func belowAPath(name: String) throws {
    guard (name == "nginx" ? Self.nginx : Self.caddy) != nil else { return }
    let text = try snippet(at: "https://example.org/lab").text(for: name == "nginx" ? .nginx : .caddy)
    let server = try name == "nginx" ? startNginx(text) : startCaddy(text)
    let page = try Public.ask("http://127.0.0.1:\(server.port)/lab/blog/cl%C3%BAster/", in: scratch)
    #expect(page.head.first == "200")
    #expect(page.body == Array(Public.page.utf8))
    let missing = try Public.ask("http://127.0.0.1:\(server.port)/lab/nada", in: scratch)
    #expect(missing.head.first == "404")
    #expect(String(decoding: missing.body, as: UTF8.self) == "<!doctype html>no está\n")
  }

  private func expectPromises(of server: LocalProgram, hasBrotli: Bool) throws {
    func ask(_ path: String, _ encoding: String? = nil) throws -> (head: [String], body: [UInt8]) {
      try Public.ask("http://127.0.0.1:\(server.port)\(path)", accepting: encoding, in: scratch)
    }
    let page = try ask("/blog/cl%C3%BAster/")
    #expect(page.head.first == "200")
    #expect(page.body == Array(Public.page.utf8))
    let policy = "content-security-policy: default-src 'self'; img-src 'self' data:"
    for line in [
      "content-type: text/html; charset=utf-8", policy, "x-content-type-options: nosniff",
      "x-robots-tag: noindex",
    ] {
      #expect(page.head.contains(line), "\(line)")
    }
    #expect(!page.head.contains { $0.hasPrefix("cache-control") })
    let asset = try ask("/assets/site.11111111.css")
    #expect(asset.head.contains("cache-control: public, max-age=31536000, immutable"))
    #expect(asset.head.contains("content-type: text/css; charset=utf-8") && asset.head.contains(policy))
    let data = try ask("/datos/nodos.yaml")
    #expect(data.head.contains("x-content-type-options: sí") && data.head.contains(#"x-dos: a "b" \c"#))
    #expect(data.head.contains("content-type: application/yaml; charset=utf-8"))
    #expect(try ask("/feed.xml").head.contains("content-type: application/atom+xml; charset=utf-8"))
    #expect(try ask("/img/a.svg").head.contains { $0.hasPrefix("content-type: image/svg+xml") })
    try expectRedirects(ask)
    let missing = try ask("/no/esta.css")
    #expect(missing.head.first == "404")
    #expect(String(decoding: missing.body, as: UTF8.self) == "<!doctype html>no está\n")
    #expect(missing.head.contains("content-type: text/html; charset=utf-8") && missing.head.contains(policy))
    try expectCompression(ask, hasBrotli: hasBrotli)
  }

  private func expectRedirects(_ ask: (String, String?) throws -> (head: [String], body: [UInt8])) throws {
    for (path, status, target) in [
      ("/viejo/", "301", "/blog/cl%C3%BAster/"), ("/gu%C3%ADa/", "302", "https://otro.example/x?a=1&b=2"),
      ("/antes/a/b.html", "301", "/despu%C3%A9s/a/b.html"), ("/blog/rss.xml", "308", "/feed.xml"),
    ] {
      let answer = try ask(path, nil)
      #expect(answer.head.first == status, "\(path)")
      #expect(answer.head.contains("location: \(target)"), "\(path): \(answer.head)")
    }
    #expect(try ask("/viejo/mas", nil).head.first == "404")
    let bare = try ask("/blog/cl%C3%BAster", nil)
    #expect(
      bare.head.contains {
        $0.hasPrefix("location: ") && $0.uppercased().hasSuffix("/CL%C3%BASTER/")
      }, "\(bare.head)")
  }

  private func expectCompression(
    _ ask: (String, String?) throws -> (head: [String], body: [UInt8]), hasBrotli: Bool
  ) throws {
    let plain = try ask("/assets/site.11111111.css", nil)
    #expect(plain.body == Array(Public.style.utf8))
    let gzip = try ask("/assets/site.11111111.css", "gzip")
    #expect(
      gzip.head.contains("content-encoding: gzip")
        && gzip.head.contains("content-type: text/css; charset=utf-8"))
    #expect(gzip.body == Array(try scratch.read("srv/current/assets/site.11111111.css.gz")))
    guard hasBrotli else { return }
    let brotli = try ask("/blog/cl%C3%BAster/", "br, gzip")
    #expect(brotli.head.contains("content-encoding: br"))
    #expect(brotli.body == Array(try scratch.read("srv/current/blog/clúster/index.html.br")))
  }
}
