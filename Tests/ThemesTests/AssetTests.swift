import Testing
import Themes

@Suite("A fingerprinted file")
struct AssetTests {
  @Test("is named after its content and carries its digest")
  func named() {
    let asset = Asset("site.css", publishedAs: "sitegen.css", Array("body{}".utf8).span)
    #expect(asset.name == "site.css")
    #expect(asset.file == "assets/sitegen.5f8b3aed0aaf15fa.css")
    #expect(
      asset.integrity == "sha384-myyg/hQ74aSgjBBvVME/QXAXEkT4Y9dHbVQ5C0lIyGpldvNLJV2IWc5ElXbqLi06")
  }

  @Test("has another name as soon as a byte changes")
  func changes() {
    let one = Asset("a.js", Array("a".utf8).span)
    let other = Asset("a.js", Array("b".utf8).span)
    #expect(one.file != other.file)
    #expect(one.integrity != other.integrity)
  }

  @Test(
    "keeps its folder and ending",
    arguments: [
      ("img/rack.avif", "assets/img/rack.", ".avif"), ("v1.2/LICENSE", "assets/v1.2/LICENSE.", ""),
      ("img/.oculto", "assets/img/.oculto.", ""), ("a.tar.gz", "assets/a.tar.", ".gz"),
    ])
  func parts(name: String, start: String, end: String) {
    let file = Asset(name, Array("x".utf8).span).file
    #expect(file.hasPrefix(start) && file.hasSuffix(end), "\(file)")
    #expect(file.utf8.count == start.utf8.count + 16 + end.utf8.count)
  }
}
