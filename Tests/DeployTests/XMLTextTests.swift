import Testing

@testable import Deploy

@Suite("The answer of a store")
struct XMLTextTests {
  private let text = XMLText(
    Array("<L><C><K>a&amp;lt;b</K><S>1</S></C><C><K>ñ</K></C><CK>x</CK><T>&quot;y&#39;&nbsp;</T><U>cut".utf8))

  @Test("is read element by element, each within its own")
  func elements() {
    let rows = text.insides(of: "C")
    #expect(rows.map { text.first("K", within: $0) } == ["a&lt;b", "ñ"])
    #expect(rows.map { text.first("S", within: $0) } == ["1", nil])
    #expect(text.insides(of: "C", limit: 1).count == 1)
    #expect(text.first("T") == "\"y'&nbsp;")
  }

  @Test("has no element that is not closed, or that only begins alike")
  func none() {
    #expect(text.first("U") == nil)
    #expect(text.first("c") == nil)
    #expect(XMLText([]).first("C") == nil)
    #expect(XMLText(Array("<C".utf8)).first("C") == nil)
    #expect(XMLText(Array("<C></C>".utf8)).first("C") == "")
  }
}
