import Disk
import Foundation
import HTTP
import Language
import Site
import TestSupport
import Testing
import Workers

@testable import Preview

@Suite("A preview over the wire")
struct ServingTests {
  private let client = Client(proxy: .none, allowsPlain: true)

  private func site(_ more: [String: String] = [:]) -> [String: String] {
    [
      "site.yaml":
        "title: Casa\nbase_url: https://casa.example/\nlanguage: es\nredirects: [{from: /antes/*, to: /blog/:splat, status: 302}]\nheaders: [{path: /datos/*, values: {X-Propio: sí}}]\n",
      "content/blog/talos.md": "---\ntitle: Talos\ndate: 2026-01-10\naliases: [/viejo/]\n---\nHola\n",
      "static/datos/números.csv": "a;b\n" + String(repeating: "uno;dos\n", count: 300),
      "static/foto.png": String(repeating: "p", count: 1000),
      "static/suelto.html": "<!doctype html><p>Suelto</p>\n",
    ].merging(more) { $1 }
  }

  private func ask(
    _ shown: Shown, _ path: String, _ headers: [String: String] = [:], _ method: Request.Method = .get
  )
    throws -> Response
  {
    let base = String(shown.address.dropLast())
    return try client.send(
      Request(method, base + path, headers: headers.map { Header($0, $1) }, acceptsCompression: false))
  }

  @Test("serves pages, files and their kinds as a host would")
  func kinds() throws {
    let shown = try Shown(site())
    for (path, status, type) in [
      ("/", 200, "text/html; charset=utf-8"), ("/blog/talos/", 200, "text/html; charset=utf-8"),
      ("/blog/talos/index.html", 200, "text/html; charset=utf-8"),
      ("/feed.xml", 200, "application/atom+xml; charset=utf-8"),
      ("/sitemap.xml", 200, "application/xml; charset=utf-8"),
      ("/foto.png", 200, "image/png"), ("/datos/n%C3%BAmeros.csv", 200, "text/csv; charset=utf-8"),
      ("/_headers", 200, "text/plain; charset=utf-8"), ("/nada/", 404, "text/html; charset=utf-8"),
      ("/suelto.html", 200, "text/html; charset=utf-8"),
      ("/.sitegen/preview.js", 200, "text/javascript; charset=utf-8"),
      ("/.sitegen/otro", 404, "text/plain; charset=utf-8"),
    ] {
      let answer = try ask(shown, path)
      #expect(answer.status == status, "\(path)")
      #expect(answer[header: "Content-Type"] == type, "\(path)")
    }
    #expect(try ask(shown, "/datos/n%C3%BAmeros.csv")[header: "X-Propio"] == "sí")
  }

  @Test("leads on where a host would")
  func redirects() throws {
    let shown = try Shown(site())
    for (path, status, place) in [
      ("/blog", 301, "/blog/"), ("/viejo/", 301, "/blog/talos/"), ("/antes/talos/", 302, "/blog/talos/"),
    ] {
      let answer = try ask(shown, path)
      #expect(answer.status == status, "\(path)")
      #expect(answer[header: "Location"] == place, "\(path)")
    }
  }

  @Test(
    "heeds the author's own files for hosts: forced redirects, other files under a name, statuses, headers")
  func ownRules() throws {
    let shown = try Shown(
      site([
        "static/_redirects": "/blog/talos/ /nuevo/ 301!\n/app/* /app.html 200\n/ido/ /404.html 410\n",
        "static/_headers": "/*\n  X-Uno: a\n/foto.png\n  ! X-Uno\n  X-Dos: b\n",
        "static/app.html": "<!doctype html><p>La aplicación</p>\n",
      ]))
    let forced = try ask(shown, "/blog/talos/")
    #expect(forced.status == 301)
    #expect(forced[header: "Location"] == "/nuevo/")
    let rewritten = try ask(shown, "/app/x/y")
    #expect(rewritten.status == 200)
    #expect(String(decoding: rewritten.body, as: UTF8.self).contains("La aplicación"))
    #expect(rewritten[header: "X-Uno"] == "a")
    let gone = try ask(shown, "/ido/")
    #expect(gone.status == 410)
    #expect(String(decoding: gone.body, as: UTF8.self).contains("Página no encontrada"))
    let picture = try ask(shown, "/foto.png")
    #expect(picture[header: "X-Uno"] == nil)
    #expect(picture[header: "X-Dos"] == "b")
    let tag = try #require(picture[header: "ETag"])
    #expect(try ask(shown, "/foto.png", ["If-None-Match": tag]).status == 304)
    let missing = try ask(shown, "/nada/", [:], .head)
    #expect(missing.status == 404)
    #expect(missing.body.isEmpty)
  }

