import Diagnostics
import Foundation
import Frontmatter
import Language
import Testing

@Suite("An explanation")
struct ExplanationTests {
  private static let text = """
    ---
    title: "Nodos: la forma"
    publishDate: 2026-01-02 00:00:00
    img: /img/nodo.png
    img_alt: Un nodo
    image: otra.png
    summary:
    weight: 3
    draft: true
    rack: 12U
    ---
    Texto.
    """

  private func explanation() -> Explanation {
    let source = Source(path: "content/nodo.md", bytes: Array(Self.text.utf8))
    let encoding = Explanation.Encoding(name: "Mac Roman", repairs: ["line 2: '√≥' → 'ó'"])
    return Explanation(of: Header(of: source), in: source, encoding: encoding)
  }

  @Test("tells people in Spanish what was understood, from where, and what had no effect")
  func spanish() {
    #expect(
      explanation().human(tongue: .spanish) == """
        content/nodo.md
          dialecto: Astro
            - la clave «publishDate»
            - la clave «img»
            - la clave «img_alt»
          codificación: Mac Roman
            - line 2: '√≥' → 'ó'
          campos:
            title        Nodos: la forma  ← «title», línea 2
            date         2026-01-02  ← «publishDate», línea 3
            publishDate  2026-01-02  ← «publishDate», línea 3
            draft        true  ← «draft», línea 9
            weight       3  ← «weight», línea 8
            cover        otra.png  ← «image», línea 6
            coverAlt     Un nodo  ← «img_alt», línea 5
          parámetros de la página:
            rack: 12U
          sin efecto:
            img (línea 4): lo dice «image»
            summary (línea 7): no tiene valor

        """)
  }

  @Test("tells people in English too")
  func english() {
    let text = explanation().human(tongue: .english)
    #expect(text.contains("  dialect: Astro\n    - the key 'publishDate'\n"))
    #expect(text.contains("  encoding: Mac Roman\n"))
    #expect(text.contains("    cover        otra.png  ← 'image', line 6\n"))
    #expect(text.contains("  without effect:\n    img (line 4): 'image' says it\n"))
    #expect(text.contains("  parameters of the page:\n    rack: 12U\n"))
  }

  @Test("tells programs the same as JSON")
  func json() throws {
    let bytes = explanation().json()
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"path":"content/nodo.md","dialect":{"name":"astro","reasons":["the key 'publishDate'","the key 'img'",\
        "the key 'img_alt'"]},"encoding":{"name":"Mac Roman","repairs":["line 2: '√≥' → 'ó'"]},"fields":[\
        {"field":"title","value":"Nodos: la forma","from":"key","key":"title","line":2},\
        {"field":"date","value":"2026-01-02","from":"key","key":"publishDate","line":3},\
        {"field":"publishDate","value":"2026-01-02","from":"key","key":"publishDate","line":3},\
        {"field":"draft","value":true,"from":"key","key":"draft","line":9},\
        {"field":"weight","value":3,"from":"key","key":"weight","line":8},\
        {"field":"cover","value":"otra.png","from":"key","key":"image","line":6},\
        {"field":"coverAlt","value":"Un nodo","from":"key","key":"img_alt","line":5}],\
        "params":{"rack":"12U"},"ignored":[{"key":"img","line":4,"reason":"overridden","by":"image"},\
        {"key":"summary","line":7,"reason":"empty"}],"findings":[]}

        """)
    _ = try JSONSerialization.jsonObject(with: Data(bytes))
  }

  @Test("names the first line, the heading or the file where no key says the title")
  func tellers() {
    let texts = ["Guía de copias\n", "# Copias\n", "- uno\n"]
    let expected = ["first line, line 1", "first heading, line 1", "file name"]
    for (text, teller) in zip(texts, expected) {
      let source = Source(path: "x.md", bytes: Array(text.utf8))
      let human = Explanation(of: Header(of: source), in: source, encoding: .init(name: "UTF-8")).human(
        tongue: .english)
      #expect(human.contains("  ← \(teller)\n"))
      #expect(human.contains("    - there is no front matter\n"))
    }
  }

  @Test("says that common keys speak for no system")
  func common() {
    let source = Source(path: "x.md", bytes: Array("---\ntitle: X\n---\n".utf8))
    let human = Explanation(of: Header(of: source), in: source, encoding: .init(name: "UTF-8")).human(
      tongue: .spanish)
    #expect(human.contains("  dialecto: ninguno\n    - sus claves son comunes a todos los sistemas\n"))
  }
}
