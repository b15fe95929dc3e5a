import HTTP
import Testing

@Suite("The kind of content of a file")
struct MediaTypeTests {
  @Test(
    "is told by its ending, with the encoding of texts",
    arguments: [
      ("blog/talos/index.html", "text/html; charset=utf-8"),
      ("assets/site.0b665e91.css", "text/css; charset=utf-8"),
      ("FOTO.JPG", "image/jpeg"), ("blog/feed.xml", "application/atom+xml; charset=utf-8"),
      ("sitemap.xml", "application/xml; charset=utf-8"), ("_headers", "text/plain; charset=utf-8"),
      ("CNAME", "text/plain; charset=utf-8"), ("datos/copia.tar.gz", "application/gzip"),
      ("LICENSE", "application/octet-stream"), ("raro.xyz", "application/octet-stream"),
      (".nojekyll", "text/plain; charset=utf-8"), ("", "application/octet-stream"),
    ])
  func types(name: String, type: String) {
    #expect(MediaType.of(name) == type)
  }
}