  @Test("adds its script to pages alone, and says what of them is the same")
  func injection() throws {
    let shown = try Shown(site())
    let page = try ask(shown, "/blog/talos/")
    let text = String(decoding: page.body, as: UTF8.self)
    #expect(text.components(separatedBy: "/.sitegen/preview.js").count == 2)
    #expect(!String(decoding: try ask(shown, "/feed.xml").body, as: UTF8.self).contains("/.sitegen/"))
    #expect(
      String(decoding: try ask(shown, "/suelto.html").body, as: UTF8.self).contains("/.sitegen/preview.js"))
    let tag = try #require(page[header: "ETag"])
    let again = try ask(shown, "/blog/talos/", ["If-None-Match": tag])
    #expect(again.status == 304)
    #expect(again.body.isEmpty)
    #expect(again[header: "Content-Security-Policy"] != nil)
    #expect(try ask(shown, "/blog/talos/", ["If-None-Match": "\"otra\""]).status == 200)
    #expect(try ask(shown, "/blog/talos/", ["If-Match": "\"otra\""]).status == 412)
    #expect(page[header: "Cache-Control"] == "no-cache")
  }

  @Test(
    "sends with the first page what the site's policy will say, as far as that page and its sheets need it")
  func policy() throws {
    let files = site([
      "styles/own.css": "body { background: url(data:image/png;base64,AA==) }\n",
      "static/hoja.css": "p { background: url(https://fotos.example/x.png) }\n",
      "static/propia.html": "<!doctype html><script>let a = 1</script>\n",
      "content/blog/foto.md": "---\ntitle: Foto\ndate: 2026-01-10\n---\n![x](https://otro.example/x.png)\n",
    ])
    let shown = try Shown(files)
    func policy(_ path: String) throws -> String {
      try #require(try ask(shown, path)[header: "Content-Security-Policy"])
    }
    let first = try policy("/")
    #expect(first.contains("img-src 'self' data: https://fotos.example;"), "\(first)")
    #expect(!first.contains("otro.example"))
    #expect(try policy("/blog/foto/").contains("https://otro.example"))
    #expect(try policy("/propia.html").contains("script-src 'self' 'sha256-"))
    // Once all has been shown it is the policy of the published site, but for what needs encryption.
    let places = shown.folder.path
    for path in ["/blog/", "/blog/talos/", "/suelto.html", "/404.html", "/blog/archivo/"] {
      _ = try ask(shown, path)
    }
    let all = try policy("/blog/talos/")
    let built = try Self.headersOfBuild(in: places)
    let line = try #require(built.split(separator: "\n").first { $0.contains("Content-Security-Policy:") })
    let published = line.split(separator: ":", maxSplits: 1)[1].trimmingCharacters(in: .whitespaces)
    #expect(all == published.replacingOccurrences(of: "; upgrade-insecure-requests", with: ""))
  }

  /// `_headers` as a build writes it.
  private static func headersOfBuild(in folder: String) throws -> String {
    let output = try TemporaryFolder()
    let request = SiteBuild.Request(
      source: Path(folder), output: Path(output.path + "/public"), workers: Workers(count: 1),
      now: Instant(seconds: 1_771_585_200))
    let outcome = try SiteBuild(request).run()
    try #require(outcome.output != nil, "\(outcome.report.told)")
    return try #require(output.text("public/_headers"))
  }

  @Test("answers for a part, for the head alone, and in packed form")
  func parts() throws {
    let shown = try Shown(site())
    let part = try ask(shown, "/foto.png", ["Range": "bytes=10-19"])
    #expect(part.status == 206)
    #expect(part.body.count == 10)
    #expect(part[header: "Content-Range"] == "bytes 10-19/1000")
    #expect(try ask(shown, "/foto.png", ["Range": "bytes=1000-"]).status == 416)
    let tag = try #require(part[header: "ETag"])
    #expect(try ask(shown, "/foto.png", ["Range": "bytes=0-1", "If-Range": tag]).status == 206)
    #expect(try ask(shown, "/foto.png", ["Range": "bytes=0-1", "If-Range": "\"otra\""]).status == 200)
    let head = try ask(shown, "/blog/talos/", [:], .head)
    let whole = try ask(shown, "/blog/talos/")
    #expect(head.body.isEmpty)
    #expect(head[header: "Content-Length"] == String(whole.body.count))
    let packed = try ask(shown, "/blog/talos/", ["Accept-Encoding": "gzip"])
    #expect(packed[header: "Content-Encoding"] == "gzip")
    #expect(packed[header: "Vary"] == "Accept-Encoding")
    let unpacked = try client.send(Request(.get, shown.address + "blog/talos/"))
    #expect(unpacked.body == whole.body)
    let file = try client.send(Request(.get, shown.address + "datos/n%C3%BAmeros.csv"))
    #expect(file.body == Array(try shown.folder.read("static/datos/números.csv")))
  }

  @Test("lies below the path of the site's address, and follows it when that changes")
  func subPath() throws {
    let config = "title: Casa\nbase_url: https://casa.example/blog/\nlanguage: es\n"
    let shown = try Shown(site(["site.yaml": config]))
    let origin = shown.address.replacingOccurrences(of: "/blog/", with: "")
    #expect(try client.send(Request(.get, "\(origin)/blog/blog/talos/")).status == 200)
    #expect(try client.send(Request(.get, "\(origin)/"))[header: "Location"] == "/blog/")
    #expect(try client.send(Request(.get, "\(origin)/otra/")).status == 404)
    try shown.save(config.replacingOccurrences(of: "/blog/", with: "/"), to: "site.yaml")
    for _ in 0..<200 where try client.send(Request(.get, "\(origin)/blog/talos/")).status != 200 {
      usleep(20_000)
    }
    #expect(try client.send(Request(.get, "\(origin)/blog/talos/")).status == 200)
  }

  @Test("writes nothing into the site's folder")
  func writesNothing() throws {
    let shown = try Shown(site())
    _ = try ask(shown, "/blog/talos/")
    #expect(shown.folder.text("public/index.html") == nil)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: shown.folder.path)) == [
        "site.yaml", "content", "static",
      ])
  }

  @Test("tells who has the port")
  func portTaken() throws {
    let shown = try Shown(site())
    let port = try #require(URL(string: shown.address)?.port)
    do {
      _ = try Shown(site()) { $0.port = port }
      Issue.record("two at one port")
    } catch let finding as PreviewFinding {
      guard case .portTaken(port, by: _?, process: Int(getpid())) = finding else {
        Issue.record("\(finding)")
        return
      }
    }
  }

  @Test("ends at once, whoever is looking")
  func stops() throws {
    let shown = try Shown(site())
    let port = try #require(URL(string: shown.address)?.port)
    let watchers = try (0..<20).map { _ in try RawClient(port: port) }
    for watcher in watchers {
      watcher.send("GET /.sitegen/events?page=/blog/talos/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(String(decoding: watcher.receive(atMost: 200), as: UTF8.self).contains("text/event-stream"))
    }
    let start = ContinuousClock.now
    shown.preview.stop()
    // A fifth of a second where nothing else is at work.
    #expect(start.duration(to: .now) < .seconds(10))
  }
}
