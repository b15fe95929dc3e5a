import Bytes
import Testing

@Suite("The buffer that pages are written into")
struct OutputBufferTests {
  @Test("holds what was appended in any form, and grows as it must")
  func appends() {
    var buffer = OutputBuffer(capacity: 0)
    buffer.append(UInt8(ascii: "a"))
    buffer.append("bc")
    buffer.append(text: "ñandú y un texto largo")
    buffer.append(decimal: 120)
    buffer.append(contentsOf: [UInt8(ascii: "-")])
    buffer.append { $0.append("de otro") }
    #expect(buffer.text(from: 0) == "abcñandú y un texto largo120-de otro")
    #expect(buffer.count == 38 && buffer.last == UInt8(ascii: "o"))
  }

  @Test("escapes as an array does", arguments: ["a<b> & \"c\"", "", "/ñandú?a=1&b=2#c'd e"])
  func escapes(text: String) {
    var buffer = OutputBuffer(capacity: 4)
    var array: [UInt8] = []
    buffer.append(htmlText: text.utf8.span)
    buffer.append(href: text.utf8.span)
    array.append(htmlText: text.utf8.span)
    array.append(href: text.utf8.span)
    #expect(buffer.withBytes { Array($0) } == array)
  }

  @Test("takes back what was written last")
  func takesBack() {
    var buffer = OutputBuffer()
    buffer.append("uno dos")
    #expect(buffer.take(from: 3) == " dos")
    buffer.removeLast()
    #expect(buffer.text(from: 0) == "un")
    buffer.removeAll()
    buffer.removeLast()
    #expect(buffer.last == nil)
  }
}
