import Foundation
import TestSupport

@testable import Deploy

/// A site with something of all that web servers are told about, and what they must answer.
enum Public {
  static let page =
    "<!doctype html>\n" + String(repeating: "<p>Talos arranca en el armario.</p>\n", count: 60)
  static let style = String(repeating: "p{margin:0}\n", count: 80)

  static let files = [
    "index.html": page, "404.html": "<!doctype html>no está\n", "blog/clúster/index.html": page,
    "assets/site.11111111.css": style, "feed.xml": "<feed/>", "datos/nodos.yaml": "a: 1\n",
    "img/a.svg": "<svg/>",
    "corto.txt": "x",
    "_redirects": """
    /viejo/ /blog/cl%C3%BAster/ 301
    /gu%C3%ADa/ https://otro.example/x?a=1&b=2 302
    /antes/* /despu%C3%A9s/:splat 301
    /:seccion/rss.xml /feed.xml 308
    /de-su-casa/* /x 200

    """,
    "_headers": """
    /*
      Content-Security-Policy: default-src 'self'; img-src 'self' data:
      X-Content-Type-Options: nosniff
    # un comentario
    /assets/*
      Cache-Control: public, max-age=31536000, immutable
    /blog/clúster/
      X-Robots-Tag: noindex
    /*.yaml
      X-Content-Type-Options: sí
      X-Dos: a "b" \\c

    """,
  ]

  /// Asks with curl; the status and headers in lower case, one a line, and the body as it came.
  static func ask(_ url: String, accepting encoding: String? = nil, in folder: TemporaryFolder) throws
    -> (head: [String], body: [UInt8])
  {
    let options = encoding.map { ["-H", "Accept-Encoding: \($0)"] } ?? []
    try LocalProgram.run(
      "curl", ["-s", "--path-as-is", "-D", "head", "-o", "body", url] + options, in: folder.url)
    let head = String(decoding: try folder.read("head"), as: UTF8.self).split(separator: "\r\n").map {
      line -> String in
      guard let colon = line.firstIndex(of: ":") else { return String(line.split(separator: " ")[1]) }
      return line[..<colon].lowercased() + line[colon...]
    }
    return (head, Array(try folder.read("body")))
  }
}
