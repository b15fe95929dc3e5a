import Diagnostics
import Testing

@Suite("A place in a text")
struct PlaceTests {
  @Test("counts CRLF once and columns in scalars")
  func crlf() {
    let place = Place(of: 8..<9, in: Array("uno\r\nñú x\r\n".utf8).span)
    #expect(place.line == 2)
    #expect(place.column == 3)
    #expect(place.text == "ñú x")
  }
}
