import Diagnostics
import Testing

@Suite("The nearest word")
struct NearestTests {
  static let keys = ["title", "tags", "draft", "date", "description", "base_url", "año"]

  @Test(
    "forgives a slip",
    arguments: [
      ("tilte", "title"), ("Title", "title"), ("TAGS", "tags"), ("titel", "title"), ("titl", "title"),
      ("descripcion", "description"), ("base-url", "base_url"), ("ano", "año"), ("dates", "date"),
    ])
  func slip(word: String, meant: String) {
    #expect(nearest(to: word, among: Self.keys) == meant)
  }

  @Test(
    "invents nothing",
    arguments: ["", "x", "weather", "cover", "é", String(repeating: "title", count: 20)])
  func stranger(word: String) {
    #expect(nearest(to: word, among: Self.keys) == nil)
  }

  @Test("prefers the nearer candidate, then the earlier one")
  func order() {
    #expect(nearest(to: "serie", among: ["sere", "series", "Serie"]) == "Serie")
    #expect(nearest(to: "cat", among: ["car", "bat"]) == "car")
    #expect(nearest(to: "cat", among: ["cat"]) == nil)
  }
}
