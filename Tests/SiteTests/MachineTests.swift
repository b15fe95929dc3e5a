import Bytes
import Foundation
import Language
import Site
import Testing

@Suite("What machines read")
struct MachineTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("a sitemap with changes and translations")
  func sitemap() {
    let moment = ZonedMoment(Instant(seconds: 1_770_712_200), offset: .utc)
    let both = [
      Sitemap.Translation(language: "es", url: "https://ejemplo.dev/"),
      Sitemap.Translation(language: "en", url: "https://ejemplo.dev/en/"),
    ]
    let files = Sitemap([
      Sitemap.Entry(url: "https://ejemplo.dev/", modified: moment, translations: both),
      Sitemap.Entry(url: "https://ejemplo.dev/a&b/"),
    ]).files(root: "https://ejemplo.dev/")
    #expect(files.map(\.name) == ["sitemap.xml"])
    #expect(
      text(files[0].bytes) == """
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
          <url>
            <loc>https://ejemplo.dev/</loc>
            <lastmod>2026-02-10T08:30:00Z</lastmod>
            <xhtml:link rel="alternate" hreflang="es" href="https://ejemplo.dev/"/>
            <xhtml:link rel="alternate" hreflang="en" href="https://ejemplo.dev/en/"/>
          </url>
          <url>
            <loc>https://ejemplo.dev/a&amp;b/</loc>
          </url>
        </urlset>

        """)
  }

  @Test("a sitemap in parts when it is too long")
  func parts() {
    let entries = (1...3).map { Sitemap.Entry(url: "https://ejemplo.dev/\($0)/") }
    let files = Sitemap(entries).files(root: "https://ejemplo.dev/", limit: 2)
    #expect(files.map(\.name) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    #expect(
      text(files[0].bytes) == """
        <?xml version="1.0" encoding="utf-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <sitemap>
            <loc>https://ejemplo.dev/sitemap-1.xml</loc>
          </sitemap>
          <sitemap>
            <loc>https://ejemplo.dev/sitemap-2.xml</loc>
          </sitemap>
        </sitemapindex>

        """)
    #expect(text(files[2].bytes).contains("<loc>https://ejemplo.dev/3/</loc>"))
  }

  @Test("robots.txt")
  func robots() {
    let sitemap = "https://ejemplo.dev/sitemap.xml"
    #expect(
      text(Robots.bytes(sitemap: sitemap, isHidden: false))
        == "User-agent: *\nDisallow:\n\nSitemap: https://ejemplo.dev/sitemap.xml\n")
    #expect(text(Robots.bytes(sitemap: sitemap, isHidden: true)) == "User-agent: *\nDisallow: /\n")
  }

  @Test("redirects, as a file and as a page")
  func redirects() {
    let rules = [
      Redirection(from: "/viejo/", to: "/nuevo/"),
      Redirection(from: "/con espacio/", to: "https://otro.example/?q=%20#x", status: 302),
      Redirection(from: "/clúster/*", to: "/cl%C3%BAsteres/:splat"),
    ]
    #expect(
      text(Redirection.file(of: rules)) == """
        /viejo/ /nuevo/ 301
        /con%20espacio/ https://otro.example/?q=%20#x 302
        /cl%C3%BAster/* /cl%C3%BAsteres/:splat 301

        """)
    #expect(
      text(Redirection.page(to: "https://ejemplo.dev/clúster/?a&b", language: "es")) == """
        <!DOCTYPE html>
        <html lang="es"><head><meta charset="utf-8"><title>https://ejemplo.dev/clúster/?a&amp;b</title>\
        <link rel="canonical" href="https://ejemplo.dev/cl%C3%BAster/?a&amp;b">\
        <meta name="robots" content="noindex">\
        <meta http-equiv="refresh" content="0; url=https://ejemplo.dev/cl%C3%BAster/?a&amp;b">\
        </head><body><p><a href="https://ejemplo.dev/cl%C3%BAster/?a&amp;b">https://ejemplo.dev/clúster/?a&amp;b</a></p>\
        </body></html>

        """)
  }

  @Test("structured data that no title can break out of")
  func structuredData() throws {
    let moment = ZonedMoment(Instant(seconds: 1_770_712_200), offset: .utc)
    var out = OutputBuffer()
    StructuredData.write(
      StructuredData.Work(
        .posting, title: "</script> & «ñ»", url: "https://ejemplo.dev/a/", language: "es", published: moment,
        modified: moment, authors: [Person(name: "La autora")], keywords: ["Talos"], words: 350), into: &out)
    let written = out.text(from: 0)
    #expect(
      written
        == #"{"@context":"https://schema.org","@type":"BlogPosting","headline":"\u003c/script> & «ñ»","#
        + #""url":"https://ejemplo.dev/a/","mainEntityOfPage":"https://ejemplo.dev/a/","inLanguage":"es","#
        + #""datePublished":"2026-02-10T08:30:00Z","dateModified":"2026-02-10T08:30:00Z","#
        + #""author":[{"@type":"Person","name":"La autora"}],"keywords":["Talos"],"wordCount":350}"#)
    #expect(try JSONSerialization.jsonObject(with: Data(written.utf8)) is [String: Any])
  }

  @Test("structured data of the way to a page, a project and a person")
  func others() {
    var crumbs = OutputBuffer()
    StructuredData.write(
      breadcrumbs: [("Inicio", "https://ejemplo.dev/"), ("Blog", "https://ejemplo.dev/blog/")], into: &crumbs)
    #expect(
      crumbs.text(from: 0)
        == #"{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":["#
        + #"{"@type":"ListItem","position":1,"name":"Inicio","item":"https://ejemplo.dev/"},"#
        + #"{"@type":"ListItem","position":2,"name":"Blog","item":"https://ejemplo.dev/blog/"}]}"#)
    var project = OutputBuffer()
    StructuredData.write(
      StructuredData.Work(.project, title: "Rack", url: "https://ejemplo.dev/rack/", language: "es"),
      into: &project)
    #expect(
      project.text(from: 0) == #"{"@context":"https://schema.org","@type":"CreativeWork","name":"Rack","#
        + #""url":"https://ejemplo.dev/rack/","mainEntityOfPage":"https://ejemplo.dev/rack/","inLanguage":"es"}"#
    )
    var person = OutputBuffer()
    StructuredData.write(
      Person(name: "La autora", url: "https://ejemplo.dev/"), description: "Escribe.", image: nil,
      sameAs: ["https://otro.example/@autora"], into: &person)
    #expect(
      person.text(from: 0) == #"{"@context":"https://schema.org","@type":"Person","name":"La autora","#
        + #""url":"https://ejemplo.dev/","description":"Escribe.","sameAs":["https://otro.example/@autora"]}"#
    )
  }
}
